using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;

namespace Lanshao.Rooms.Indicators;

/// <summary>What people call the codes of indicators and places.</summary>
/// <param name="pack">The pack in force; null before one was applied, when codes stand for themselves.</param>
internal sealed class FigureNames(Pack? pack)
{
    public string Indicator(string code) => pack?.Read(IndicatorList.Part).ByCode.GetValueOrDefault(code)?.Name ?? code;

    public string Place(string code) =>
        pack is not null && Platform.Foundation.Place.TryParse(code, out var place) ? NameOf(pack.District, place) ?? code : code;

    private static string? NameOf(District district, Place place) => place.Kind switch
    {
        PlaceKind.District => district.Facts.Name,
        PlaceKind.Subdistrict => district.FindSubdistrict(place.LocalCode)?.Name,
        PlaceKind.Section => district.Sections.FirstOrDefault(section => section.Code == place.LocalCode)?.Name,
        PlaceKind.WaterPoint => district.WaterPoints.FirstOrDefault(point => point.Code == place.LocalCode)?.Name,
        _ => null,
    };
}
