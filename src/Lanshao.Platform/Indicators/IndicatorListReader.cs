using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Indicators;

/// <summary>Reads <c>indicators.yaml</c>.</summary>
internal sealed class IndicatorListReader(Pack pack)
{
    private const string File = "indicators.yaml";
    private const int MostDecimals = 6;   // as many as both stores keep

    private static readonly Dictionary<string, string> Domains = new[] { "climate", "air", "water", "soil", "ecology", "other" }.ToDictionary(word => word);

    private static readonly Dictionary<string, IndicatorKind> Kinds = new() { ["number"] = IndicatorKind.Number, ["class"] = IndicatorKind.WaterClass };

    private static readonly Dictionary<string, BetterDirection> Directions = new() { ["lower"] = BetterDirection.Lower, ["higher"] = BetterDirection.Higher, ["none"] = BetterDirection.None };

    private static readonly Dictionary<string, YearOnYearKind> Changes = new() { ["percent"] = YearOnYearKind.Percent, ["difference"] = YearOnYearKind.Difference, ["none"] = YearOnYearKind.None };

    private static readonly Dictionary<string, bool> Ranks = new() { ["worst-first"] = true, ["none"] = false };

    private static readonly Dictionary<string, PlaceKind> PlaceKinds = new()
    {
        ["district"] = PlaceKind.District,
        ["subdistrict"] = PlaceKind.Subdistrict,
        ["station"] = PlaceKind.Station,
        ["section"] = PlaceKind.Section,
        ["water-point"] = PlaceKind.WaterPoint,
        ["road"] = PlaceKind.Road,
    };

    public IndicatorList Read(PackProblems problems)
    {
        var maps = PackMap.OpenList(pack.Files, File, "indicators", problems, required: false);
        var indicators = new Dictionary<string, IndicatorDefinition>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            var indicator = ReadIndicator(map, problems);
            if (!indicators.TryAdd(indicator.Code, indicator))
            {
                problems.Error("PACK-012", map.SpotOf("code"), ("code", indicator.Code));
            }
        }

        foreach (var map in maps)
        {
            CheckReferences(map, indicators, problems);
            map.Done();
        }

        return new([.. indicators.Values]);
    }

    private IndicatorDefinition ReadIndicator(PackMap map, PackProblems problems)
    {
        var kind = map.Choice("kind", Kinds);
        var name = map.Text("name");
        var unit = map.Text("unit");
        var decimals = kind == IndicatorKind.Number ? map.Whole("decimals", 0, MostDecimals) : 0;
        var change = map.Choice("yearOnYear", Changes, YearOnYearKind.None);
        var isRanked = map.Choice("rank", Ranks, false);
        return new(
            map.Code("code"), name, map.TextOrNull("shortName") ?? name, Domain(map, problems), kind, unit, map.TextOrNull("printedUnit") ?? unit,
            map.Choice("direction", Directions), decimals, change, change == YearOnYearKind.None ? decimals : map.Whole("yearOnYearDecimals", 0, MostDecimals),
            isRanked, isRanked ? map.Whole("rankDecimals", 0, MostDecimals) : decimals,
            map.TextOrNull("whole"), map.TextOrNull("change"), map.TextOrNull("cityRank"), map.Texts("sumOf"))
        {
            Places = ReadPlaces(map, problems),
            AreaSet = ReadAreaSet(map),
            Aliases = map.Texts("aliases"),
            Source = map.Text("source"),
            Note = map.TextOrNull("note") ?? string.Empty,
        };
    }

    private static string Domain(PackMap map, PackProblems problems)
    {
        var domain = map.Text("domain");
        if (!Domains.ContainsKey(domain))
        {
            problems.Error("PACK-010", map.SpotOf("domain"), ("key", "domain"), ("found", domain), ("expected", string.Join(" / ", Domains.Keys)));
        }

        return domain;
    }

    private static List<PlaceKind> ReadPlaces(PackMap map, PackProblems problems)
    {
        var kinds = new List<PlaceKind>();
        foreach (var (word, spot) in map.Marked("places"))
        {
            if (PlaceKinds.TryGetValue(word, out var kind))
            {
                kinds.Add(kind);
            }
            else
            {
                problems.Error("PACK-010", spot, ("key", "places"), ("found", word), ("expected", string.Join(" / ", PlaceKinds.Keys)));
            }
        }

        if (kinds.Count == 0)
        {
            problems.Error("PACK-008", map.Spot, ("key", "places"));
        }

        return kinds;
    }

    private string? ReadAreaSet(PackMap map)
    {
        var set = map.TextOrNull("areaSet");
        if (set is not null && !pack.District.AreaSets.ContainsKey(set))
        {
            map.UnknownReference("areaSet", set, pack.District.AreaSets.Keys);
        }

        return set;
    }

    private static void CheckReferences(PackMap map, Dictionary<string, IndicatorDefinition> indicators, PackProblems problems)
    {
        foreach (var key in new[] { "whole", "change", "cityRank" })
        {
            if (map.TextOrNull(key) is { } code && !indicators.ContainsKey(code))
            {
                map.UnknownReference(key, code, indicators.Keys);
            }
        }

        foreach (var (code, spot) in map.Marked("sumOf").Where(part => !indicators.ContainsKey(part.Value)))
        {
            problems.Error("PACK-011", spot, ("key", "sumOf"), ("found", code));
        }
    }
}
