using System.Globalization;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts.Places;

/// <summary>Judges the rules about places: remaining limits once a day, after the hours of yesterday are in; forecasts whenever one comes or is taken back. It raises what holds now, once, and ends what no longer does.</summary>
internal sealed class PlaceEvaluation(MonitoringStores stores, ReadTargets targets, TimeProvider clock)
{
    // A limit that has been low for longer is known from what is stored.
    private const int DaysBack = 10;
    private readonly Dictionary<string, string> _judged = [];

    /// <summary>Judges what has something new; returns how many alerts are new.</summary>
    public async Task<int> RunAsync(LanshaoContext db, AlertRules rules, Pack pack, DateTime nowUtc, CancellationToken ct)
    {
        var raised = 0;
        foreach (var rule in rules.All.Where(rule => rule.IsOfPlaces))
        {
            if (await StampAsync(db, rule, pack, nowUtc, ct) is not { } stamp || _judged.GetValueOrDefault(rule.Code) == stamp)
            {
                continue;
            }

            var today = ChinaTime.DayOf(nowUtc);
            var from = rule.Kind == RuleKind.Budget ? today.AddDays(-DaysBack) : today;
            var look = await new PlaceSource(stores, pack, targets).FindAsync(db, rule, from, today, ct);

            // What came last at a place says how it stands.
            var newest = look.Found.Where(one => one.Found.StartUtc <= nowUtc).GroupBy(one => one.Thing.Key, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => same.MaxBy(one => one.Found.StartUtc)!);
            raised += await WriteAsync(rules, rule, pack, [.. newest], nowUtc, ct);
            _judged[rule.Code] = stamp;
        }

        return raised;
    }

    /// <summary>Returns what changes when a rule has something new to look at; null before its figures of the day are in.</summary>
    private static async Task<string?> StampAsync(LanshaoContext db, AlertRule rule, Pack pack, DateTime nowUtc, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(nowUtc);
        if (rule.Kind == RuleKind.Budget)
        {
            return nowUtc < PlaceWatch.KnownUtc(today.AddDays(-1)) ? null : string.Create(CultureInfo.InvariantCulture, $"{pack.Revision}/{today:yyyyMMdd}");
        }

        var (count, lastUtc) = await ForecastQueries.NewsAsync(db, today, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{pack.Revision}/{today:yyyyMMdd}/{count}/{lastUtc:yyyyMMddHHmmssfff}");
    }

    private async Task<int> WriteAsync(AlertRules rules, AlertRule rule, Pack pack, List<PlaceFound> found, DateTime nowUtc, CancellationToken ct)
    {
        var night = AlertNight.Of(nowUtc);
        await using var db = stores.Business.NewContext();
        await using var write = await db.BeginWriteAsync(ct);
        await db.TakeTurnAsync("alerts", ct);
        var standing = (await db.Set<AlertCondition>().Where(c => c.RuleCode == rule.Code && c.DeviceNumber == 0 && c.EndUtc == null && c.WithdrawnUtc == null).ToListAsync(ct)).ToDictionary(c => c.Mn, StringComparer.Ordinal);
        var dispatch = await AlertDispatch.OpenAsync(db, rules, pack, night, await DutyRoster.ReadAsync(db, night.FromUtc, night.ToUtc, ct), nowUtc, ct);
        var raised = 0;
        foreach (var (thing, condition) in found)
        {
            if (standing.Remove(thing.Key, out var known))
            {
                condition.RaisedUtc = known.RaisedUtc;
                known.Become(Open(condition, nowUtc), isCarried: condition.StartUtc > known.StartUtc);
            }
            else if (condition.EndUtc is not { } end || end > nowUtc)
            {
                condition.RaisedUtc = nowUtc;
                raised += dispatch.Add(rule, thing, Open(condition, nowUtc)) ? 1 : 0;
            }
        }

        foreach (var gone in standing.Values)
        {
            End(rule, gone, nowUtc);
        }

        await dispatch.ReviseAsync(ct);
        if (await db.SaveAsync(Actor.System, clock, ct) is { } refusal)
        {
            throw new InvalidOperationException($"Alerts could not be stored: {refusal.Code}.");
        }

        await write.CommitAsync(ct);
        return raised;
    }

    // The end of a day that is still to come is no end yet.
    private static FoundCondition Open(FoundCondition condition, DateTime nowUtc)
    {
        condition.EndUtc = condition.EndUtc > nowUtc ? null : condition.EndUtc;
        return condition;
    }

    // A forecast day that is over ends; what is no longer said of a day to come, because it was taken back, never was.
    private static void End(AlertRule rule, AlertCondition gone, DateTime nowUtc)
    {
        if (rule.Kind == RuleKind.Forecast && gone.Mn.Split('@') is [_, var day] && DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) >= ChinaTime.DayOf(nowUtc))
        {
            gone.Withdraw(nowUtc);
        }
        else
        {
            gone.End(nowUtc);
        }
    }
}
