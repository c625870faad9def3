using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Platform.Alerts.Watching;

/// <summary>Runs all rules over the devices of a night. Pure: the same readings, rules, reports and instant give the same conditions.</summary>
internal sealed class NightWatch(AlertRules rules, IReadOnlyList<Device> devices, NightData data, LeaveBook leaves)
{
    private readonly NightPeers _peers = new(devices, rules, data, [.. rules.All.Where(rule => rule.Kind == RuleKind.Silent).Select(rule => rule.Factor).Distinct()]);

    /// <summary>Returns the conditions of one rule at one device.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="device">The device.</param>
    /// <param name="nowUtc">What is over by then is judged.</param>
    /// <param name="carried">Since when a condition has held at the beginning; null for none.</param>
    public IReadOnlyList<FoundCondition> Find(AlertRule rule, Device device, DateTime nowUtc, DateTime? carried)
    {
        var first = carried is null ? FirstStep(rule, device) : 0;
        if (!rule.Devices.Contains(device.Kind) || first is null)
        {
            return [];
        }

        var (signal, fold) = (new RuleSignal(rule, rules, data, _peers), new ConditionFold(rule, data.Night));
        var found = fold.Run(data.Night.StepsOver(nowUtc), step => step < first ? new(Verdict.Unknown, null, null) : signal.Of(device, step, leaves.IsAway(device.Mn, data.Night.StartOf(step))), carried);
        foreach (var condition in found)
        {
            condition.Evidence = fold.EvidenceOf(condition);
            var (from, to) = (Math.Max(0, data.Night.StepOf(condition.StartUtc)), Math.Min(data.Night.StepOf(condition.LastUtc), AlertNight.Steps - 1));
            condition.AgreedBy = (condition.Limit is { } limit ? _peers.Agreeing(device, rule.Factor, limit, from, to) : Alike(rule, signal, device, from, to))?.Name ?? string.Empty;
        }

        return found;
    }

    // Where there is no value to compare, a device beside it that is found in the same state agrees; asked for only where the grade needs it.
    private Device? Alike(AlertRule rule, RuleSignal signal, Device device, int from, int to) => rule.Grade != AlertGrade.Immediate ? null : devices.FirstOrDefault(other =>
        other.Number != device.Number && rule.Devices.Contains(other.Kind) && rules.AreNear(device.Subdistrict, other.Subdistrict) && FirstStep(rule, other) is { } first
        && Enumerable.Range(from, Math.Max(0, to - from + 1)).Any(step => step >= first && signal.Of(other, step, leaves.IsAway(other.Mn, data.Night.StartOf(step))).Verdict == Verdict.Over));

    // Silence begins with what was heard before: a device that never spoke is not silent, it is not connected yet.
    private int? FirstStep(AlertRule rule, Device device) => data.Find(device.Number, rule.Factor) is not { } series ? null
        : rule.Kind != RuleKind.Silent ? 0
        : series.First >= 0 ? series.First
        : null;
}
