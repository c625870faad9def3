using System.Text;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation.Stations;

/// <summary>The official list of sand days: with area, source and version, in versions, taken back as a whole.</summary>
public sealed class ImportSandDaysTests
{
    private const string Head = "日期,区域,时段,来源,版本,状态\n";
    private const string First = Head + "2024-03-28,全市,,样例总站〔2024〕1号,第1版,\n2024年4月15日,东四街道,6时至18时,样例总站〔2024〕1号,第1版,已认定\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Import_AList_KeepsDayAreaSourceAndVersion(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var imported = await ImportAsync(store, First);

        Assert.Equal((2, 0), (imported.Batch.Added, imported.Batch.Rejected));
        var list = await ListAsync(store);
        Assert.Equal([("2024-03-28", "district", ""), ("2024-04-15", "subdistrict:110101006000", "6时至18时")], list.Days.Select(day => ($"{day.Day:yyyy-MM-dd}", day.Place, day.Hours)));
        Assert.All(list.Days, day => Assert.Equal(("样例总站〔2024〕1号", "第1版", imported.Batch.Id), (day.Source, day.ListVersion, day.BatchId!.Value)));
    }

    [Theory, EveryStore]
    public async Task Import_TheSampleOfTheGuide_IsRead(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var imported = await ImportAsync(store, await File.ReadAllTextAsync(RepositoryFolder.At("docs", "samples", "sand-days.csv"), Ct));

        Assert.Equal((3, 0), (imported.Batch.Added, imported.Batch.Rejected));
    }

    [Theory, EveryStore]
    public async Task In_AnArea_HoldsTheDaysOfTheDistrictAndItsOwn(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await ImportAsync(store, First);

        var list = await ListAsync(store);

        Assert.Equal([2, 1, 1], new[] { "110101006000", "110101014000", null }.Select(area => list.In(area).Count));
    }

    [Theory, EveryStore]
    public async Task Import_ALaterVersion_LiftsADayAndCanBeTakenBack(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await ImportAsync(store, First);

        var later = await ImportAsync(store, Head + "2024-03-28,全市,,样例总站〔2024〕9号,第2版,撤销\n");

        Assert.Equal((0, 1), (later.Batch.Added, later.Batch.Changed));
        Assert.Empty((await ListAsync(store)).In(null));
        Assert.Null((await UndoImport.RunAsync(store.Db, ImportSandDays.Kind, later.Batch.Id, Actor.Local, store.Clock, Ct)).Refusal);
        Assert.Equal(("第1版", false), (await ListAsync(store)).Days.Select(day => (day.ListVersion, day.IsLifted)).First());
    }

    [Theory, EveryStore]
    public async Task Undo_TheFirstList_LeavesNoDayAndTheSameFileComesAgain(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var imported = await ImportAsync(store, First);
        Assert.True((await ImportAsync(store, First)).IsNothingNew);
        await store.RenewAsync();

        Assert.Null((await UndoImport.RunAsync(store.Db, ImportSandDays.Kind, imported.Batch.Id, Actor.Local, store.Clock, Ct)).Refusal);

        Assert.Empty((await ListAsync(store)).Days);
        Assert.Equal(2, (await ImportAsync(store, First)).Batch.Added);
    }

    [Theory]
    [EveryStore("2024-13-01,全市,,某站,第1版,", "日期")]
    [EveryStore("2024-03-28,样例镇,,某站,第1版,", "区域")]
    [EveryStore("2024-03-28,全市,,,第1版,", "来源")]
    [EveryStore("2024-03-28,全市,,某站,,", "版本")]
    [EveryStore("2024-03-28,全市,,某站,第1版,待定", "状态")]
    public async Task Import_ARowThatDoesNotFit_IsKeptAsideWithWhatWasExpected(string row, string heading, StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var imported = await ImportAsync(store, Head + row + "\n");

        Assert.Equal((0, 1), (imported.Batch.Added, imported.Batch.Rejected));
        Assert.Equal(("EVA-035", heading), imported.Rows.SelectMany(one => one.Findings).Select(finding => (finding.Code, finding.Arguments["heading"])).Single());
    }

    [Theory, EveryStore]
    public async Task Import_AnotherTable_IsRefusedWithWhatIsMissing(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var refused = await DraftImport.RunAsync(store.Db, ImportSandDays.Kind, Source("日期,来源\n2024-03-28,某站\n"), Actor.Local, store.Clock, Ct);

        Assert.Equal(("EVA-034", "区域、版本"), (refused.Refusal?.Code, refused.Refusal?.Arguments["missing"]));
    }

    private static async Task<SandList> ListAsync(FigureStore store)
    {
        await store.RenewAsync();
        return await SandList.ReadAsync(store.Db, new(2024, 1, 1), new(2024, 12, 31), Ct);
    }

    private static async Task<ImportDraft> ImportAsync(FigureStore store, string text)
    {
        await store.RenewAsync();
        var imported = await ImportAtOnce.RunAsync(store.Db, store.Files, ImportSandDays.Kind, Source(text), "text/csv", Actor.Local, store.Clock, Ct);
        Assert.Null(imported.Refusal);
        return imported.Value!;
    }

    private static ImportSource Source(string text) => new(IncomingFile.Of("沙尘影响日.csv", Encoding.UTF8.GetBytes(text)));
}
