using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Platform.Alerts.Watching;

/// <summary>The other devices of a night: what is usual among them, who agrees with one, and whether all are quiet at once.</summary>
internal sealed class NightPeers(IReadOnlyList<Device> devices, AlertRules rules, NightData data, IReadOnlyCollection<string> heardBy)
{
    private const int LeastOthers = 3;
    private const int LeastForQuiet = 4;
    private readonly Dictionary<(DeviceKind Kind, string Factor, int Step), List<(int Device, long Mean)>> _means = [];
    private readonly Dictionary<int, bool> _quiet = [];

    /// <summary>Returns the median of the other devices of its kind; null where there are fewer than three.</summary>
    public long? Median(Device device, string factor, int step)
    {
        if (!_means.TryGetValue((device.Kind, factor, step), out var means))
        {
            means = [.. devices.Where(other => other.Kind == device.Kind).Select(other => (other.Number, data.Find(other.Number, factor)?.Mean(step))).Where(pair => pair.Item2 is not null).Select(pair => (pair.Number, pair.Item2!.Value)).OrderBy(pair => pair.Value)];
            _means.Add((device.Kind, factor, step), means);
        }

        var others = means.Where(pair => pair.Device != device.Number).Select(pair => pair.Mean).ToList();
        return others.Count < LeastOthers ? null
            : others.Count % 2 == 1 ? others[others.Count / 2]
            : (others[(others.Count / 2) - 1] + others[others.Count / 2]) / 2;
    }

    /// <summary>Returns the device that agrees: one in the same or a neighbouring place that reaches the same limit in the same steps; null where none does.</summary>
    public Device? Agreeing(Device device, string factor, long limit, int from, int to) => devices.FirstOrDefault(other =>
        other.Number != device.Number && rules.AreNear(device.Subdistrict, other.Subdistrict)
        && data.Find(other.Number, factor) is { } series && Enumerable.Range(from, Math.Max(0, to - from + 1)).Any(step => series.Mean(step) >= limit));

    /// <summary>Returns whether most devices are quiet in a step: then it is our side or the network, and no device's fault.</summary>
    public bool IsQuietEverywhere(int step)
    {
        if (!_quiet.TryGetValue(step, out var isQuiet))
        {
            var heard = devices.Select(device => heardBy.Select(factor => data.Find(device.Number, factor)).OfType<StepSeries>().ToList()).Where(series => series.Exists(one => one.First >= 0)).ToList();
            isQuiet = heard.Count >= LeastForQuiet && heard.Count(series => series.Exists(one => one.IsHeard(step))) * 2 < heard.Count;
            _quiet.Add(step, isQuiet);
        }

        return isQuiet;
    }
}
