using System.Globalization;
using Lanshao.Documents.Language;
using Lanshao.Documents.Writing;

namespace Lanshao.Platform.Reports.CarryOver;

/// <summary>Finds last period's annexes among the tables of a document and lays the new period's rows into them, cell by cell.</summary>
internal sealed class CarriedTable
{
    // Of the old annex's cells so many of a hundred must stand in the table: it is the same table then, whatever was corrected by hand.
    private const int LeastAlike = 80;

    private readonly IReadOnlyList<IReadOnlyList<IReadOnlyList<WordParagraph>>> _rows;

    private CarriedTable(int number, IReadOnlyList<IReadOnlyList<IReadOnlyList<WordParagraph>>> rows) => (Number, _rows) = (number, rows);

    public int Number { get; }

    /// <summary>Gets the tables of a document.</summary>
    public static IEnumerable<CarriedTable> Of(IReadOnlyList<WordParagraph> paragraphs) => paragraphs.Where(paragraph => paragraph.Table is not null).GroupBy(paragraph => paragraph.Table!.Value)
        .Select(table => new CarriedTable(table.Key, [.. table.GroupBy(paragraph => paragraph.Row).OrderBy(row => row.Key)
            .Select(row => (IReadOnlyList<IReadOnlyList<WordParagraph>>)[.. row.GroupBy(paragraph => paragraph.Cell).OrderBy(cell => cell.Key).Select(cell => (IReadOnlyList<WordParagraph>)[.. cell])])]));

    /// <summary>Returns the annex whose rows stand in the table; null for none.</summary>
    public ReportContent.Annex? Find(IReadOnlyList<ReportContent.Annex> annexes) => annexes.FirstOrDefault(IsLike);

    /// <summary>Lays the rows of the new period in; where there are more or fewer than before, the old ones stay as they are, yellow, and are named once.</summary>
    public void Fill(ReportContent.Annex before, ReportContent.Annex? now, List<WordEdit> edits, List<CarriedItem> items)
    {
        if (now is null || now.Rows.Count != before.Rows.Count || now.Columns.Count != before.Columns.Count)
        {
            edits.AddRange(_rows.Skip(_rows.Count - before.Rows.Count).SelectMany(row => row).SelectMany(cell => cell).Where(paragraph => paragraph.Text.Length > 0).Select(paragraph => new WordEdit(paragraph.Index, 0, paragraph.Text.Length, null)));
            items.Add(new(CarriedKind.Unbound, string.Create(CultureInfo.InvariantCulture, $"表{Number}"), before.Title.Replace("\n", string.Empty, StringComparison.Ordinal), string.Empty, CarriedReason.OtherRows, string.Empty));
            return;
        }

        foreach (var (at, row) in now.Rows.Index())
        {
            foreach (var (column, text) in row.Cells.Index())
            {
                Replace(CellAt(before, at, column), text, now, row, column, edits, items);
            }
        }
    }

    private void Replace(IReadOnlyList<WordParagraph> cell, string text, ReportContent.Annex annex, ReportContent.Row row, int column, List<WordEdit> edits, List<CarriedItem> items)
    {
        var old = string.Concat(cell.Select(paragraph => paragraph.Text));
        if (ChineseText.Compact(old) == ChineseText.Compact(text))
        {
            return;
        }

        edits.Add(new(cell[0].Index, 0, cell[0].Text.Length, text.Replace("\n", string.Empty, StringComparison.Ordinal)));
        edits.AddRange(cell.Skip(1).Where(paragraph => paragraph.Text.Length > 0).Select(paragraph => new WordEdit(paragraph.Index, 0, paragraph.Text.Length, string.Empty)));
        var where = string.Create(CultureInfo.InvariantCulture, $"表{Number}第{cell[0].Row}行");
        items.Add(new(CarriedKind.Replaced, where, old, text, CarriedReason.Bound, string.Join('　', row.Cells)) { Label = $"{annex.Title}：{annex.Columns[column].Replace("\n", string.Empty, StringComparison.Ordinal)}" });
    }

    private bool IsLike(ReportContent.Annex annex)
    {
        if (annex.Rows.Count == 0 || _rows.Count < annex.Rows.Count || _rows.Skip(_rows.Count - annex.Rows.Count).Any(row => row.Count != annex.Columns.Count))
        {
            return false;
        }

        var (same, all) = (0, 0);
        foreach (var (at, row) in annex.Rows.Index())
        {
            foreach (var (column, text) in row.Cells.Index())
            {
                all++;
                same += ChineseText.Compact(string.Concat(CellAt(annex, at, column).Select(paragraph => paragraph.Text))) == ChineseText.Compact(text) ? 1 : 0;
            }
        }

        return same * 100 >= all * LeastAlike;
    }

    private IReadOnlyList<WordParagraph> CellAt(ReportContent.Annex annex, int row, int column) => _rows[_rows.Count - annex.Rows.Count + row][column];
}
