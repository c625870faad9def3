using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Reports.Pdf;
using Lanshao.Platform.Storage;
using Lanshao.Shell;

namespace Lanshao.Rooms.Reports;

/// <summary>A report as PDF: asked for, made as work behind the pages, fetched.</summary>
internal static class PdfEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/reports/{id:guid}/pdf", (Delegate)AskAsync).Needs(Permissions.ReportsRead).ExcludeFromDescription();
        app.MapGet("/reports/{id:guid}.pdf", (Delegate)FileAsync).Needs(Permissions.ReportsRead).ExcludeFromDescription();
    }

    private static async Task<IResult> AskAsync(HttpContext context, Guid id, LanshaoContext db, PdfOffer offer, Actor actor, TimeProvider clock, PageAddress here, CancellationToken ct)
    {
        var asked = offer.IsThere ? await MakePdf.RequestAsync(db, offer.Kind, id, actor, clock, ct) : Refusal.Environment("RPT-036");
        return asked.IsRefused ? PageRoutes.Refused<ReportPdfPage>(context, asked.Refusal) : new SeeOtherResult(here.To($"/reports/{id:D}/pdf"));
    }

    private static async Task<IResult> FileAsync(HttpContext context, Guid id, LanshaoContext db, FileStore files, CancellationToken ct)
    {
        var found = await ReportQueries.FindAsync(db, id, ct);
        if (found.IsRefused)
        {
            return found.Refusal.ToHttp(context);
        }

        return await MakePdf.FindAsync(db, found.Value, ct) is { State: JobState.Done, Result: { } sha256 } && files.OpenRead(sha256) is { } content
            ? await ExportNotes.AnswerAsync(context, found.Value.Title, "pdf", CarriedFigures.Of(found.Value), Results.File(content, MakePdf.MediaType, found.Value.Title + ".pdf"))
            : Refusal.NotFound("RPT-037").ToHttp(context);
    }
}
