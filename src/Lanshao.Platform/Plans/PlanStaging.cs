using System.Globalization;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans.Reading;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Plans;

/// <summary>Reads a file of a task list and finds out which measures of the store its rows continue.</summary>
internal static class PlanStaging
{
    /// <summary>What the form or the command line may say beside the file: <c>kind</c> and <c>period</c>, where the title does not tell.</summary>
    public const string KindArgument = "kind";
    public const string PeriodArgument = "period";

    /// <summary>Which list the file is a print of, or <see cref="PlanIdentity.Beside"/>; asked where the file does not tell.</summary>
    public const string ListArgument = "list";

    public static async Task<Outcome<ImportReading<PlanImportRow>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        var district = pack.IsRefused ? null : pack.Value.District;
        var indicators = pack.IsRefused ? null : pack.Value.Read(IndicatorList.Part);
        var document = DocumentReader.Read(source.File.Bytes, source.File.Name, ct: ct);
        var reading = PlanReader.Read(document, district?.Names ?? NameBook.Empty);
        return await StageAsync(db, reading, new(district, indicators), source.Arguments, DocumentFindings(document), ct);
    }

    internal static async Task<Outcome<ImportReading<PlanImportRow>>> StageAsync(
        LanshaoContext db, PlanReading reading, TargetPlaces places, IReadOnlyDictionary<string, string> arguments, IEnumerable<Finding> fileFindings, CancellationToken ct)
    {
        if (reading.Annexes.Count == 0)
        {
            return Refusal.Unreadable("PLAN-310", ("file", reading.Source.Name));
        }

        var set = SetOf(reading, arguments);
        if (set.IsRefused)
        {
            return set.Refusal;
        }

        var rows = new PlanRows(reading, places);
        var file = PlanIdentity.Head.Of(reading, rows.Outline(set.Value.Kind, set.Value.Period.Code, [.. rows.Measures.Select(_ => Guid.Empty)]));
        var decided = await PlanIdentity.DecideAsync(db, file, arguments.GetValueOrDefault(ListArgument), ct);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        var current = await PlanQueries.FindWholeAsync(db, decided.Value.Code, ct);
        return Reading(rows, set.Value, decided.Value.Code, current, [.. decided.Value.Findings, .. fileFindings]);
    }

    private static ImportReading<PlanImportRow> Reading(PlanRows rows, (PlanKind Kind, Period Period) set, string code, ActionPlan? current, IEnumerable<Finding> fileFindings)
    {
        var old = current?.Measures.OrderBy(m => m.IsVoid).ThenBy(m => m.Ordinal).ToList() ?? [];
        var match = MeasureMatch.Of(
            [.. old.Select(m => new MeasureMatch.Item(m.Number, Measure.SearchForm(m.Text), m.IsVoid))],
            [.. rows.Measures.Select(m => new MeasureMatch.Item(m.Number, Measure.SearchForm(m.Content.Text)))]);
        List<Guid> ids = [.. match.Select(at => at is { } known ? old[known].Id : Guid.CreateVersion7())];
        var outline = rows.Outline(set.Kind, set.Period.Code, ids);
        var head = new SourceRow<PlanImportRow>("标题", PlanImportRow.OutlineKey, [outline.Title, outline.DocumentNumber ?? string.Empty, outline.Issuer ?? string.Empty], new(outline, null), []);
        return new(
            code,
            outline.Title,
            [head, .. rows.Measures.Zip(ids, (m, id) => new SourceRow<PlanImportRow>(m.Where, id.ToString("D"), m.Raw, new(null, m.Content), m.Findings) { Cells = m.Cells })],
            [.. fileFindings, .. rows.Findings]);
    }

    private static Outcome<(PlanKind Kind, Period Period)> SetOf(PlanReading reading, IReadOnlyDictionary<string, string> arguments)
    {
        var titles = string.Join('\n', new[] { reading.Title }.Concat(reading.Annexes.Select(a => a.Title)));
        if (arguments.TryGetValue(PeriodArgument, out var code) && code.Length > 0)
        {
            return Period.TryParse(code, out var said) && said.Kind is PeriodKind.Year or PeriodKind.Quarter
                ? (KindOf(arguments) ?? (said.Kind == PeriodKind.Quarter ? PlanKind.Quarterly : PlanTitle.Read(titles, said.From.Year).Kind), said)
                : Refusal.Invalid("PLAN-312", ("found", code));
        }

        if (reading.Year is not { } year)
        {
            return Refusal.Unreadable("PLAN-311", ("title", reading.Title ?? "—"));
        }

        var (kind, period) = PlanTitle.Read(titles, year);
        return (KindOf(arguments) ?? kind, period);
    }

    private static PlanKind? KindOf(IReadOnlyDictionary<string, string> arguments) =>
        arguments.TryGetValue(KindArgument, out var text) && Enum.TryParse<PlanKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static IEnumerable<Finding> DocumentFindings(SourceDocument document) =>
        document.Findings.Select(f => new Finding(f.Code, Severity.Note, f.Arguments, f.Origin is null ? null : SourcePlace.InWords(f.Origin)));

    /// <summary>Says what became of every row of the source.</summary>
    internal static Finding Account(RowAccount rows) => new("PLAN-320", Severity.Note, new Dictionary<string, string>
    {
        ["read"] = Text(rows.Read),
        ["measures"] = Text(rows.Measures),
        ["headings"] = Text(rows.Headings),
        ["sections"] = Text(rows.Sections),
        ["blank"] = Text(rows.Blank),
        ["notes"] = Text(rows.Notes),
        ["unrecognised"] = Text(rows.Unrecognised),
        ["others"] = Text(rows.OtherTables),
    });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
