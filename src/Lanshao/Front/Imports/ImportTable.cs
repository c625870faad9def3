using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Front.Imports;

/// <summary>The source rows of a batch with what was recognised, what to check, and what applying does.</summary>
internal static class ImportTable
{
    public static async Task<PageTable> MakeAsync(LanshaoContext db, ImportOffer offer, ImportBatch batch, IReadOnlyList<ImportRow> rows, UiTexts texts, CancellationToken ct)
    {
        var cells = await offer.CellsAsync(db, rows, ct);
        return new(
            texts["{0}：逐行预览", batch.Title],
            [new("原文位置", ColumnKind.OneLine), .. offer.Columns, new("核对提示", ColumnKind.Prose), new("处理", ColumnKind.OneLine)],
            [.. rows.Zip(cells, Row)])
        { IsWide = true, IsStacked = true };
    }

    /// <summary>Returns the rows that could not be read: what was expected, what stands there, what to do.</summary>
    public static PageTable Rejected(ImportBatch batch, IReadOnlyList<ImportRow> rows, UiTexts texts) => new(
        texts["{0}：未识别的行", batch.Title],
        [new("行号", ColumnKind.OneLine), new("原内容", ColumnKind.Prose), new("应为", ColumnKind.Prose), new("实为"), new("处理办法", ColumnKind.Prose)],
        [.. rows.Select(row => new TableRow(
            [Cell.Of(row.Position), Cell.Of(string.Join("｜", row.Cells())), Cell.Of(Arguments(row, "expected", "nearest", "codes")), Cell.Of(Arguments(row, "found", "key")), Cell.Of(row.Findings)],
            Anchor: $"row-{row.Seq}"))])
    { IsWide = true, IsStacked = true };

    // The first of some arguments that each finding has.
    private static List<string> Arguments(ImportRow row, params string[] names) =>
        [.. row.Findings.Select(finding => names.Select(name => finding.Arguments.GetValueOrDefault(name)).FirstOrDefault(text => !string.IsNullOrEmpty(text))).OfType<string>()];

    private static TableRow Row(ImportRow row, IReadOnlyList<Cell> cells) => new(
        [Cell.Of(row.Position), .. cells, row.Findings.Count == 0 ? Cell.Blank : Cell.Of(row.Findings), Cell.State(ImportWords.Of(row.Action))],
        Anchor: $"row-{row.Seq}");
}
