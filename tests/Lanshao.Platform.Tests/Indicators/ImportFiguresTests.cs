using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Indicators;

public sealed class ImportFiguresTests
{
    private const string Longtan = "pm25,龙潭街道,2024年1—6月,39.0,公布,初步,街道站,未注明,累计,某局,某表,,2,";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Import_OneRow_KeepsValueAndProvenance(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var imported = await store.ImportAsync(Longtan);

        Assert.Equal((1, 0), (imported.Value!.Batch.Added, imported.Value.Batch.Rejected));
        var value = Assert.Single(await store.AllAsync());
        Assert.Equal(("pm25", "subdistrict:110101014000", "2024H1", 39.0m, "39.0"), (value.Indicator, value.Place.Code, value.Period.Code, value.Number, value.Written));
        Assert.Equal((FigureBasis.Published, FigureStatus.Preliminary, "街道站", "某表", 2, 1), (value.Basis, value.Status, value.StationScope, value.SourceTable, value.SourceRow, value.Revision));
        Assert.Equal((imported.Value.Batch.Id, 1, 1, "local"), (value.BatchId, value.BatchSeq, value.PackRevision, value.StoredBy));
        Assert.Null(value.EndedUtc);
    }

    [Theory, EveryStore]
    public async Task Import_SameFileAgain_ChangesNothing(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await store.ImportAsync(Longtan);

        var again = await store.ImportAsync(Longtan);

        Assert.True(again.Value!.IsNothingNew);
        Assert.Single(await store.AllAsync());
    }

    [Theory, EveryStore]
    public async Task Import_CorrectedValue_IsANewRevisionBesideTheOld(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await store.ImportAsync(Longtan);

        var corrected = await store.ImportAsync(Longtan.Replace("39.0", "38.9", StringComparison.Ordinal).Replace("初步", "已更正", StringComparison.Ordinal));

        Assert.Equal((0, 1), (corrected.Value!.Batch.Added, corrected.Value.Batch.Changed));
        var values = await store.AllAsync();
        Assert.Equal([(1, 39.0m, "replaced"), (2, 38.9m, null)], values.Select(value => (value.Revision, value.Number!.Value, value.EndReason)));
        Assert.Equal(FigureStatus.Corrected, values[1].Status);
        var standing = await FigureQueries.ValuesAsync(store.Db, ["pm25"], [Period.Half(2024, 1)], Ct);
        Assert.Equal(38.9m, Assert.Single(standing).Number);
        Assert.Equal([2, 1], (await FigureQueries.HistoryAsync(store.Db, standing[0].Id, Ct)).Select(value => value.Revision));
    }

    [Theory, EveryStore]
    public async Task Undo_AfterACorrection_BringsTheOldValueBackAsARevision(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await store.ImportAsync(Longtan);
        var corrected = await store.ImportAsync(Longtan.Replace("39.0", "38.9", StringComparison.Ordinal));

        await store.RenewAsync();
        var undone = await UndoImport.RunAsync(store.Db, ImportFigures.Kind, corrected.Value!.Batch.Id, Actor.Local, store.Clock, Ct);

        Assert.False(undone.IsRefused);
        Assert.Equal([39.0m, 38.9m, 39.0m], (await store.AllAsync()).Select(value => value.Number!.Value));
        Assert.Equal(39.0m, Assert.Single(await FigureQueries.ValuesAsync(store.Db, ["pm25"], [Period.Half(2024, 1)], Ct)).Number);
    }

    [Theory, EveryStore]
    public async Task Undo_OfAnAddition_LeavesNothingStandingAndNothingLost(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var imported = await store.ImportAsync(Longtan);

        await store.RenewAsync();
        await UndoImport.RunAsync(store.Db, ImportFigures.Kind, imported.Value!.Batch.Id, Actor.Local, store.Clock, Ct);
        Assert.Empty(await FigureQueries.ValuesAsync(store.Db, ["pm25"], [Period.Half(2024, 1)], Ct));
        var again = await store.ImportAsync(Longtan);

        Assert.Equal(1, again.Value!.Batch.Added);
        Assert.Equal([(1, "withdrawn"), (2, null)], (await store.AllAsync()).Select(value => (value.Revision, value.EndReason)));
    }

    [Theory, EveryStore]
    public async Task Import_SeveralBases_StandSideBySideAndDifferIsAFinding(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await store.ImportAsync(Longtan);

        var computed = await store.ImportAsync(Longtan.Replace("公布", "计算", StringComparison.Ordinal).Replace("39.0", "38.91", StringComparison.Ordinal));

        Assert.Equal(2, (await FigureQueries.ValuesAsync(store.Db, ["pm25"], [Period.Half(2024, 1)], Ct)).Count);
        var finding = Assert.Single(computed.Value!.Rows[0].Findings);
        Assert.Equal(("IND-010", Severity.Warning, "38.9", "39.0"), (finding.Code, finding.Severity, finding.Arguments["value"], finding.Arguments["other"]));
        var pack = (await Lanshao.Platform.Districts.Packs.CurrentPack.ReadAsync(store.Db, Ct)).Value!;
        Assert.Equal("IND-010", Assert.Single(await FigureDifferences.FindAsync(store.Db, pack, Period.Half(2024, 1), Ct)).Code);
    }

    [Theory, EveryStore]
    public async Task Import_SameFigureOnTwoBases_IsNoDifferenceWhereItPrintsAlike(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await store.ImportAsync(Longtan);

        var computed = await store.ImportAsync(Longtan.Replace("公布", "计算", StringComparison.Ordinal).Replace("39.0", "38.97", StringComparison.Ordinal));

        Assert.Empty(computed.Value!.Rows[0].Findings);
    }

    [Theory]
    [EveryStore("pm2.5,龙潭街道,2024H1,39.0,公布,初步,街道站,未注明,累计,某局,,,,", "IND-002")]
    [EveryStore("pm25,龙谭街,2024H1,39.0,公布,初步,街道站,未注明,累计,某局,,,,", "IND-003")]
    [EveryStore("pm25,王府井管委会,2024H1,39.0,公布,初步,街道站,未注明,累计,某局,,,,", "IND-004")]
    [EveryStore("pm25,S01,2024H1,39.0,公布,初步,街道站,未注明,累计,某局,,,,", "IND-004")]
    [EveryStore("pm25,龙潭,上半年,39.0,公布,初步,街道站,未注明,累计,某局,,,,", "IND-005")]
    [EveryStore("pm25,龙潭,2024H1,—,公布,初步,街道站,未注明,累计,某局,,,,", "IND-006")]
    [EveryStore("pm25,龙潭,2024H1,,公布,初步,街道站,未注明,累计,某局,,,,", "IND-006")]
    [EveryStore("pm25,龙潭,2024H1,1e3,公布,初步,街道站,未注明,累计,某局,,,,", "IND-006")]
    [EveryStore("pm25,龙潭,2024H1,39.1234567,公布,初步,街道站,未注明,累计,某局,,,,", "IND-006")]
    [EveryStore("pm25,龙潭,2024H1,39.0,发布,初步,街道站,未注明,累计,某局,,,,", "IND-007")]
    [EveryStore("pm25,龙潭,2024H1,39.0,公布,草稿,街道站,未注明,累计,某局,,,,", "IND-007")]
    [EveryStore("pm25,龙潭,2024H1,39.0,公布,初步,楼顶,未注明,累计,某局,,,,", "IND-007")]
    [EveryStore("pm25,龙潭,2024H1,39.0,公布,初步,街道站,未注明,累计,,,,,", "IND-007")]
    [EveryStore("pm25,龙潭,2024H1,39.0,公布,初步,街道站,未注明,累计,某局,,七月,,", "IND-007")]
    [EveryStore("pm25-city-rank,龙潭,2024H1,10,公布,初步,街道站,未注明,累计,某局,,,,", "IND-008")]
    [EveryStore("water-class,S01,2024H1,六类,公布,初步,市级考核断面,不适用,累计,某局,,,,", "IND-006")]
    public async Task Import_UnreadableRow_IsKeptWithItsReason(string line, string code, StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        var draft = await store.DraftAsync(line, Longtan);

        Assert.Equal((1, 1), (draft.Batch.Rejected, draft.Batch.Added));
        Assert.Contains(draft.Rows[0].Findings, finding => finding.Code == code && finding.Severity == Severity.Error && finding.Where == "第2行");
        Assert.Null(draft.Rows[0].After);
    }

    [Theory]
    [EveryStore("water-class,W19,2024-06,无水,公布,初步,社区点位,不适用,当月,某局,,,,", "无水", MissingReason.None)]
    [EveryStore("water-class,文化宫,2024-06,劣V1类,公布,初步,社区点位,不适用,当月,某局,,,,", "劣Ⅴ1", MissingReason.None)]
    [EveryStore("water-class,文化宫,2024H1,III类,公布,初步,市级考核断面,不适用,累计,某局,,,,", "Ⅲ", MissingReason.None)]
    [EveryStore("water-class,W01,2024-06,未测,公布,初步,社区点位,不适用,当月,某局,,,,", null, MissingReason.NotMeasured)]
    [EveryStore("pm25,龙潭,2024-06,缺测,公布,初步,街道站,未注明,当月,某局,,,,", null, MissingReason.NoData)]
    public async Task Import_ClassesAndReasons_AreNoNumbers(string line, string? text, MissingReason missing, StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        await store.ImportAsync(line);

        var value = Assert.Single(await store.AllAsync());
        Assert.Equal((null, text, missing), (value.Number, value.Text, value.Missing));
    }

    [Theory]
    [EveryStore("-7.1%", "-7.1")]
    [EveryStore("−7.1", "-7.1")]
    [EveryStore("\"31,266,600\"", "31266600")]
    [EveryStore("+3", "3")]
    public async Task Import_NumberAsClerksWrite_IsRead(string written, string expected, StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        await store.ImportAsync($"pm25-change,龙潭,2024H1,{written},公布,初步,街道站,未注明,累计,某局,,,,");

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(await store.AllAsync()).Number);
    }

    [Theory]
    [EveryStore]
    public async Task Import_NameOfSectionAndPoint_GoesByTheScope(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);

        await store.ImportAsync(
            "water-class,文化宫,2024H1,Ⅱ类,公布,初步,市级考核断面,不适用,累计,某局,,,,",
            "water-class,文化宫,2024H1,Ⅲ类,公布,初步,社区点位,不适用,累计,某局,,,,");

        Assert.Equal(["section:S02", "water-point:W13"], (await store.AllAsync()).Select(value => value.Place.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [EveryStore]
    public async Task Import_TableWithoutTheColumns_IsRefusedByName(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var source = new ImportSource(IncomingFile.Of("a.csv", "街道,数值\n龙潭,39\n"u8.ToArray()));

        var refused = await DraftImport.RunAsync(store.Db, ImportFigures.Kind, source, Actor.Local, store.Clock, Ct);

        Assert.Equal(("IND-001", "指标、地点、时段、基础、状态、站点口径、沙尘口径、时段口径、来源"), (refused.Refusal?.Code, refused.Refusal?.Arguments["missing"]));
    }

    [Theory, EveryStore]
    public async Task Void_StandingValue_StaysWithItsReason(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await store.ImportAsync(Longtan);
        var id = (await store.AllAsync())[0].Id;

        await store.RenewAsync();
        var voided = await VoidFigure.RunAsync(store.Db, id, "录入有误", Actor.Local, store.Clock, Ct);
        await store.RenewAsync();
        var twice = await VoidFigure.RunAsync(store.Db, id, "录入有误", Actor.Local, store.Clock, Ct);

        Assert.Equal("录入有误", voided.Value?.EndReason);
        Assert.Equal("IND-015", twice.Refusal?.Code);
        Assert.Equal("IND-019", (await VoidFigure.RunAsync(store.Db, id, " ", Actor.Local, store.Clock, Ct)).Refusal?.Code);
        Assert.Equal("IND-018", (await VoidFigure.RunAsync(store.Db, Guid.CreateVersion7(), "无", Actor.Local, store.Clock, Ct)).Refusal?.Code);
        Assert.Empty(await FigureQueries.ValuesAsync(store.Db, ["pm25"], [Period.Half(2024, 1)], Ct));
    }

    [Theory, EveryStore]
    public async Task Publish_SameValueAgain_StoresNothing(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var figure = new FigureRow("pm25", "subdistrict:110101014000", "2024-06", FigureBasis.Computed, FigureStatus.Preliminary, "街道站", "未注明", "当月", 24.75m, null, MissingReason.None, "24.75", "自动计算", "", null, null, null);

        var first = await PublishFigures.RunAsync(store.Db, [figure], Actor.System, store.Clock, Ct);
        await store.RenewAsync();
        var second = await PublishFigures.RunAsync(store.Db, [figure], Actor.System, store.Clock, Ct);
        var third = await PublishFigures.RunAsync(store.Db, [figure with { Number = 24.8m }], Actor.System, store.Clock, Ct);
        var unknown = await PublishFigures.RunAsync(store.Db, [figure with { Indicator = "nothing" }], Actor.System, store.Clock, Ct);

        Assert.Equal((1, 0, 1, "IND-017"), (first.Value!.Stored, second.Value!.Stored, third.Value!.Stored, unknown.Refusal?.Code));
        Assert.Equal([24.75m, 24.8m], (await store.AllAsync()).Select(value => value.Number!.Value));
        var series = await FigureQueries.SeriesAsync(store.Db, "pm25", Place.Subdistrict("110101014000"), new(2024, 1, 1), new(2024, 12, 31), Ct);
        Assert.Equal(24.8m, Assert.Single(series).Number);
        Assert.Equal(["2024-06"], (await FigureQueries.PeriodsAsync(store.Db, "pm25", FigureBasis.Computed, Ct)).Select(period => period.Code));
    }
}
