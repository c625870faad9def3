using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Standards;
using Xunit;

namespace Lanshao.Platform.Tests.Progress;

public class TaskBoardTests
{
    private static readonly TaskFilter All = new(2024);
    private static readonly DateOnly Today = new(2024, 7, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task ReadAsync_NothingReported_StatesGoByTheDeadline(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);

        var board = await BoardAsync(sample, All);

        Assert.Equal([("1-1-1", MeasureState.NotStarted), ("1-1-2", MeasureState.Overdue), ("1-2-1", MeasureState.Ongoing), ("1-2-2", MeasureState.NeedsAttention)], board.Rows.Select(r => (r.Code, r.State)));
    }

    [Theory, EveryStore]
    public async Task ReadAsync_EveryLeadSaysDone_IsCompleted(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);

        await ReportAsync(sample, "n1", "1-2-1");
        Assert.Equal(MeasureState.Ongoing, (await BoardAsync(sample, All)).Rows.Single(r => r.Code == "1-2-1").State);
        await ReportAsync(sample, "n2", "1-2-1");

        Assert.Equal(MeasureState.Completed, (await BoardAsync(sample, All)).Rows.Single(r => r.Code == "1-2-1").State);
    }

    [Theory, EveryStore]
    public async Task ReadAsync_MilestoneRuledDone_NeedsNoAttention(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);
        var measure = (await BoardAsync(sample, All)).Rows.Single(r => r.Code == "1-2-2").Measure;

        await using (var db = sample.Store.NewContext())
        {
            Assert.Null((await RuleCompletion.RunAsync(db, new(measure.Id, measure.Milestones[0].Id, new(2024, 5, 30), null), Actor.Local, ProgressSample.Clock, Ct)).Refusal);
        }

        Assert.Equal(MeasureState.NotStarted, (await BoardAsync(sample, All)).Rows.Single(r => r.Code == "1-2-2").State);
    }

    [Theory]
    [EveryStore("1-1-2", "1-1-2")]
    [EveryStore("附件1第2项", "1-2-1,1-2-2")]
    [EveryStore("口袋公园", "1-1-2")]
    [EveryStore("口袋 公园", "1-1-2")]
    [EveryStore("治理扬尘", "1-1-1,1-1-2")]
    [EveryStore("区水务局", "1-1-1,1-1-2,1-2-2")]
    [EveryStore("南门", "1-1-1,1-2-1")]
    [EveryStore("没有这句话", "")]
    public async Task ReadAsync_Search_FindsByNumberNameOrWords(string asked, string codes, StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);

        Assert.Equal(codes, string.Join(',', (await BoardAsync(sample, All with { Search = asked })).Rows.Select(r => r.Code)));
    }

    [Theory, EveryStore]
    public async Task ReadAsync_Filters_NarrowTheRows(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);

        Assert.Equal(["1-1-1", "1-2-1", "1-2-2"], await CodesAsync(sample, All with { Unit = "n1" }));
        Assert.Equal(["1-2-1"], await CodesAsync(sample, All with { Unit = "n1", Role = UnitRole.Lead }));
        Assert.Equal(["1-1-2"], await CodesAsync(sample, All with { Deadline = DeadlineBand.MidYear }));
        Assert.Equal(["1-2-1"], await CodesAsync(sample, All with { State = MeasureState.Ongoing }));
        Assert.Equal(4, (await CodesAsync(sample, All with { Domain = PlanDomain.Air })).Count);
        Assert.Empty(await CodesAsync(sample, All with { HasTarget = true }));
        Assert.Empty(await CodesAsync(sample, new(2023)));
    }

    [Theory, EveryStore]
    public async Task Page_ByKey_GoesThroughAllRowsOnce(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);
        var board = await BoardAsync(sample, All);

        var first = board.Page(null, 3);
        var second = board.Page(first.After, 3);

        Assert.Equal(board.Rows.Select(r => r.Code), first.Rows.Concat(second.Rows).Select(r => r.Code));
        Assert.Null(second.After);
    }

    private static async Task<TaskBoard> BoardAsync(ProgressSample sample, TaskFilter filter)
    {
        await using var db = sample.Store.NewContext();
        return await TaskBoard.ReadAsync(db, await sample.DistrictAsync(), filter, Today, Ct);
    }

    private static async Task<List<string>> CodesAsync(ProgressSample sample, TaskFilter filter) => [.. (await BoardAsync(sample, filter)).Rows.Select(r => r.Code)];

    private static async Task ReportAsync(ProgressSample sample, string unit, string code)
    {
        await using var db = sample.Store.NewContext();
        var entries = new Dictionary<Guid, ProgressText> { [await sample.MeasureAsync(code)] = new("已完成", true) };
        var handed = await SaveProgress.RunAsync(db, new(new("2024", ProgressSample.June, unit), entries, true, false, SaveProgress.NoVersion), WorkCalendar.Embedded, Actor.Local, ProgressSample.Clock, Ct);
        Assert.Null(handed.Refusal);
        Assert.Null((await ReviewReport.RunAsync(db, new(handed.Value!.Id, null, handed.Value.Version), Actor.Local, ProgressSample.Clock, Ct)).Refusal);
    }
}
