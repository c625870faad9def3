using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans.Reading;

namespace Lanshao.Platform.Plans;

/// <summary>Finds the place and the indicator that a target's words mean for certain, so that it can be compared with figures; anything doubtful stays words.</summary>
internal sealed class TargetPlaces(District? district, IndicatorList? indicators = null)
{
    private const string SectionWord = "断面";
    private static readonly string[] WholeDistrict = ["全区", "本区", "辖区", "辖区内"];

    /// <summary>Returns the indicator that the target's words name, of the same unit; null where the pack knows none by them, or several.</summary>
    public IndicatorDefinition? IndicatorOf(TargetReading target) => indicators?.Meant(target.Indicator, target.Unit);

    /// <summary>Returns the code of the place; null where the words name none, or several.</summary>
    public string? PlaceOf(IReadOnlyList<string> scope)
    {
        if (scope.Count != 1 || district is null)
        {
            return null;
        }

        var name = ChineseText.Compact(scope[0]);
        if (WholeDistrict.Contains(name) || IsOfTheDistrict(name) || name == district.Facts.Name || name == district.Facts.FullName)
        {
            return Place.District.Code;
        }

        if (district.Names.Resolve(name) is { Kind: NameKind.Subdistrict } area)
        {
            return Place.Subdistrict(area.Code).Code;
        }

        return SectionOf(name);
    }

    // 辖区主要道路 is no place of its own: what is counted there is counted for the district. Where areas are named as well, several places are meant.
    private static bool IsOfTheDistrict(string name) => name.StartsWith("辖区", StringComparison.Ordinal) && !name.Contains("街道", StringComparison.Ordinal);

    // 南护城河东便门（市考断面） is the section of that name.
    private string? SectionOf(string name)
    {
        var bare = name.Split('（', '(')[0];
        bare = bare.EndsWith(SectionWord, StringComparison.Ordinal) ? bare[..^SectionWord.Length] : bare;
        var found = district!.Sections.Where(s => s.Name == bare || s.WaterBody + s.Name == bare).Take(2).ToList();
        return found.Count == 1 ? Place.Of(PlaceKind.Section, found[0].Code).Code : null;
    }
}
