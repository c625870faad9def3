using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation;

/// <summary>A station's hours behind a figure: what was valid, what was not and why, and the mean before any rounding.</summary>
/// <param name="Station">The station.</param>
/// <param name="Days">Days of the period.</param>
/// <param name="ValidDays">Days with enough valid hours.</param>
/// <param name="ValidHours">Hours that count.</param>
/// <param name="MissingHours">Hours of the period of which nothing is stored.</param>
/// <param name="Invalid">Hours with values that do not count, by the flag of the device; empty where too few values came or none was flagged.</param>
/// <param name="Mean">The mean of unrounded daily means; null without a valid day.</param>
/// <param name="Reason">Why the period may not be judged by; null where it may.</param>
public sealed record SheetStation(
    AirStation Station, int Days, int ValidDays, int ValidHours, int MissingHours, IReadOnlyList<(string Flag, int Hours)> Invalid, Reported? Mean, AirPeriodReason? Reason)
{
    private const int HoursADay = 24;

    private static readonly Dictionary<string, AirItem> Items = new()
    {
        ["pm25"] = AirItem.Pm25,
        ["pm10"] = AirItem.Pm10,
        ["so2"] = AirItem.So2,
        ["no2"] = AirItem.No2,
        ["co"] = AirItem.Co,
    };

    /// <summary>Gets the hours with values that do not count.</summary>
    public int InvalidHours => Invalid.Sum(reason => reason.Hours);

    /// <summary>Gets the codes of the indicators that are means of stored hours.</summary>
    internal static IReadOnlyCollection<string> Indicators => Items.Keys;

    /// <summary>Returns the item whose hours an indicator is the mean of; null for an indicator without stored hours.</summary>
    internal static AirItem? ItemOf(IndicatorDefinition indicator) => Items.TryGetValue(indicator.Code, out var item) ? item : null;

    internal static async Task<IReadOnlyList<SheetStation>> ReadAsync(LanshaoContext db, MonitoringStores stores, IndicatorDefinition indicator, string area, Period period, CancellationToken ct)
    {
        if (ItemOf(indicator) is not { } item)
        {
            return [];
        }

        var stored = await StoredAir.ReadAsync(db, stores, new(period.From, period.To) { Subdistrict = area }, ct);
        if (stored.IsRefused)
        {
            return [];
        }

        await using var series = stores.Series.NewContext();
        var stations = new List<SheetStation>();
        foreach (var station in stored.Value.Stations.Where(station => StoredAir.OfficialTiers.Contains(station.Station.Tier) && station.Hours[item] is not null))
        {
            stations.Add(Of(station, item, period, await FlagsAsync(series, station.Station, item, period, ct)));
        }

        return stations;
    }

    private static SheetStation Of(StationAir station, AirItem item, Period period, List<(string Flag, int Hours)> flagged)
    {
        var figures = station.Air.Figures(AirPeriod.Between(period.From, period.To)).InForce[item];
        var hours = station.Hours[item]!;
        var valid = Enumerable.Range(0, hours.Length).Count(hour => hours[hour] is not null);
        var notCounting = station.NotCounting[(int)item];
        var unflagged = notCounting - flagged.Sum(flag => flag.Hours);
        return new(
            station.Station, period.Days, figures.ValidDays, valid, (period.Days * HoursADay) - valid - notCounting,
            unflagged > 0 ? [.. flagged, (string.Empty, unflagged)] : flagged, figures.Mean, figures.Reason);
    }

    private static async Task<List<(string Flag, int Hours)>> FlagsAsync(LanshaoContext series, AirStation station, AirItem item, Period period, CancellationToken ct)
    {
        var (fromUtc, toUtc, factor) = (ChinaTime.StartUtc(period.From), ChinaTime.StartUtc(period.To.AddDays(1)), AirStation.FactorOf(item));
        var counted = await series.Set<Reading>().AsNoTracking()
            .Where(hour => hour.DeviceNumber == station.Number && hour.Factor == factor && hour.Span == ReadingSpan.Hour && hour.StartUtc >= fromUtc && hour.StartUtc < toUtc && !hour.IsValid && hour.Flag != string.Empty)
            .GroupBy(hour => hour.Flag).Select(flag => new { Flag = flag.Key, Hours = flag.Count() }).ToListAsync(ct);
        return [.. counted.OrderBy(flag => flag.Flag, StringComparer.Ordinal).Select(flag => (flag.Flag, flag.Hours))];
    }
}
