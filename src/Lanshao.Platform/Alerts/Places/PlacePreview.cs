using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Platform.Alerts.Places;

/// <summary>How often a rule about places would have called in the last nights, as was known in each; it writes nothing.</summary>
public static class PlacePreview
{
    /// <param name="stores">Where everything lies.</param>
    /// <param name="rule">The rule as it would be.</param>
    /// <param name="targets">The yearly targets.</param>
    /// <param name="nights">How many nights.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<RulePreview> RunAsync(MonitoringStores stores, AlertRule rule, ReadTargets targets, int nights, TimeProvider clock, CancellationToken ct)
    {
        await using var db = stores.Business.NewContext();
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return new([], 0, 0);
        }

        var nowUtc = ChinaTime.NowUtc(clock);
        var (tonight, today) = (AlertNight.Of(nowUtc), ChinaTime.DayOf(nowUtc));
        var first = tonight.On.AddDays(1 - nights);

        // A day more, so that what began before is not taken for a new call.
        var look = await new PlaceSource(stores, pack.Value, targets).FindAsync(db, rule, first.AddDays(-1), today, ct);
        var byNight = look.Found.Where(one => one.Found.RaisedUtc <= nowUtc).ToLookup(one => AlertNight.Of(one.Found.RaisedUtc).On);
        var looked = Enumerable.Range(0, nights).Select(back => tonight.On.AddDays(-back)).Where(on => look.FirstUtc is { } known && on >= AlertNight.Of(known).On);
        return new([.. looked.Select(on => Night(rule, on, [.. byNight[on]]))], look.Places, look.Places);
    }

    private static RulePreview.OfNight Night(AlertRule rule, DateOnly on, List<PlaceFound> found)
    {
        var groups = found.GroupBy(one => AlertDispatch.KeyOf(rule, one.Thing), StringComparer.Ordinal).ToList();
        return new(on, found.Count, groups.Count, rule.Grade == AlertGrade.Immediate ? groups.Count(group => group.Any(one => one.Found.AgreedBy.Length > 0)) : 0);
    }
}
