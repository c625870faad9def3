using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class FigureTablesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Load_ImportedFigures_GivesTheTablesOfTheRowsInMemory(StoreKind kind)
    {
        await using var store = await SampleStore.NewAsync(kind);
        var definitions = store.Pack.Read(PrintedTables.Part).All.Where(table => table.Annex is not null).ToList();

        var tables = await FigureTables.LoadAsync(store.Db, store.Pack, definitions, PublishedFigures.HalfYear, Ct);

        Assert.Equal([1, 2, 3, 4, 5, 6], tables.Select(table => table.Definition.Annex ?? 0));
        Assert.Equal(definitions.Select(table => Texts(PublishedFigures.Table(table.Code))), tables.Select(Texts));
        Assert.All(tables, table => Assert.Empty(table.Findings));
        Assert.All(tables, table => Assert.Equal(store.Pack.Revision, table.PackRevision));
    }

    [Theory, EveryStore]
    public async Task Load_UnknownTable_IsRefusedNamingTheKnown(StoreKind kind)
    {
        await using var store = await SampleStore.NewAsync(kind);

        var table = await FigureTables.LoadAsync(store.Db, "nothing", PublishedFigures.HalfYear, Ct);

        Assert.Equal("EVA-021", table.Refusal?.Code);
        Assert.Contains("pm25-ranking", table.Refusal?.Arguments["known"], StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public async Task Periods_ImportedFigures_AreThoseWithPublishedValues(StoreKind kind)
    {
        await using var store = await SampleStore.NewAsync(kind);

        var periods = await FigureTables.PeriodsAsync(store.Db, store.Pack.Read(PrintedTables.Part).Find("water-points")!, Ct);

        Assert.Equal([PublishedFigures.HalfYear, Period.Month(2024, 6)], periods);
    }

    [Theory, EveryStore]
    public async Task TargetBoard_NoPlans_StillHasTheDistrictsFigures(StoreKind kind)
    {
        await using var store = await SampleStore.NewAsync(kind);

        var board = await TargetBoard.ReadAsync(store.Db, store.Pack, 2024, null, Ct);

        Assert.Empty(board.Rows);
        Assert.Equal(38.0m, board.Newest("pm25")!.Number);
        Assert.Null((await TargetBoard.ReadAsync(store.Db, store.Pack, 2024, new(2024, 5, 31), Ct)).Newest("pm25"));
    }

    private static string Texts(FigureTable table) =>
        string.Join('\n', table.Rows.Concat(table.Total is null ? [] : [table.Total]).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))));
}
