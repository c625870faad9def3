using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>What the page of the half-year report shows.</summary>
/// <param name="Period">The half-year.</param>
/// <param name="Annexes">The annexes as they stand now, or why there are none.</param>
/// <param name="Made">The renderings so far, the newest first.</param>
internal sealed record HalfYearView(Period Period, Outcome<ReportAnnexes> Annexes, IReadOnlyList<Report> Made)
{
    public static async Task<HalfYearView> LoadAsync(LanshaoContext db, PageAddress here, TimeProvider clock, CancellationToken ct)
    {
        var period = await PeriodAsync(db, here, clock, ct);
        return new(period, await ReportAnnexes.ReadAsync(db, ReportScope.Of(period), ct),
            [.. await ReportQueries.MadeAsync(db, ReportScope.Of(period), ct), .. await ReportQueries.MadeAsync(db, ReportScope.Of(QuarterOf(period)), ct)]);
    }

    /// <summary>Returns the last quarter of a half-year, whose tasks are reported.</summary>
    public static Period QuarterOf(Period half) => Platform.Foundation.Period.Quarter(half.To.Year, half.To.Month / 3);

    /// <summary>Returns the half-year that the address asks for; else the newest with figures, else the current one.</summary>
    public static async Task<Period> PeriodAsync(LanshaoContext db, PageAddress here, TimeProvider clock, CancellationToken ct) =>
        HalfOf(here.Period) ?? await LatestAsync(db, ct) ?? HalfOf(Period.Day(ChinaTime.Today(clock)))!.Value;

    /// <summary>Returns the annexes as a table: what each holds, what it lacks, and where it is to be had.</summary>
    public PageTable Table(UiTexts texts, PageAddress here)
    {
        var annexes = Annexes.Value!;
        return new(
            texts["{0}报告附件", Period.ChineseText],
            [new(texts["附件"], ColumnKind.Mark), new(texts["标题"], ColumnKind.Prose), new(texts["数据时段"], ColumnKind.OneLine), new(texts["数据状态"], ColumnKind.OneLine), new(texts["缺项"], ColumnKind.Figure), new(texts["最近生成"], ColumnKind.OneLine), new(texts["下载"], ColumnKind.Mark) { ScreenOnly = true }],
            [.. annexes.All.Select(annex => Row(annex, texts, here))])
        { IsSample = annexes.IsSample, Carries = CarriedFigures.YearTo(ExportReach.Official, Period) };
    }

    private TableRow Row(ReportAnnex annex, UiTexts texts, PageAddress here)
    {
        var number = annex.Number.ToString(CultureInfo.InvariantCulture);
        return new(
        [
            Cell.Of(number),
            Cell.Of(annex.Table.Title),
            Cell.Of(Period.ChineseText),
            Cell.Of(State(annex, texts)),
            Cell.Whole(annex.Missing),
            Made.Count > 0 ? Cell.Of(MadeAt(Made[0])) : Cell.Missing(texts["还没有生成过。"]),
            Cell.Of("Word").LinkedTo(here.To($"/reports/annex-{number}.docx", ("period", Period.Code))),
        ]);
    }

    private static string State(ReportAnnex annex, UiTexts texts) => annex switch
    {
        { Preliminary: > 0 } => texts["初步{0}项", annex.Preliminary],
        { Status: { } status } => texts[FigureWords.Of(status)],
        _ => texts["进展"],
    };

    /// <summary>Returns when a rendering was made, in civil time.</summary>
    public static string MadeAt(Report report) => ChinaTime.CivilOf(report.MadeAtUtc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static async Task<Period?> LatestAsync(LanshaoContext db, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        return !pack.IsRefused && pack.Value.Read(PrintedTables.Part).All is [var first, ..]
            ? (await FigureTables.PeriodsAsync(db, first, ct)).Where(period => period.Kind == PeriodKind.Half).Select(period => (Period?)period).FirstOrDefault()
            : null;
    }

    private static Period? HalfOf(Period? period) => period is { } given ? Period.Half(given.To.Year, given.To.Month <= 6 ? 1 : 2) : null;
}
