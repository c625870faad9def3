using System.Globalization;
using Lanshao.Platform.Districts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>A station of the demonstration that tells hours: where it stands, since when, and how its air is beside the others'.</summary>
/// <param name="Mn">设备编号.</param>
/// <param name="Name">Its name, 演示 in it.</param>
/// <param name="Area">The name of its 街道.</param>
/// <param name="Tier">站点类别.</param>
/// <param name="Items">How many of the six items it measures, PM2.5 the first.</param>
/// <param name="YearsBefore">How many whole years its hours go back before this one.</param>
/// <param name="Level">Its level in per cent.</param>
internal sealed record SampleStation(string Mn, string Name, string Area, string Tier, int Items, int YearsBefore, int Level)
{
    // One that has stood long and one that is new, with all items; the others tell what the target of their 街道 leaves.
    private static readonly (string Tier, int Items, int YearsBefore, int Level)[] Patterns = [("国控", 6, 5, 100), ("国控", 6, 1, 100), ("市控", 1, 5, 82), ("市控", 1, 5, 92), ("市控", 1, 2, 78)];

    /// <summary>Returns the first day of which it tells hours.</summary>
    public DateOnly FirstDay(DateOnly today) => new(today.AddDays(-1).Year - YearsBefore, 1, 1);

    /// <summary>Returns the stations, one in each of the first subdistricts.</summary>
    public static IReadOnlyList<SampleStation> Of(IReadOnlyList<Subdistrict> areas) =>
    [
        .. areas.Zip(Patterns).Select((pair, at) => new SampleStation(
            string.Create(CultureInfo.InvariantCulture, $"DEMO-STATION-{at + 1:00}"),
            string.Create(CultureInfo.InvariantCulture, $"演示站-{pair.First.ShortName}-{at + 1:00}"),
            pair.First.Name, pair.Second.Tier, pair.Second.Items, pair.Second.YearsBefore, pair.Second.Level)),
    ];
}
