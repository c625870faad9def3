using System.Globalization;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts;

/// <summary>Compares what the rules find in a night with what is stored, and writes the difference: a condition is known by its rule, its device and its time, so that it comes once however often it is found.</summary>
internal sealed class AlertWriter(Store business, AlertRules rules, Pack pack, TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2 * AlertNight.StepMinutes);

    /// <summary>Writes a night; returns how many alerts are new.</summary>
    public async Task<int> WriteAsync(NightData data, IReadOnlyList<Device> devices, DateTime nowUtc, long seen, CancellationToken ct)
    {
        await using var db = business.NewContext();
        var night = data.Night;
        var found = await FindAsync(db, data, devices, nowUtc, ct);

        // Judged before, written now: nobody waits for the rules.
        await using var write = await db.BeginWriteAsync(ct);
        await db.TakeTurnAsync("alerts", ct);
        var stored = (await Standing(db.Set<AlertCondition>(), night).ToListAsync(ct)).ToLookup(c => (c.RuleCode, c.DeviceNumber));
        var fresh = found.SelectMany(one => Compare(one.Found, [.. stored[(one.Rule.Code, one.Device.Number)]], night, nowUtc).Select(condition => (one.Rule, one.Device, Found: condition))).ToList();

        // Told is who is on duty now, also of a night that is over.
        var roster = await DutyRoster.ReadAsync(db, night.FromUtc, nowUtc < night.ToUtc ? night.ToUtc : nowUtc.AddMinutes(1), ct);
        var dispatch = await AlertDispatch.OpenAsync(db, rules, pack, night, roster, nowUtc, ct);
        var raised = fresh.OrderBy(one => one.Found.RaisedUtc).ThenBy(one => one.Rule.Code, StringComparer.Ordinal).ThenBy(one => one.Device.Number).Count(one => dispatch.Add(one.Rule, Watched.Of(one.Device), one.Found));
        await dispatch.ReviseAsync(ct);
        await MarkAsync(db, seen, ct);
        if (await db.SaveAsync(Actor.System, clock, ct) is { } refusal)
        {
            throw new InvalidOperationException($"Alerts could not be stored: {refusal.Code}.");
        }

        await write.CommitAsync(ct);
        return raised;
    }

    private async Task<List<(AlertRule Rule, Device Device, IReadOnlyList<FoundCondition> Found)>> FindAsync(LanshaoContext db, NightData data, IReadOnlyList<Device> devices, DateTime nowUtc, CancellationToken ct)
    {
        var night = data.Night;
        var watch = new NightWatch(rules, devices, data, await LeaveBook.ReadAsync(db, night.FromUtc, night.ToUtc, ct));
        var carried = (await Standing(db.Set<AlertCondition>().AsNoTracking(), night).Where(c => c.StartUtc < night.FromUtc).Select(c => new { c.RuleCode, c.DeviceNumber, c.StartUtc }).ToListAsync(ct))
            .ToLookup(c => (c.RuleCode, c.DeviceNumber), c => (DateTime?)c.StartUtc);
        return
        [
            .. from rule in rules.All
               from device in devices
               where rule.Devices.Contains(device.Kind)
               select (rule, device, watch.Find(rule, device, nowUtc, carried[(rule.Code, device.Number)].FirstOrDefault())),
        ];
    }

    private static IQueryable<AlertCondition> Standing(IQueryable<AlertCondition> conditions, AlertNight night) =>
        conditions.Where(c => c.StartUtc < night.ToUtc && (c.EndUtc == null || c.EndUtc > night.FromUtc) && c.WithdrawnUtc == null);

    /// <summary>Returns what is new of a rule at a device; what is stored becomes what the readings say now, and what they no longer say is withdrawn.</summary>
    private static IEnumerable<FoundCondition> Compare(IReadOnlyList<FoundCondition> found, List<AlertCondition> stored, AlertNight night, DateTime nowUtc)
    {
        var carried = stored.Find(condition => condition.StartUtc < night.FromUtc);
        var matched = new HashSet<AlertCondition>();
        foreach (var condition in found)
        {
            if (stored.Find(known => !matched.Contains(known) && Overlap(known, condition)) is { } known)
            {
                known.Become(condition, isCarried: known == carried);
                _ = matched.Add(known);
            }
            else if (condition.RaisedUtc <= nowUtc)
            {
                yield return condition;
            }
        }

        // What began before noon is judged with its own night.
        foreach (var gone in stored.Where(known => !matched.Contains(known) && known.StartUtc >= night.NoonUtc))
        {
            gone.Withdraw(nowUtc);
        }
    }

    private static bool Overlap(AlertCondition known, FoundCondition found) =>
        known.StartUtc < (found.EndUtc ?? found.LastUtc) + Margin && found.StartUtc < (known.EndUtc ?? known.LastUtc) + Margin;

    private static async Task MarkAsync(LanshaoContext db, long seen, CancellationToken ct)
    {
        if (await db.Set<AlertMark>().SingleOrDefaultAsync(mark => mark.Name == AlertEvaluation.MarkName, ct) is { } mark)
        {
            mark.MoveTo(seen);
        }
        else
        {
            db.Add(new AlertMark(AlertEvaluation.MarkName, seen));
        }
    }

    /// <summary>Returns the number of an alert: the night and its place in it.</summary>
    internal static string NumberOf(AlertNight night, int place) => string.Create(CultureInfo.InvariantCulture, $"{night.On:yyyyMMdd}-{place:000}");
}
