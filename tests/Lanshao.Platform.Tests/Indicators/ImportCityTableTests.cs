using System.Globalization;
using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Indicators;

public sealed class ImportCityTableTests
{
    private const string Printed = """
        2024年1—6月全市各街道（乡镇）PM2.5累计浓度排名,,,,,
        （2024年7月5日印发）,,,,单位：微克/立方米,
        市倒排名,区,街道（乡镇）,累计浓度,,同比变化
        ,,,一位小数,取整,
        并列10,东城区,北新桥街道,39.3,39,持平
        10,东城,龙潭街道,39.0,39,-7.1%
        83,东城区,前门街道,37.6,38,—
        1,样例区,样例镇,51.2,51,3.0%
        注：同名街道以所在区为准。,,,,,
        数据来源：样例市生态环境局,,,,,
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Import_PrintedLayout_KeepsRanksWithTheTablesNameAndDay(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var imported = await ImportAsync(store, Printed);

        Assert.Equal((11, 0), (imported.Value!.Batch.Added, imported.Value.Batch.Rejected));
        Assert.Equal(["IND-025", "IND-026"], imported.Value.Batch.Findings.Select(finding => finding.Code));
        var values = await store.AllAsync();
        Assert.All(values, value => Assert.Equal(
            ("2024年1—6月全市各街道（乡镇）PM2.5累计浓度排名", new DateOnly(2024, 7, 5), "样例市生态环境局", FigureStatus.Announced, "2024H1", "累计"),
            (value.SourceTable, value.IssuedOn, value.Source, value.Status, value.Period.Code, value.PeriodBasis)));
        Assert.Equal([10m, 10m, 83m], values.Where(value => value.Indicator == "pm25-city-rank").OrderBy(value => value.SourceRow).Select(value => value.Number!.Value));
        Assert.Equal([0m, -7.1m], values.Where(value => value.Indicator == "pm25-change").OrderBy(value => value.SourceRow).Select(value => value.Number!.Value));
        Assert.Equal([39.3m, 39.0m, 37.6m], values.Where(value => value.Indicator == "pm25").OrderBy(value => value.SourceRow).Select(value => value.Number!.Value));
        Assert.Equal([39m, 39m, 38m], values.Where(value => value.Indicator == "pm25-whole").OrderBy(value => value.SourceRow).Select(value => value.Number!.Value));
    }

    [Theory, EveryStore]
    public async Task Import_SameTableAgain_ChangesNothing_ACorrectedOneOnlyWhatItCorrects(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await ImportAsync(store, Printed);

        Assert.True((await ImportAsync(store, Printed)).Value!.IsNothingNew);
        var corrected = await ImportAsync(store, Printed.Replace("83,东城区", "84,东城区", StringComparison.Ordinal));

        Assert.Equal((0, 1), (corrected.Value!.Batch.Added, corrected.Value.Batch.Changed));
    }

    [Theory]
    [EveryStore("标题里什么也没有,\n排名,街道,浓度\n1,龙潭街道,39.0\n", "IND-021")]
    [EveryStore("PM2.5排名,\n排名,街道,浓度\n1,龙潭街道,39.0\n", "IND-022")]
    [EveryStore("2024年6月PM2.5排名,\n排名,街道,浓度\n1,龙潭街道,39.0\n", "IND-023")]
    [EveryStore("PM2.5排名,2024年6月\n甲,乙\n", "IND-024")]
    public async Task Import_TableThatDoesNotTell_IsRefusedWithTheWayOut(string text, string code, StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        Assert.Equal(code, (await ImportAsync(store, text)).Refusal?.Code);
    }

    [Theory]
    [EveryStore]
    public async Task Import_FormSaysWhatTheTableDoesNot_TakesIt(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var imported = await ImportAsync(store, "排名,街道,浓度\n1,龙潭街道,39.0\n", ("table", "街道PM2.5月度排名"), ("issued", "2024-07-03"), ("period", "2024年6月"));

        Assert.Equal((2, 0), (imported.Value!.Batch.Added, imported.Value.Batch.Rejected));
        Assert.All(await store.AllAsync(), value => Assert.Equal(("2024-06", "当月", "街道PM2.5月度排名"), (value.Period.Code, value.PeriodBasis, value.SourceTable)));
    }

    [Theory]
    [EveryStore]
    public async Task Import_OfficialReport_GivesEveryPublishedRankOfItsTables(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var bytes = await File.ReadAllBytesAsync(Reference.File("documents", "report-2024h1.docx"), Ct);
        var source = new ImportSource(IncomingFile.Of("report-2024h1.docx", bytes), new Dictionary<string, string> { ["issued"] = "2024-07-20" });

        var imported = await ImportAtOnce.RunAsync(store.Db, store.Files, ImportCityTable.Kind, source, "application/octet-stream", Actor.Local, store.Clock, Ct);

        Assert.Equal((172, 0), (imported.Value!.Batch.Added, imported.Value.Batch.Rejected));
        var values = await store.AllAsync();
        foreach (var (file, indicator) in new[] { ("report2024_annex1.csv", "pm25-city-rank"), ("report2024_annex2.csv", "tsp-city-rank") })
        {
            var truth = (await File.ReadAllLinesAsync(Reference.File("documents", "truth", file), Ct)).Skip(1).Select(line => decimal.Parse(line.Split(',')[2], CultureInfo.InvariantCulture));
            Assert.Equal(truth, values.Where(value => value.Indicator == indicator).OrderBy(value => value.SourceRow).Select(value => value.Number!.Value));
        }

        Assert.Equal(["各街道2024年1—6月PM2.5累计浓度情况", "各街道2024年1—6月TSP累计浓度情况", "各街道（地区）2024年1—6月累计降尘量情况"], values.OrderBy(value => value.BatchSeq).Select(value => value.SourceTable).Distinct());
    }

    private static async Task<Outcome<ImportDraft>> ImportAsync(FigureStore store, string text, params (string Name, string Text)[] said)
    {
        await store.RenewAsync();
        var source = new ImportSource(IncomingFile.Of("排名表.csv", Encoding.UTF8.GetBytes(text)), said.ToDictionary(one => one.Name, one => one.Text));
        return await ImportAtOnce.RunAsync(store.Db, store.Files, ImportCityTable.Kind, source, "text/csv", Actor.Local, store.Clock, Ct);
    }
}
