using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Standards;

namespace Lanshao.Platform.Districts;

/// <summary>Reads the lists of a district, in an order in which every reference points back.</summary>
internal sealed class DistrictReader(PackFiles files, PackProblems problems)
{
    private const string Format = "1";
    private const int MostGridLines = 30;
    private static readonly string[] Confidences = ["V", "R", "?"];

    private static readonly Dictionary<string, AgencyLevel> Levels = new(StringComparer.Ordinal)
    {
        ["district"] = AgencyLevel.District,
        ["dual"] = AgencyLevel.Dual,
        ["city"] = AgencyLevel.City,
        ["enterprise"] = AgencyLevel.Enterprise,
    };

    private readonly DistrictLists _lists = new();
    private readonly Dictionary<string, PackSpot> _unitCodes = new(StringComparer.Ordinal);

    public District Read()
    {
        var facts = ReadFacts();
        ReadSubdistricts();
        ReadAgencies();
        ReadAreaSets();
        ReadGroups();
        _lists.Seasons = new SeasonList(files, problems).Read();
        WarnOfSharedNames();
        ReadWater();
        return new(facts, _lists);
    }

    /// <summary>Reads the names of units and seasons alone: all that reading a document needs, and a part of the work.</summary>
    public NameBook ReadNames()
    {
        ReadSubdistricts();
        ReadAgencies();
        ReadAreaSets();
        ReadGroups();
        _lists.Seasons = new SeasonList(files, problems).Read();
        return _lists.Names();
    }

    /// <summary>Reads the pilot start of the air standards alone: all that evaluating a file of hours needs.</summary>
    public DateOnly? ReadAirPilotFrom() => PackMap.Open(files, "pack.yaml", problems)?.DayOrNull("airPilotFrom");

    private PackFacts ReadFacts()
    {
        if (PackMap.Open(files, "pack.yaml", problems) is not { } root)
        {
            return new("", "", "", "", "", "", false, "");
        }

        if (root.Text("packFormat") is var format && format != Format)
        {
            problems.Error("PACK-002", root.SpotOf("packFormat"), ("expected", Format), ("found", format));
        }

        var district = root.MapOrNull("district");
        var facts = new PackFacts(
            root.Code("name"), root.Text("title"), district?.Code("code") ?? "", district?.Text("name") ?? "", district?.Text("fullName") ?? "", district?.Text("city") ?? "",
            root.Flag("sample"), root.TextOrNull("notice") ?? "", root.DayOrNull("airPilotFrom"));
        if (district is null)
        {
            problems.Error("PACK-008", root.Spot, ("key", "district"));
        }
        else
        {
            Confidence(district);
            district.Done();
        }

        root.Done();
        return facts;
    }

    private void ReadSubdistricts()
    {
        foreach (var map in PackMap.OpenList(files, "subdistricts.yaml", "subdistricts", problems))
        {
            var code = UnitCode(map);
            map.TextOrNull("note");
            _lists.Subdistricts.Add(new(code, map.Text("name"), map.Text("shortName"), _lists.Subdistricts.Count + 1, Confidence(map), Aliases(map)) { Cell = Cell(map) });
            map.Done();
        }
    }

    // Areas stand in the grid each in its own place, all or none.
    private GridCell? Cell(PackMap map)
    {
        var grid = map.MapOrNull("grid");
        if (_lists.Subdistricts is [{ Cell: var first }, ..] && first is null != grid is null)
        {
            problems.Error("PACK-008", map.Spot, ("key", "grid"));
        }

        if (grid is null)
        {
            return null;
        }

        var cell = new GridCell(grid.Whole("row", 1, MostGridLines), grid.Whole("column", 1, MostGridLines));
        if (_lists.Subdistricts.Exists(other => other.Cell == cell))
        {
            problems.Error("PACK-012", grid.SpotOf("row"), ("code", string.Create(CultureInfo.InvariantCulture, $"{cell.Row}/{cell.Column}")));
        }

        grid.Done();
        return cell;
    }

    private void ReadAgencies()
    {
        foreach (var map in PackMap.OpenList(files, "agencies.yaml", "agencies", problems))
        {
            _lists.Agencies.Add(new(
                UnitCode(map), map.Text("name"), map.Text("fullName"), map.Choice("level", Levels), _lists.Agencies.Count + 1, map.TextOrNull("note") ?? "", Aliases(map)));
            map.Done();
        }
    }

    private void ReadAreaSets()
    {
        foreach (var map in PackMap.OpenList(files, "areas.yaml", "areaSets", problems))
        {
            var code = map.Code("code");
            var included = Referenced(map, "include", _lists.AreaSets.Select(set => set.Code).ToList());
            var members = Referenced(map, "members", [.. _lists.Subdistricts.Select(area => area.Code)]).ToHashSet(StringComparer.Ordinal);
            members.UnionWith(_lists.AreaSets.Where(set => included.Contains(set.Code)).SelectMany(set => set.Members));
            if (_lists.AreaSets.Exists(set => set.Code == code))
            {
                problems.Error("PACK-012", map.SpotOf("code"), ("code", code));
            }
            else
            {
                _lists.AreaSets.Add(new(code, map.Text("name"), [.. _lists.Subdistricts.Select(area => area.Code).Where(members.Contains)]));
            }

            map.Done();
        }
    }

    private void ReadGroups()
    {
        foreach (var map in PackMap.OpenList(files, "groups.yaml", "groups", problems))
        {
            _lists.Groups.Add(new(
                UnitCode(map), map.Text("name"), _lists.Groups.Count + 1, map.TextOrNull("note") ?? "", Aliases(map), [.. map.Maps("members").Select(ReadMember)]));
            map.Done();
        }
    }

    private GroupMember ReadMember(PackMap map)
    {
        var set = map.TextOrNull("areaSet");
        var unit = map.TextOrNull("unit");
        if (set is not null && !_lists.AreaSets.Exists(known => known.Code == set))
        {
            map.UnknownReference("areaSet", set, _lists.AreaSets.Select(known => known.Code));
        }

        if (unit is not null && !_unitCodes.ContainsKey(unit))
        {
            map.UnknownReference("unit", unit, _unitCodes.Keys);
        }

        if (set is null == unit is null)
        {
            problems.Error("PACK-009", map.Spot, ("expected", "areaSet / unit"), ("found", ""));
        }

        var member = new GroupMember(unit ?? "", set, map.DayOrNull("from"), map.DayOrNull("to"));
        map.Done();
        return member;
    }

    private void ReadWater()
    {
        var areas = _lists.Subdistricts.Select(area => area.Code).ToList();
        foreach (var row in PackCsv.Read(files, "communities.csv", ["code", "name", "subdistrict", "confidence"], [], problems))
        {
            _lists.Communities.Add(new(row.Text("code"), row.Text("name"), Known(row, "subdistrict", areas) is [var area, ..] ? area : "", row.Text("confidence")));
        }

        foreach (var row in PackCsv.Read(files, "sections.csv", ["code", "name", "waterBody", "kind", "subdistricts", "target", "municipalAssessment"], [], problems))
        {
            _lists.Sections.Add(new(
                row.Text("code"), row.Text("name"), row.Text("waterBody"), IsLake(row, row.Text("kind")) == true, Known(row, "subdistricts", areas), Target(row), row.Flag("municipalAssessment"), _lists.Sections.Count + 1));
        }

        var communities = _lists.Communities.ConvertAll(community => community.Code);
        foreach (var row in PackCsv.Read(files, "water-points.csv", ["code", "name", "subdistricts", "communities", "target"], ["kind"], problems))
        {
            _lists.WaterPoints.Add(new(
                row.Text("code"), row.Text("name"), Known(row, "subdistricts", areas), Known(row, "communities", communities), Target(row), IsLake(row, row.TextOrNull("kind")), _lists.WaterPoints.Count + 1));
        }

        RefuseTwice("communities.csv", communities);
        RefuseTwice("sections.csv", _lists.Sections.ConvertAll(section => section.Code));
        RefuseTwice("water-points.csv", _lists.WaterPoints.ConvertAll(point => point.Code));
    }

    private void RefuseTwice(string file, List<string> codes)
    {
        foreach (var twice in codes.GroupBy(code => code).Where(same => same.Count() > 1))
        {
            problems.Error("PACK-012", new(file), ("code", twice.Key));
        }
    }

    private static IReadOnlyList<string> Known(PackRow row, string column, List<string> known)
    {
        var words = row.Words(column);
        foreach (var word in words.Except(known))
        {
            row.UnknownReference(column, word, known);
        }

        return words;
    }

    private bool? IsLake(PackRow row, string? kind)
    {
        if (kind is not (null or "" or "river" or "lake"))
        {
            problems.Error("PACK-009", row.SpotOf("kind"), ("expected", "river / lake"), ("found", kind));
        }

        return kind is null ? null : kind == "lake";
    }

    private WaterClass Target(PackRow row)
    {
        if (!WaterClass.TryParse(row.Text("target"), out var target))
        {
            problems.Error("PACK-009", row.SpotOf("target"), ("expected", "Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ"), ("found", row.Text("target")));
        }

        return target;
    }

    private IReadOnlyList<string> Referenced(PackMap map, string key, List<string> known)
    {
        var codes = map.Marked(key);
        foreach (var (code, spot) in codes.Where(marked => !known.Contains(marked.Value)))
        {
            problems.Error("PACK-011", spot, ("key", key), ("found", code), ("nearest", Nearest.To(code, known) ?? ""));
        }

        return [.. codes.Select(marked => marked.Value)];
    }

    private string UnitCode(PackMap map)
    {
        var code = map.Code("code");
        if (code.Length > 0 && _unitCodes.TryAdd(code, map.SpotOf("code")))
        {
            return code;
        }

        if (code.Length > 0)
        {
            problems.Error("PACK-012", map.SpotOf("code"), ("code", code));
        }

        var unique = string.Create(CultureInfo.InvariantCulture, $"{code}-{_unitCodes.Count}");   // read on: the pack is refused anyway
        _unitCodes.Add(unique, map.Spot);
        return unique;
    }

    private string Confidence(PackMap map)
    {
        var confidence = map.Text("confidence");
        if (!Confidences.Contains(confidence))
        {
            problems.Error("PACK-010", map.SpotOf("confidence"), ("key", "confidence"), ("found", confidence), ("expected", string.Join(" / ", Confidences)), ("nearest", ""));
        }

        return confidence;
    }

    private static List<NameAlias> Aliases(PackMap map) => [.. map.Maps("aliases").Select(ReadAlias)];

    private static NameAlias ReadAlias(PackMap map)
    {
        var alias = new NameAlias(map.Text("name"), map.DayOrNull("from"), map.DayOrNull("to"));
        map.TextOrNull("note");
        map.Done();
        return alias;
    }

    /// <summary>One name for two units on one day cannot be resolved: allowed, since documents do so, but said.</summary>
    private void WarnOfSharedNames()
    {
        var names = _lists.NameEntries().SelectMany(entry => entry.Aliases.Prepend(new NameAlias(entry.Name)).Select(alias => (Entry: entry, Alias: alias))).ToList();
        foreach (var same in names.GroupBy(name => name.Alias.Text).Where(same => same.Select(name => name.Entry.Code).Distinct().Count() > 1))
        {
            var units = same.ToList();
            if (units.Exists(one => units.Exists(other => other.Entry.Code != one.Entry.Code && Overlap(one.Alias, other.Alias))))
            {
                problems.Warn("DIST-001", _unitCodes[units[0].Entry.Code], ("name", same.Key), ("units", string.Join("、", units.Select(unit => unit.Entry.Name).Distinct())));
            }
        }
    }

    private static bool Overlap(NameAlias one, NameAlias other) =>
        (one.From ?? DateOnly.MinValue) <= (other.To ?? DateOnly.MaxValue) && (other.From ?? DateOnly.MinValue) <= (one.To ?? DateOnly.MaxValue);
}
