using System.Globalization;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Standards;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation.Stations;

public class StoredAirTests
{
    private const string Known = "演示站-东四-01";
    private static readonly DateOnly Last = StoredHours.First.AddDays(StoredHours.Days - 1);
    private static readonly AirPeriod Whole = AirPeriod.Between(StoredHours.First, Last);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Read_HoursOfTheStore_GiveWhatTheSameHoursGive(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await StoredHours.ImportAsync(sample, Known, "West");

        var air = await StoredHours.ReadAsync(sample, new(new(2024, 1, 1), new(2024, 12, 31)));

        var alone = new[] { AirEvaluation.Of(StoredHours.Series(Known, 0), AirOptions.Default), AirEvaluation.Of(StoredHours.Series("West", 1), AirOptions.Default) };
        Assert.Equal([Known, "West"], air.Stations.Select(station => station.Station.Name));
        Assert.Equal(alone.SelectMany(DaysOf), air.Stations.SelectMany(station => DaysOf(station.Air.InForce)));
        Assert.Equal(Told(AirEvaluation.OfStations("区", alone, AirOptions.Default)), Told(EvaluatedAir.MeanOf("区", [.. air.Stations.Select(station => station.Air)]).InForce));
    }

    [Theory]
    [EveryStore]
    public async Task Read_AStretchThatCutsTheHours_EvaluatesNoOtherDay(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await StoredHours.ImportAsync(sample, Known);

        var cut = await StoredHours.ReadAsync(sample, new(StoredHours.First.AddDays(1), StoredHours.First.AddDays(2)) { Mn = MonitoringSample.Mn });
        var none = await StoredHours.ReadAsync(sample, new(new(2023, 1, 1), new(2023, 12, 31)));

        Assert.Equal((StoredHours.First.AddDays(1), 2), (cut.Stations[0].Air.InForce.First, cut.Stations[0].Air.InForce.Days));
        Assert.Empty(none.Stations);
        Assert.Null(none.OfficialTier());
    }

    [Theory]
    [EveryStore]
    public async Task MeanOf_MicroStations_NeverStandForTheDistrict(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await StoredHours.ImportAsync(sample, Known, "West");

        var air = await StoredHours.ReadAsync(sample, new(StoredHours.First, Last));

        Assert.Equal(StationTier.District, air.OfficialTier());
        Assert.Equal(Told(air.Stations[0].Air.InForce), Told(air.MeanOf(StationTier.District, "区")!.InForce));
        Assert.Null(air.MeanOf(StationTier.National, "区"));
    }

    [Theory]
    [EveryStore]
    public async Task Figures_OfAPeriod_StandUnderTheEditionInForceAndTheNext(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await StoredHours.ImportAsync(sample, Known);
        var air = (await StoredHours.ReadAsync(sample, new(StoredHours.First, Last))).Stations[0].Air;

        var pair = air.Figures(Whole);
        var sand = air.Figures(Whole, new HashSet<DateOnly> { StoredHours.First });

        Assert.Equal(("GB3095-2012", "GB3095-2026-transitional"), (pair.InForce.Limits, pair.Next!.Limits));
        Assert.Equal(pair.InForce[AirItem.Pm25].Mean, pair.Next[AirItem.Pm25].Mean);
        Assert.Equal("HJ633-2026", air.Under(pair.Editions.NextIndex!).Day(0).Edition);
        Assert.Equal((pair.InForce[AirItem.Pm10].ValidDays - 1, pair.InForce[AirItem.No2].ValidDays, pair.InForce.ValidDays), (sand.InForce[AirItem.Pm10].ValidDays, sand.InForce[AirItem.No2].ValidDays, sand.InForce.ValidDays));
    }

    [Theory]
    [EveryStore]
    public async Task StoredHour_OfADay_TellsWhatIsMissing(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await StoredHours.ImportAsync(sample, Known);
        var station = (await StoredHours.ReadAsync(sample, new(StoredHours.First, Last))).Stations[0].Station;
        await using var db = sample.NewSeriesContext();

        var hours = await StoredHour.ReadAsync(db, station, StoredHours.First, StoredHours.First, Ct);

        Assert.Equal(6 * 24, hours.Count);
        Assert.Equal(Enumerable.Range(0, 24).Select(hour => StoredHours.Value(0, AirItem.Pm25, hour)), hours.Take(24).Select(hour => hour.Mean));
        Assert.Equal(hours.Where(hour => hour.Mean is null), hours.Where(hour => hour.IsMissing));
    }

    private static IEnumerable<string> DaysOf(AirEvaluation evaluation) => Enumerable.Range(0, evaluation.Days).Select(day =>
        string.Join(' ', evaluation.Day(day).Items.Select(item => $"{Cut(item.Value)}|{item.Iaqi}").Prepend($"{evaluation.Day(day).Date:yyyy-MM-dd} {evaluation.AqiOf(day)}")));

    // As the contract cuts exact values: the two forms of hours divide with different lengths.
    private static string Cut(Reported? value) => value is { } known ? Rounding.Cut(known.Exact, Rounding.ExactDecimals).ToString("0.############", CultureInfo.InvariantCulture) : "—";

    private static string Told(AirEvaluation evaluation) => string.Join('\n', DaysOf(evaluation));
}
