using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports;

/// <summary>The tables of a report as they stand now. Half-year and year: the pack's tables in their order, and the last quarter's task list after them; quarter: its task list; month and week: what their templates list.</summary>
/// <param name="Period">The period.</param>
/// <param name="Title">What the report is called.</param>
/// <param name="IsSample">Whether the district is a sample.</param>
/// <param name="PackRevision">The pack revision whose tables are printed.</param>
/// <param name="All">The annexes in order.</param>
/// <param name="Tables">The tables of figures behind them.</param>
/// <param name="Findings">What a careful clerk would ask before they go out.</param>
public sealed record ReportAnnexes(Period Period, string Title, bool IsSample, int PackRevision, IReadOnlyList<ReportAnnex> All, IReadOnlyList<ReportTable> Tables, IReadOnlyList<Finding> Findings)
{
    /// <summary>Reads the annexes. RPT-011 for a period that no report covers, RPT-012 where a half-year has no figures at all, RPT-030 for a quarter without a task list.</summary>
    public static async Task<Outcome<ReportAnnexes>> ReadAsync(LanshaoContext db, Period period, CancellationToken ct)
    {
        if (period.Kind is not (PeriodKind.Year or PeriodKind.Half or PeriodKind.Quarter or PeriodKind.Month or PeriodKind.Week))
        {
            return Refusal.Invalid("RPT-011", ("found", period.Code), ("expected", "2024H1、2024Q2、2024-06、2024-W26、2024"));
        }

        var opened = await CurrentPack.ReadAsync(db, ct);
        return opened.IsRefused ? opened.Refusal
            : period.Kind switch
            {
                PeriodKind.Quarter => await QuarterAsync(db, opened.Value, period, ct),
                PeriodKind.Month or PeriodKind.Week => await RegularAnnexes.ReadAsync(db, opened.Value, period, ct),
                _ => await HalfYearAsync(db, opened.Value, period, ct),
            };
    }

    private static async Task<Outcome<ReportAnnexes>> QuarterAsync(LanshaoContext db, Pack pack, Period quarter, CancellationToken ct)
    {
        var (tasks, findings) = await TasksAsync(db, quarter, 1, ct);
        return tasks is null
            ? Refusal.NotFound("RPT-030", ("quarter", quarter.ChineseText))
            : new ReportAnnexes(quarter, tasks.Table.Title, pack.District.Facts.IsSample, pack.Revision, [tasks], [], findings);
    }

    private static async Task<Outcome<ReportAnnexes>> HalfYearAsync(LanshaoContext db, Pack pack, Period period, CancellationToken ct)
    {
        var tables = await FigureTables.LoadAsync(db, pack, [.. pack.Read(PrintedTables.Part).All.Where(table => table.Annex is not null)], period, ct);
        var indicators = pack.Read(IndicatorList.Part).ByCode;
        var annexes = tables.Select(table => ReportAnnex.Of(table, indicators)).ToList();
        if (annexes.All(annex => annex.Figures == 0))
        {
            return Refusal.NotFound("RPT-012", ("period", period.ChineseText));
        }

        var findings = annexes.SelectMany(Questions).ToList();
        var (tasks, question) = await TasksAsync(db, period, annexes.Max(annex => annex.Number) + 1, ct);
        IReadOnlyList<ReportAnnex> all = tasks is null ? annexes : [.. annexes, tasks];
        return new ReportAnnexes(period, $"{pack.District.Facts.Name}{period.ChineseText}报告附件", pack.District.Facts.IsSample, pack.Revision, all, [.. tables.Select(table => new ReportTable(table, string.Empty))], [.. findings, .. question]);
    }

    internal static IEnumerable<Finding> Questions(ReportAnnex annex)
    {
        if (annex.Missing > 0)
        {
            yield return Question("RPT-013", Severity.Warning, annex, annex.Missing);
        }

        if (annex.Preliminary > 0)
        {
            yield return Question("RPT-014", Severity.Warning, annex, annex.Preliminary);
        }

        foreach (var finding in annex.Findings)
        {
            yield return finding;
        }
    }

    private static async Task<(ReportAnnex? Annex, IReadOnlyList<Finding> Findings)> TasksAsync(LanshaoContext db, Period period, int number, CancellationToken ct)
    {
        var quarter = Period.Quarter(period.To.Year, period.To.Month / 3);
        if (await QuarterTasks.ReadAsync(db, quarter, ct) is not { } tasks)
        {
            return (null, [new("RPT-015", Severity.Warning, new Dictionary<string, string> { ["quarter"] = quarter.ChineseText }, Label(number))]);
        }

        var annex = ReportAnnex.Of(number, TaskProgressPrint.Table(tasks.Title, quarter, tasks.Rows));
        return (annex, tasks.WithoutProgress == 0 ? [] : [Question("RPT-016", Severity.Warning, annex, tasks.WithoutProgress)]);
    }

    private static Finding Question(string code, Severity severity, ReportAnnex annex, int count) => new(
        code,
        severity,
        new Dictionary<string, string> { ["annex"] = annex.Number.ToString(CultureInfo.InvariantCulture), ["title"] = annex.Table.Title, ["count"] = count.ToString(CultureInfo.InvariantCulture) },
        Label(annex.Number));

    private static string Label(int number) => string.Create(CultureInfo.InvariantCulture, $"附件{number}");
}
