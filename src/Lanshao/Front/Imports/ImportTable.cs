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
        { IsWide = true };
    }

    private static TableRow Row(ImportRow row, IReadOnlyList<Cell> cells) => new(
        [Cell.Of(row.Position), .. cells, row.Findings.Count == 0 ? Cell.Blank : Cell.Of(row.Findings), Cell.State(ImportWords.Of(row.Action))],
        Anchor: $"row-{row.Seq}");
}
