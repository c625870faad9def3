using System.Globalization;
using Lanshao.Documents;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports.Layouts;

/// <summary>导入版式模板: a layout comes back from Word. Every control's tag must be known; the import itself is what keeps it, so taking it back brings the one before.</summary>
public static class ImportReportLayout
{
    public const string Code = "report-layout";
    private const string Key = "layout";

    public static ImportKind<ReportLayout> Kind { get; } = new(Code, Permissions.PackApply) { Read = ReadAsync, Current = CurrentAsync, Write = (_, _, _) => Task.FromResult<Refusal?>(null) };

    internal static string TargetOf(ReportKind kind) => "layout:" + ReportKinds.CodeOf(kind);

    private static async Task<Outcome<ImportReading<ReportLayout>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        // Read whole by the guarded reader first: its limits and refusals hold for layouts too.
        _ = DocumentReader.Read(source.File.Bytes, source.File.Name, source.Limits, ct);
        var controls = ControlledWord.Read(source.File.Bytes, source.Limits, ct);
        if (controls.Select(control => LayoutTags.KindOf(control.Tag)).FirstOrDefault(kind => kind is not null) is not { } kind)
        {
            return Refusal.Invalid("RPT-052", ("expected", string.Join('、', ReportKinds.All.Select(LayoutTags.TitleOf))));
        }

        var check = await CheckAsync(db, pack.Value, kind, ct);
        var rows = controls.Select((control, at) => Row(control, at + 1, check)).Where(row => row.Findings.Count > 0).ToList();
        var layout = new ReportLayout(kind, source.File.Sha256, [.. controls.Select(control => control.Tag)]);
        var whole = new SourceRow<ReportLayout>("全文", Key, [source.File.Name], rows.Count == 0 ? layout : null, rows.Count == 0 ? [] : [new("RPT-053", Severity.Error, new Dictionary<string, string> { ["count"] = rows.Count.ToString(CultureInfo.InvariantCulture) }, "全文")]);
        return new ImportReading<ReportLayout>(TargetOf(kind), $"版式模板 {ReportKinds.CodeOf(kind)}", [whole, .. rows], []);
    }

    private static async Task<IReadOnlyDictionary<string, ReportLayout>> CurrentAsync(LanshaoContext db, string target, CancellationToken ct)
    {
        var kind = ReportKinds.All.First(kind => TargetOf(kind) == target);
        var own = await ReportLayouts.OwnAsync(db, kind, ct);
        var row = own is null ? null : (await ImportQueries.RowsAsync(db, own.Id, [ImportAction.Add, ImportAction.Change], 1, ct)) is [var first, ..] ? first : null;
        return row?.AfterAs<ReportLayout>() is { } layout ? new Dictionary<string, ReportLayout> { [Key] = layout } : [];
    }

    private static SourceRow<ReportLayout> Row(WordControl control, int number, LayoutCheck check)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"第{number}个控件");
        return new(where, string.Create(CultureInfo.InvariantCulture, $"{number}:{control.Tag}"), [control.Tag, control.Name, control.Text], null, check.Objection(control, where) is { } objection ? [objection] : []);
    }

    // The figures that there are depend on the period: those of the newest one are known.
    private static async Task<LayoutCheck> CheckAsync(LanshaoContext db, Pack pack, ReportKind kind, CancellationToken ct)
    {
        var template = pack.Read(ReportTemplates.Part).Find(kind);
        var newest = await FigureQueries.NewestAsync(db, ct);
        var draft = newest is { } period && !ReportKinds.HasSubject(kind) ? await ReportDraft.ReadAsync(db, new ReportScope(kind, ReportKinds.PeriodOf(kind, period.To)), null, DateTime.UnixEpoch, ct) : default(Outcome<ReportDraft>?);
        return new(template, pack.Read(PrintedTables.Part), draft?.Value?.Catalogue);
    }
}

/// <summary>A layout that an office brought back.</summary>
/// <param name="Kind">For which kind of report.</param>
/// <param name="Sha256">The file.</param>
/// <param name="Tags">The tags of its controls in order.</param>
public sealed record ReportLayout(ReportKind Kind, string Sha256, IReadOnlyList<string> Tags);
