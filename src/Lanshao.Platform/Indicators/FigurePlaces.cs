using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Indicators;

/// <summary>Finds the place that a figure's row names: 全区, an area by any of its names, a section or water point by code or name.</summary>
internal sealed class FigurePlaces(District district)
{
    private const string WaterPointScope = "社区点位";
    private static readonly string[] WholeDistrict = ["全区", "区", "district"];

    /// <summary>Finds the places with this name at which the indicator may have values; more than one where the name does not tell.</summary>
    public IReadOnlyList<Place> Find(string name, IndicatorDefinition indicator, string stationScope)
    {
        var places = Named(name).Where(place => MayHave(indicator, place)).Distinct().ToList();
        if (places.Count < 2)
        {
            return places;
        }

        var kind = stationScope == WaterPointScope ? PlaceKind.WaterPoint : PlaceKind.Section;
        return places.Exists(place => place.Kind == kind) ? places.FindAll(place => place.Kind == kind) : places;
    }

    public bool IsKnown(string name) => Named(name).Any();

    public string? Nearest(string name) =>
        Districts.Packs.Nearest.To(name, district.Subdistricts.Select(area => area.Name).Concat(district.Sections.Select(section => section.Name)).Concat(district.WaterPoints.Select(point => point.Name)));

    private IEnumerable<Place> Named(string name)
    {
        if (WholeDistrict.Contains(name) || name == district.Facts.Name || name == district.Facts.FullName)
        {
            yield return Place.District;
        }

        if (district.FindSubdistrict(name) is { } coded)
        {
            yield return Place.Subdistrict(coded.Code);
        }
        else if (district.Names.Resolve(name) is { Kind: NameKind.Subdistrict } named)
        {
            yield return Place.Subdistrict(named.Code);
        }

        foreach (var section in district.Sections.Where(section => section.Code == name || section.Name == name))
        {
            yield return Place.Of(PlaceKind.Section, section.Code);
        }

        foreach (var point in district.WaterPoints.Where(point => point.Code == name || point.Name == name))
        {
            yield return Place.Of(PlaceKind.WaterPoint, point.Code);
        }
    }

    private bool MayHave(IndicatorDefinition indicator, Place place) =>
        indicator.Places.Contains(place.Kind)
        && (place.Kind != PlaceKind.Subdistrict || indicator.AreaSet is null || district.AreaSets[indicator.AreaSet].Members.Contains(place.LocalCode));
}
