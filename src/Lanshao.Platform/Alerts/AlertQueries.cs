using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts;

/// <summary>What waits.</summary>
/// <param name="Immediate">立即处置 that nobody has concluded.</param>
/// <param name="SameDay">当日处置 that nobody has concluded.</param>
/// <param name="Late">Alerts that nobody took in time.</param>
public sealed record AlertCounts(int Immediate, int SameDay, int Late)
{
    public int All => Immediate + SameDay;
}

/// <summary>An alert with what it stands on.</summary>
public sealed record AlertLine(Alert Alert, IReadOnlyList<AlertCondition> Conditions)
{
    /// <summary>Gets the condition with the value farthest beyond its limit; the first where none has one, null without any.</summary>
    public AlertCondition? Worst =>
        Conditions.Where(condition => condition.WithdrawnUtc is null).OrderByDescending(condition => condition.LimitNumber > condition.PeakNumber ? -condition.PeakNumber : condition.PeakNumber ?? long.MinValue).ThenBy(condition => condition.StartUtc).FirstOrDefault()
        ?? (Conditions is [var first, ..] ? first : null);

    /// <summary>Gets how long the longest condition held.</summary>
    public TimeSpan Longest => Conditions.Select(condition => condition.Length).DefaultIfEmpty(TimeSpan.Zero).Max();
}

/// <summary>What others ask of the room.</summary>
public static class AlertQueries
{
    private static readonly AlertState[] Open = [AlertState.Waiting, AlertState.Acknowledged, AlertState.Checking];

    /// <summary>Returns what waits for somebody.</summary>
    public static async Task<AlertCounts> CountsAsync(LanshaoContext db, AlertRules rules, DateTime nowUtc, CancellationToken ct)
    {
        var open = await db.Set<Alert>().AsNoTracking().Where(alert => Open.Contains(alert.State) && !alert.IsHeldBack && alert.Grade != AlertGrade.Record)
            .Select(alert => new { alert.Grade, alert.State, alert.RaisedUtc }).ToListAsync(ct);
        var late = open.Count(alert => alert.State == AlertState.Waiting && nowUtc > DueUtc(rules, alert.Grade, alert.RaisedUtc));
        return new(open.Count(alert => alert.Grade == AlertGrade.Immediate), open.Count(alert => alert.Grade == AlertGrade.SameDay), late);
    }

    /// <summary>Returns until when an alert is to be taken.</summary>
    public static DateTime DueUtc(AlertRules rules, AlertGrade grade, DateTime raisedUtc) => raisedUtc.AddMinutes(grade == AlertGrade.Immediate ? rules.ImmediateMinutes : rules.SameDayMinutes);

    /// <summary>Returns the newest alerts before a number, with their conditions.</summary>
    /// <param name="db">The store.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="before">The number after which the list goes on; null for the beginning.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<List<AlertLine>> ListAsync(LanshaoContext db, AlertFilter filter, string? before, int most, CancellationToken ct)
    {
        var alerts = db.Set<Alert>().AsNoTracking();
        alerts = filter.IsOpen ? alerts.Where(alert => Open.Contains(alert.State) && !alert.IsHeldBack && alert.Grade != AlertGrade.Record) : alerts;
        alerts = filter.State is { } state ? alerts.Where(alert => alert.State == state) : alerts;
        alerts = filter.Grade is { } grade ? alerts.Where(alert => alert.Grade == grade) : alerts;
        alerts = filter.HeldBack ? alerts.Where(alert => alert.IsHeldBack) : alerts;
        alerts = filter.Rule is { } rule ? alerts.Where(alert => alert.RuleCode == rule) : alerts;
        alerts = filter.Subdistrict is { } area ? alerts.Where(alert => alert.Subdistrict == area) : alerts;
        alerts = before is null ? alerts : alerts.Where(alert => string.Compare(alert.Number, before) < 0);
        return await WithConditionsAsync(db, await alerts.OrderByDescending(alert => alert.Number).Take(most).ToListAsync(ct), ct);
    }

    /// <summary>Returns one alert with its steps and conditions; null where there is none of that number.</summary>
    public static async Task<AlertLine?> FindAsync(LanshaoContext db, string number, CancellationToken ct) =>
        await db.Set<Alert>().AsNoTracking().Include(alert => alert.Steps.OrderBy(step => step.Seq)).SingleOrDefaultAsync(alert => alert.Number == number, ct) is { } alert
            ? (await WithConditionsAsync(db, [alert], ct))[0]
            : null;

    /// <summary>Returns the alerts raised in a span, with their conditions, the earliest first.</summary>
    public static async Task<List<AlertLine>> RaisedAsync(LanshaoContext db, DateTime fromUtc, DateTime toUtc, CancellationToken ct) =>
        await WithConditionsAsync(db, await db.Set<Alert>().AsNoTracking().Where(alert => alert.RaisedUtc >= fromUtc && alert.RaisedUtc < toUtc).OrderBy(alert => alert.RaisedUtc).ThenBy(alert => alert.Number).ToListAsync(ct), ct);

    /// <summary>Returns how many alerts of a night there are by code of the 街道; what corrected data took back was none.</summary>
    public static Task<Dictionary<string, int>> CountsByAreaAsync(LanshaoContext db, DateOnly night, CancellationToken ct) =>
        db.Set<Alert>().AsNoTracking().Where(alert => alert.Night == night && alert.Subdistrict != null && alert.Outcome != AlertOutcome.DataCorrected)
            .GroupBy(alert => alert.Subdistrict!).Select(area => new { area.Key, Count = area.Count() }).ToDictionaryAsync(area => area.Key, area => area.Count, ct);

    /// <summary>Returns how many alerts of a night the ceiling kept back.</summary>
    public static Task<int> HeldBackAsync(LanshaoContext db, DateOnly night, CancellationToken ct) => db.Set<Alert>().AsNoTracking().CountAsync(alert => alert.Night == night && alert.IsHeldBack, ct);

    internal static Task<Alert?> TrackedAsync(LanshaoContext db, Guid id, CancellationToken ct) =>
        db.Set<Alert>().Include(alert => alert.Steps.OrderBy(step => step.Seq)).SingleOrDefaultAsync(alert => alert.Id == id, ct);

    private static async Task<List<AlertLine>> WithConditionsAsync(LanshaoContext db, List<Alert> alerts, CancellationToken ct)
    {
        var ids = alerts.Select(alert => alert.Id).ToList();
        var conditions = new List<AlertCondition>();
        foreach (var some in ids.Chunk(200))
        {
            conditions.AddRange(await db.Set<AlertCondition>().AsNoTracking().Where(condition => some.Contains(condition.AlertId)).OrderBy(condition => condition.StartUtc).ThenBy(condition => condition.DeviceNumber).ToListAsync(ct));
        }

        var byAlert = conditions.ToLookup(condition => condition.AlertId);
        return [.. alerts.Select(alert => new AlertLine(alert, [.. byAlert[alert.Id]]))];
    }
}

/// <summary>Which alerts a list shows.</summary>
public sealed record AlertFilter(bool IsOpen = false, AlertState? State = null, AlertGrade? Grade = null, bool HeldBack = false, string? Rule = null, string? Subdistrict = null);
