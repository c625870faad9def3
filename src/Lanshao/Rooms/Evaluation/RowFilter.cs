using Lanshao.Platform.Districts;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Shell;
using Lanshao.Standards;

namespace Lanshao.Rooms.Evaluation;

/// <summary>Which rows of a table an address asks for: by the way they moved, by whether they meet their class, and where the rows are water by area.</summary>
internal sealed class RowFilter(FigureTable table, District district, PageAddress here)
{
    public const string Change = "change";
    public const string Result = "result";

    private readonly string? _change = here.Text(Change);
    private readonly string? _result = here.Text(Result);
    private readonly string? _area = here.Place.Kind == PlaceKind.Subdistrict ? here.Place.LocalCode : null;

    private bool IsWater => table.Definition.Layout is TableLayout.Sections or TableLayout.Points;

    /// <summary>Returns the test of a row; null where all are asked for.</summary>
    public Func<PlaceRow, bool>? Test() =>
        (_change is null || table.ColumnOf(ColumnContent.Change) < 0) && (!IsWater || (_result is null && _area is null)) ? null : row => Moved(row) && Meets(row) && IsIn(row);

    private bool Moved(PlaceRow row) => table.Cell(row, ColumnContent.Change) is not { } change || _change switch
    {
        "down" => change.Number < 0m,
        "up" => change.Number > 0m,
        "flat" => change.Number == 0m,
        _ => true,
    };

    private bool Meets(PlaceRow row)
    {
        if (!IsWater || _result is not ("met" or "failed" or "dry"))
        {
            return true;
        }

        var isClass = WaterClass.TryParse(table.Cell(row, ColumnContent.Value)!.Text, out var known);
        var isMet = WaterClass.TryParse(table.Cell(row, ColumnContent.Target)!.Text, out var target) && known.Meets(target);
        return _result == "dry" ? !isClass : isClass && isMet == (_result == "met");
    }

    private bool IsIn(PlaceRow row) => !IsWater || _area is null || AreasOf(district, row.Place).Contains(_area);

    /// <summary>Returns the codes of the areas that a row belongs to.</summary>
    public static IReadOnlyList<string> AreasOf(District district, Place place) => place.Kind switch
    {
        PlaceKind.Subdistrict => [place.LocalCode],
        PlaceKind.Section => district.Sections.FirstOrDefault(section => section.Code == place.LocalCode)?.Subdistricts ?? [],
        PlaceKind.WaterPoint => district.WaterPoints.FirstOrDefault(point => point.Code == place.LocalCode)?.Subdistricts ?? [],
        _ => [],
    };
}
