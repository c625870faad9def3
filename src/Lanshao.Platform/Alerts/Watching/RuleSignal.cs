using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Platform.Alerts.Watching;

/// <summary>What a step says about a rule.</summary>
internal enum Verdict
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>It does not hold.</summary>
    Clear,

    /// <summary>It does not hold, but is not far from it: what holds goes on, nothing begins.</summary>
    Between,

    /// <summary>It holds.</summary>
    Over,
}

/// <summary>A step as a rule sees it, in millionths.</summary>
internal readonly record struct Signal(Verdict Verdict, long? Value, long? Limit);

/// <summary>Judges each step of a night by one rule for one device. Pure.</summary>
internal sealed class RuleSignal(AlertRule rule, AlertRules rules, NightData data, NightPeers peers)
{
    private const decimal Millionth = 1_000_000m;
    private const long Half = 500_000;
    private readonly long _over = Scaled(rule.Over);
    private readonly long _clear = Scaled(rule.Clear ?? rule.Over);
    private readonly long _by = Scaled(rule.By);
    private readonly decimal _times = rule.Times ?? 1;

    /// <summary>Returns what a step says.</summary>
    /// <param name="device">The device.</param>
    /// <param name="step">The step.</param>
    /// <param name="isExcused">Whether the device is reported as closed or under repair.</param>
    public Signal Of(Device device, int step, bool isExcused)
    {
        var civil = ChinaTime.CivilOf(data.Night.StartOf(step));
        if (isExcused || !rule.Hours.Holds(civil) || (IsAboutWork && !rules.HoursOf(device.Kind).Holds(civil)))
        {
            return new(Verdict.Clear, null, null);
        }

        return rule.Kind switch
        {
            RuleKind.Silent => Silence(device, step),
            RuleKind.PurifierOff => Purifier(device, step),
            _ => data.Find(device.Number, rule.Factor)?.Mean(step) is { } value ? Measured(device, step, value) : new(Verdict.Unknown, null, null),
        };
    }

    private bool IsAboutWork => rule.Kind is RuleKind.Silent or RuleKind.PurifierOff;

    private Signal Measured(Device device, int step, long value)
    {
        var (limit, clear) = rule.Kind switch
        {
            RuleKind.Threshold => (_over, _clear),
            RuleKind.Rise => Risen(device, step),
            RuleKind.NightSpike => Above(data.Usual(device.Number, rule.Factor, rule.Days, step)),
            _ => Above(peers.Median(device, rule.Factor, step)),
        };
        return limit is not { } over ? new(Verdict.Unknown, value, null)
            : value >= over ? new(Verdict.Over, value, over)
            : value >= clear ? new(Verdict.Between, value, over)
            : new(Verdict.Clear, value, over);
    }

    // It goes on as long as half of the rise is left.
    private (long? Limit, long? Clear) Risen(Device device, int step)
    {
        var series = data.Find(device.Number, rule.Factor)!;
        var before = Enumerable.Range(step - (rule.Window / AlertNight.StepMinutes), rule.Window / AlertNight.StepMinutes).Select(series.Mean).OfType<long>().ToList();
        return before.Count == 0 ? (null, null) : (before.Min() + _by, before.Min() + (_by / 2));
    }

    private (long? Limit, long? Clear) Above(long? compared)
    {
        if (compared is not { } known)
        {
            return (null, null);
        }

        var limit = Math.Max((long)Standards.Rounding.HalfEven(known * _times, 0), known + _by);
        return (limit, known + ((limit - known) * 3 / 4));
    }

    private Signal Silence(Device device, int step)
    {
        var series = data.Find(device.Number, rule.Factor);
        return series?.IsHeard(step) == true ? new(Verdict.Clear, null, null)
            : peers.IsQuietEverywhere(step) ? new(Verdict.Unknown, null, null)
            : new(Verdict.Over, null, null);
    }

    private Signal Purifier(Device device, int step)
    {
        if (data.Find(device.Number, rule.Factor)?.Mean(step) is not { } state)
        {
            return new(Verdict.Unknown, null, null);
        }

        var isRunning = rule.Running is null || data.Find(device.Number, rule.Running)?.Mean(step) >= Half;
        return new(isRunning && state < Half ? Verdict.Over : Verdict.Clear, state, null);
    }

    private static long Scaled(decimal? number) => (long)Standards.Rounding.HalfEven((number ?? 0) * Millionth, 0);
}
