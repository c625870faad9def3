using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>The annexes of a weekly bulletin or monthly review, as its template lists them: newest cumulative tables, the month's own, those of the 点评周期, and the tasks that are due. What has no figures is left out.</summary>
internal sealed class RegularAnnexes
{
    private readonly LanshaoContext _db;
    private readonly Pack _pack;
    private readonly Period _period;
    private readonly List<ReportAnnex> _annexes = [];
    private readonly List<ReportTable> _tables = [];
    private readonly List<Finding> _findings = [];

    private RegularAnnexes(LanshaoContext db, Pack pack, Period period) => (_db, _pack, _period) = (db, pack, period);

    /// <summary>Reads the annexes; RPT-010 where the pack has no wording for it, RPT-012 where the period has neither figures of its own, nor tables, nor tasks.</summary>
    public static async Task<Outcome<ReportAnnexes>> ReadAsync(LanshaoContext db, Pack pack, Period period, CancellationToken ct)
    {
        if (pack.Read(ReportTemplates.Part).Find(ReportDraft.KindOf(period)) is not { } template)
        {
            return Refusal.NotFound("RPT-010", ("kind", ReportKinds.CodeOf(ReportDraft.KindOf(period))), ("period", period.ChineseText));
        }

        var regular = new RegularAnnexes(db, pack, period);
        foreach (var annex in template.Annexes ?? [])
        {
            await (annex.Table is { } code ? regular.AddTableAsync(code, annex, ct) : regular.AddTasksAsync(ct));
        }

        var facts = pack.District.Facts;
        return regular._tables.Count == 0 && regular._annexes.Count == 0 && !await HasOwnFiguresAsync(db, period, ct)
            ? Refusal.NotFound("RPT-012", ("period", period.ChineseText))
            : new ReportAnnexes(period, $"{facts.Name}{period.ChineseText}材料附件", facts.IsSample, pack.Revision, regular._annexes, regular._tables, regular._findings);
    }

    private int NextNumber => _annexes.Count + 1;

    private async Task AddTableAsync(string code, TemplateAnnex annex, CancellationToken ct)
    {
        if (_pack.Read(PrintedTables.Part).Find(code) is not { } definition)
        {
            return;
        }

        var span = await SpanAsync(definition, annex.Span, ct);
        var table = span is { } period ? (await FigureTables.LoadAsync(_db, _pack, [definition], period, ct))[0] : null;
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

    private async Task AddTasksAsync(CancellationToken ct)
    {
        var due = await DueTasks.ReadAsync(_db, _pack.District, _period, ct);
        if (due.Table(_period) is { } table)
        {
            _annexes.Add(ReportAnnex.Of(NextNumber, table));
        }
    }

    private async Task<Period?> SpanAsync(TableDefinition table, TableSpan span, CancellationToken ct) => span switch
    {
        TableSpan.Own => _period,
        TableSpan.Review => await ReviewAsync(table, ct),
        _ => (await FigureTables.PeriodsAsync(_db, table, ct)).Where(period => period.From == new DateOnly(_period.To.Year, 1, 1) && period.To <= _period.To).Select(period => (Period?)period).FirstOrDefault(),
    };

    // A 点评周期 is named by the month in which it ends.
    private async Task<Period?> ReviewAsync(TableDefinition table, CancellationToken ct) =>
        (await FigureQueries.PeriodsAsync(_db, table.Indicator, table.Basis, FigureWords.ReviewPeriod, ct))
            .Where(period => (period.To.Year, period.To.Month) == (_period.To.Year, _period.To.Month)).Select(period => (Period?)period).FirstOrDefault();

    // A week of which only its own hours are known is still a week to report on.
    private static Task<bool> HasOwnFiguresAsync(LanshaoContext db, Period period, CancellationToken ct) =>
        db.Set<IndicatorValue>().AsNoTracking().AnyAsync(value => value.Period == period && value.Place == Place.District && value.EndedUtc == null && value.Number != null, ct);

    private static bool HasFigures(FigureTable table) => table.Definition.Layout is TableLayout.Bulletin or TableLayout.Ranking or TableLayout.Points
        ? table.Rows.Any(row => table.Cell(row, ColumnContent.Value) is { Missing: null } cell && cell.Values.Any())
        : table.HasFigures;

    private Finding Missing(string title) => new("RPT-050", Severity.Note, new Dictionary<string, string> { ["title"] = title, ["period"] = _period.ChineseText }, title);
}
