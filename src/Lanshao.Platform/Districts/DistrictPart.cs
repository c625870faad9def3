using Lanshao.Platform.Districts.Packs;
using Lanshao.Standards;

namespace Lanshao.Platform.Districts;

/// <summary>Reads the district's own files of a pack.</summary>
public static class DistrictPart
{
    public static readonly PackPart<District> Part = new(
        "Districts",
        ["pack.yaml", "subdistricts.yaml", "agencies.yaml", "groups.yaml", "areas.yaml", SeasonList.File, "communities.csv", "sections.csv", "water-points.csv", "calendar/"],
        (pack, problems) => new DistrictReader(pack.Files, problems).Read());

    /// <summary>The holiday notices of later years that the pack brings: <c>calendar/2027.json</c>.</summary>
    public static readonly PackPart<WorkCalendar> Calendar = new("Districts", ["calendar/"], ReadCalendar);

    private static WorkCalendar ReadCalendar(Pack pack, PackProblems problems)
    {
        var calendar = WorkCalendar.Embedded;
        foreach (var file in pack.Files.All.Where(file => file.Path.StartsWith("calendar/", StringComparison.Ordinal)))
        {
            try
            {
                calendar = calendar.With(HolidayTable.Parse(file.Text() ?? ""));
            }
            catch (FormatException broken)
            {
                problems.Error("PACK-018", new(file.Path), ("reason", broken.Message));
            }
        }

        return calendar;
    }
}
