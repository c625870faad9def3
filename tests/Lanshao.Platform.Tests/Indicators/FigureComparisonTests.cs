using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Indicators;

public sealed class FigureComparisonTests
{
    private const string Now = "pm25,龙潭,2024H1,39.0,公布,已通报,街道站,未注明,累计,某局,,,,";

    [Theory]
    [EveryStore("公布", "推算", "基础")]
    [EveryStore("街道站", "国控", "站点口径")]
    [EveryStore("未注明", "扣除沙尘影响", "沙尘口径")]
    [EveryStore("累计", "当月", "时段口径")]
    [EveryStore("pm25,", "tsp,", "指标")]
    public async Task Check_OtherGround_IsRefusedByName(string word, string other, string ground, StoreKind kind)
    {
        var (now, before) = await ValuesAsync(kind, Now, Now.Replace("2024H1", "2023H1", StringComparison.Ordinal).Replace(word, other, StringComparison.Ordinal));

        var refusal = FigureComparison.Check(now, before);

        Assert.Equal(("IND-013", ground), (refusal?.Code, refusal?.Arguments["ground"]));
    }

    [Theory]
    [EveryStore]
    public async Task Change_SameGround_IsComputedOnTheDeclaredPrecision(StoreKind kind)
    {
        var (now, before) = await ValuesAsync(kind, Now, Now.Replace("2024H1", "2023H1", StringComparison.Ordinal).Replace("39.0", "42.4", StringComparison.Ordinal));

        var change = FigureComparison.Change(now, before, TestPack.Sample().Read(IndicatorList.Part).ByCode["pm25"]);

        Assert.Equal("-7.1", change.Value.ShownText);   // 39 against 42, both rounded to whole numbers first
    }

    [Theory]
    [EveryStore]
    public async Task Change_OfGoodDays_IsADifference(StoreKind kind)
    {
        var line = "good-days,全区,2024H1,122,公布,已通报,国控,未注明,累计,某局,,,,";
        var (now, before) = await ValuesAsync(kind, line, line.Replace("2024H1", "2023H1", StringComparison.Ordinal).Replace("122", "119", StringComparison.Ordinal));

        Assert.Equal("3", FigureComparison.Change(now, before, TestPack.Sample().Read(IndicatorList.Part).ByCode["good-days"]).Value.ShownText);
    }

    [Theory]
    [EveryStore]
    public async Task Change_OtherSpan_IsRefused(StoreKind kind)
    {
        var (now, before) = await ValuesAsync(kind, Now, Now.Replace("2024H1", "2023", StringComparison.Ordinal));

        Assert.Equal("IND-016", FigureComparison.Change(now, before, TestPack.Sample().Read(IndicatorList.Part).ByCode["pm25"]).Refusal?.Code);
    }

    private static async Task<(IndicatorValue Now, IndicatorValue Before)> ValuesAsync(StoreKind kind, string now, string before)
    {
        await using var store = await FigureStore.NewAsync(kind);
        Assert.Equal(2, (await store.ImportAsync(now, before)).Value!.Batch.Added);
        var values = (await store.AllAsync()).OrderByDescending(value => value.FromOn).ThenBy(value => value.Days()).ToList();
        return (values[0], values[1]);
    }
}

internal static class IndicatorValueSpan
{
    public static int Days(this IndicatorValue value) => value.Period.Days;
}
