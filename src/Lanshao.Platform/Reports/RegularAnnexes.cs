using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Rounds;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports.Subjects;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>The annexes of a document as its template lists them: newest cumulative tables, the month's own, those of the 点评周期, the tasks that are due, and those of what it is about. What has no figures is left out.</summary>
internal sealed class RegularAnnexes
{
    private const string OwnHours = "区级小时数据（自动计算，初步）";
    private readonly LanshaoContext _db;
    private readonly Pack _pack;
    private readonly ReportScope _scope;
    private readonly TargetBoard _targets;
    private readonly List<ReportAnnex> _annexes = [];
    private readonly List<ReportTable> _tables = [];
    private readonly List<Finding> _findings = [];

    private RegularAnnexes(LanshaoContext db, Pack pack, ReportScope scope, TargetBoard targets) => (_db, _pack, _scope, _targets) = (db, pack, scope, targets);

    /// <summary>Reads the annexes; RPT-010 where the pack has no wording for it, RPT-012 where the period has neither figures of its own, nor tables, nor tasks, and as <see cref="ReportSubject.ReadAsync"/>.</summary>
    public static async Task<Outcome<ReportAnnexes>> ReadAsync(LanshaoContext db, Pack pack, ReportScope scope, CancellationToken ct)
    {
        if (pack.Read(ReportTemplates.Part).Find(scope.Kind) is not { } template)
        {
            return Refusal.NotFound("RPT-010", ("kind", ReportKinds.CodeOf(scope.Kind)), ("period", scope.Period.ChineseText));
        }

        var regular = new RegularAnnexes(db, pack, scope, await TargetBoard.ReadAsync(db, pack, scope.Period.To.Year, scope.Period.To, ct));
        foreach (var annex in template.Annexes ?? [])
        {
            await (annex.Table is { } code ? regular.AddTableAsync(code, annex, ct) : regular.AddTasksAsync(ct));
        }

        var subject = await ReportSubject.ReadAsync(db, pack, scope, regular._tables, ct);
        if (subject.IsRefused)
        {
            return subject.Refusal;
        }

        foreach (var table in subject.Value.Tables)
        {
            regular._annexes.Add(ReportAnnex.Of(regular.NextNumber, table.Table, table.Facts));
        }

        return regular._tables.Count == 0 && regular._annexes.Count == 0 && !await HasOwnFiguresAsync(db, scope.Period, ct)
            ? Refusal.NotFound("RPT-012", ("period", scope.Period.ChineseText))
            : regular.Whole(subject.Value);
    }

    private Period Period => _scope.Period;

    private int NextNumber => _annexes.Count + 1;

    private ReportAnnexes Whole(ReportSubject subject)
    {
        var facts = _pack.District.Facts;
        return new(_scope with { Subject = subject.Code }, $"{facts.Name}{Period.ChineseText}材料附件", facts.IsSample, _pack.Revision, _annexes, _tables, _findings) { Subject = subject };
    }

    private async Task AddTableAsync(string code, TemplateAnnex annex, CancellationToken ct)
    {
        if (_pack.Read(PrintedTables.Part).Find(code) is not { } definition)
        {
            return;
        }

        var span = await SpanAsync(definition, annex.Span, ct);
        if (span is null && annex.Span == TableSpan.Review && await ComputedReviewAsync(definition, ct) is { } round)
        {
            (span, definition) = (round, definition with { Basis = FigureBasis.Computed, SourceLine = OwnHours });
        }

        definition = annex.Span == TableSpan.Review ? definition.OfReview() : definition;
        var table = span is { } period ? (await FigureTables.LoadAsync(_db, _pack, [definition], period, ct, TargetOf))[0] : null;
        if (table is null || !HasFigures(table))
        {
            // Figures that are not printed as a table are no gap in the paper.
            _findings.AddRange(annex is { IsPrinted: true, Span: TableSpan.SoFar } ? [Missing(definition.ShortTitle)] : []);
            return;
        }

        _tables.Add(new(table, annex.Span switch { TableSpan.Own => ReportTable.OwnPrefix, TableSpan.Review => ReportTable.ReviewPrefix, _ => string.Empty }));
        if (annex.IsPrinted)
        {
            var printed = ReportAnnex.Of(NextNumber, table, _pack.Read(IndicatorList.Part).ByCode);
            _annexes.Add(printed);
            _findings.AddRange(ReportAnnexes.Questions(printed));
        }
    }

    private YearTarget? TargetOf(string indicator, Place place) => _targets.Find(indicator, place) is { } row ? new(_targets.Year, row.Target.Value!.Value, $"{row.Plan} {row.Code}", row.Condition) : null;

    private async Task AddTasksAsync(CancellationToken ct)
    {
        var due = await DueTasks.ReadAsync(_db, _pack.District, Period, ct);
        if (due.Table(Period) is { } table)
        {
            _annexes.Add(ReportAnnex.Of(NextNumber, table));
        }
    }

    private async Task<Period?> SpanAsync(TableDefinition table, TableSpan span, CancellationToken ct) => span switch
    {
        TableSpan.Own => Period,
        TableSpan.Review => await ReviewAsync(table, ct),
        _ => (await FigureTables.PeriodsAsync(_db, table, ct)).Where(period => period.From == new DateOnly(Period.To.Year, 1, 1) && period.To <= Period.To).Select(period => (Period?)period).FirstOrDefault(),
    };

    // A 点评周期 is named by the month in which it ends.
    private async Task<Period?> ReviewAsync(TableDefinition table, CancellationToken ct) =>
        (await FigureQueries.PeriodsAsync(_db, table.Indicator, table.Basis, FigureWords.ReviewPeriod, ct))
            .Where(period => (period.To.Year, period.To.Month) == (Period.To.Year, Period.To.Month)).Select(period => (Period?)period).FirstOrDefault();

    // What the city has not published of a registered 点评周期 the district's own hours tell, and the table says so.
    private async Task<Period?> ComputedReviewAsync(TableDefinition table, CancellationToken ct)
    {
        var known = (await FigureQueries.PeriodsAsync(_db, table.Indicator, FigureBasis.Computed, FigureWords.ReviewPeriod, ct)).ToHashSet();
        return (await ReviewRanking.ListAsync(_db, Period.To.Year, ct)).Where(round => round.Indicator == table.Indicator && round.ToOn.Month == Period.To.Month && known.Contains(round.Period)).Select(round => (Period?)round.Period).FirstOrDefault();
    }

    // A week of which only its own hours are known is still a week to report on.
    private static Task<bool> HasOwnFiguresAsync(LanshaoContext db, Period period, CancellationToken ct) =>
        db.Set<IndicatorValue>().AsNoTracking().AnyAsync(value => value.Period == period && value.Place == Place.District && value.EndedUtc == null && value.Number != null, ct);

    private static bool HasFigures(FigureTable table) => table.Definition.Layout is TableLayout.Bulletin or TableLayout.Ranking or TableLayout.Points
        ? table.Rows.Any(row => table.Cell(row, ColumnContent.Value) is { Missing: null } cell && cell.Values.Any())
        : table.HasFigures;

    private Finding Missing(string title) => new("RPT-050", Severity.Note, new Dictionary<string, string> { ["title"] = title, ["period"] = Period.ChineseText }, title);
}
