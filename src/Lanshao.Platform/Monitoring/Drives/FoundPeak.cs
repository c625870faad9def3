using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>A high place as an address names it: the drive that holds the instant of its highest point, and the multiple from which on points are high.</summary>
/// <param name="Route">路线.</param>
/// <param name="PeakUtc">When the highest point was read.</param>
/// <param name="Times">By how many times the mean.</param>
public sealed record FoundPeak(string Route, DateTime PeakUtc, decimal Times)
{
    /// <summary>Finds it; MON-121 where there is none.</summary>
    internal async Task<Outcome<(Drive Drive, HighPoint High)>> FindAsync(LanshaoContext db, CancellationToken ct)
    {
        var day = ChinaTime.DayOf(PeakUtc);
        var drives = await Drive.ListAsync(db, Period.Spanning(day.AddDays(-1), day.AddDays(1)), ct);
        return drives.FirstOrDefault(known => known.Route == Route && PeakUtc >= known.FromUtc && PeakUtc <= known.ToUtc) is { } drive
            && drive.HighPoints(drive.MeanUgPerM3 * Times).FirstOrDefault(high => high.Peak.AtUtc == PeakUtc) is { } found
            ? (drive, found)
            : Refusal.NotFound("MON-121");
    }
}
