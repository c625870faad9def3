using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

public class ActionPlanTests
{
    private const string Patrol = "每周巡查辖区内工地扬尘措施落实情况并通报结果";
    private const string Boilers = "年底前完成三台燃气锅炉低氮改造并开展监测";
    private const string Trees = "新建口袋公园两处，增加绿化面积";
    private static readonly FixedClock Clock = new();
    private static readonly PlanDraft First = Drafts.Plan(Drafts.Annex(2, Drafts.Task("5", "治理扬尘", Drafts.Measure(1, Patrol, assist: "各街道"), Drafts.Measure(2, Boilers) with
    {
        Milestones = [new(new(2024, 6, 30), "6月底前改造一台")],
        Targets = [Drafts.Target("改造台数", 3), Drafts.Target("PM2.5年均浓度", 34.5m, "甲街道")],
    }))) with
    { Findings = [Drafts.Finding(1), Drafts.Finding(2, "PLAN-013")] };

    private static readonly PlanDraft Corrected = Drafts.Plan(Drafts.Annex(2, Drafts.Task("5", "治理扬尘", Drafts.Measure(1, Patrol, assist: "各街道（地区）"), Drafts.Measure(2, Trees), First.Annexes[0].Tasks[0].Measures[1] with { Row = 3 }))) with
    {
        SourceSha256 = new string('b', 64),
        Findings = [Drafts.Finding(1) with { Row = 4 }],
    };

    [Theory, EveryStore]
    public async Task Adopt_FirstFile_ComesBackAsItWent(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);

        var plan = await AdoptAsync(store, null, First);

        await using var db = store.NewContext();
        var whole = await PlanQueries.FindWholeAsync(db, plan, TestContext.Current.CancellationToken);
        Assert.Equal(Json(First), Json(whole!.AsDraft()));
        Assert.Equal(["2-5-1", "2-5-2"], whole.Measures.OrderBy(m => m.Ordinal).Select(m => m.Code));
    }

    [Theory, EveryStore]
    public async Task Adopt_CorrectedFile_KeepsIdentitiesAndTellsWhatChanged(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        var plan = await AdoptAsync(store, null, First);
        var before = await IdsAsync(store, plan);

        await AdoptAsync(store, plan, Corrected);

        var after = await IdsAsync(store, plan);
        Assert.Equal(before["2-5-1"], after["2-5-1"]);
        Assert.Equal(before["2-5-2"], after["2-5-3"]);
        Assert.DoesNotContain(after["2-5-2"], before.Values);
        await using var db = store.NewContext();
        var revision = (await PlanQueries.FindWholeAsync(db, plan, TestContext.Current.CancellationToken))!.CurrentRevision!;
        Assert.Equal((2, 1, 2, 0, 0), (revision.Number, revision.Added, revision.Changed, revision.Withdrawn, revision.Unchanged));
    }

    [Theory, EveryStore]
    public async Task Undo_Correction_BringsTheFileBeforeBack(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        var plan = await AdoptAsync(store, null, First);
        var before = await IdsAsync(store, plan);
        await AdoptAsync(store, plan, Corrected);

        await UndoAsync(store, plan, First);

        await using var db = store.NewContext();
        var whole = await PlanQueries.FindWholeAsync(db, plan, TestContext.Current.CancellationToken);
        Assert.Equal(Json(First), Json(whole!.AsDraft()));
        Assert.Equal(before, await IdsAsync(store, plan));
        Assert.Equal(1, whole.CurrentRevision!.Number);
    }

    [Theory, EveryStore]
    public async Task Undo_FirstFile_WithdrawsTheListAndTheSameFileBringsItBack(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        var plan = await AdoptAsync(store, null, First);
        var before = await IdsAsync(store, plan);

        await UndoAsync(store, plan, null);
        Assert.Empty(await IdsAsync(store, plan));
        await AdoptAsync(store, plan, First);

        Assert.Equal(before, await IdsAsync(store, plan));
    }

    [Theory, EveryStore]
    public async Task Handle_FindingThatComesAgain_StaysSettled(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        var plan = await AdoptAsync(store, null, First);
        await using (var db = store.NewContext())
        {
            var whole = await PlanQueries.FindWholeAsync(db, plan, TestContext.Current.CancellationToken);
            var handled = whole!.Findings.Single(f => f.Code == "PLAN-012").Handle("两个单位，已核对", Actor.Local, ChinaTime.NowUtc(Clock));
            Assert.Null((await db.SaveAsync(handled, Actor.Local, Clock, TestContext.Current.CancellationToken)).Refusal);
        }

        await AdoptAsync(store, plan, Corrected);

        await using var after = store.NewContext();
        var finding = Assert.Single((await PlanQueries.FindWholeAsync(after, plan, TestContext.Current.CancellationToken))!.Findings);
        Assert.Equal(("两个单位，已核对", 4), (finding.Handling, finding.Row));
    }

    [Fact]
    public void Of_SameContent_IsEmpty()
    {
        var plan = ActionPlan.Begin("2024", 2024, PlanKind.Annual, Period.Year(2024));
        plan.Adopt(First, PlanDifference.Of(plan, First), new string('c', 64), Actor.Local, ChinaTime.NowUtc(Clock));

        var difference = PlanDifference.Of(plan, First);

        Assert.True(difference.IsEmpty);
        Assert.Equal(2, difference.Unchanged);
    }

    [Fact]
    public void Of_WithdrawnMeasure_IsShownBehindItsTask()
    {
        var plan = ActionPlan.Begin("2024", 2024, PlanKind.Annual, Period.Year(2024));
        var two = Drafts.Plan(Drafts.Annex(1, Drafts.Task("1", "甲", Drafts.Measure(1, Patrol), Drafts.Measure(2, Boilers)), Drafts.Task("2", "乙", Drafts.Measure(3, Trees))));
        plan.Adopt(two, PlanDifference.Of(plan, two), new string('c', 64), Actor.Local, ChinaTime.NowUtc(Clock));

        var difference = PlanDifference.Of(plan, Drafts.Plan(Drafts.Annex(1, Drafts.Task("1", "甲", Drafts.Measure(1, Patrol)), Drafts.Task("2", "丙", Drafts.Measure(2, Trees)))));

        Assert.Equal([MeasureChangeKind.Unchanged, MeasureChangeKind.Withdrawn, MeasureChangeKind.Changed], difference.Measures.Select(m => m.Kind));
        Assert.Equal(new FieldChange(MeasureField.Task, "乙", "丙"), Assert.Single(difference.Measures[2].Fields));
    }

    private static async Task<Guid> AdoptAsync(TestStore store, Guid? planId, PlanDraft draft)
    {
        await using var db = store.NewContext();
        var plan = planId is { } id ? await PlanQueries.FindWholeAsync(db, id, TestContext.Current.CancellationToken) : ActionPlan.Begin("2024", 2024, PlanKind.Annual, Period.Year(2024));
        if (planId is null)
        {
            db.Add(plan!);
        }

        plan!.Adopt(draft, PlanDifference.Of(plan, draft), new string('c', 64), Actor.Local, ChinaTime.NowUtc(Clock));
        Assert.Null(await db.SaveAsync(Actor.Local, Clock, TestContext.Current.CancellationToken));
        return plan.Id;
    }

    private static async Task UndoAsync(TestStore store, Guid planId, PlanDraft? before)
    {
        await using var db = store.NewContext();
        var plan = await PlanQueries.FindWholeAsync(db, planId, TestContext.Current.CancellationToken);
        Assert.Null((await db.SaveAsync(plan!.Undo(before, Actor.Local, ChinaTime.NowUtc(Clock)), Actor.Local, Clock, TestContext.Current.CancellationToken)).Refusal);
    }

    private static async Task<Dictionary<string, Guid>> IdsAsync(TestStore store, Guid planId)
    {
        await using var db = store.NewContext();
        var whole = await PlanQueries.FindWholeAsync(db, planId, TestContext.Current.CancellationToken);
        return whole!.Measures.Where(m => m.VoidedInRevision is null).ToDictionary(m => m.Code, m => m.Id);
    }

    private static string Json(PlanDraft draft) => System.Text.Json.JsonSerializer.Serialize(draft, JsonText.Options);
}
