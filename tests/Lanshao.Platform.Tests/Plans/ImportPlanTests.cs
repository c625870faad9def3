using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Plans.Reading;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

public class ImportPlanTests
{
    private const string Patrol = "每周巡查辖区内工地扬尘措施落实情况并通报结果";
    private const string Boilers = "年底前完成三台燃气锅炉低氮改造并开展监测";
    private const string Trees = "新建口袋公园两处，增加绿化面积";
    private static readonly FixedClock Clock = new();
    private static readonly MeasureReading BoilersRow = Readings.Measure(2, Boilers) with { Milestones = [new(new(2024, 6, 30), "6月底前改造一台")] };

    private static readonly PlanReading First = Readings.Plan(Readings.Annex(2, Readings.Task("5", "治理扬尘", Readings.Measure(1, Patrol, assist: "各街道"), BoilersRow))) with
    {
        Targets = [Readings.Target(2, 2, "改造台数", 3), Readings.Target(2, 2, "PM2.5年均浓度", 34.5m, "甲街道")],
        Findings = [Readings.Finding(2, 1), new("PLAN-001", Severity.Note, null, null, null, new Dictionary<string, string>(), null)],
    };

    private static readonly PlanReading Corrected = First with
    {
        Annexes = [Readings.Annex(2, Readings.Task("5", "治理扬尘", Readings.Measure(1, Patrol, assist: "各街道（地区）"), Readings.Measure(2, Trees), BoilersRow with { Row = 3 }))],
        Targets = [.. First.Targets.Select(t => t with { Row = 3 })],
    };

    private static readonly PlanReading Another = First with
    {
        Title = "某区扬尘专项2024年工作方案",
        DocumentNumber = null,
        Issuer = null,
        Annexes = [Readings.Annex(2, Readings.Task("5", "渣土运输", Readings.Measure(1, "夜间设卡检查渣土运输车辆")))],
        Targets = [],
        Findings = [],
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Apply_FirstFile_HoldsWhatWasRead(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);

        await ApplyAsync(store, First);

        var plan = await PlanAsync(store);
        Assert.Equal(("某区污染防治2024年行动计划", "某政办发〔2024〕1号", 2024, PlanKind.Annual), (plan.Title, plan.DocumentNumber, plan.Year, plan.Kind));
        var boilers = plan.Measures.Single(m => m.Code == "2-5-2");
        Assert.Equal((Boilers, "附件2·表3·行4", new DateOnly(2024, 12, 31)), (boilers.Text, boilers.OriginWhere, boilers.DueOn));
        Assert.Equal([3m, 34.5m], boilers.Targets.OrderBy(t => t.Seq).Select(t => t.Value));
        Assert.Equal(new DateOnly(2024, 6, 30), Assert.Single(boilers.Milestones).DueOn);
        Assert.Equal([(1, "一、主要目标"), (2, "（一）空气")], plan.Sections.OrderBy(s => s.Seq).Select(s => (s.Level, s.Title)));
    }

    [Theory, EveryStore]
    public async Task Draft_FileOfTheSameContent_ChangesNoRow(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await ApplyAsync(store, First);

        var draft = await DraftAsync(store, First, "printed once more");

        Assert.All(draft.Rows, row => Assert.True(row.Before == row.After, $"{row.Before}\n{row.After}"));
        Assert.Equal((3, 0, 0, 0), (draft.Batch.Unchanged, draft.Batch.Added, draft.Batch.Changed, draft.Batch.Removed));
    }

    [Theory, EveryStore]
    public async Task Draft_SameFileAgain_IsNothingNew(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await ApplyAsync(store, First);

        Assert.True((await DraftAsync(store, First, First.Title!)).IsNothingNew);
    }

    [Theory, EveryStore]
    public async Task Apply_CorrectedFile_KeepsIdentities(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await ApplyAsync(store, First);
        var before = await IdsAsync(store);

        var batch = await ApplyAsync(store, Corrected);

        var after = await IdsAsync(store);
        Assert.Equal(before["2-5-1"], after["2-5-1"]);
        Assert.Equal(before["2-5-2"], after["2-5-3"]);
        Assert.DoesNotContain(after["2-5-2"], before.Values);
        var rows = await RowsAsync(store, batch);
        Assert.Equal([ImportAction.Change, ImportAction.Change, ImportAction.Add, ImportAction.Unchanged], rows.Select(r => r.Action));
        Assert.Equal(new FieldChange(MeasureField.Assist, "各街道", "各街道（地区）"), Assert.Single(MeasurePrint.Compare(rows[1].BeforeAs<PlanImportRow>()!.Measure!, rows[1].AfterAs<PlanImportRow>()!.Measure!)));
    }

    [Theory, EveryStore]
    public async Task Undo_Correction_BringsBackWhatStood(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await ApplyAsync(store, First);
        var before = await IdsAsync(store);
        var batch = await ApplyAsync(store, Corrected);

        await UndoAsync(store, batch);

        Assert.Equal(before, await IdsAsync(store));
        Assert.Equal((3, 0), await ChangesOfAsync(store, First, "another print"));
        var added = (await PlanAsync(store)).Measures.Single(m => m.Text == Trees);
        Assert.Equal(batch, added.VoidedByBatchId);
    }

    [Theory, EveryStore]
    public async Task Undo_FirstFile_TakesTheListBackAndTheFileBringsItAgain(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        var batch = await ApplyAsync(store, First);
        var before = await IdsAsync(store);

        await UndoAsync(store, batch);
        Assert.True((await PlanAsync(store)).IsVoid);
        Assert.Empty(await IdsAsync(store));
        await ApplyAsync(store, First);

        Assert.False((await PlanAsync(store)).IsVoid);
        Assert.Equal(before, await IdsAsync(store));
    }

    [Theory, EveryStore]
    public async Task Draft_AnyFile_KeepsFindingsBesideTheirRows(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);

        var draft = await DraftAsync(store, First, "a");

        Assert.Equal("PLAN-012", Assert.Single(draft.Rows[1].Findings).Code);
        Assert.Equal(["PLAN-320", "PLAN-001"], draft.Batch.Findings.Select(f => f.Code));
    }

    [Theory, EveryStore]
    public async Task Apply_AnotherDocumentOfTheYear_IsAListBeside(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await ApplyAsync(store, First);

        var draft = await DraftAsync(store, Another, "another");
        await ApplyAsync(store, Another);

        Assert.Equal("2024-2", draft.Batch.Target);
        Assert.Contains(draft.Batch.Findings, f => f.Code == "PLAN-315");
        Assert.Equal(2, (await PlanAsync(store)).Measures.Count(m => !m.IsVoid));
        Assert.Equal(["2-5-1"], (await PlanAsync(store, "2024-2")).Measures.Select(m => m.Code));
    }

    [Theory, EveryStore]
    public async Task Apply_SameTasksUnderAnotherNumber_AsksFirst(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await ApplyAsync(store, First);
        var unclear = Corrected with { DocumentNumber = "某政办发〔2024〕9号" };

        var draft = await DraftAsync(store, unclear, "unclear");
        await using var db = store.NewContext();
        var atOnce = await ImportAtOnce.RunAsync(db, new FileStore(store.Folder), KindOf(unclear), Source("unclear"), "application/octet-stream", Actor.Local, Clock, Ct);

        Assert.Contains(draft.Batch.Findings, f => f is { Code: "PLAN-313", Severity: Severity.Error });
        Assert.Equal("PLAN-313", atOnce.Refusal?.Code);
    }

    [Theory]
    [EveryStore("2024", "2024", 1)]
    [EveryStore("new", "2024-2", 4)]
    public async Task Draft_ClerkAnswered_IsReadSo(string said, string target, int added, StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await ApplyAsync(store, First);

        var draft = await DraftAsync(store, Corrected with { DocumentNumber = "某政办发〔2024〕9号" }, "unclear", said);

        Assert.Equal((target, added), (draft.Batch.Target, draft.Batch.Added));
        Assert.DoesNotContain(draft.Batch.Findings, f => f.Code == "PLAN-313");
    }

    [Theory]
    [EveryStore]
    public async Task Draft_ListThatIsNone_IsRefused(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();

        var draft = await DraftImport.RunAsync(db, KindOf(First), Source("x", "2024-7"), Actor.Local, Clock, Ct);

        Assert.Equal("PLAN-316", draft.Refusal?.Code);
    }

    [Fact]
    public void Share_ClausesInCommon_IsCounted() =>
        Assert.Equal(0.5m, PlanIdentity.Share(["每周巡查工地扬尘，新建口袋公园两处"], ["各街道每周巡查", "每周巡查工地扬尘；清掏雨水箅子"]));

    [Fact]
    public void Read_QuarterInTheTitle_IsAListOfThatQuarter() =>
        Assert.Equal((PlanKind.Quarterly, Period.Quarter(2024, 2)), PlanTitle.Read("2024年二季度重点任务进展情况", 2024));

    private static ImportKind<PlanImportRow> KindOf(PlanReading reading) => ImportPlan.KindThat((db, source, ct) => PlanStaging.StageAsync(db, reading, new(null), source.Arguments, [], ct));

    private static ImportSource Source(string content, string? list = null) =>
        new(IncomingFile.Of("plan.docx", Encoding.UTF8.GetBytes(content)), list is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["list"] = list });

    private static async Task<ImportDraft> DraftAsync(TestStore store, PlanReading reading, string content, string? list = null)
    {
        await using var db = store.NewContext();
        return (await DraftImport.RunAsync(db, KindOf(reading), Source(content, list), Actor.Local, Clock, Ct)).Value!;
    }

    private static async Task<(int Unchanged, int Others)> ChangesOfAsync(TestStore store, PlanReading reading, string content)
    {
        var batch = (await DraftAsync(store, reading, content)).Batch;
        return (batch.Unchanged, batch.Added + batch.Changed + batch.Removed + batch.Rejected);
    }

    private static async Task<Guid> ApplyAsync(TestStore store, PlanReading reading)
    {
        await using var db = store.NewContext();
        var content = reading.Title + reading.Annexes[0].Sections[0].Tasks[0].Measures.Count;
        var preview = await PreviewImport.RunAsync(db, new FileStore(store.Folder), KindOf(reading), Source(reading == First ? reading.Title! : content), "application/octet-stream", Actor.Local, Clock, Ct);
        Assert.Null(preview.Refusal);
        var applied = await ApplyImport.RunAsync(db, KindOf(reading), preview.Value!.Batch.Id, Actor.Local, Clock, Ct);
        Assert.Null(applied.Refusal);
        return preview.Value.Batch.Id;
    }

    private static async Task UndoAsync(TestStore store, Guid batch)
    {
        await using var db = store.NewContext();
        Assert.Null((await UndoImport.RunAsync(db, KindOf(First), batch, Actor.Local, Clock, Ct)).Refusal);
    }

    private static async Task<List<ImportRow>> RowsAsync(TestStore store, Guid batch)
    {
        await using var db = store.NewContext();
        return await db.Set<ImportRow>().AsNoTracking().Where(r => r.BatchId == batch).OrderBy(r => r.Seq).ToListAsync(Ct);
    }

    private static async Task<ActionPlan> PlanAsync(TestStore store, string code = "2024")
    {
        await using var db = store.NewContext();
        return (await PlanQueries.FindWholeAsync(db, code, Ct))!;
    }

    private static async Task<Dictionary<string, Guid>> IdsAsync(TestStore store) =>
        (await PlanAsync(store)).Measures.Where(m => !m.IsVoid).ToDictionary(m => m.Code, m => m.Id);
}
