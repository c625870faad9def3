using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Late;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Standards.Air;

namespace Lanshao.Platform.Evaluation.Stations;

/// <summary>Which stored hours are asked for.</summary>
/// <param name="From">First civil day.</param>
/// <param name="To">Last civil day.</param>
public sealed record AirAsked(DateOnly From, DateOnly To)
{
    /// <summary>Gets the 设备编号 of one station; null for all.</summary>
    public string? Mn { get; init; }

    /// <summary>Gets the 站点口径; null for all tiers.</summary>
    public StationTier? Tier { get; init; }

    /// <summary>Gets the code of one 街道; null for all.</summary>
    public string? Subdistrict { get; init; }

    /// <summary>Gets whether hours that two posts declared invalid count all the same: 初步, as the figures were before the review.</summary>
    public bool BeforeReview { get; init; }

    /// <summary>Gets a review whose hours are to be taken as they were before it; null for none.</summary>
    public HourReview? Without { get; init; }

    /// <summary>Gets hours of the one station as they stood before late data came, by factor and start; null for none.</summary>
    public IReadOnlyDictionary<(string Factor, DateTime StartUtc), LateSum?>? Stood { get; init; }

    /// <summary>Gets whether only stations are meant whose hours may stand for the district.</summary>
    public bool OnlyOfficial { get; init; }

    /// <summary>Gets the one item that is meant; null for all six.</summary>
    public AirItem? Item { get; init; }

    internal bool Includes(AirStation station) =>
        (Mn is null || station.Mn == Mn) && (Tier is null || station.Tier == Tier) && (Subdistrict is null || station.Subdistrict == Subdistrict) && (!OnlyOfficial || StoredAir.OfficialTiers.Contains(station.Tier));
}

/// <summary>A station with its stored hours and what the standards say of them.</summary>
/// <param name="Station">The station.</param>
/// <param name="Hours">Its hours in the civil days asked for, cut to the first and the last that has any.</param>
/// <param name="Air">Their evaluation.</param>
/// <param name="NotCounting">Hours with values that do not count, by item in the order of <see cref="AirItems.Basic"/>.</param>
public sealed record StationAir(AirStation Station, HourlySeries Hours, EvaluatedAir Air, IReadOnlyList<int> NotCounting);

/// <summary>Official figures out of the stored hours: days, 8-hour means, months, quarters, halves and years of stations and of their mean, always by the functions of the standards.</summary>
/// <param name="Stations">The stations that have hours, the official ones first.</param>
/// <param name="PilotFrom">The pack's pilot start.</param>
public sealed record StoredAir(IReadOnlyList<StationAir> Stations, DateOnly? PilotFrom)
{
    /// <summary>Whose hours may stand for the district, in the order in which they are taken: 微站 and 模拟 never.</summary>
    public static IReadOnlyList<StationTier> OfficialTiers { get; } = [StationTier.National, StationTier.Municipal, StationTier.District];

    /// <summary>Reads and evaluates the hours of the stations asked for.</summary>
    /// <param name="db">The register.</param>
    /// <param name="stores">Where the hours lie.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="ct">Stops.</param>
    public static Task<Outcome<StoredAir>> ReadAsync(LanshaoContext db, MonitoringStores stores, AirAsked asked, CancellationToken ct) => ReadAsync(db, stores.Series, asked, ct);

    /// <summary>Reads and evaluates the hours of the stations asked for.</summary>
    /// <param name="db">The register.</param>
    /// <param name="series">Where the hours lie.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="ct">Stops.</param>
    internal static async Task<Outcome<StoredAir>> ReadAsync(LanshaoContext db, Store series, AirAsked asked, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var options = AirOptions.Default with { PilotFrom = pack.Value.District.Facts.AirPilotFrom };
        var stations = await AirStation.ListAsync(db, ct);
        await using var session = await BulkSession.OpenAsync(series, DataPart.Series, ct);
        var read = new List<StationAir>();
        foreach (var station in stations.Where(asked.Includes))
        {
            ct.ThrowIfCancellationRequested();
            if (Read(session, station, asked, options) is { } air)
            {
                read.Add(air);
            }
        }

        return new StoredAir(read, options.PilotFrom);
    }

    /// <summary>Returns the mean of the stations of one 站点口径; null where none of them has hours.</summary>
    public EvaluatedAir? MeanOf(StationTier tier, string name) =>
        Stations.Where(station => station.Station.Tier == tier).Select(station => station.Air).ToList() is { Count: > 0 } members ? EvaluatedAir.MeanOf(name, members) : null;

    /// <summary>Returns the first official 站点口径 that has hours; null where only 微站 have any.</summary>
    public StationTier? OfficialTier() => OfficialTiers.Where(tier => Stations.Any(station => station.Station.Tier == tier)).Select(tier => (StationTier?)tier).FirstOrDefault();

    private static StationAir? Read(BulkSession session, AirStation station, AirAsked asked, AirOptions options)
    {
        if (station.Extent(session) is not { } extent || extent.First > asked.To || extent.Last < asked.From)
        {
            return null;
        }

        var first = extent.First > asked.From ? extent.First : asked.From;
        var days = (extent.Last < asked.To ? extent.Last : asked.To).DayNumber - first.DayNumber + 1;
        var hours = AirItems.Basic.Select(item => asked.Item is { } only && item != only ? new HourMeans(first, [], [], 0) : Means(session, station, AirStation.FactorOf(item), first, days, asked)).ToArray();
        HourlyColumn?[] columns = Array.ConvertAll(hours, HourColumn.Of);
        if (Array.TrueForAll(columns, column => column is null))
        {
            return null;
        }

        var series = new HourlySeries(station.Name, first, columns);
        return new(station, series, EvaluatedAir.Of(series, options), Array.ConvertAll(hours, item => item.NotCounting));
    }

    private static HourMeans Means(BulkSession session, AirStation station, string factor, DateOnly first, int days, AirAsked asked)
    {
        var means = HourMeans.Read(session, station.Number, factor, first, days, asked.BeforeReview);
        means = asked.Stood is null ? means : means.AsStood(asked.Stood.Where(hour => hour.Key.Factor == factor).Select(hour => (hour.Key.StartUtc, hour.Value)));
        return asked.Without is not { } review || review.Factor != factor || review.DeviceNumber != station.Number ? means
            : means.With(review.FromUtc, review.Hours, review.State == ReviewState.Invalid ? HourMeans.Read(session, station.Number, factor, first, days, beforeReview: true) : null);
    }
}
