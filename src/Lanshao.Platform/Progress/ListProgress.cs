using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>How the measures of lists stand on a day: what was accepted until then, what was ruled, what has been counted, and the state that follows.</summary>
public sealed class ListProgress
{
    private readonly ILookup<Guid, Said> _said;
    private readonly ILookup<Guid, Completion> _rulings;
    private readonly ILookup<Guid, TargetState> _counted;
    private readonly DateOnly _asOf;
    private readonly UnitBook _book;

    private ListProgress(ILookup<Guid, Said> said, ILookup<Guid, Completion> rulings, ILookup<Guid, TargetState> counted, DateOnly asOf, UnitBook book)
    {
        _said = said;
        _rulings = rulings;
        _counted = counted;
        _asOf = asOf;
        _book = book;
    }

    /// <summary>Loads what was accepted, ruled and counted on the measures of lists.</summary>
    /// <param name="db">The store.</param>
    /// <param name="planIds">The lists.</param>
    /// <param name="book">Opens the groups of leading units.</param>
    /// <param name="asOf">The day; what was reported for later periods and ruled for later days is left out.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<ListProgress> LoadAsync(LanshaoContext db, IReadOnlyCollection<Guid> planIds, UnitBook book, DateOnly asOf, CancellationToken ct)
    {
        var said = await (from report in db.Set<UnitReport>().AsNoTracking()
                          join entry in db.Set<ProgressEntry>() on report.Id equals entry.ReportId
                          where planIds.Contains(report.PlanId) && report.Step == ReportStep.Accepted
                          select new Said(entry.Id, entry.MeasureId, report.UnitCode, report.PeriodCode, entry.IsDone, entry.Verdict)).ToListAsync(ct);
        var rulings = await (from ruling in db.Set<Completion>().AsNoTracking()
                             join measure in db.Set<Measure>() on ruling.MeasureId equals measure.Id
                             where planIds.Contains(measure.PlanId) && ruling.RevokedAtUtc == null && ruling.CompletedOn <= asOf
                             select ruling).ToListAsync(ct);
        var until = said.Where(s => Period.TryParse(s.PeriodCode, out var period) && period.From <= asOf);
        return new(until.ToLookup(s => s.MeasureId), rulings.ToLookup(r => r.MeasureId), await CountedAsync(db, planIds, asOf, ct), asOf, book);
    }

    /// <summary>Returns the state of a measure, loaded with its units and milestones.</summary>
    public MeasureState StateOf(Measure measure) => StandingOf(measure).On(_asOf, measure.Milestones.Select(m => StandingOf(measure, m)));

    /// <summary>Returns the state of one milestone.</summary>
    public MeasureState StateOf(Measure measure, Milestone milestone) => StandingOf(measure, milestone).On(_asOf);

    /// <summary>Returns the entry that says what is newest on a measure; null where nothing was accepted.</summary>
    public Guid? LatestEntryOf(Guid measureId) => _said[measureId].OrderByDescending(s => PeriodOf(s).To).ThenBy(s => s.UnitCode == UnitReport.WholeList ? 0 : 1).ThenBy(s => _book.OrderOf(s.UnitCode)).Select(s => (Guid?)s.EntryId).FirstOrDefault();

    private Standing StandingOf(Measure measure)
    {
        var latest = Latest(measure.Id);
        var verdict = latest.Values.Where(s => s.Verdict is not null).MaxBy(s => PeriodOf(s).To)?.Verdict;
        var isBehind = _counted[measure.Id].Any(state => state is TargetState.NeedsAttention or TargetState.Overdue);
        return new(
            measure.DueOn, measure.DeadlineKind == Documents.Language.DeadlineKind.Ongoing, IsCompleted(measure, latest), latest.Count > 0 || _counted[measure.Id].Any(),
            verdict ?? (isBehind ? OnTrackVerdict.No : null));
    }

    private Standing StandingOf(Measure measure, Milestone milestone) =>
        new(milestone.DueOn, false, _rulings[measure.Id].Any(r => r.MilestoneId == milestone.Id || r.MilestoneId is null), _said[measure.Id].Any());

    // An amount of which some has been counted has begun, whoever has reported; one that is behind its share of the year asks for attention, unless the units say otherwise.
    private static async Task<ILookup<Guid, TargetState>> CountedAsync(LanshaoContext db, IReadOnlyCollection<Guid> planIds, DateOnly asOf, CancellationToken ct)
    {
        var targets = await db.Set<PlanTarget>().AsNoTracking().Where(t => planIds.Contains(t.PlanId) && t.Comparator == TargetComparator.AtLeast && t.IndicatorCode != null).ToListAsync(ct);
        var pack = targets.Count == 0 ? null : (await CurrentPack.ReadAsync(db, ct)).Value;
        var figures = await TargetFigures.ReadAsync(db, pack, [.. targets.Select(t => (t, t.Condition))], asOf, ct);
        return figures.Where(f => f.ReachedPercent > 0).ToLookup(f => f.Target.MeasureId, f => f.State);
    }

    // Done is ruled, or said by every unit that leads; where nobody leads, by every unit with the main duty, else by all.
    private bool IsCompleted(Measure measure, Dictionary<string, Said> latest)
    {
        if (_rulings[measure.Id].Any(r => r.MilestoneId is null) || latest.GetValueOrDefault(UnitReport.WholeList)?.IsDone == true)
        {
            return true;
        }

        if (latest.Count == 0 || measure.Units.Count == 0)
        {
            return false;
        }

        var weightiest = measure.Units.Min(u => u.Role);
        var leading = measure.Units.Where(u => u.Role == weightiest).SelectMany(u => _book.MembersOf(UnitBook.KeyOf(u.UnitCode, u.Raw)));
        return leading.All(unit => latest.GetValueOrDefault(unit)?.IsDone == true);
    }

    // A unit that said yes and says nothing of it later has still said yes.
    private Dictionary<string, Said> Latest(Guid measureId) => _said[measureId].GroupBy(s => s.UnitCode)
        .ToDictionary(g => g.Key, g => g.OrderByDescending(s => s.IsDone is not null).ThenByDescending(s => PeriodOf(s).To).First());

    private static Period PeriodOf(Said said) => Period.TryParse(said.PeriodCode, out var period) ? period : default;

    private sealed record Said(Guid EntryId, Guid MeasureId, string UnitCode, string PeriodCode, bool? IsDone, OnTrackVerdict? Verdict);
}
