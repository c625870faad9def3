using System.Globalization;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring;
using Lanshao.Rooms.Monitoring.Reviews;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Reports;

/// <summary>数据更正单: one sheet with all that it touches, figures, documents, files that were taken and alerts.</summary>
internal sealed record CorrectionSheetView(DataCorrection Sheet, PageTable Lines, PageTable Documents, PageTable Exports, PageTable? Alerts, string Answer, string? DeviceHref)
{
    private static readonly IReadOnlyList<string> Endings = [.. TableFiles.Endings, "pdf", "zip"];

    private static readonly IReadOnlyList<Column> DocumentColumns = [new("文稿"), new("次数", ColumnKind.Figure), new("状态", ColumnKind.OneLine), new("位置"), new("原印", ColumnKind.Figure), new("现应印", ColumnKind.Figure)];

    private static readonly IReadOnlyList<Column> ExportColumns = [new("导出的表"), new("格式", ColumnKind.OneLine), new("数据时段", ColumnKind.OneLine), new("导出人", ColumnKind.OneLine), new("导出时间", ColumnKind.OneLine), new("次数", ColumnKind.Figure)];

    public static async Task<CorrectionSheetView?> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        if (!Guid.TryParse(here.Text("id"), CultureInfo.InvariantCulture, out var id) || await IssueCorrections.FindAsync(db, id, ct) is not { } sheet)
        {
            return null;
        }

        var documents = await CarriedFacts.FindAsync(db, services.GetRequiredService<FileStore>(), sheet.Ended, ChinaTime.NowUtc(services.GetRequiredService<TimeProvider>()), ct);
        var exports = await CarriedExports.FindAsync(db, sheet, ct);
        var device = await db.Set<Device>().AsNoTracking().SingleOrDefaultAsync(known => known.Mn == sheet.Mn, ct);
        var alerts = device is null ? null : await AffectedAlerts.ReadAsync(db, device.Number, ChinaTime.StartUtc(sheet.FromOn), ChinaTime.StartUtc(sheet.ToOn.AddDays(1)), here, t, ct);
        var counted = CountOf(sheet, t);
        return new(
            sheet, CorrectionTable.Of(sheet, t), DocumentsOf(documents, here, t), ExportsOf(exports, here, t), alerts,
            t["{0}：{1}；载有旧数的文稿{2}份、导出{3}份。", sheet.Subject, counted, documents.Changed.Select(fact => fact.ReportId).Distinct().Count(), exports.Count],
            device is null ? null : here.To(DevicesView.Path + "/device", ("mn", device.Mn)));
    }

    /// <summary>Says how many figures of each level a sheet corrects.</summary>
    public static string CountOf(DataCorrection sheet, UiTexts t) =>
        string.Join('、', sheet.Lines.GroupBy(line => line.Level).OrderBy(level => level.Key).Select(level => t["{0}{1}处", t[CorrectionTable.WordOf(level.Key)], level.Count()]));

    /// <summary>Returns files that carried an old figure as a table.</summary>
    public static PageTable ExportsOf(IReadOnlyList<FigureExport> exports, PageAddress here, UiTexts t) => new(t["载有旧数的导出"], ExportColumns, [.. exports.Select(export => Row(export, here, t))])
    {
        Below = [t["按导出的表、站点和时段查对更正前的导出；打印的页面不在内。同一人同一日重复导出的计为一行。"], .. exports.Count == CarriedExports.Most ? [t["只列出前{0}行，其余请缩小筛选范围后另行导出。", CarriedExports.Most]] : Array.Empty<string>()],
    };

    private static TableRow Row(FigureExport export, PageAddress here, UiTexts t) => new(
    [
        Cell.Of(export.Title).LinkedTo(PageOf(export.Href)),
        Cell.Of(FormatOf(export.Format)),
        Cell.Of(Period.Spanning(export.FromOn, export.ToOn).ChineseText), Cell.Of(t[export.Name]), Cell.Of(MarkWords.Time(export.LastUtc)), Cell.Whole(export.Times),
    ]);

    private static string FormatOf(string format) => format switch { "docx" => "Word", "xlsx" => "Excel", "pdf" => "PDF", "zip" => "ZIP", "json" => "JSON", _ => "CSV" };

    // The page that shows the table, not its file again.
    private static string PageOf(string href)
    {
        var (path, query) = href.Split('?', 2) is [var before, var after] ? (before, after) : (href, string.Empty);
        var ending = Endings.FirstOrDefault(known => path.EndsWith("." + known, StringComparison.Ordinal));
        var kept = string.Join('&', query.Split('&').Where(part => part.Length > 0 && !part.StartsWith(ShownTables.FileName + "=", StringComparison.Ordinal)));
        return (ending is null ? path : path[..^(ending.Length + 1)]) + (kept.Length == 0 ? string.Empty : "?" + kept);
    }

    private static PageTable DocumentsOf(CarriedFacts facts, PageAddress here, UiTexts t) => new(t["载有旧数的文稿"], DocumentColumns,
    [
        .. facts.Changed.Select(fact => new TableRow(
        [
            Cell.Of(fact.Title).LinkedTo(here.To($"/reports/{fact.ReportId}")), Cell.Whole(fact.Number), Cell.Of(t[StepWords.Of(fact.Step)]),
            Cell.Of(fact.Annex == 0 ? t["正文“{0}”", fact.Label] : t["附件{0}“{1}”", fact.Annex, fact.Label]), Cell.Of(fact.Shown), Cell.Of(fact.Now ?? "—"),
        ])),
    ])
    {
        IsStacked = true,
        Below = facts.Unchanged.Count == 0 ? [] : [t["另有{0}处以这些数为依据，印出的数没有变化，不列。", facts.Unchanged.Count]],
    };
}
