using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Exports;

/// <summary>登记导出: notes that a file with figures leaves the house. The same file taken again on the same day by the same person is counted, not listed.</summary>
public static class NoteExport
{
    /// <summary>Notes a file.</summary>
    /// <param name="db">The store.</param>
    /// <param name="request">What leaves.</param>
    /// <param name="actor">Who takes it.</param>
    /// <param name="clock">When.</param>
    /// <param name="ct">Stops.</param>
    public static async Task RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        var nowUtc = ChinaTime.NowUtc(clock);
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.Id}\n{request.Href}\n{request.Format}\n{request.Title}\n{ChinaTime.DayOf(nowUtc):yyyy-MM-dd}")).AsSpan(0, 16));
        if (await db.Set<FigureExport>().SingleOrDefaultAsync(export => export.Id == id, ct) is { } known)
        {
            known.Again(nowUtc);
        }
        else
        {
            db.Add(new FigureExport(id, Cut(request.Title, FigureExport.LongestTitle), Cut(request.Href, FigureExport.LongestHref), request.Format, nowUtc, actor.Id, actor.Name).Carrying(request.Figures));
        }

        // Two at the same moment are one line: whose save came second is counted with the first.
        _ = await db.SaveAsync(actor, clock, ct);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    /// <summary>What leaves.</summary>
    /// <param name="Title">The title of the table, with its subject.</param>
    /// <param name="Href">The address of the file, or of the page of what it holds.</param>
    /// <param name="Format">csv, xlsx, docx, pdf, zip or json.</param>
    /// <param name="Figures">What it carries.</param>
    public sealed record Request(string Title, string Href, string Format, CarriedFigures Figures);
}
