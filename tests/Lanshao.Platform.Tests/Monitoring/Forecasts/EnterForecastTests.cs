using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Forecasts;

/// <summary>A forecast entered by hand stands beside the others; a revision replaces nothing.</summary>
public sealed class EnterForecastTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Run_ALevelAndItsRevision_StandBesideEachOther(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var today = ChinaTime.Today(store.Clock);

        var first = await EnterForecast.RunAsync(store.Db, Aqi(today, level: 3), Actor.Local, store.Clock, Ct);
        var atOnce = await EnterForecast.RunAsync(store.Db, Aqi(today, level: 4), Actor.Local, store.Clock, Ct);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        var revised = await EnterForecast.RunAsync(store.Db, Aqi(today, low: 90, high: 120.5m), Actor.Local, store.Clock, Ct);

        Assert.Equal((null, "MON-116", null), (first.Refusal?.Code, atOnce.Refusal?.Code, revised.Refusal?.Code));
        Assert.Equal([(90m, 120.5m), (101m, 150m)], (await ForecastQueries.ForDaysAsync(store.Db, today, today, Ct)).Select(one => (one.Low, one.High)));
    }

    [Theory]
    [InlineData("", 1, null, null, 3, "填报单位")]
    [InlineData("样例单位", -1, null, null, 3, "预报日期")]
    [InlineData("样例单位", 16, null, null, 3, "预报日期")]
    [InlineData("样例单位", 1, null, null, 7, "级别")]
    [InlineData("样例单位", 1, null, 50, 3, "级别")]
    [InlineData("样例单位", 1, 20, null, null, "上限")]
    [InlineData("样例单位", 1, 60, 50, null, "下限")]
    public async Task Run_WhatDoesNotFit_IsRefusedNamingTheField(string source, int daysAhead, int? low, int? high, int? level, string heading)
    {
        await using var store = await FigureStore.NewAsync(StoreKind.Sqlite);

        var refused = await EnterForecast.RunAsync(store.Db, Aqi(ChinaTime.Today(store.Clock).AddDays(daysAhead), low, high, level) with { Source = source }, Actor.Local, store.Clock, Ct);

        Assert.Equal(("MON-115", heading), (refused.Refusal?.Code, refused.Refusal?.Arguments["heading"]));
    }

    private static EnterForecast.Request Aqi(DateOnly due, decimal? low = null, decimal? high = null, int? level = null) => new("样例单位", due, Place.District, ForecastItems.Aqi, low, high, level, "PM2.5");
}
