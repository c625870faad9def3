using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Disputes;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Evaluation.Stations;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class RankingSheetTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Read_PublishedHalfYear_TellsPlaceNeighboursAndTheWayToTheNextWhole(StoreKind kind)
    {
        await using var store = await SampleStore.NewAsync(kind);

        var sheet = await ReadAsync(store, "龙潭街道");

        Assert.Equal((1, 8), (sheet.Rank!.Sharing, sheet.SharingWhole));
        Assert.Equal(new WholeStep(38m, 38.5m, true, 0.5m), sheet.Step);
        Assert.Equal(("北新桥街道", 1), (sheet.Before!.Value.Row.Name, sheet.Before.Value.Sharing));
        Assert.Equal(("东直门街道", 1), (sheet.After!.Value.Row.Name, sheet.After.Value.Sharing));
        Assert.Equal((-7.1m, 42m), (sheet.Change!.Published!.Number, sheet.Change.Inferred!.Number));
        Assert.Equal([1], sheet.Versions.Select(version => version.Revision));
        Assert.Empty(sheet.Stations);
    }

    [Theory, EveryStore]
    public async Task Read_FirstAndLast_HaveANeighbourOnOneSideOnly(StoreKind kind)
    {
        await using var store = await SampleStore.NewAsync(kind);

        var (first, last) = (await ReadAsync(store, "北新桥街道"), await ReadAsync(store, "前门街道"));

        Assert.Null(first.Before);
        Assert.Null(last.After);
        Assert.Equal(3, last.Rank!.Sharing);
        Assert.Equal(new WholeStep(37m, 37.5m, false, 0.1m), last.Step);
    }

    [Theory, EveryStore]
    public async Task Read_CorrectedValue_HasEveryVersion(StoreKind kind)
    {
        const string Line = "pm25,龙潭街道,2024H1,{0},公布,{1},街道站,未注明,累计,样例市局,半年表,2024-07-05,1,";
        await using var store = await FigureStore.NewAsync(kind, PrintedTables.Part);
        await store.ImportAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, Line, "38.9", "初步"));
        await store.ImportAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, Line, "39.0", "已更正"));
        var table = (await FigureTables.LoadAsync(store.Db, "pm25-ranking", PublishedFigures.HalfYear, Ct)).Value!;

        var sheet = await RankingSheet.ReadAsync(store.Db, null, table, table.Rows.Single(row => row.Name == "龙潭街道"), Ct);

        Assert.Equal([("38.9", FigureStatus.Preliminary, false), ("39.0", FigureStatus.Corrected, true)], sheet!.Versions.Select(version => (version.Written, version.Status, version.EndedUtc is null)));
        Assert.Null(await RankingSheet.ReadAsync(store.Db, null, table, table.Rows.Single(row => row.Name == "景山街道"), Ct));
    }

    [Theory, EveryStore]
    public async Task Read_StationWithStoredHours_TellsValidDaysInvalidHoursAndTheUnroundedMean(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await StoredHours.ImportAsync(sample, "演示站-东四-01", "West");
        var period = Period.Range(StoredHours.First, StoredHours.First.AddDays(StoredHours.Days));
        var table = PublishedFigures.Table("pm25-ranking", PublishedFigures.Rows.Where(row => row.Indicator == "pm25").Select(row => row with { Period = period.Code }), period);
        await using var db = sample.NewContext();

        var sheet = await RankingSheet.ReadAsync(db, sample.Stores, table, table.Rows.Single(row => row.Name == "东四街道"), Ct);

        // Every 29th hour is missing, and of the last day all hours are.
        var station = Assert.Single(sheet!.Stations);
        var days = Enumerable.Range(0, StoredHours.Days).Select(day => Enumerable.Range(day * 24, 24).Select(hour => StoredHours.Value(0, AirItem.Pm25, hour)).OfType<decimal>().ToList()).ToList();
        Assert.Equal(("演示站-东四-01", 6, 5, days.Sum(day => day.Count), (6 * 24) - days.Sum(day => day.Count)), (station.Station.Name, station.Days, station.ValidDays, station.ValidHours, station.MissingHours));
        Assert.Equal(days.Average(day => day.Sum() / day.Count), station.Mean!.Value.Exact, 12);
        Assert.Empty(station.Invalid);
        Assert.Empty((await RankingSheet.ReadAsync(db, sample.Stores, table, table.Rows.Single(row => row.Name == "景山街道"), Ct))!.Stations);
    }

    [Theory, EveryStore]
    public async Task Read_DisputedValue_HasWhatWasSaidAgainstItAndNothingOfOthers(StoreKind kind)
    {
        await using var store = await SampleStore.NewAsync(kind);
        foreach (var (area, period) in new[] { ("110101014000", PublishedFigures.HalfYear), ("110101014000", Period.Month(2024, 6)), ("110101005000", PublishedFigures.HalfYear) })
        {
            Assert.Null((await FileDispute.RunAsync(store.Db, new(Place.Subdistrict(area), "pm25", period, "39.0", "与站点日报不一致", new(2024, 7, 8)), Actor.Local, new FixedClock(), Ct)).Refusal);
        }

        var sheet = await ReadAsync(store, "龙潭街道");

        Assert.Equal(("39.0", "与站点日报不一致", null), sheet.Disputes.Select(dispute => (dispute.Figure, dispute.Text, dispute.Outcome)).Single());
    }

    private static async Task<RankingSheet> ReadAsync(SampleStore store, string area)
    {
        var table = (await FigureTables.LoadAsync(store.Db, "pm25-ranking", PublishedFigures.HalfYear, Ct)).Value!;
        return (await RankingSheet.ReadAsync(store.Db, null, table, table.Rows.Single(row => row.Name == area), Ct))!;
    }
}
