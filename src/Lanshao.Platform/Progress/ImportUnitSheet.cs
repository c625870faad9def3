using System.Globalization;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Filling;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>A unit's task sheet that comes back filled, as Word, Excel or CSV: rows are known by their numbers wherever they stand, and what is wrong is said by cell.</summary>
public static class ImportUnitSheet
{
    public const string Code = "unit-sheet";
    private const string SheetWord = "任务单";
    private const int MostCharacters = 5_000;

    public static ImportKind Kind { get; } = ProgressImport.KindThat(Code, ReadAsync);

    private static async Task<Outcome<ImportReading<ProgressImportRow>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var document = DocumentReader.Read(source.File.Bytes, source.File.Name, ct: ct);
        var target = await TargetOfAsync(db, document, source, ct);
        if (target.IsRefused)
        {
            return target.Refusal;
        }

        var book = new UnitBook(await ProgressImport.DistrictAsync(db, ct), target.Value.Period.To);
        if (await UnitSheets.LoadAsync(db, target.Value.PlanCode, book, ct) is not { } sheets)
        {
            return Refusal.NotFound("PRG-020", ("list", target.Value.PlanCode));
        }

        var sheet = sheets.Of(target.Value.UnitKey);
        return sheet.Rows.Count == 0
            ? Refusal.Invalid("PRG-022", ("unit", sheet.UnitName), ("list", sheet.Plan.Title))
            : Stage(FilledTable.Read(document, sheet.Print(null, null)), sheet, target.Value, ProgressImport.Received(source, document));
    }

    private static ImportReading<ProgressImportRow> Stage(FilledTable filled, UnitSheet sheet, ReportTarget target, IReadOnlyList<Finding> about)
    {
        var ids = sheet.Rows.ToDictionary(r => r.Code, r => r.MeasureId);
        var findings = filled.Findings.Select(f => (Key: f.Arguments.GetValueOrDefault("key"), Finding: ToFinding(f))).ToList();
        var written = filled.Rows.Where(r => !r.IsBlank).ToList();
        var keys = written.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var rows = written.Select(r => Row(r, ids[r.Key], [.. findings.Where(f => f.Key == r.Key).Select(f => f.Finding)]));
        var lost = findings.Where(f => f.Finding.Code is "RPT-004" or "RPT-006").Select(f => Lost(f.Finding));
        var rest = findings.Where(f => (f.Key is null || !keys.Contains(f.Key)) && f.Finding.Code is not ("RPT-004" or "RPT-006" or "RPT-007")).Select(f => f.Finding);
        var blank = new Finding("PRG-024", Severity.Note, new Dictionary<string, string> { ["written"] = Text(written.Count), ["rows"] = Text(sheet.Rows.Count), ["blank"] = Text(sheet.Rows.Count - written.Count) });
        return new(target.ToString(), $"{sheet.UnitName}{SheetWord}（{target.Period.ChineseText}）", [.. rows, .. lost], [.. about, blank, .. rest]);
    }

    private static SourceRow<ProgressImportRow> Row(FilledRow filled, Guid measureId, List<Finding> findings)
    {
        string? Cell(string column) => filled.Cells.GetValueOrDefault(column)?.Text is { Length: > 0 } text ? text : null;
        string[] raw = [filled.Key, Cell(UnitTaskSheet.ProgressColumn) ?? string.Empty, Cell(UnitTaskSheet.DoneColumn) ?? string.Empty, Cell(UnitTaskSheet.ClerkColumn) ?? string.Empty, Cell(UnitTaskSheet.PhoneColumn) ?? string.Empty];
        if (raw.FirstOrDefault(text => text.Length > MostCharacters) is { } endless)
        {
            findings.Add(new("PRG-023", Severity.Error, new Dictionary<string, string> { ["key"] = filled.Key, ["found"] = Text(endless.Length), ["expected"] = Text(MostCharacters) }));
        }

        var isWrong = findings.Exists(f => f.Severity == Severity.Error);
        var row = new ProgressImportRow(filled.Key, raw[1].Length == 0 ? null : raw[1], DoneOf(raw[2]), null, null, raw[3].Length == 0 ? null : raw[3], raw[4].Length == 0 ? null : raw[4]);
        return new(SourcePlace.InWords(filled.Origin), measureId.ToString("D"), raw, isWrong ? null : row, findings);
    }

    private static SourceRow<ProgressImportRow> Lost(Finding finding) => new(finding.Where ?? string.Empty, string.Empty, [.. finding.Arguments.Values], null, [finding]);

    /// <summary>Reads 是否完成; anything but yes and no says nothing.</summary>
    internal static bool? DoneOf(string? text) => ChineseText.Compact(text ?? string.Empty) switch
    {
        "是" => true,
        "否" => false,
        _ => null,
    };

    // A fixed cell that was written over is asked about; what cannot be understood keeps its row back.
    private static Finding ToFinding(DocumentFinding finding) => new(
        finding.Code,
        finding.Code switch { "RPT-003" or "RPT-008" => Severity.Warning, "RPT-007" => Severity.Note, _ => Severity.Error },
        finding.Arguments,
        finding.Origin is { } origin ? SourcePlace.InWords(origin) : null,
        finding.Arguments.GetValueOrDefault("found"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The form may say list, period and unit; else the sheet's own title does.
    private static async Task<Outcome<ReportTarget>> TargetOfAsync(LanshaoContext db, SourceDocument document, ImportSource source, CancellationToken ct)
    {
        var district = await ProgressImport.DistrictAsync(db, ct);
        var title = SheetTitle.Find(document);
        var unit = source.Arguments.GetValueOrDefault(ProgressImport.UnitArgument) is { Length: > 0 } said ? said : title is null ? null : district?.Names.Resolve(title.Unit)?.Code ?? UnitBook.UnknownPrefix + title.Unit;
        if (unit is null)
        {
            return Refusal.Invalid("PRG-021", ("file", source.File.Name));
        }

        var period = source.Arguments.GetValueOrDefault(ProgressImport.PeriodArgument) is { Length: > 0 } code ? Period.TryParse(code, out var parsed) ? parsed : (Period?)null : title?.Period;
        if (period is not { } span)
        {
            return Refusal.Invalid("PRG-026", ("file", source.File.Name));
        }

        var list = source.Arguments.GetValueOrDefault(ProgressImport.ListArgument) is { Length: > 0 } named ? named : await ListOfAsync(db, title, span, ct);
        return list is null ? Refusal.Invalid("PRG-020", ("list", title?.List ?? "—")) : new ReportTarget(list, span, unit);
    }

    private static async Task<string?> ListOfAsync(LanshaoContext db, SheetTitle? title, Period period, CancellationToken ct)
    {
        var lists = await db.Set<ActionPlan>().AsNoTracking().Where(p => p.VoidedAtUtc == null).Select(p => new { p.Code, p.Title, p.Year, p.Kind }).ToListAsync(ct);
        var named = lists.FindAll(l => title?.List is { } text && ChineseText.Compact(l.Title) == ChineseText.Compact(text));
        var found = named.Count > 0 ? named : lists.FindAll(l => l.Year == period.To.Year && l.Kind == PlanKind.Annual);
        return found.Count == 1 ? found[0].Code : null;
    }
}
