using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Monitoring.Drives;

namespace Lanshao.Platform.Monitoring.Checks;

/// <summary>A reason for which a reading may be declared invalid.</summary>
/// <param name="Code">Its stable code.</param>
/// <param name="Name">Its words.</param>
public sealed record ReviewReason(string Code, string Name);

/// <summary>The automatic checks of hours and the reasons of reviews, of the pack's <c>checks.yaml</c>.</summary>
/// <param name="All">The rules in the order of the file.</param>
/// <param name="Reasons">The reasons in the order of the file.</param>
public sealed record HourChecks(IReadOnlyList<HourCheckRule> All, IReadOnlyList<ReviewReason> Reasons)
{
    public const string File = "checks.yaml";

    /// <summary>数据传输有效率 as it is usually wanted, per cent.</summary>
    public const decimal UsualWantedPercent = 90;

    private const decimal Largest = 1_000_000;
    private const int LongestFlat = 48;

    /// <summary>This room's part of the pack.</summary>
    public static readonly PackPart<HourChecks> Part = new("Monitoring", [File], Read);

    private static readonly Dictionary<string, DeviceKind> Kinds = Enum.GetValues<DeviceKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant());

    /// <summary>Gets 数据传输有效率 as it is wanted, per cent.</summary>
    public decimal WantedPercent { get; init; } = UsualWantedPercent;

    /// <summary>Gets from where on a drive is high.</summary>
    public DriveRule Drives { get; init; } = DriveRule.Usual;

    /// <summary>Returns the rules for a kind of device.</summary>
    public IEnumerable<HourCheckRule> For(DeviceKind kind) => All.Where(rule => rule.Devices.Contains(kind));

    private static HourChecks Read(Pack pack, PackProblems problems)
    {
        if (PackMap.Open(pack.Files, File, problems, required: false) is not { } root)
        {
            return new([], []);
        }

        var rules = new List<HourCheckRule>();
        foreach (var map in root.Maps("hours"))
        {
            var rule = Rule(map);
            if (rules.Exists(known => known.Factor == rule.Factor && known.Devices.Intersect(rule.Devices).Any()))
            {
                problems.Error("PACK-012", map.SpotOf("factor"), ("code", rule.Factor));
            }
            else if (rule.Factor.Length > 0 && rule.Devices.Count > 0)
            {
                rules.Add(rule);
            }
        }

        var reasons = ReadReasons(root, problems);
        var wanted = root.NumberOrNull("wantedPercent", 0, 100) ?? UsualWantedPercent;
        var drives = DriveRule.Read(root);
        root.Done();
        return new(rules, reasons) { WantedPercent = wanted, Drives = drives };
    }

    private static HourCheckRule Rule(PackMap map)
    {
        var devices = new List<DeviceKind>();
        foreach (var word in map.Texts("devices"))
        {
            if (Kinds.TryGetValue(word, out var kind))
            {
                devices.Add(kind);
            }
            else
            {
                map.UnknownReference("devices", word, Kinds.Keys);
            }
        }

        var rule = new HourCheckRule(map.Code("factor"), map.Text("name"), devices, map.Text("unit"))
        {
            Low = map.NumberOrNull("low", -Largest, Largest),
            High = map.NumberOrNull("high", -Largest, Largest),
            Jump = map.NumberOrNull("jump", 0, Largest),
            FlatHours = map.WholeOrNull("flatHours", 2, LongestFlat),
            FlatWithin = map.NumberOrNull("flatWithin", 0, Largest) ?? 0,
            FlatFrom = map.NumberOrNull("flatFrom", -Largest, Largest) ?? 0,
            BesideBy = map.NumberOrNull("besideBy", 0, Largest),
            BesideTimes = map.NumberOrNull("besideTimes", 1, 1000),
            BesideLeast = map.WholeOrNull("besideLeast", 1, 1000) ?? 3,
        };
        map.Done();
        return rule;
    }

    private static List<ReviewReason> ReadReasons(PackMap root, PackProblems problems)
    {
        var reasons = new List<ReviewReason>();
        foreach (var map in root.Maps("reasons"))
        {
            var reason = new ReviewReason(map.Code("code"), map.Text("name"));
            map.Done();
            if (reasons.Exists(known => known.Code == reason.Code))
            {
                problems.Error("PACK-012", map.SpotOf("code"), ("code", reason.Code));
            }
            else
            {
                reasons.Add(reason);
            }
        }

        return reasons;
    }
}
