using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans;

/// <summary>Finds the place and the indicator that a target's words mean for certain, so that it can be compared with figures; anything doubtful stays words.</summary>
internal sealed class TargetPlaces(District? district)
{
    private static readonly string[] WholeDistrict = ["全区", "本区", "辖区", "辖区内"];

    /// <summary>Returns the code of the place; null where the words name none, or several.</summary>
    public string? PlaceOf(IReadOnlyList<string> scope)
    {
        if (scope.Count != 1 || district is null)
        {
            return null;
        }

        var name = ChineseText.Compact(scope[0]);
        if (WholeDistrict.Contains(name) || name == district.Facts.Name || name == district.Facts.FullName)
        {
            return Place.District.Code;
        }

        if (district.Names.Resolve(name) is { Kind: NameKind.Subdistrict } area)
        {
            return Place.Subdistrict(area.Code).Code;
        }

        return SectionOf(name);
    }

    // 南护城河东便门（市考断面） is the section of that name.
    private string? SectionOf(string name)
    {
        var bare = name.Split('（', '(')[0];
        var found = district!.Sections.Where(s => s.Name == bare || s.WaterBody + s.Name == bare).Take(2).ToList();
        return found.Count == 1 ? Place.Of(PlaceKind.Section, found[0].Code).Code : null;
    }
}
