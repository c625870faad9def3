using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts;

/// <summary>How often a rule would have called, night by night; it writes nothing.</summary>
/// <param name="Nights">The nights that were looked at and have readings, the newest first, with their messages.</param>
/// <param name="Devices">How many devices it holds for.</param>
/// <param name="Looked">How many of them were looked at.</param>
public sealed record RulePreview(IReadOnlyList<RulePreview.OfNight> Nights, int Devices, int Looked)
{
    private const int MostDevices = 300;

    /// <summary>Gets how many nights were asked for and not looked at, because there was no time left.</summary>
    public int NotLooked { get; private init; }

    /// <summary>Gets all messages.</summary>
    public int Calls => Nights.Sum(night => night.Calls);

    /// <summary>What one night would have brought.</summary>
    /// <param name="On">The civil day on which it begins.</param>
    /// <param name="Conditions">What the rule finds at devices.</param>
    /// <param name="Calls">The messages after grouping.</param>
    /// <param name="Immediate">Those of them with a device that agrees, if the rule is of 立即处置.</param>
    public sealed record OfNight(DateOnly On, int Conditions, int Calls, int Immediate);

    /// <summary>Looks back from tonight, night by night, as long as there is time: a night that was not looked at is not told.</summary>
    /// <param name="stores">Where the readings lie.</param>
    /// <param name="rules">The rules of the pack, for what holds for all of them.</param>
    /// <param name="rule">The rule as it would be.</param>
    /// <param name="nights">How many nights at most.</param>
    /// <param name="budget">How long at most.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<RulePreview> RunAsync(MonitoringStores stores, AlertRules rules, AlertRule rule, int nights, TimeSpan budget, TimeProvider clock, CancellationToken ct)
    {
        var (began, nowUtc) = (clock.GetTimestamp(), ChinaTime.NowUtc(clock));
        await using var db = stores.Business.NewContext();
        await using var series = stores.Series.NewContext();
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null && device.Tier != StationTier.Simulated && rule.Devices.Contains(device.Kind)).OrderBy(device => device.Number).ToListAsync(ct);
        var looked = devices.Take(MostDevices).ToList();
        var found = new List<OfNight>();
        var alone = rules with { All = [rule] };
        var tonight = AlertNight.Of(nowUtc);
        var night = tonight;
        for (; night.On > tonight.On.AddDays(-nights) && (night == tonight || clock.GetElapsedTime(began) < budget); night = night.Before)
        {
            var data = new NightData(night);
            await data.ReadAsync(series, looked, [.. rule.Factors], night.FromUtc, ct);
            if (data.IsEmpty)
            {
                continue;
            }

            if (rule.Kind == RuleKind.NightSpike)
            {
                await data.ReadUsualAsync(series, looked, rule.Factor, rule.Days, ct);
            }

            var watch = new NightWatch(alone, looked, data, await LeaveBook.ReadAsync(db, night.FromUtc, night.ToUtc, ct));
            var conditions = looked.SelectMany(device => watch.Find(rule, device, nowUtc, null).Where(condition => condition.RaisedUtc >= night.NoonUtc).Select(condition => (Key: AlertDispatch.KeyOf(rule, Watched.Of(device)), condition))).ToList();
            var groups = conditions.GroupBy(one => one.Key, StringComparer.Ordinal).ToList();
            var immediate = rule.Grade == AlertGrade.Immediate ? groups.Count(group => group.Any(one => one.condition.AgreedBy.Length > 0)) : 0;
            found.Add(new(night.On, conditions.Count, groups.Count, immediate));
        }

        return new(found, devices.Count, looked.Count) { NotLooked = nights - (tonight.On.DayNumber - night.On.DayNumber) };
    }
}
