using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class PublishedAirDayTests
{
    [Theory, EveryStore]
    public async Task Read_DailyConcentrations_GiveTheIndexOfTheEditionOfTheDay(StoreKind kind)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var store = await FigureStore.NewAsync(kind);
        await store.ImportAsync(Line("pm25", "2024-06-01", "80"), Line("pm10", "2024-06-01", "60"), Line("o3-8h", "2024-06-01", "170"), Line("pm25", "2024-06-02", "缺测"), Line("pm25", "2024H1", "38.0"));
        var indicators = (await Platform.Districts.Packs.CurrentPack.ReadAsync(store.Db, ct)).Value!.Read(IndicatorList.Part);

        var days = await PublishedAirDay.ReadAsync(store.Db, indicators, Place.District, Period.Half(2024, 1), ct);

        Assert.Equal([new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 2)], days.Select(day => day.On));
        Assert.Equal((110, "轻度污染", "HJ633-2012"), (days[0].Index!.Aqi, days[0].Index!.Category!.Name, days[0].Index!.Edition));
        Assert.Equal([AirItem.O3], days[0].Index!.Primary);
        Assert.Equal([AirItem.So2, AirItem.No2, AirItem.Co], days[0].Missing);
        Assert.Null(days[1].Index);
        Assert.Equal(MissingReason.NoData, days[1].Values[AirItem.Pm25].Missing);
    }

    private static string Line(string indicator, string period, string value) => $"{indicator},全区,{period},{value},公布,已通报,国控,未注明,{(period.Length == 10 ? "不适用" : "累计")},某局,某表,,,";
}
