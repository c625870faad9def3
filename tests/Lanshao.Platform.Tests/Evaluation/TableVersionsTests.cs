using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

/// <summary>A month as the office lives it: the preliminary table of the first, the city's table, a correction; every version stays.</summary>
public sealed class TableVersionsTests
{
    private const string City = """
        2024年6月街道PM2.5月度排名,,,,
        （2024年7月4日印发）,,,,
        市倒排名,街道,当月浓度,,同比变化
        ,,一位小数,取整,
        9,龙潭街道,26.4,26,-3.7%
        21,景山街道,25.8,26,0.0%
        40,前门街道,24.0,24,-4.0%
        数据来源：样例市局,,,,
        """;

    private static readonly Period June = Period.Month(2024, 6);
    private static readonly YearTarget Target = new(2024, 34m, "某计划 2-1-1", null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Versions_CitysTableAfterThePreliminary_SayWhichFigureChangedAndWhy(StoreKind kind)
    {
        await using var store = await PreliminaryAsync(kind);
        await ImportCityAsync(store, City);

        var versions = await LoadAsync(store);

        Assert.Equal([(1, FigureStatus.Preliminary), (2, FigureStatus.Announced)], versions.All.Select(version => (version.Number, version.Status!.Value)));
        Assert.Equal(["景山街道 26.2", "龙潭街道 25.9", "前门街道 24.0"], Ranked(versions.All[0].Table));
        Assert.Equal(["龙潭街道 26.4", "景山街道 25.8", "前门街道 24.0"], Ranked(versions.All[1].Table));
        Assert.Empty(versions.ChangesOf(versions.All[0]));
        var changes = versions.ChangesOf(versions.All[1]).Select(change => (change.Row.Name, change.Column.Shows, change.Before.Text, change.After.Text, change.Cause)).ToList();
        Assert.Contains(("龙潭街道", ColumnContent.Value, "25.9", "26.4", ChangeCause.Replaced), changes);
        Assert.Contains(("龙潭街道", ColumnContent.DistrictRank, "2", "1", ChangeCause.Replaced), changes);
        Assert.Contains(("龙潭街道", ColumnContent.CityRank, "—", "9", ChangeCause.Arrived), changes);
        Assert.DoesNotContain(changes, change => change is { Name: "前门街道", Shows: ColumnContent.Value or ColumnContent.DistrictRank });
        Assert.Equal("自算", versions.ChangesOf(versions.All[1]).First(change => change.Column.Shows == ColumnContent.Value).Old!.SourceTable);
    }

    [Theory, EveryStore]
    public async Task Versions_PublishedBesideComputed_OverwriteNothing(StoreKind kind)
    {
        await using var store = await PreliminaryAsync(kind);
        await ImportCityAsync(store, City);

        var values = (await store.AllAsync()).Where(value => value is { Indicator: "pm25", EndedUtc: null } && value.Period == June).ToList();

        Assert.Equal((3, 3), (values.Count(value => value.Basis == FigureBasis.Computed), values.Count(value => value.Basis == FigureBasis.Published)));
        Assert.Equal([24.0311m, 25.9472m, 26.2318m], values.Where(value => value.Basis == FigureBasis.Computed).Select(value => value.Number!.Value).Order());
    }

    [Theory, EveryStore]
    public async Task Versions_CorrectedTable_IsOneMoreAndNamesTheOthersThatMoved(StoreKind kind)
    {
        await using var store = await PreliminaryAsync(kind);
        await ImportCityAsync(store, City);
        await ImportCityAsync(store, City.Replace("21,景山街道,25.8", "21,景山街道,26.5", StringComparison.Ordinal));

        var versions = await LoadAsync(store);

        var changes = versions.ChangesOf(versions.Newest!).Select(change => (change.Row.Name, change.Column.Shows, change.Before.Text, change.After.Text, change.Cause)).ToList();
        Assert.Equal(
        [
            ("景山街道", ColumnContent.DistrictRank, "2", "1", ChangeCause.Corrected), ("景山街道", ColumnContent.Value, "25.8", "26.5", ChangeCause.Corrected),
            ("龙潭街道", ColumnContent.DistrictRank, "1", "2", ChangeCause.OthersMoved),
        ], changes);
        Assert.Equal(3, versions.All.Count);
    }

    [Theory, EveryStore]
    public async Task Versions_TableTakenBack_ReturnsToThePreliminary(StoreKind kind)
    {
        await using var store = await PreliminaryAsync(kind);
        var draft = await ImportCityAsync(store, City);
        await store.RenewAsync();
        Assert.Null((await UndoImport.RunAsync(store.Db, ImportCityTable.Kind, draft.Batch.Id, Actor.Local, store.Clock, Ct)).Refusal);

        var versions = await LoadAsync(store);

        Assert.Equal([FigureStatus.Preliminary, FigureStatus.Announced, FigureStatus.Preliminary], versions.All.Select(version => version.Status!.Value));
        Assert.Equal(Ranked(versions.All[0].Table), Ranked(versions.Newest!.Table));
        Assert.Equal(12, versions.Newest!.Withdrawn);
    }

    [Theory, EveryStore]
    public async Task Versions_FromTheSameBasisOnly_NeverMixPlacesOfTwoMonths(StoreKind kind)
    {
        await using var store = await PreliminaryAsync(kind);
        await ImportCityAsync(store, City.Replace("6月", "5月", StringComparison.Ordinal));

        var table = (await FigureTables.LoadAsync(store.Db, "pm25-month", June, Ct)).Value!;

        Assert.Equal(3, table.Rows.Count(row => table.Cell(row, ColumnContent.DistrictRank)!.Number is not null));
        Assert.All(table.Rows, row => Assert.Equal("EVA-008", table.Cell(row, ColumnContent.Move)!.Missing?.Code));
    }

    [Theory, EveryStore]
    public async Task Versions_LastYearComputedToo_GiveTheChangeOfThePreliminary(StoreKind kind)
    {
        await using var store = await PreliminaryAsync(kind);
        await store.ImportAsync(Computed("龙潭街道", "2023-06", "27.6"));

        var table = (await LoadAsync(store)).Newest!.Table;
        var stands = (await FigureTables.LoadAsync(store.Db, "pm25-month", June, Ct)).Value!;

        // The version is of the moment when the month's figures came; what stands now knows last year's.
        Assert.Equal("—", table.Cell(table.Rows.Single(row => row.Name == "龙潭街道"), ColumnContent.Change)!.Text);
        Assert.Equal("-7.1%", stands.Cell(stands.Rows.Single(row => row.Name == "龙潭街道"), ColumnContent.Change)!.Text);
    }

    [Theory, EveryStore]
    public async Task Versions_PartsOfTwoBases_SayBothSources(StoreKind kind)
    {
        await using var store = await PreliminaryAsync(kind);
        await store.ImportAsync("pm25,龙潭街道,2024H1,39.0,公布,已通报,街道站,未注明,累计,样例市局,半年表,2024-07-05,,");

        var versions = await LoadAsync(store);

        Assert.Equal("当月：样例区（自动计算，初步）；累计：样例市局", versions.Newest!.Table.SourceLine);
        Assert.Equal(2, versions.All.Count);
        var budget = versions.Newest.Table.Cell(versions.Newest.Table.Rows.Single(row => row.Name == "龙潭街道"), ColumnContent.Budget)!;
        var origin = Assert.IsType<FigureOrigin.Budgeted>(budget.Origin);
        Assert.Equal(("29.0", "29.0", "30.0"), (budget.Text, origin.Budget.Mean!.Value.ShownText, origin.OfRounded.Mean!.Value.ShownText));
    }

    private static async Task<FigureStore> PreliminaryAsync(StoreKind kind)
    {
        var store = await FigureStore.NewAsync(kind, PrintedTables.Part);
        Assert.Null((await store.ImportAsync(Computed("景山街道", "2024-06", "26.2318"), Computed("龙潭街道", "2024-06", "25.9472"), Computed("前门街道", "2024-06", "24.0311"))).Refusal);
        return store;
    }

    private static string Computed(string area, string period, string value) => $"pm25,{area},{period},{value},计算,初步,街道站,未注明,当月,样例区,自算,,,";

    private static async Task<ImportDraft> ImportCityAsync(FigureStore store, string text)
    {
        await store.RenewAsync();
        var source = new ImportSource(IncomingFile.Of("排名表.csv", System.Text.Encoding.UTF8.GetBytes(text)));
        var imported = await ImportAtOnce.RunAsync(store.Db, store.Files, ImportCityTable.Kind, source, "text/csv", Actor.Local, store.Clock, Ct);
        Assert.Null(imported.Refusal);
        await store.RenewAsync();
        return imported.Value!;
    }

    private static async Task<TableVersions> LoadAsync(FigureStore store)
    {
        var pack = (await CurrentPack.ReadAsync(store.Db, Ct)).Value!;
        return await FigureTables.VersionsAsync(store.Db, pack, pack.Read(PrintedTables.Part).Find("pm25-month")!, June, Ct, (_, _) => Target);
    }

    private static IEnumerable<string> Ranked(FigureTable table) => table.Rows.Where(row => table.Cell(row, ColumnContent.Value)!.Number is not null).Select(row => $"{row.Name} {table.Cell(row, ColumnContent.Value)!.Text}");
}
