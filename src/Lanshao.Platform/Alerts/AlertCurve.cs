using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts;

/// <summary>What a device said around an alert, in the steps in which the rule saw it, beside it what the rule compared it with.</summary>
/// <param name="Steps">The steps in order.</param>
/// <param name="Other">The device that agrees; null for none, or where the median of the others stands beside.</param>
/// <param name="IsMedian">Whether the median of the other devices stands beside.</param>
public sealed record AlertCurve(IReadOnlyList<AlertCurve.Moment> Steps, string? Other, bool IsMedian)
{
    private const decimal Millionth = 1_000_000m;
    private static readonly TimeSpan Around = TimeSpan.FromHours(1);

    // Of what lasts all night its beginning.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(480);

    /// <summary>Reads the values around a condition at a device; null where there are none (any more).</summary>
    /// <param name="db">The register.</param>
    /// <param name="series">Where readings lie.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="rules">All rules, which say who is beside whom.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<AlertCurve?> ReadAsync(LanshaoContext db, LanshaoContext series, AlertCondition condition, AlertRule rule, AlertRules rules, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(rule);
        if (condition.IsOfPlace || condition.Peak is null)
        {
            return null;
        }

        var isMedian = rule.Kind == RuleKind.Neighbours;
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.Number == condition.DeviceNumber || (device.VoidedUtc == null && (isMedian ? rule.Devices.Contains(device.Kind) : device.Name == condition.AgreedBy))).ToListAsync(ct);
        if (devices.Find(device => device.Number == condition.DeviceNumber) is not { } own)
        {
            return null;
        }

        var night = AlertNight.Of(condition.StartUtc);
        var data = new NightData(night);
        var (fromUtc, lastUtc) = (condition.StartUtc - Around, (condition.EndUtc ?? condition.LastUtc) + Around);
        var toUtc = lastUtc < fromUtc + Longest ? lastUtc : fromUtc + Longest;
        await data.ReadAsync(series, devices, [rule.Factor], fromUtc, ct, toUtc);
        var (peers, other) = (new NightPeers(devices, rules, data, []), isMedian ? null : devices.Find(device => device != own));
        var steps = from step in Enumerable.Range(Math.Max(0, night.StepOf(fromUtc)), AlertNight.Steps)
                    where step < night.StepsOver(toUtc)
                    let beside = isMedian ? peers.Median(own, rule.Factor, step) : other is null ? null : data.Find(other.Number, rule.Factor)?.Mean(step)
                    select new Moment(night.StartOf(step), data.Find(own.Number, rule.Factor)?.Mean(step) / Millionth, beside / Millionth);
        var read = steps.ToList();
        return read.Exists(step => step.Value is not null) ? new(read, other?.Name, isMedian) : null;
    }

    /// <summary>A step of five minutes.</summary>
    /// <param name="StartUtc">Its beginning.</param>
    /// <param name="Value">The device's mean; null for none.</param>
    /// <param name="Beside">The other's, or the median of the others; null for none.</param>
    public sealed record Moment(DateTime StartUtc, decimal? Value, decimal? Beside);
}
