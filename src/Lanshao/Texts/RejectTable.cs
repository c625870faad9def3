using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation.Staging;

namespace Lanshao.Texts;

/// <summary>The rows that were not imported, with the place, the reasons and the cells as they were written: corrected, it can be imported again.</summary>
public static class RejectTable
{
    /// <param name="fileName">The file that was imported.</param>
    /// <param name="rows">Its staged rows; only rejected ones are printed.</param>
    public static PrintTable Of(string fileName, IEnumerable<ImportRow> rows)
    {
        var rejected = rows.Where(r => r.Action == ImportAction.Reject).ToList();
        var width = Math.Max(1, rejected.Select(r => r.Cells().Count).DefaultIfEmpty().Max());
        return new()
        {
            Title = $"{fileName} 未导入的行",
            Columns = [new(["位置"], 20), new(["原因"], 60), .. Enumerable.Range(1, width).Select(n => new PrintColumn([$"原文第{n}列"], 30))],
            Rows = rejected.Select(row => new PrintRow([PrintCell.Of(row.Position), PrintCell.Of(Reasons(row)), .. Cells(row, width)])),
        };
    }

    private static string Reasons(ImportRow row) => string.Join("；", row.Findings.Select(f => $"{f.Code} {ErrorTexts.Sentence(f.Code, f.Arguments)}"));

    private static IEnumerable<PrintCell> Cells(ImportRow row, int width)
    {
        var cells = row.Cells();
        return Enumerable.Range(0, width).Select(n => PrintCell.Of(cells.ElementAtOrDefault(n)));
    }
}
