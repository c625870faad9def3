using System.Text;
using Lanshao.Platform.Evaluation.Rounds;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Platform.Tests.Monitoring.Reviews;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation.Rounds;

public class ReviewRankingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Save_AcrossMonths_IsCorrectedByAVersionWithItsReason(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();

        var first = await SaveAsync(sample, db, 6, new(2024, 5, 20), new(2024, 6, 19));
        var overlap = await SaveAsync(sample, db, 7, new(2024, 6, 19), new(2024, 7, 19));
        var mute = await SaveAsync(sample, db, 6, new(2024, 5, 21), new(2024, 6, 19), revision: 1);
        var stale = await SaveAsync(sample, db, 6, new(2024, 5, 21), new(2024, 6, 19), "起日写错", revision: 0);
        var corrected = await SaveAsync(sample, db, 6, new(2024, 5, 21), new(2024, 6, 19), "起日写错", revision: 1);

        Assert.Equal((1, 31), (first.Value!.Revision, first.Value.Period.Days));
        Assert.Equal(("EVA-051", "EVA-052", "EVA-053"), (overlap.Refusal?.Code, mute.Refusal?.Code, stale.Refusal?.Code));
        Assert.Equal((2, "起日写错"), (corrected.Value!.Revision, corrected.Value.Reason));
        Assert.Equal([false, true], (await db.Set<ReviewPeriod>().AsNoTracking().OrderBy(round => round.Revision).ToListAsync(Ct)).Select(round => round.EndedUtc is null));
    }

    [Theory, EveryStore]
    public async Task Read_WithoutTheCitysValues_RanksTheOwnStationsAndCountsLastPlaces(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var before = (await SaveAsync(sample, db, 1, new(2024, 6, 1), new(2024, 6, 10))).Value!;
        var round = (await SaveAsync(sample, db, 2, new(2024, 6, 11), new(2024, 6, 20))).Value!;

        var ranking = (await ReviewRanking.ReadAsync(db, sample.Stores, round, Ct)).Value!;

        Assert.Equal((FigureBasis.Computed, 2), (ranking.Basis, ranking.RoundsCounted));
        var first = ranking.Rows[0];
        Assert.Equal(("东四街道", 30.5m, 1, 0, 2, 2), (first.Name, first.Mean, first.Rank, first.Moved, first.LastPlaces, first.LastThree));
        Assert.All(ranking.Rows.Skip(1), row => Assert.Null(row.Rank));
        Assert.Equal((0, null), (ranking.SandDays.Count, first.WithoutSand));

        // A day with a very high hour is on the official list: a second basis beside the first, which stays.
        var list = IncomingFile.Of("sand.csv", Encoding.UTF8.GetBytes("日期,区域,来源,版本\n2024-06-10,全区,演示名单,第1版\n"));
        Assert.Equal(1, (await ImportAtOnce.RunAsync(db, new FileStore(Path.Combine(sample.Folder, "files")), ImportSandDays.Kind, new(list), "text/csv", Actor.Local, sample.Clock, Ct)).Value!.Batch.Added);
        var second = (await ReviewRanking.ReadAsync(db, sample.Stores, before, Ct)).Value!;

        Assert.Equal((true, 30.5m, 1, 1), (second.Rows[0].Mean > 31m, second.Rows[0].WithoutSand, second.Rows[0].RankWithoutSand, second.SandDays.Count));
    }

    [Theory, EveryStore]
    public async Task Read_TooFewDays_HasNoRank(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var round = (await SaveAsync(sample, db, 1, new(2024, 5, 25), new(2024, 6, 10))).Value!;

        var ranking = (await ReviewRanking.ReadAsync(db, sample.Stores, round, Ct)).Value!;

        Assert.Equal([10], ranking.Rows.Where(row => row.ValidDays > 0).Select(row => row.ValidDays));
        Assert.All(ranking.Rows, row => Assert.Null(row.Rank));
    }

    [Theory, EveryStore]
    public async Task Publish_RoundsThatHaveEnded_GoOnceIntoTheIndicators(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        _ = await SaveAsync(sample, db, 1, new(2024, 6, 1), new(2024, 6, 9));
        _ = await SaveAsync(sample, db, 2, new(2024, 6, 11), new(2024, 6, 20));

        var early = await PublishRounds.RunAsync(db, sample.Stores, new(2024, 6, 20), Actor.System, sample.Clock, Ct);
        var after = await PublishRounds.RunAsync(db, sample.Stores, new(2024, 6, 21), Actor.System, sample.Clock, Ct);
        var again = await PublishRounds.RunAsync(db, sample.Stores, new(2024, 6, 22), Actor.System, sample.Clock, Ct);

        Assert.Equal([1, 1, 0], new[] { early, after, again }.Select(done => done.Value!.Stored));
        var stored = (await FigureQueries.ValuesAsync(db, ["pm25"], [Period.Range(new(2024, 6, 11), new(2024, 6, 20))], Ct)).Single();
        Assert.Equal((30.5m, FigureBasis.Computed, FigureStatus.Preliminary, "点评周期"), (stored.Number!.Value, stored.Basis, stored.Status, stored.PeriodBasis));
    }

    private static Task<Outcome<ReviewPeriod>> SaveAsync(MonitoringSample sample, LanshaoContext db, int number, DateOnly from, DateOnly to, string reason = "", int revision = 0) =>
        SaveReviewPeriod.RunAsync(db, new(number, "pm25", from, to, "市局通报", reason, revision), Actor.Local, sample.Clock, Ct);
}
