using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Progress;

/// <summary>How many tasks of a year's plan stand how: a task counts once, however many measures it has.</summary>
/// <param name="Tasks">The tasks of the yearly plan; of all lists where the year has no plan.</param>
/// <param name="AsOf">The day for which states are computed.</param>
public sealed record TaskCounts(IReadOnlyList<TaskCounts.Counted> Tasks, DateOnly AsOf)
{
    /// <summary>Gets whether they are the tasks of the yearly plan; where there is none, all lists of the year are counted.</summary>
    public bool IsAnnual { get; init; }

    /// <summary>A task with the state that follows from its measures.</summary>
    /// <param name="Domain">What its annex is about.</param>
    /// <param name="State">The state.</param>
    /// <param name="Measures">Its measures.</param>
    public sealed record Counted(PlanDomain Domain, MeasureState State, IReadOnlyList<Guid> Measures);

    /// <summary>Returns the day for which a page speaks: never after today, nor after the period that was chosen; without one, the end of the newest figures where these are of an earlier year.</summary>
    /// <param name="chosen">The period that the address names; null for none.</param>
    /// <param name="newest">The newest period that has figures; null for none.</param>
    /// <param name="today">The civil day.</param>
    public static DateOnly DayOf(Period? chosen, Period? newest, DateOnly today) => (chosen, newest) switch
    {
        ({ } period, _) => period.To < today ? period.To : today,
        (null, { } period) when period.To.Year < today.Year => period.To,
        _ => today,
    };

    /// <summary>Reads the tasks of a year.</summary>
    public static async Task<TaskCounts> ReadAsync(LanshaoContext db, District district, int year, DateOnly asOf, CancellationToken ct)
    {
        var board = await TaskBoard.ReadAsync(db, district, new TaskFilter(year), asOf, ct);
        var annual = board.Rows.Where(row => row.List.Kind == PlanKind.Annual).ToList();
        var rows = annual.Count > 0 ? annual : board.Rows;
        return new(
            [.. rows.GroupBy(row => (row.List.Id, row.Measure.Annex, row.Measure.TaskNumber)).Select(task => new Counted(task.First().Domain, Standing.OfTask([.. task.Select(row => row.State)]), [.. task.Select(row => row.Id)]))],
            asOf)
        { IsAnnual = annual.Count > 0 };
    }

    /// <summary>Counts the tasks in a state; of one domain, or of all.</summary>
    public int Count(MeasureState state, PlanDomain? domain = null) => Tasks.Count(task => task.State == state && (domain is null || task.Domain == domain));
}
