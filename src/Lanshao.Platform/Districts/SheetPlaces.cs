using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;

namespace Lanshao.Platform.Districts;

/// <summary>Reads places out of the rows of plain tables. What a row calls otherwise is said to be wrong in it.</summary>
public static class SheetPlaces
{
    private static readonly string[] WholeDistrict = ["全市", "全区"];

    /// <summary>Returns the district, for the whole city too, or one of its 街道（地区）.</summary>
    public static Place PlaceOf(this District district, SheetLine line, string head)
    {
        var name = line.Text(head);
        if (WholeDistrict.Contains(name) || name == district.Facts.Name || name == district.Facts.FullName)
        {
            return Place.District;
        }

        if (district.FindSubdistrictNamed(name) is { } area)
        {
            return Place.Subdistrict(area.Code);
        }

        line.Wrong(head, name, "全市、全区或街道名称");
        return Place.District;
    }

    /// <summary>Returns the code of a 街道（地区）; null for an empty cell.</summary>
    public static string? SubdistrictOf(this District district, SheetLine line, string head)
    {
        var name = line.Text(head);
        if (name.Length > 0 && district.FindSubdistrictNamed(name) is null)
        {
            line.Wrong(head, name, "街道名称，或空白");
        }

        return district.FindSubdistrictNamed(name)?.Code;
    }
}
