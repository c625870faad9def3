using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>The measures of a year's lists with their states, filtered and in the order of the lists (任务清单).</summary>
/// <param name="Rows">The measures that are wanted.</param>
/// <param name="AsOf">The day for which states are computed.</param>
public sealed record TaskBoard(IReadOnlyList<TaskBoard.Row> Rows, DateOnly AsOf)
{
    /// <summary>A measure of a list.</summary>
    /// <param name="Id">The measure.</param>
    /// <param name="List">The list.</param>
    /// <param name="Code">Its number.</param>
    /// <param name="Domain">What its annex is about.</param>
    /// <param name="Task">The task.</param>
    /// <param name="Measure">The measure with its units, milestones and targets.</param>
    /// <param name="State">Its state.</param>
    /// <param name="LatestEntry">The newest accepted progress; null for none.</param>
    public sealed record Row(Guid Id, List List, string Code, PlanDomain Domain, string Task, Measure Measure, MeasureState State, Guid? LatestEntry)
    {
        /// <summary>Gets the key for paging: lists in order, then places in the list.</summary>
        public string PageKey => $"{List.Code}.{Measure.Ordinal:000000}";
    }

    /// <summary>A list of the year.</summary>
    public sealed record List(Guid Id, string Code, PlanKind Kind, string PeriodCode, string Title, int Order);

    /// <summary>Counts the measures whose deadline lies in a band.</summary>
    public int Count(DeadlineBand band) => Rows.Count(r => IsIn(r.Measure, band, AsOf));

    public int Count(MeasureState state) => Rows.Count(r => r.State == state);

    /// <summary>Returns one page.</summary>
    /// <param name="after">The <see cref="Row.PageKey"/> of the last row of the page before; null for the first.</param>
    /// <param name="size">Rows, at most <see cref="KeyPage.MostRows"/>.</param>
    public KeyPage<Row> Page(string? after, int size)
    {
        var start = after is null ? 0 : IndexAfter(after);
        return KeyPage.Of([.. Rows.Skip(start).Take(size + 1)], size, row => row.PageKey);
    }

    /// <summary>Reads the board.</summary>
    /// <param name="db">The store.</param>
    /// <param name="district">Names and groups; null where no pack was applied.</param>
    /// <param name="filter">Which measures are wanted.</param>
    /// <param name="asOf">The day for which states are computed.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<TaskBoard> ReadAsync(LanshaoContext db, District? district, TaskFilter filter, DateOnly asOf, CancellationToken ct)
    {
        var book = new UnitBook(district, asOf);
        var lists = await ListsAsync(db, filter.Year, ct);
        var ids = lists.Where(l => filter.List is null || l.Code == filter.List).Select(l => l.Id).ToList();
        var rows = await RowsAsync(db, ids, lists.ToDictionary(l => l.Id), book, asOf, ct);
        var search = new TaskSearch(filter.Search, book);
        return new([.. rows.Where(row => Fits(row, filter, book, asOf) && search.Fits(row.Measure))], asOf);
    }

    /// <summary>Returns the standing lists of a year: the yearly plan first, then strengthening measures, then the quarters.</summary>
    public static async Task<IReadOnlyList<List>> ListsAsync(LanshaoContext db, int year, CancellationToken ct)
    {
        var plans = await db.Set<ActionPlan>().AsNoTracking().Where(p => p.Year == year && p.VoidedAtUtc == null)
            .Select(p => new { p.Id, p.Code, p.Kind, p.PeriodCode, p.Title }).ToListAsync(ct);
        return [.. plans.OrderBy(p => p.Kind).ThenBy(p => p.PeriodCode, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal).Select((p, i) => new List(p.Id, p.Code, p.Kind, p.PeriodCode, p.Title, i))];
    }

    /// <summary>Returns whether a deadline lies in a band.</summary>
    public static bool IsIn(Measure measure, DeadlineBand band, DateOnly asOf) => band switch
    {
        DeadlineBand.Soon => measure.DueOn >= asOf && measure.DueOn <= asOf.AddDays(Standing.AttentionDays),
        DeadlineBand.MidYear => measure.DueOn is { Month: <= 6 },
        DeadlineBand.YearEnd => measure.DueOn is { Month: > 6 },
        DeadlineBand.Past => measure.DueOn < asOf,
        DeadlineBand.Ongoing => measure.DeadlineKind == DeadlineKind.Ongoing,
        _ => measure.DueOn is null && measure.DeadlineKind != DeadlineKind.Ongoing,
    };

    private static async Task<List<Row>> RowsAsync(LanshaoContext db, List<Guid> ids, Dictionary<Guid, List> lists, UnitBook book, DateOnly asOf, CancellationToken ct)
    {
        var measures = await db.Set<Measure>().AsNoTracking().AsSplitQuery().Include(m => m.Units).Include(m => m.Milestones).Include(m => m.Targets)
            .Where(m => ids.Contains(m.PlanId) && m.VoidedAtUtc == null).ToListAsync(ct);
        var tasks = await db.Set<PlanTask>().AsNoTracking().Where(t => ids.Contains(t.PlanId)).ToDictionaryAsync(t => (t.PlanId, t.Annex, t.Number), t => t.Title, ct);
        var domains = await db.Set<PlanAnnex>().AsNoTracking().Where(a => ids.Contains(a.PlanId)).ToDictionaryAsync(a => (a.PlanId, a.Number), a => a.Domain, ct);
        var progress = await ListProgress.LoadAsync(db, ids, book, asOf, ct);
        return
        [
            .. from measure in measures
               let list = lists[measure.PlanId]
               orderby list.Order, measure.Ordinal
               select new Row(measure.Id, list, measure.Code, domains[(measure.PlanId, measure.Annex)], tasks[(measure.PlanId, measure.Annex, measure.TaskNumber)], measure, progress.StateOf(measure), progress.LatestEntryOf(measure.Id)),
        ];
    }

    private static bool Fits(Row row, TaskFilter filter, UnitBook book, DateOnly asOf) =>
        (filter.Domain is null || row.Domain == filter.Domain)
        && (filter.State is null || row.State == filter.State)
        && (filter.HasTarget is null || row.Measure.Targets.Count > 0 == filter.HasTarget)
        && (filter.Deadline is not { } band || IsIn(row.Measure, band, asOf))
        && (filter.Unit is null || Concerns(row.Measure, filter.Unit, filter.Role, book));

    private static bool Concerns(Measure measure, string unit, UnitRole? role, UnitBook book) =>
        Duty.Of(measure.Units.Select(u => (u.Role, u.Raw, u.UnitCode)), book).Any(d => d.UnitKey == unit && (role is null || d.Role == role))
        || measure.Units.Any(u => u.UnitCode == unit && (role is null || u.Role == role));

    private int IndexAfter(string key)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].PageKey == key)
            {
                return i + 1;
            }
        }

        // The row is gone by now: go on behind the place where it stood.
        var (code, ordinal) = key.LastIndexOf('.') is > 0 and var dot ? (key[..dot], key[(dot + 1)..]) : (key, string.Empty);
        var place = Rows.TakeWhile(r => r.List.Code != code || string.CompareOrdinal($"{r.Measure.Ordinal:000000}", ordinal) <= 0).Count();
        return Rows.Any(r => r.List.Code == code) ? place : 0;
    }
}
