using Lanshao.Documents.Language;

namespace Lanshao.Platform.Districts;

/// <summary>The lists of a district while its pack is read.</summary>
internal sealed class DistrictLists
{
    public List<Subdistrict> Subdistricts { get; } = [];

    public List<Agency> Agencies { get; } = [];

    public List<AgencyGroup> Groups { get; } = [];

    public List<AreaSet> AreaSets { get; } = [];

    public List<Community> Communities { get; } = [];

    public List<WaterSection> Sections { get; } = [];

    public List<WaterPoint> WaterPoints { get; } = [];

    public Seasons Seasons { get; set; } = Seasons.Common;

    /// <summary>Puts the names together, the seasons' beside the units'.</summary>
    public NameBook Names() => new(NameEntries()) { Seasons = Seasons };

    public IEnumerable<NameEntry> NameEntries()
    {
        var order = 0;
        foreach (var agency in Agencies)
        {
            yield return new(agency.Code, agency.Name, agency.FullName, NameKind.Agency, ++order, agency.Aliases);
        }

        foreach (var area in Subdistricts)
        {
            yield return new(area.Code, area.Name, area.Name, NameKind.Subdistrict, ++order, [new(area.ShortName), .. area.Aliases]);
        }

        foreach (var group in Groups)
        {
            yield return new(group.Code, group.Name, group.Name, NameKind.Group, ++order, group.Aliases);
        }
    }
}
