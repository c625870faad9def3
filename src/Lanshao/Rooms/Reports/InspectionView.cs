using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Reports.Inspection;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>迎检材料包: what it is asked for, what it holds, and the folder.</summary>
internal static class InspectionView
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/reports/inspection.zip", (Delegate)FolderAsync).Needs(Permissions.ReportsRead).TakesTime(Most).ExcludeFromDescription();

    /// <summary>Returns what the address asks for; without a period the newest half-year with figures.</summary>
    public static async Task<InspectionAsked> AskedAsync(LanshaoContext db, PageAddress here, TimeProvider clock, CancellationToken ct) =>
        new(here.Period ?? await HalfYearView.PeriodAsync(db, here, clock, ct), InspectionAsked.DomainOf(here.Text("domain")), here.Text("task"));

    /// <summary>Returns the index of the folder.</summary>
    public static PageTable Table(UiTexts texts, InspectionPapers papers) => new(
        texts["目录"],
        [new("序号", ColumnKind.Mark), new("名称", ColumnKind.Prose), new("内容", ColumnKind.Prose)],
        [.. InspectionFolder.IndexOf(papers).Select((part, at) => new TableRow([Cell.Whole(at + 1), Cell.Of(part.Name), Cell.Of(part.What)]))])
    { Subject = InspectionFolder.NameOf(papers) };

    private static async Task<IResult> FolderAsync(HttpContext context, LanshaoContext db, PageAddress here, FileStore files, TimeProvider clock, CancellationToken ct)
    {
        var papers = await InspectionPapers.ReadAsync(db, await AskedAsync(db, here, clock, ct), ChinaTime.Today(clock), ct);
        return papers.IsRefused
            ? papers.Refusal.ToHttp(context)
            : await ExportNotes.AnswerAsync(
                context, InspectionFolder.NameOf(papers.Value), "zip", CarriedFigures.YearTo(ExportReach.Official, papers.Value.Asked.Period),
                Results.File(await InspectionFolder.WriteAsync(papers.Value, files, ChinaTime.NowUtc(clock), ct), InspectionFolder.MediaType, InspectionFolder.NameOf(papers.Value) + ".zip"));
    }
}
