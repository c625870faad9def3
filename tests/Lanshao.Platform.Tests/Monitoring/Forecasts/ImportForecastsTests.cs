using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Forecasts;

/// <summary>Forecasts come in issue by issue; none replaces another one.</summary>
public sealed class ImportForecastsTests
{
    private const string Head = "来源,发布时间,预报日期,区域,指标,下限,上限,首要污染物\n";
    private const string First = Head + "市级预报,2024-06-30 17:00,2024-07-01,全区,AQI,80,110,O3\n市级预报,2024-06-30 17:00,2024-07-02,东四街道,PM2.5,,45.5,\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Import_ALaterIssue_StandsBesideTheEarlierOne(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var first = await ImportAsync(store, First);
        var again = await ImportAsync(store, First);
        var later = await ImportAsync(store, Head + "市级预报,2024-07-01 08:00,2024-07-02,东四街道,PM2.5,30,40,\n");

        Assert.Equal((2, true, 1, 0), (first.Batch.Added, again.IsNothingNew, later.Batch.Added, later.Batch.Changed));
        Assert.Equal([("district", 80m, 110m), ("subdistrict:110101006000", 30m, 40m), ("subdistrict:110101006000", 45.5m, 45.5m)], (await ListAsync(store)).Select(one => (one.Place.Code, one.Low, one.High)));
    }

    [Theory, EveryStore]
    public async Task Undo_AnIssue_LeavesTheOthersAndTheSameFileComesAgain(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var first = await ImportAsync(store, First);
        await store.RenewAsync();

        Assert.Null((await UndoImport.RunAsync(store.Db, ImportForecasts.Kind, first.Batch.Id, Actor.Local, store.Clock, Ct)).Refusal);

        Assert.Empty(await ListAsync(store));
        Assert.Equal(2, (await ImportAsync(store, First)).Batch.Added);
    }

    [Theory]
    [InlineData("市级预报,2024-06-30,2024-07-01,全区,AQI,80,110,", "发布时间")]
    [InlineData("市级预报,2024-06-30 17:00,2024-06-29,全区,AQI,80,110,", "预报日期")]
    [InlineData("市级预报,2024-06-30 17:00,2024-07-01,样例镇,AQI,80,110,", "区域")]
    [InlineData("市级预报,2024-06-30 17:00,2024-07-01,全区,PM1,80,110,", "指标")]
    [InlineData("市级预报,2024-06-30 17:00,2024-07-01,全区,AQI,120,110,", "下限")]
    [InlineData("市级预报,2024-06-30 17:00,2024-07-01,全区,AQI,80,-1,", "上限")]
    public async Task Import_ARowThatDoesNotFit_IsKeptAsideWithWhatWasExpected(string row, string heading)
    {
        await using var store = await FigureStore.NewAsync(StoreKind.Sqlite);

        var imported = await ImportAsync(store, Head + row + "\n");

        Assert.Equal((0, 1), (imported.Batch.Added, imported.Batch.Rejected));
        Assert.Equal(("MON-081", heading), imported.Rows.SelectMany(one => one.Findings).Select(finding => (finding.Code, finding.Arguments["heading"])).Single());
    }

    private static async Task<IReadOnlyList<Forecast>> ListAsync(FigureStore store)
    {
        await store.RenewAsync();
        return await ForecastQueries.ForDaysAsync(store.Db, new(2024, 7, 1), new(2024, 7, 31), Ct);
    }

    private static async Task<ImportDraft> ImportAsync(FigureStore store, string text)
    {
        await store.RenewAsync();
        var source = new ImportSource(IncomingFile.Of("预报.csv", Encoding.UTF8.GetBytes(text)));
        var imported = await ImportAtOnce.RunAsync(store.Db, store.Files, ImportForecasts.Kind, source, "text/csv", Actor.Local, store.Clock, Ct);
        Assert.Null(imported.Refusal);
        return imported.Value!;
    }
}
