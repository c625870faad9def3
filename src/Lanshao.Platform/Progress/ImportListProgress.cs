using Lanshao.Documents;
using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Plans.Reading;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Progress;

/// <summary>The progress table of a whole list that comes as a file (重点任务进展表): 进展 and 是否符合预期 beside every task; the table may stand anywhere in a longer document.</summary>
public static class ImportListProgress
{
    public const string Code = "list-progress";

    public static ImportKind Kind { get; } = ProgressImport.KindThat(Code, ReadAsync);

    private static async Task<Outcome<ImportReading<ProgressImportRow>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var listCode = source.Arguments.GetValueOrDefault(ProgressImport.ListArgument) ?? string.Empty;
        if (await PlanQueries.FindWholeAsync(db, listCode, ct) is not { IsVoid: false } plan)
        {
            return Refusal.NotFound("PRG-020", ("list", listCode));
        }

        var document = DocumentReader.Read(source.File.Bytes, source.File.Name, ct: ct);
        var district = await ProgressImport.DistrictAsync(db, ct);
        var reading = PlanReader.Read(document, district?.Names ?? NameBook.Empty);
        var period = source.Arguments.GetValueOrDefault(ProgressImport.PeriodArgument) is { Length: > 0 } said ? said : plan.PeriodCode;
        if (!Period.TryParse(period, out var span))
        {
            return Refusal.Invalid("PRG-026", ("file", source.File.Name));
        }

        var rows = Stage(plan, reading);
        return rows.Count == 0
            ? Refusal.Unreadable("PRG-027", ("file", source.File.Name))
            : new ImportReading<ProgressImportRow>(new ReportTarget(listCode, span, UnitReport.WholeList).ToString(), $"{plan.Title}（{span.ChineseText}进展）", rows, ProgressImport.Received(source, document));
    }

    private static List<SourceRow<ProgressImportRow>> Stage(ActionPlan plan, PlanReading reading)
    {
        var read = new PlanRows(reading, new(null)).Measures.Zip(reading.Measures).Where(m => m.Second.Others.Any(o => ProgressColumns.IsProgress(o.Heading))).ToList();
        var known = plan.Measures.Where(m => !m.IsVoid).OrderBy(m => m.Ordinal).ToList();
        var match = MeasureMatch.Of(
            [.. known.Select(m => new MeasureMatch.Item(m.Number, Measure.SearchForm(m.Text)))],
            [.. read.Select(m => new MeasureMatch.Item(m.First.Number, Measure.SearchForm(m.First.Content.Text)))]);
        return [.. read.Zip(match, (m, at) => Row(m.First, m.Second, at is { } index ? known[index] : null))];
    }

    private static SourceRow<ProgressImportRow> Row(PlanRows.Row row, MeasureReading measure, Measure? known)
    {
        var text = measure.Others.FirstOrDefault(o => ProgressColumns.IsText(o.Heading))?.Text;
        var said = measure.Others.FirstOrDefault(o => ProgressColumns.IsVerdict(o.Heading))?.Text;
        var done = measure.Others.FirstOrDefault(o => ProgressColumns.IsDone(o.Heading))?.Text;
        string[] raw = [row.Number.ToString(), row.Content.Text, text ?? string.Empty, said ?? string.Empty, done ?? string.Empty];
        if (known is null)
        {
            return new(row.Where, string.Empty, raw, null, [new("PRG-028", Severity.Error, new Dictionary<string, string> { ["number"] = row.Number.Spoken })]);
        }

        var verdict = VerdictOf(said);
        var content = new ProgressImportRow(known.Code, text, ImportUnitSheet.DoneOf(done), verdict, verdict == OnTrackVerdict.Advice ? said : null, null, null);
        return new(row.Where, known.Id.ToString("D"), raw, content, []);
    }

    private static OnTrackVerdict? VerdictOf(string? said) => ChineseText.Compact(said ?? string.Empty) switch
    {
        "" => null,
        "是" or "符合" or "符合预期" => OnTrackVerdict.Yes,
        "否" or "不符合" or "不符合预期" => OnTrackVerdict.No,
        _ => OnTrackVerdict.Advice,
    };
}
