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
            if (condition.Limit is { } limit)
            {
                var (from, to) = (data.Night.StepOf(condition.StartUtc), data.Night.StepOf(condition.LastUtc));
                condition.AgreedBy = _peers.Agreeing(device, rule.Factor, limit, Math.Max(0, from), Math.Min(to, AlertNight.Steps - 1))?.Name ?? string.Empty;
            }
        }

        return found;
    }

    // Silence begins with what was heard before: a device that never spoke is not silent, it is not connected yet.
    private int? FirstStep(AlertRule rule, Device device) => data.Find(device.Number, rule.Factor) is not { } series ? null
        : rule.Kind != RuleKind.Silent ? 0
        : series.First >= 0 ? series.First
        : null;
}
