using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>Registers a step of a document: on to the next, or back with the reason. Registering is all it is: who signs, signs on paper or elsewhere.</summary>
public static class MoveReport
{
    /// <summary>What is registered.</summary>
    /// <param name="Report">The document.</param>
    /// <param name="IsReturn">Whether it goes back.</param>
    /// <param name="Note">Why, or what was said.</param>
    /// <param name="Knowing">Whether whoever signs has seen that the data have changed since.</param>
    /// <param name="Version">The version that was looked at.</param>
    public sealed record Request(Guid Report, bool IsReturn, string? Note, bool Knowing, int Version);

    /// <summary>Moves the document. RPT-028 where a later version is there, RPT-029 where it would be signed with figures that have changed, and as the entity refuses.</summary>
    public static async Task<Outcome<Report>> RunAsync(LanshaoContext db, FileStore files, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<Report>().Include(report => report.Moves).SingleOrDefaultAsync(report => report.Id == request.Report, ct) is not { } report)
        {
            return Refusal.NotFound("RPT-018");
        }

        if (report.Version != request.Version)
        {
            return Refusal.Conflict("ENV-020", ("kind", nameof(Report)), ("key", report.Id.ToString("D")));
        }

        if (!request.IsReturn && await ObjectionAsync(db, files, report, request.Knowing, clock, ct) is { } objection)
        {
            return objection;
        }

        var (note, nowUtc) = (request.Note ?? string.Empty, ChinaTime.NowUtc(clock));
        return await db.SaveAsync(request.IsReturn ? report.Return(note, actor, nowUtc) : report.Advance(note, actor, nowUtc), actor, clock, ct);
    }

    private static async Task<Refusal?> ObjectionAsync(LanshaoContext db, FileStore files, Report report, bool knowing, TimeProvider clock, CancellationToken ct)
    {
        if (report.Step >= DocumentStep.SignedOff)
        {
            return null;
        }

        if (await ReportQueries.Of(db.Set<Report>(), report.Scope).Where(other => other.Number > report.Number).MaxAsync(other => (int?)other.Number, ct) is { } later)
        {
            return Refusal.Conflict("RPT-028", ("number", Text(report.Number)), ("later", Text(later)));
        }

        if (report.NextStep != DocumentStep.SignedOff || knowing)
        {
            return null;
        }

        var changes = await ReportChanges.SinceAsync(db, files, report.Id, ChinaTime.NowUtc(clock), ct);
        return changes is { IsRefused: false, Value: { IsEmpty: false } changed } ? Refusal.Conflict("RPT-029", ("sentences", Text(changed.Sentences.Count)), ("charts", Text(changed.Charts.Count)), ("cells", Text(changed.Cells.Count))) : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
