using System.Text;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Standards.Water;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

/// <summary>Water readings as laboratories send them: a row a section or point and month, a column an item.</summary>
public sealed class ImportWaterTableTests
{
    private const string Printed = """
        2024年6月地表水监测结果,,,,,,,
        序号,断面名称,pH值（无量纲）,溶解氧(mg/L),化学需氧量,氨氮(NH3-N),总磷（以P计）,汞
        ,,,mg/L,mg/L,mg/L,mg/L,μg/L
        1,东便门,7.6,6.5,18,0.42,0.25,0.04L
        2,文化宫,无水,,,,,
        3,龙潭东湖,8.1,5.2,24,0.3,0.12,0.02
        数据来源：样例监测站,,,,,,,
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Import_TitleAndUnits_GivesClassesDeterminingItemsAndMultiples(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var imported = await ImportAsync(store, Printed);
        var month = await WaterMonth.SectionsAsync(store.Db, await PackAsync(store), Period.Month(2024, 6), Ct);

        Assert.Equal((13, 0), (imported.Batch.Added, imported.Batch.Rejected));
        var (east, west, lake) = (month.Rows[0].Now!, month.Rows[1].Now!, month.Rows[2].Now!);
        Assert.Equal(("Ⅳ", "总磷", "总磷 0.25"), (east.Class.ToString(), Determining(east), Beyond(east)));
        Assert.Equal((WaterState.Dry, null), (west.Result.State, west.Class));
        Assert.Equal(("Ⅴ", "总磷", "总磷 0.20"), (lake.Class.ToString(), Determining(lake), Beyond(lake)));
    }

    [Theory, EveryStore]
    public async Task Import_BelowTheDetectionLimit_CountsHalfInTheItemsOwnUnit(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        await ImportAsync(store, Printed);

        var mercury = (await store.AllAsync()).Where(value => value.Indicator == "water-hg").OrderBy(value => value.SourceRow).ToList();
        Assert.Equal([(0.00002m, "0.04L", "未检出，按检出限的一半计"), (0.00002m, "0.02", null)], mercury.Select(value => (value.Number!.Value, value.Written, value.Remark)));
    }

    [Theory, EveryStore]
    public async Task Import_TheSampleOfTheGuide_IsRead(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var imported = await ImportAsync(store, await File.ReadAllTextAsync(RepositoryFolder.At("docs", "samples", "water-sections-2024-06.csv"), Ct));

        Assert.Equal((13, 0), (imported.Batch.Added, imported.Batch.Rejected));
    }

    [Theory, EveryStore]
    public async Task Import_PointsOfCommunities_AreClassedByTheTypeOfTheRegister(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var imported = await ImportAsync(store, "监测点位,月份,水体类型,总磷,高锰酸盐指数\n柳荫湖,2024-06,湖库,0.12,5\n亮马河,2024/6/3,河流,0.12,5\n");
        var month = await WaterMonth.PointsAsync(store.Db, await PackAsync(store), Period.Month(2024, 6), Ct);

        Assert.Equal((4, 0), (imported.Batch.Added, imported.Batch.Rejected));
        Assert.Equal(["Ⅴ", "Ⅲ"], new[] { "柳荫湖", "亮马河" }.Select(name => month.Rows.Single(row => row.Name == name).Now!.Class.ToString()));
        Assert.Equal(["全区", "河流", "湖泊"], WaterGroup.Of(month).Select(group => group.Name));
        Assert.All(await store.AllAsync(), value => Assert.Equal(("社区点位", "当月"), (value.StationScope, value.PeriodBasis)));
    }

    [Theory, EveryStore]
    public async Task Import_GivenClassBesideConcentrations_KeepsBoth(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        await ImportAsync(store, "断面,日期,水质类别,总磷\n东便门,202406,Ⅱ类,0.25\n文化宫,202406,结冰,\n");
        var month = await WaterMonth.SectionsAsync(store.Db, await PackAsync(store), Period.Month(2024, 6), Ct);

        Assert.Equal(("Ⅱ", "Ⅳ"), (month.Rows[0].Now!.Class.ToString(), month.Rows[0].Now!.Computed!.Class.ToString()));
        Assert.Equal(["EVA-013"], month.Findings.Select(finding => finding.Code));
        Assert.Contains(await store.AllAsync(), value => value is { Indicator: "water-class", Text: null, Written: "未测", Remark: "结冰" });
    }

    [Theory]
    [EveryStore("断面,月份,总磷\n无此断面,2024-06,0.1\n", "IND-003")]
    [EveryStore("断面,月份,总磷\n东便门,六月,0.1\n", "EVA-032")]
    [EveryStore("断面,月份,总磷\n东便门,2024-06,大约0.1\n", "IND-007")]
    [EveryStore("断面,月份,总磷\n东便门,2024-06,-0.1\n", "IND-007")]
    [EveryStore("断面,月份,总磷\n东便门,2024-06,0.0000001\n", "IND-007")]
    [EveryStore("断面,月份,水质类别\n东便门,2024-06,Ⅶ类\n", "IND-007")]
    [EveryStore("断面,月份,水体类型,总磷\n东便门,2024-06,湖库,0.1\n", "EVA-031")]
    public async Task Import_ARowThatDoesNotFit_IsKeptAsideAndSaysWhy(string text, string code, StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var imported = await ImportAsync(store, text);

        Assert.Equal((0, 1), (imported.Batch.Added, imported.Batch.Rejected));
        Assert.Equal(code, imported.Rows.SelectMany(row => row.Findings).Single().Code);
    }

    [Theory, EveryStore]
    public async Task Import_SameFileAgainAndTakenBack_LeavesNothing(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var imported = await ImportAsync(store, Printed);
        Assert.True((await ImportAsync(store, Printed)).IsNothingNew);
        await store.RenewAsync();

        Assert.Null((await UndoImport.RunAsync(store.Db, ImportWaterTable.Kind, imported.Batch.Id, Actor.Local, store.Clock, Ct)).Refusal);

        var month = await WaterMonth.SectionsAsync(store.Db, await PackAsync(store), Period.Month(2024, 6), Ct);
        Assert.All(month.Rows, row => Assert.Null(row.Now));
    }

    [Theory, EveryStore]
    public async Task Import_AnotherTable_IsRefused(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        Assert.Equal("EVA-030", (await DraftImport.RunAsync(store.Db, ImportWaterTable.Kind, Source("街道,数值\n东四街道,1\n"), Actor.Local, store.Clock, Ct)).Refusal?.Code);
    }

    private static string Determining(WaterFinding finding) => string.Join('、', finding.Result.Class!.Determining.Select(item => item.Item.Name));

    private static string Beyond(WaterFinding finding) => string.Join('、', finding.Result.Class!.Beyond.Select(item => $"{item.Item.Name} {item.Multiple!.Value.ShownText}"));

    private static async Task<Pack> PackAsync(FigureStore store) => (await CurrentPack.ReadAsync(store.Db, Ct)).Value!;

    private static async Task<ImportDraft> ImportAsync(FigureStore store, string text)
    {
        await store.RenewAsync();
        var imported = await ImportAtOnce.RunAsync(store.Db, store.Files, ImportWaterTable.Kind, Source(text), "text/csv", Actor.Local, store.Clock, Ct);
        Assert.Null(imported.Refusal);
        return imported.Value!;
    }

    private static ImportSource Source(string text) => new(IncomingFile.Of("水质.csv", Encoding.UTF8.GetBytes(text)));
}
