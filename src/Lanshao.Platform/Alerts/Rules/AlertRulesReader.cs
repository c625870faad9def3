using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Forecasts;

namespace Lanshao.Platform.Alerts.Rules;

/// <summary>Reads <c>alerts.yaml</c>; what is wrong is reported with file, line and column, and that rule is left out.</summary>
internal static class AlertRulesReader
{
    private const int LongestMinutes = 3 * 24 * 60;

    // What began longer before noon than this is not seen whole; see AlertNight.
    private const int LongestHold = 120;
    private const decimal Largest = 1_000_000;
    private const int MostLead = 15;
    private const int DefaultLead = 2;

    private static readonly Dictionary<RuleKind, string[]> Needed = new()
    {
        [RuleKind.Threshold] = ["over"],
        [RuleKind.Rise] = ["by"],
        [RuleKind.NightSpike] = ["times", "by"],
        [RuleKind.Neighbours] = ["times", "by"],
        [RuleKind.Silent] = [],
        [RuleKind.PurifierOff] = [],
        [RuleKind.Budget] = ["under"],
        [RuleKind.Forecast] = ["over"],
    };


    public static AlertRules Read(Pack pack, PackProblems problems)
    {
        if (PackMap.Open(pack.Files, AlertRules.File, problems, required: false) is not { } root)
        {
            return new([]);
        }

        var rules = new List<AlertRule>();
        foreach (var map in root.Maps("rules"))
        {
            var rule = Rule(map, problems);
            if (rules.Exists(known => known.Code == rule.Code))
            {
                problems.Error("PACK-012", map.SpotOf("code"), ("code", rule.Code));
            }
            else if ((rule.IsOfPlaces || rule.Devices.Count > 0) && rule.Code.Length > 0)
            {
                rules.Add(rule);
            }
        }

        var read = Limits(new(rules), root) with { OpeningHours = OpeningHours(root, problems), Neighbours = Neighbours(root, pack.District, problems) };
        root.Done();
        return read;
    }

    private static AlertRules Limits(AlertRules rules, PackMap root)
    {
        if (root.MapOrNull("night") is not { } night)
        {
            return rules;
        }

        var read = rules with
        {
            MostImmediate = night.WholeOrNull("mostImmediate", 0, 1000) ?? rules.MostImmediate,
            MostOfNight = night.WholeOrNull("mostMessages", 1, 10_000) ?? rules.MostOfNight,
            ImmediateMinutes = night.WholeOrNull("immediateMinutes", 1, LongestMinutes) ?? rules.ImmediateMinutes,
            SameDayMinutes = night.WholeOrNull("sameDayMinutes", 1, LongestMinutes) ?? rules.SameDayMinutes,
            LeastHitRate = night.WholeOrNull("leastHitRate", 0, 100) ?? rules.LeastHitRate,
        };
        night.Done();
        return read;
    }

    private static AlertRule Rule(PackMap map, PackProblems problems)
    {
        var kind = map.Choice("kind", RuleWords.Kinds);
        var read = kind is RuleKind.Budget or RuleKind.Forecast ? OfPlaces(map, kind) : OfDevice(map, kind, problems);
        var rule = read with
        {
            IsEnabled = map.TextOrNull("enabled") is null || map.Flag("enabled"),
            Unit = map.TextOrNull("unit") ?? string.Empty,
            Clear = map.NumberOrNull("clear", 0, Largest),
            Cause = map.TextOrNull("cause") ?? string.Empty,
        };
        foreach (var key in Needed[kind].Where(key => map.TextOrNull(key) is null))
        {
            problems.Error("PACK-008", map.Spot, ("key", key));
        }

        if (rule.Clear > rule.Over || rule.Clear < rule.Under)
        {
            problems.Error("PACK-009", map.SpotOf("clear"), ("expected", rule.Under is null ? "≤ over" : "≥ under"), ("found", map.Text("clear")));
        }

        map.Done();
        return rule;
    }

    private static AlertRule OfDevice(PackMap map, RuleKind kind, PackProblems problems) =>
        new(map.Code("code"), map.Text("name"), kind, Devices(map, problems), map.Code("factor"), map.Choice("grade", RuleWords.Grades), map.Choice("group", RuleWords.Groups, AlertGrouping.Device), map.Whole("minutes", 5, LongestHold))
        {
            Over = map.NumberOrNull("over", 0, Largest),
            By = map.NumberOrNull("by", 0, Largest),
            Times = map.NumberOrNull("times", 1, 1000),
            Window = map.WholeOrNull("window", 5, 120) ?? 60,
            Days = map.WholeOrNull("days", 3, 60) ?? 14,
            ClearMinutes = map.WholeOrNull("clearMinutes", 5, LongestHold) ?? 10,
            Hours = Hours(map, "hours", problems),
            Running = map.TextOrNull("running"),
        };

    private static AlertRule OfPlaces(PackMap map, RuleKind kind)
    {
        var (factor, known) = (map.Code("factor"), kind == RuleKind.Budget ? RemainingLimits.Indicators : [.. ForecastItems.Words.Values]);
        if (!known.Contains(factor))
        {
            map.UnknownReference("factor", factor, known);
        }

        return new(map.Code("code"), map.Text("name"), kind, [], factor, map.Choice("grade", RuleWords.Grades), map.Choice("group", RuleWords.Groups, AlertGrouping.Subdistrict), 0)
        {
            Over = kind == RuleKind.Forecast ? map.NumberOrNull("over", 0, Largest) : null,
            Under = kind == RuleKind.Budget ? map.NumberOrNull("under", 0, Largest) : null,
            Lead = kind == RuleKind.Forecast ? map.WholeOrNull("lead", 0, MostLead) ?? DefaultLead : DefaultLead,
        };
    }

    private static List<DeviceKind> Devices(PackMap map, PackProblems problems)
    {
        var kinds = new List<DeviceKind>();
        foreach (var (word, _) in map.Marked("devices").Select(field => (field.Value, field)))
        {
            if (RuleWords.Devices.TryGetValue(word, out var kind))
            {
                kinds.Add(kind);
            }
            else
            {
                map.UnknownReference("devices", word, RuleWords.Devices.Keys);
            }
        }

        if (map.Marked("devices").Count == 0)
        {
            problems.Error("PACK-008", map.Spot, ("key", "devices"));
        }

        return kinds;
    }

    private static HoursOfDay Hours(PackMap map, string key, PackProblems problems)
    {
        var text = map.TextOrNull(key);
        if (HoursOfDay.TryParse(text, out var hours))
        {
            return hours;
        }

        problems.Error("PACK-009", map.SpotOf(key), ("expected", "20:00-06:00"), ("found", text!));
        return HoursOfDay.Always;
    }

    private static Dictionary<DeviceKind, HoursOfDay> OpeningHours(PackMap root, PackProblems problems)
    {
        var hours = new Dictionary<DeviceKind, HoursOfDay>();
        if (root.MapOrNull("openingHours") is not { } map)
        {
            return hours;
        }

        foreach (var (word, kind) in RuleWords.Devices)
        {
            if (map.TextOrNull(word) is not null)
            {
                hours[kind] = Hours(map, word, problems);
            }
        }

        map.Done();
        return hours;
    }

    private static Dictionary<string, IReadOnlyList<string>> Neighbours(PackMap root, District district, PackProblems problems)
    {
        var near = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var map in root.Maps("neighbours"))
        {
            var (place, others) = (map.Text("place"), map.Texts("beside"));
            foreach (var code in others.Prepend(place).Where(code => district.FindSubdistrict(code) is null))
            {
                map.UnknownReference(code == place ? "place" : "beside", code, district.Subdistricts.Select(area => area.Code));
            }

            near[place] = others;
            map.Done();
        }

        return near;
    }
}
