using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Progress;

public class ImportUnitSheetTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Apply_FilledWordSheet_IsAcceptedProgress(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);

        await sample.ApplyAsync(ImportUnitSheet.Kind, await FilledAsync(sample, "n1", ("1-1-1", "已巡查五次", "是"), ("1-2-1", "清掏两百个", "")), "back.docx");

        var report = await ReportAsync(sample, "n1");
        Assert.Equal((ReportStep.Accepted, new DateOnly(2024, 7, 1)), (report.Step, report.SubmittedOn));
        var first = report.Entries.Single(e => e.IsDone == true);
        Assert.Equal(("已巡查五次", await sample.MeasureAsync("1-1-1")), (first.Text, first.MeasureId));
        Assert.Null(report.Entries.Single(e => e.Text == "清掏两百个").IsDone);
        Assert.NotNull(first.SourceSha256);
    }

    [Theory, EveryStore]
    public async Task Apply_FilledExcelSheetOfASample_IsAcceptedProgress(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);
        var filled = Filled(await sample.SheetsAsync(), "n1", ("1-2-1", "清掏两百个", "否"));

        await sample.ApplyAsync(ImportUnitSheet.Kind, ExcelWriter.Write(new PrintWorkbook(filled.Title, [filled]) { Mark = "演示数据" }), "back.xlsx");

        var entry = Assert.Single((await ReportAsync(sample, "n1")).Entries);
        Assert.Equal(("清掏两百个", false, await sample.MeasureAsync("1-2-1")), (entry.Text, entry.IsDone, entry.MeasureId));
    }

    [Theory, EveryStore]
    public async Task Undo_AppliedSheet_IsNotReported(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);
        var batch = await sample.ApplyAsync(ImportUnitSheet.Kind, await FilledAsync(sample, "n1", ("1-1-1", "已巡查五次", "是")), "back.docx");

        await using (var db = sample.Store.NewContext())
        {
            Assert.Null((await UndoImport.RunAsync(db, ImportUnitSheet.Kind, batch, Actor.Local, ProgressSample.Clock, Ct)).Refusal);
        }

        var report = await ReportAsync(sample, "n1");
        Assert.Empty(report.Entries);
        Assert.Equal(ReportState.NotReported, UnitReport.StateOf(report, new(2024, 7, 3)));
    }

    [Theory, EveryStore]
    public async Task Apply_CorrectedSheet_ChangesOnlyWhatDiffers(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);
        await sample.ApplyAsync(ImportUnitSheet.Kind, await FilledAsync(sample, "n1", ("1-1-1", "已巡查五次", "是"), ("1-2-1", "清掏两百个", "")), "back.docx");

        var draft = await DraftAsync(sample, await FilledAsync(sample, "n1", ("1-1-1", "已巡查五次", "是"), ("1-2-1", "清掏三百个", "")));

        Assert.Equal((0, 1, 1), (draft.Batch.Added, draft.Batch.Changed, draft.Batch.Unchanged));
    }

    [Theory, EveryStore]
    public async Task Draft_WrongAnswer_IsRejectedBesideItsCell(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);

        var draft = await DraftAsync(sample, await FilledAsync(sample, "n1", ("1-1-1", "已巡查五次", "差不多"), ("1-2-1", "清掏两百个", "否")));

        Assert.Equal([ImportAction.Reject, ImportAction.Add], draft.Rows.Select(r => r.Action));
        var finding = Assert.Single(draft.Rows[0].Findings);
        Assert.Equal(("RPT-009", "差不多"), (finding.Code, finding.Quote));
        Assert.Contains("格", finding.Where!, StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public async Task Draft_SheetOfNobody_IsRefused(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);
        await using var db = sample.Store.NewContext();
        var table = (await sample.SheetsAsync()).Of("n1").Print(null, null) with { Title = "无题" };

        var draft = await DraftImport.RunAsync(db, ImportUnitSheet.Kind, new(IncomingFile.Of("back.docx", WordWriter.Write(OfficialDocument.Of(table)))), Actor.Local, ProgressSample.Clock, Ct);

        Assert.Equal("PRG-021", draft.Refusal?.Code);
    }

    [Theory, EveryStore]
    public async Task StatesAsync_SomeReported_NamesThoseWhoDidNot(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);
        await sample.ApplyAsync(ImportUnitSheet.Kind, await FilledAsync(sample, "n1", ("1-1-1", "已巡查五次", "是")), "back.docx", ("received", "2024-07-05"));

        await using var db = sample.Store.NewContext();
        var sheets = await sample.SheetsAsync();
        var period = Assert.Single(await ReportQueries.PeriodsAsync(db, sheets.Plan.Id, Ct));
        var states = await ReportQueries.StatesAsync(db, sheets, period, new(await sample.DistrictAsync(), ProgressSample.June.To), Ct);

        Assert.Equal([("water", ReportState.NotReported), ("n1", ReportState.ReportedLate), ("n2", ReportState.NotReported), ("name:区某局", ReportState.NotReported)], states.Select(s => (s.UnitKey, s.State)));
    }

    private static async Task<byte[]> FilledAsync(ProgressSample sample, string unit, params (string Code, string Text, string Done)[] answers) =>
        WordWriter.Write(OfficialDocument.Of(Filled(await sample.SheetsAsync(), unit, answers)));

    private static PrintTable Filled(UnitSheets sheets, string unit, params (string Code, string Text, string Done)[] answers)
    {
        var table = sheets.Of(unit).Print(ProgressSample.June, null);
        return table with { Rows = [.. table.Rows.Select(row => Fill(row, answers.FirstOrDefault(a => a.Code == row.Key)))] };
    }

    // Progress is the ninth column, the answer the tenth.
    private static PrintRow Fill(PrintRow row, (string Code, string Text, string Done) answer) =>
        answer.Code is null ? row : row with { Cells = [.. row.Cells.Take(8), PrintCell.Of(answer.Text), PrintCell.Of(answer.Done)] };

    private static async Task<ImportDraft> DraftAsync(ProgressSample sample, byte[] file)
    {
        await using var db = sample.Store.NewContext();
        return (await DraftImport.RunAsync(db, ImportUnitSheet.Kind, new(IncomingFile.Of("again.docx", file)), Actor.Local, ProgressSample.Clock, Ct)).Value!;
    }

    private static async Task<UnitReport> ReportAsync(ProgressSample sample, string unit)
    {
        await using var db = sample.Store.NewContext();
        return await db.Set<UnitReport>().Include(r => r.Entries).SingleAsync(r => r.UnitCode == unit, Ct);
    }
}
