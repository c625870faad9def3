using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring.Roads;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Roads;

/// <summary>Dust on roads by stretch and period, with how often a stretch was among the city's worst this year.</summary>
public sealed class ImportRoadDustTests
{
    private const string Head = "周期,道路,路段,街道,作业等级,尘负荷,市倒排名,养护单位,来源\n";
    private const string May = Head + "2024-05,样例路,南段,东四街道,一级,0.61,12,样例环卫,市级通报\n2024-05,样例街,,,,0.30,,,市级通报\n";
    private const string June = Head + "2024-06,样例路,南段,东四街道,一级,0.52,30,样例环卫,市级通报\n2024-06,样例街,,,,0.27,31,,市级通报\n2023-12,样例路,南段,东四街道,一级,0.7,1,,市级通报\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Read_APeriod_RanksStretchesAndCountsTheYear(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await ImportAsync(store, May);
        await ImportAsync(store, June);

        var june = await RoadDustTable.ReadAsync(store.Db, Period.Month(2024, 6), Ct);

        Assert.Equal([("样例路", 0.52m, 2, true), ("样例街", 0.27m, 0, false)], june.Lines.Select(line => (line.Load.Road, line.Load.LoadGPerM2, line.TimesAmongWorst, line.IsAmongWorst)));
        Assert.Equal(0.395m, june.Mean);
        Assert.Equal(["2024-06", "2024-05", "2023-12"], (await RoadDustTable.PeriodsAsync(store.Db, Ct)).Select(period => period.Code));
    }

    [Theory, EveryStore]
    public async Task Import_TheSameStretchAgain_CorrectsItAndCanBeTakenBack(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await ImportAsync(store, May);

        var corrected = await ImportAsync(store, Head + "2024-05,样例路,南段,东四街道,一级,0.58,12,样例环卫,市级通报\n");
        await store.RenewAsync();
        Assert.Null((await UndoImport.RunAsync(store.Db, ImportRoadDust.Kind, corrected.Batch.Id, Actor.Local, store.Clock, Ct)).Refusal);

        Assert.Equal((0, 1), (corrected.Batch.Added, corrected.Batch.Changed));
        Assert.Equal(0.61m, (await RoadDustTable.ReadAsync(store.Db, Period.Month(2024, 5), Ct)).Lines[0].Load.LoadGPerM2);
    }

    [Theory]
    [InlineData("2024-13,样例路,,,,0.5,,,市级通报", "周期")]
    [InlineData("2024-06,样例路,,样例镇,,0.5,,,市级通报", "街道")]
    [InlineData("2024-06,样例路,,,,-0.5,,,市级通报", "尘负荷")]
    [InlineData("2024-06,样例路,,,,0.5,1.5,,市级通报", "市倒排名")]
    [InlineData("2024-06,,,,,0.5,,,市级通报", "道路")]
    public async Task Import_ARowThatDoesNotFit_IsKeptAsideWithWhatWasExpected(string row, string heading)
    {
        await using var store = await FigureStore.NewAsync(StoreKind.Sqlite);

        var imported = await ImportAsync(store, Head + row + "\n");

        Assert.Equal((0, 1), (imported.Batch.Added, imported.Batch.Rejected));
        Assert.Equal(("MON-083", heading), imported.Rows.SelectMany(one => one.Findings).Select(finding => (finding.Code, finding.Arguments["heading"])).Single());
    }

    private static async Task<ImportDraft> ImportAsync(FigureStore store, string text)
    {
        await store.RenewAsync();
        var source = new ImportSource(IncomingFile.Of("道路尘负荷.csv", Encoding.UTF8.GetBytes(text)));
        var imported = await ImportAtOnce.RunAsync(store.Db, store.Files, ImportRoadDust.Kind, source, "text/csv", Actor.Local, store.Clock, Ct);
        Assert.Null(imported.Refusal);
        return imported.Value!;
    }
}
