using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Inspection;

/// <summary>迎检材料包: what the program holds of a task, a field of work or a period — duties, progress, proofs, targets with their figures, issued documents — and what it lacks.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="District">The district's name.</param>
/// <param name="IsSample">Whether it is a sample.</param>
/// <param name="AsOf">The day for which states are told.</param>
/// <param name="Measures">The duties in the order of the plans.</param>
/// <param name="Said">The progress that was reported, by measure.</param>
/// <param name="Proofs">The proofs, by measure.</param>
/// <param name="Targets">The targets of these duties with the figures beside them.</param>
/// <param name="Figures">The district's figures of the period, each with its definition.</param>
/// <param name="Issued">The documents that were issued and speak of the period.</param>
public sealed record InspectionPapers(
    InspectionAsked Asked, string District, bool IsSample, DateOnly AsOf, IReadOnlyList<TaskBoard.Row> Measures, IReadOnlyList<InspectionPapers.Entry> Said, IReadOnlyList<Evidence> Proofs,
    IReadOnlyList<InspectionPapers.Aim> Targets, IReadOnlyList<InspectionPapers.Figure> Figures, IReadOnlyList<Report> Issued)
{
    private const int MostFigures = 2000;
    private const int LongestTask = 30;

    // Steps are stored by name, and names have no order.
    private static readonly DocumentStep[] GoneOut = [DocumentStep.Issued, DocumentStep.Archived];

    /// <summary>What one unit reported of one measure.</summary>
    public sealed record Entry(Guid Measure, Period Period, string Unit, DateOnly? SubmittedOn, string Text, bool? IsDone);

    /// <summary>A target with the number of its measure and the figure of its own place; of the district's figures only for a target of the district.</summary>
    public sealed record Aim(string Code, TargetFigures Figures);

    /// <summary>A figure with its definition and the name of its place.</summary>
    public sealed record Figure(IndicatorDefinition Indicator, IndicatorValue Value, string Place);

    /// <summary>Gets what the folder is about: 大气, 任务2-5“样张任务”, 全部任务.</summary>
    public string Subject { get; } = Asked.Task is { } code ? $"任务{code}{TitleOf(Measures)}" : Asked.Subject;

    /// <summary>Gets what a reader would look for and not find, the weightiest first.</summary>
    public IReadOnlyList<string> Gaps { get; } = [.. InspectionGaps.Of(Measures, Said, Proofs, Targets, Figures, Issued)];

    /// <summary>Reads the papers; refused as the pack is.</summary>
    public static async Task<Outcome<InspectionPapers>> ReadAsync(LanshaoContext db, InspectionAsked asked, DateOnly today, CancellationToken ct)
    {
        var opened = await CurrentPack.ReadAsync(db, ct);
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        var (pack, asOf) = (opened.Value, asked.Period.To < today ? asked.Period.To : today);
        var board = await TaskBoard.ReadAsync(db, pack.District, new TaskFilter(asked.Period.To.Year) { Domain = asked.Domain, Search = asked.Task }, asOf, ct);
        var measures = board.Rows.Select(row => row.Id).ToHashSet();
        var targets = await TargetsAsync(db, pack, measures, asked.Period, ct);
        return new InspectionPapers(
            asked, pack.District.Facts.Name, pack.District.Facts.IsSample, asOf, board.Rows, await SaidAsync(db, pack, measures, asked.Period, ct), await ProofsAsync(db, measures, asked.Period, ct),
            targets, await FiguresAsync(db, pack, asked, targets, ct), await IssuedAsync(db, asked.Period, ct));
    }

    private static string TitleOf(IReadOnlyList<TaskBoard.Row> measures) => measures.Select(row => row.Task).Distinct().ToList() is [{ Length: > 0 and <= LongestTask } title] ? $"“{title.TrimEnd('。')}”" : string.Empty;

    private static async Task<List<Aim>> TargetsAsync(LanshaoContext db, Pack pack, HashSet<Guid> measures, Period period, CancellationToken ct)
    {
        var rows = (await TargetBoard.ReadAsync(db, pack, period.To.Year, period.To, ct)).Rows.Where(row => measures.Contains(row.Target.MeasureId)).ToList();
        var figures = await TargetFigures.ReadAsync(db, pack, [.. rows.Select(row => (row.Target, row.Condition))], period.To, ct);
        return [.. rows.Zip(figures, (row, own) => new Aim(row.Code, own.Now is null && row.State != TargetState.NoData ? own with { Now = row.Now } : own))];
    }

    private static async Task<List<Entry>> SaidAsync(LanshaoContext db, Pack pack, HashSet<Guid> measures, Period period, CancellationToken ct)
    {
        var (units, plans) = (new UnitBook(pack.District, period.To), await db.Set<Measure>().AsNoTracking().Where(measure => measures.Contains(measure.Id)).Select(measure => measure.PlanId).Distinct().ToListAsync(ct));
        var reports = await db.Set<UnitReport>().AsNoTracking().Include(report => report.Entries).Where(report => plans.Contains(report.PlanId) && report.Step != ReportStep.Returned && report.Step != ReportStep.Draft).ToListAsync(ct);
        return
        [
            .. from report in reports
               let span = Period.TryParse(report.PeriodCode, out var read) ? read : (Period?)null
               where span?.From <= period.To && span?.To >= period.From
               orderby report.PeriodCode, units.OrderOf(report.UnitCode), report.UnitCode
               from entry in report.Entries
               where measures.Contains(entry.MeasureId) && !string.IsNullOrWhiteSpace(entry.Text)
               select new Entry(entry.MeasureId, span!.Value, report.UnitCode == UnitReport.WholeList ? "全部单位" : units.NameOf(report.UnitCode), report.SubmittedOn, entry.Text!, entry.IsDone),
        ];
    }

    private static async Task<List<Evidence>> ProofsAsync(LanshaoContext db, HashSet<Guid> measures, Period period, CancellationToken ct) =>
        await db.Set<Evidence>().AsNoTracking().Where(proof => measures.Contains(proof.MeasureId) && proof.VoidedAtUtc == null && proof.DatedOn >= period.From && proof.DatedOn <= period.To).OrderBy(proof => proof.DatedOn).ThenBy(proof => proof.Id).ToListAsync(ct);

    // A task is answered by the figures of its targets; a field by the figures of the field.
    private static async Task<List<Figure>> FiguresAsync(LanshaoContext db, Pack pack, InspectionAsked asked, List<Aim> targets, CancellationToken ct)
    {
        var known = pack.Read(IndicatorList.Part);
        var wanted = asked.Task is null
            ? known.All.Where(indicator => asked.Domain is null || indicator.Domain == asked.DomainCode).Select(indicator => indicator.Code).ToHashSet(StringComparer.Ordinal)
            : targets.Select(aim => aim.Figures.Indicator?.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var (from, to) = (asked.Period.From, asked.Period.To);
        var values = await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.Place == Place.District && value.EndedUtc == null && value.FromOn >= from && value.ToOn <= to && wanted.Contains(value.Indicator))
            .OrderByDescending(value => value.ToOn).Take(MostFigures).ToListAsync(ct);
        var order = known.All.Select((indicator, at) => (indicator.Code, at)).ToDictionary(one => one.Code, one => one.at, StringComparer.Ordinal);
        var others = targets.Select(aim => aim.Figures).Where(figures => figures is { Indicator: not null, Now: { } now } && now.Place != Place.District).Select(figures => (Value: figures.Now!, Place: figures.Target.Scope));
        return
        [
            .. values.Select(value => (Value: value, Place: pack.District.Facts.Name)).Concat(others).DistinctBy(figure => figure.Value.Id)
                .OrderBy(figure => order[figure.Value.Indicator]).ThenBy(figure => figure.Value.Place != Place.District).ThenBy(figure => figure.Value.FromOn).ThenBy(figure => figure.Value.ToOn).ThenBy(figure => figure.Value.Basis)
                .Select(figure => new Figure(known.ByCode[figure.Value.Indicator], figure.Value, figure.Place)),
        ];
    }

    private static async Task<List<Report>> IssuedAsync(LanshaoContext db, Period period, CancellationToken ct)
    {
        var issued = await db.Set<Report>().AsNoTracking().Where(report => GoneOut.Contains(report.Step)).ToListAsync(ct);
        return [.. issued.Where(report => report.Period.From <= period.To && report.Period.To >= period.From).OrderBy(report => report.Period.From).ThenBy(report => report.Kind).ThenBy(report => report.Number)];
    }
}
