using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Districts;

/// <summary>The district as its pack describes it: areas, agencies, groups and water places, all in the official order.</summary>
public sealed class District
{
    private readonly Dictionary<string, Subdistrict> _subdistricts;
    private readonly Dictionary<string, Agency> _agencies;
    private readonly Dictionary<string, AgencyGroup> _groups;

    internal District(PackFacts facts, DistrictLists lists)
    {
        Facts = facts;
        Subdistricts = lists.Subdistricts;
        Agencies = lists.Agencies;
        Groups = lists.Groups;
        AreaSets = lists.AreaSets.ToDictionary(set => set.Code, StringComparer.Ordinal);
        Communities = lists.Communities;
        Sections = lists.Sections;
        WaterPoints = lists.WaterPoints;
        _subdistricts = Subdistricts.ToDictionary(area => area.Code, StringComparer.Ordinal);
        _agencies = Agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        _groups = Groups.ToDictionary(group => group.Code, StringComparer.Ordinal);
        Names = lists.Names();
    }

    public PackFacts Facts { get; }

    /// <summary>Gets the 街道（地区） in the official order.</summary>
    public IReadOnlyList<Subdistrict> Subdistricts { get; }

    /// <summary>Gets whether the areas have places in the 位置示意图.</summary>
    public bool HasGrid => Subdistricts is [{ Cell: not null }, ..];

    public IReadOnlyList<Agency> Agencies { get; }

    public IReadOnlyList<AgencyGroup> Groups { get; }

    public IReadOnlyDictionary<string, AreaSet> AreaSets { get; }

    public IReadOnlyList<Community> Communities { get; }

    /// <summary>Gets the 断面 in the order of the printed table.</summary>
    public IReadOnlyList<WaterSection> Sections { get; }

    /// <summary>Gets the 水质监测点位 in the order of the printed table.</summary>
    public IReadOnlyList<WaterPoint> WaterPoints { get; }

    /// <summary>Gets the names of agencies, areas, groups and seasons.</summary>
    public NameBook Names { get; }

    public Subdistrict? FindSubdistrict(string code) => _subdistricts.GetValueOrDefault(code);

    /// <summary>Returns the 街道（地区） that a name or alias means; null for another name.</summary>
    public Subdistrict? FindSubdistrictNamed(string name) => Names.Resolve(name) is { } found ? FindSubdistrict(found.Code) : null;

    /// <summary>Returns what people call a place; its code where the pack does not know it.</summary>
    public string NameOf(Place place) => place.Kind switch
    {
        PlaceKind.District => "全区",
        PlaceKind.Subdistrict => FindSubdistrict(place.LocalCode)?.Name,
        PlaceKind.Section => Sections.FirstOrDefault(section => section.Code == place.LocalCode)?.Name,
        PlaceKind.WaterPoint => WaterPoints.FirstOrDefault(point => point.Code == place.LocalCode)?.Name,
        _ => null,
    } ?? place.Code;

    public Agency? FindAgency(string code) => _agencies.GetValueOrDefault(code);

    public AgencyGroup? FindGroup(string code) => _groups.GetValueOrDefault(code);

    /// <summary>Names the units behind a unit of a plan: itself, or the members that a group has on a day.</summary>
    /// <param name="code">Code of an agency, an area or a group.</param>
    /// <param name="on">The day.</param>
    /// <returns>Codes of agencies and areas in the official order; null where the pack does not know the code or the group's members.</returns>
    public IReadOnlyList<string>? Expand(string code, DateOnly on)
    {
        if (FindAgency(code) is not null || FindSubdistrict(code) is not null)
        {
            return [code];
        }

        if (FindGroup(code) is not { IsKnown: true } group)
        {
            return null;
        }

        var members = group.Members.Where(member => member.IsMember(on)).SelectMany(Codes).ToHashSet(StringComparer.Ordinal);
        return [.. Agencies.Select(agency => agency.Code).Concat(Subdistricts.Select(area => area.Code)).Where(members.Contains)];
    }

    private IReadOnlyList<string> Codes(GroupMember member) =>
        member.AreaSet is { } set ? AreaSets.GetValueOrDefault(set)?.Members ?? [] : [member.Code];
}
