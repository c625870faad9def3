using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports.Subjects;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports;

/// <summary>The tables of a report as they stand now. Half-year and year: the pack's tables in their order, and the last quarter's task list after them; quarter: its task list; all others: what their templates list, and the tables of what they are about.</summary>
/// <param name="Scope">Which report it is.</param>
/// <param name="Title">What the report is called.</param>
/// <param name="IsSample">Whether the district is a sample.</param>
/// <param name="PackRevision">The pack revision whose tables are printed.</param>
/// <param name="All">The annexes in order.</param>
/// <param name="Tables">The tables of figures behind them.</param>
/// <param name="Findings">What a careful clerk would ask before they go out.</param>
public sealed record ReportAnnexes(ReportScope Scope, string Title, bool IsSample, int PackRevision, IReadOnlyList<ReportAnnex> All, IReadOnlyList<ReportTable> Tables, IReadOnlyList<Finding> Findings)
{
    /// <summary>Gets the period.</summary>
    public Period Period => Scope.Period;

    /// <summary>Gets what is said of the one thing that the report is about.</summary>
    internal ReportSubject Subject { get; init; } = ReportSubject.None;

    /// <summary>Reads the annexes. RPT-011 for a period that no such report covers, RPT-012 where a half-year has no figures at all, RPT-030 for a quarter without a task list, and as <see cref="ReportSubject.ReadAsync"/>.</summary>
    public static async Task<Outcome<ReportAnnexes>> ReadAsync(LanshaoContext db, ReportScope scope, CancellationToken ct)
    {
        if (!ReportKinds.Covers(scope.Kind, scope.Period))
        {
            return Refusal.Invalid("RPT-011", ("found", scope.Period.Code), ("expected", ReportKinds.ExampleOf(scope.Kind)));
        }

        var opened = await CurrentPack.ReadAsync(db, ct);
        return opened.IsRefused ? opened.Refusal
            : scope.Kind switch
            {
                ReportKind.Quarter => await QuarterAsync(db, opened.Value, scope, ct),
                ReportKind.HalfYear or ReportKind.Year => await HalfYearAsync(db, opened.Value, scope, ct),
                _ => await RegularAnnexes.ReadAsync(db, opened.Value, scope, ct),
            };
    }

    private static async Task<Outcome<ReportAnnexes>> QuarterAsync(LanshaoContext db, Pack pack, ReportScope scope, CancellationToken ct)
    {
        var quarter = scope.Period;
        var (tasks, findings) = await TasksAsync(db, quarter, 1, ct);
        return tasks is null
            ? Refusal.NotFound("RPT-030", ("quarter", quarter.ChineseText))
            : new ReportAnnexes(scope, tasks.Table.Title, pack.District.Facts.IsSample, pack.Revision, [tasks], [], findings);
    }

    private static async Task<Outcome<ReportAnnexes>> HalfYearAsync(LanshaoContext db, Pack pack, ReportScope scope, CancellationToken ct)
    {
        var period = scope.Period;
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
        return new ReportAnnexes(scope, $"{pack.District.Facts.Name}{period.ChineseText}报告附件", pack.District.Facts.IsSample, pack.Revision, all, [.. tables.Select(table => new ReportTable(table, string.Empty))], [.. findings, .. question]);
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
