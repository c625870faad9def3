using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Storage;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Stations;

/// <summary>One hour of one item as it is stored: what counts, what does not and why, and what never came.</summary>
/// <param name="Item">The item.</param>
/// <param name="StartUtc">The start of the hour.</param>
/// <param name="Mean">The unrounded mean, µg/m³ (CO mg/m³); null where the hour has no valid value.</param>
/// <param name="Counts">Whether the hour counts.</param>
/// <param name="Present">Values that came; 0 for a missing hour.</param>
/// <param name="Expected">Values that a whole hour has.</param>
/// <param name="Flag">The data flag of the device's own hour value; empty where there is none.</param>
/// <param name="Doubts">What the automatic checks noticed about it.</param>
/// <param name="Text">The text as it was sent, where it is no number that can be stored; null elsewhere.</param>
/// <param name="IsInvalid">Whether two posts declared the hour invalid.</param>
public sealed record StoredHour(AirItem Item, DateTime StartUtc, decimal? Mean, bool Counts, int Present, int Expected, string Flag, ReadingDoubts Doubts, string? Text, bool IsInvalid)
{
    /// <summary>Gets whether nothing came for the hour.</summary>
    public bool IsMissing => Present == 0;

    /// <summary>Reads all hours of a station in some civil days, also those that never came, by item and time.</summary>
    /// <param name="series">The part of the series.</param>
    /// <param name="station">The station.</param>
    /// <param name="from">First civil day.</param>
    /// <param name="to">Last civil day; at most a month is asked for at once.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<IReadOnlyList<StoredHour>> ReadAsync(LanshaoContext series, AirStation station, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (fromUtc, toUtc) = (ChinaTime.StartUtc(from), ChinaTime.StartUtc(to.AddDays(1)));
        var rollups = await series.Set<Rollup>().AsNoTracking()
            .Where(hour => hour.DeviceNumber == station.Number && hour.Span == RollupSpan.Hour && hour.StartUtc >= fromUtc && hour.StartUtc < toUtc).ToListAsync(ct);
        var readings = await series.Set<Reading>().AsNoTracking()
            .Where(hour => hour.DeviceNumber == station.Number && hour.Span == ReadingSpan.Hour && hour.StartUtc >= fromUtc && hour.StartUtc < toUtc).ToListAsync(ct);
        var invalid = (await series.Set<InvalidHour>().AsNoTracking()
            .Where(hour => hour.DeviceNumber == station.Number && hour.StartUtc >= fromUtc && hour.StartUtc < toUtc).ToListAsync(ct)).Select(hour => (hour.Factor, hour.StartUtc)).ToHashSet();
        var sums = rollups.ToDictionary(hour => (hour.Factor, hour.StartUtc));
        var own = readings.ToDictionary(hour => (hour.Factor, hour.StartUtc));

        return [.. from item in AirItems.Basic
                   let factor = AirStation.FactorOf(item)
                   from hour in Enumerable.Range(0, (int)(toUtc - fromUtc).TotalHours)
                   let startUtc = fromUtc.AddHours(hour)
                   select Of(item, startUtc, sums.GetValueOrDefault((factor, startUtc)), own.GetValueOrDefault((factor, startUtc)), invalid.Contains((factor, startUtc)))];
    }

    // The same rule as in HourMeans: what is below nought is no concentration.
    private static StoredHour Of(AirItem item, DateTime startUtc, Rollup? sum, Reading? own, bool isInvalid) => new(
        item, startUtc, sum?.Mean, sum is { IsValid: true, Count: > 0, Sum: >= 0 }, sum?.Present ?? 0, sum?.Expected ?? 1, own?.Flag ?? string.Empty, own?.Doubts ?? ReadingDoubts.None, own?.Text, isInvalid);
}
