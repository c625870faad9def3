using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

/// <summary>The two public documents, imported with the sample district's names.</summary>
public sealed class RealPlanTests
{
    private static readonly FixedClock Clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Import_Plan2022_HoldsEveryRow(StoreKind kind)
    {
        await using var store = await StoreAsync(kind);

        var batch = await ApplyAsync(store, ImportPlan.Kind, "plan-2022.docx");

        await using var db = store.NewContext();
        Assert.Equal(122, await db.Set<ImportRow>().CountAsync(r => r.BatchId == batch && r.Key != PlanImportRow.OutlineKey && r.Action == ImportAction.Add, Ct));
        Assert.Equal(80, await db.Set<PlanTask>().CountAsync(Ct));
        Assert.Equal(67, await db.Set<PlanTarget>().CountAsync(Ct));
        Assert.Equal(5, await db.Set<PlanAnnex>().CountAsync(Ct));
        Assert.Empty(await db.Set<MeasureUnit>().Where(u => u.UnitCode == null).Select(u => u.Raw).ToListAsync(Ct));
    }

    [Theory]
    [EveryStore]
    public async Task Import_Plan2022Twice_BringsNothingNew(StoreKind kind)
    {
        await using var store = await PlanStoreAsync(kind);

        var draft = await DraftAsync(store, ImportPlan.Kind, "plan-2022.docx");

        Assert.True(draft.IsNothingNew);
        Assert.Contains(draft.Batch.Findings, f => f.Code == "IMP-001" && f.Arguments["day"] == "2024-07-01");
    }

    [Theory]
    [EveryStore]
    public async Task Draft_PrintWithOneCellMerged_ChangesThatRowOnly(StoreKind kind)
    {
        await using var store = await PlanStoreAsync(kind);

        var draft = await DraftAsync(store, ImportPlan.Kind, "plan-2022-vmerge.docx");

        var changed = Assert.Single(draft.Rows, r => r.Action != ImportAction.Unchanged);
        var field = Assert.Single(MeasurePrint.Compare(changed.BeforeAs<PlanImportRow>()!.Measure!, changed.AfterAs<PlanImportRow>()!.Measure!));
        Assert.Equal(new FieldChange(MeasureField.Assist, string.Empty, "区相关部门"), field);
    }

    [Theory]
    [EveryStore]
    public async Task Draft_PrintWithARowInserted_AddsThatRowOnly(StoreKind kind)
    {
        await using var store = await PlanStoreAsync(kind);

        var draft = await DraftAsync(store, ImportPlan.Kind, "plan-2022-tracked.docx");

        Assert.Equal([(ImportAction.Change, true), (ImportAction.Add, false)], draft.Rows.Where(r => r.Action != ImportAction.Unchanged).Select(r => (r.Action, r.Key == PlanImportRow.OutlineKey)));
    }

    [Theory]
    [EveryStore]
    public async Task Workbook_OfAnImportedPlan_HoldsEveryCellOfTheWordFile(StoreKind kind)
    {
        await using var store = await PlanStoreAsync(kind);
        await using var db = store.NewContext();
        var plan = (await PlanQueries.FindWholeAsync(db, "2022", Ct))!.AsContent();

        var printed = CellsOf(DocumentReader.Read(WordWriter.Write(PlanPrint.Document(plan)), "plan.docx", ct: Ct));
        var sheets = CellsOf(DocumentReader.Read(ExcelWriter.Write(PlanPrint.Workbook(plan)), "plan.xlsx", ct: Ct));

        Assert.Equal(122 + 23 + 5, printed.Sum(table => table.Count));
        Assert.Equal(printed, sheets.Select(table => table.SkipWhile(row => !row.StartsWith("序号", StringComparison.Ordinal)).ToList()));
    }

    [Theory]
    [EveryStore]
    public async Task Draft_OfItsOwnExport_ChangesNothing(StoreKind kind)
    {
        await using var store = await PlanStoreAsync(kind);
        await using var db = store.NewContext();
        var plan = (await PlanQueries.FindWholeAsync(db, "2022", Ct))!.AsContent();
        var draft = (await DraftImport.RunAsync(db, ImportPlan.Kind, new(IncomingFile.Of("export.docx", WordWriter.Write(PlanPrint.Document(plan)))), Actor.Local, Clock, Ct)).Value!;

        Assert.Equal("2022", draft.Batch.Target);
        Assert.All(draft.Rows, row => Assert.True(row.Before == row.After, $"{row.Position}\n{row.Before}\n{row.After}"));
        Assert.Equal(123, draft.Rows.Count);
    }

    [Theory, EveryStore]
    public async Task Import_Plan2022_KnowsTheCellOfEveryValue(StoreKind kind)
    {
        await using var store = await PlanStoreAsync(kind);
        await using var db = store.NewContext();

        var measures = await db.Set<Measure>().AsNoTracking().AsSplitQuery().Include(m => m.Units).Include(m => m.Targets).Include(m => m.Milestones).ToListAsync(Ct);

        Assert.DoesNotContain(measures, m => m.TextAt is null || m.DeadlineAt is null || m.OriginSha256 is null);
        Assert.DoesNotContain(measures.SelectMany(m => m.Units), u => u.OriginAt is null);
        Assert.DoesNotContain(measures.SelectMany(m => m.Targets), t => t.OriginAt is null);
        Assert.DoesNotContain(measures.SelectMany(m => m.Milestones), m => m.OriginAt is null);
        var checks = measures.Single(m => m.Code == "2-5-2");
        Assert.StartsWith("表2 第", SourcePlace.Words(checks.TextAt), StringComparison.Ordinal);
        Assert.EndsWith("第3格", SourcePlace.Words(checks.TextAt), StringComparison.Ordinal);
        Assert.Equal(checks.TextAt!.Split('c')[0], checks.Units[0].OriginAt!.Split('c')[0]);
    }

    [Theory]
    [EveryStore]
    public async Task Import_Plan2022_NamesIndicatorsThatAreCertain(StoreKind kind)
    {
        await using var store = await PlanStoreAsync(kind);
        await using var db = store.NewContext();

        var targets = await (from target in db.Set<PlanTarget>().AsNoTracking()
                             join measure in db.Set<Measure>() on target.MeasureId equals measure.Id
                             select new { measure.Code, target.Indicator, target.IndicatorCode, target.PlaceCode }).ToListAsync(Ct);

        Assert.Equal(18, targets.Count(t => t.IndicatorCode == "pm25"));
        Assert.Equal(17, targets.Where(t => t is { IndicatorCode: "pm25", Code: "2-1-2" }).Select(t => t.PlaceCode).Distinct().Count());
        Assert.Equal(("heavy-diesel-checks", Place.District.Code), targets.Where(t => t.Code == "2-5-2").Select(t => (t.IndicatorCode, t.PlaceCode)).Single());
        Assert.All(targets.Where(t => t.Indicator is "散煤存量" or "碳排放强度同比降幅"), t => Assert.Null(t.IndicatorCode));
    }

    [Theory]
    [EveryStore]
    public async Task Search_NumberAsSpoken_FindsTheMeasure(StoreKind kind)
    {
        await using var store = await PlanStoreAsync(kind);
        await using var db = store.NewContext();

        var board = await TaskBoard.ReadAsync(db, (await CurrentPack.ReadAsync(db, Ct)).Value!.District, new(2022) { Search = "附件2第5项第2条" }, new(2022, 6, 30), Ct);

        var row = Assert.Single(board.Rows);
        Assert.Equal("2-5-2", row.Code);
        Assert.Equal(29000m, Assert.Single(row.Measure.Targets).Value);
    }

    [Theory]
    [EveryStore]
    public async Task UnitSheet_OldNameOfAnAgency_HoldsItsMeasures(StoreKind kind)
    {
        await using var store = await PlanStoreAsync(kind);
        await using var db = store.NewContext();
        var book = new UnitBook((await CurrentPack.ReadAsync(db, Ct)).Value!.District, new(2022, 12, 31));

        var sheet = (await UnitSheets.LoadAsync(db, "2022", book, Ct))!.Of(book.Find("区城管委")!);

        Assert.Equal("区城市管理委", sheet.UnitName);
        Assert.Equal(sheet.Rows.Count, sheet.Leading + sheet.Rows.Count(r => r.Role != UnitRole.Lead));
        Assert.True(sheet.Rows.Count > 30, $"{sheet.Rows.Count}");
    }

    [Theory, EveryStore]
    public async Task Import_QuarterOfTheReport_HasItsProgress(StoreKind kind)
    {
        await using var store = await StoreAsync(kind);
        await ApplyAsync(store, ImportPlan.Kind, "report-2024h1.docx", ("period", "2024Q2"));

        await ApplyAsync(store, ImportListProgress.Kind, "report-2024h1.docx", ("list", "2024-q2"));

        await using var db = store.NewContext();
        var report = await db.Set<UnitReport>().Include(r => r.Entries).SingleAsync(Ct);
        Assert.Equal(("2024Q2", UnitReport.WholeList, ReportStep.Accepted), (report.PeriodCode, report.UnitCode, report.Step));
        Assert.Equal((22, 21, 1), (report.Entries.Count, report.Entries.Count(e => e.Verdict == OnTrackVerdict.Yes), report.Entries.Count(e => e.Verdict == OnTrackVerdict.Advice)));
        var advised = report.Entries.Single(e => e.Verdict == OnTrackVerdict.Advice);
        Assert.NotEmpty(advised.Advice!);
        Assert.Equal(await db.Set<Measure>().Where(m => m.TaskNumber == "6").Select(m => m.Id).SingleAsync(Ct), advised.MeasureId);
    }

    private static Task<TestStore> StoreAsync(StoreKind kind) => TestStore.CopyAsync(kind, "pack for plans", PutPackAsync);

    private static Task<TestStore> PlanStoreAsync(StoreKind kind) => TestStore.CopyAsync(kind, "plan of 2022", async store =>
    {
        await PutPackAsync(store);
        await ApplyAsync(store, ImportPlan.Kind, "plan-2022.docx");
    });

    private static async Task PutPackAsync(TestStore store)
    {
        await using var db = store.NewContext();
        db.Add(new PackRevision(1, "sample", 1, "sample", ChinaTime.NowUtc(Clock), "test"));
        db.AddRange(TestPack.Sample().Files.All.Select(file => new PackRevisionFile(1, file.Path, file.Content.ToArray())));
        Assert.Null(await db.SaveAsync(Actor.Local, Clock, Ct));
    }

    private static async Task<ImportDraft> DraftAsync(TestStore store, ImportKind kind, string file)
    {
        await using var db = store.NewContext();
        return (await DraftImport.RunAsync(db, kind, Source(file), Actor.Local, Clock, Ct)).Value!;
    }

    private static async Task<Guid> ApplyAsync(TestStore store, ImportKind kind, string file, params (string Name, string Text)[] arguments)
    {
        await using var db = store.NewContext();
        var preview = await PreviewImport.RunAsync(db, new FileStore(store.Folder), kind, Source(file, arguments), "application/octet-stream", Actor.Local, Clock, Ct);
        Assert.Null(preview.Refusal);
        Assert.Null((await ApplyImport.RunAsync(db, kind, preview.Value!.Batch.Id, Actor.Local, Clock, Ct)).Refusal);
        return preview.Value.Batch.Id;
    }

    private static ImportSource Source(string file, params (string Name, string Text)[] arguments) =>
        new(IncomingFile.Of(file, File.ReadAllBytes(Reference.File("documents", file))), arguments.ToDictionary(a => a.Name, a => a.Text));

    // Every row of every table as text; a merged cell counts where it begins.
    private static List<List<string>> CellsOf(SourceDocument document) =>
        [.. document.Tables.Select(table => table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Anchor.Text.Replace("\n", string.Empty, StringComparison.Ordinal)))).ToList())];
}
