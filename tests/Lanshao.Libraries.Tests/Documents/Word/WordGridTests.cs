using FsCheck;
using FsCheck.Fluent;
using Lanshao.Documents.Blocks;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Word;

/// <summary>However cells are merged, the grid that comes out holds together and no text is lost.</summary>
public class WordGridTests
{
    private sealed record Cell(int Span, string Merge, int Before);

    [Fact]
    public void Read_AnyMerges_GiveAGridThatHoldsTogether()
    {
        var cell = from span in Gen.Choose(1, 3)
                   from merge in Gen.Elements("", "<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>", "<w:hMerge/>")
                   from before in Gen.Choose(0, 2)
                   select new Cell(span, merge, before);
        var rows = Gen.NonEmptyListOf(Gen.NonEmptyListOf(cell));

        Prop.ForAll(rows.ToArbitrary(), drawn =>
        {
            var document = Docx($"<w:tbl>{string.Concat(drawn.Select((row, at) => Row(row, at)))}</w:tbl>");
            var table = document.Tables.Single();
            AssertHoldsTogether(table);
            AssertNothingLost(document, drawn.Sum(row => row.Count));
        }).QuickCheckThrowOnFailure();
    }

    private static void AssertHoldsTogether(TableBlock table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            Assert.Equal(table.ColumnCount, table.Rows[row].Cells.Count);
            foreach (var cell in table.Rows[row].Cells)
            {
                Assert.Same(cell, table.Rows[row].Cells[cell.Column]);
                Assert.False(cell.Anchor.IsCovered);
                Assert.InRange(cell.Column, cell.Anchor.Column, cell.Anchor.Column + cell.Anchor.ColumnSpan - 1);
                Assert.Equal(cell.IsMergedFromAbove, !table.Rows[row].Cells.Contains(cell.Anchor));
            }

            Assert.All(table.Rows[row].OwnCells, cell => Assert.True(row + cell.RowSpan <= table.Rows.Count && cell.Column + cell.ColumnSpan <= table.ColumnCount));
        }
    }

    // Every cell was given a text of its own: it stands in the table or in a finding.
    private static void AssertNothingLost(SourceDocument document, int cells)
    {
        var printed = document.Tables.Single().Rows.SelectMany(row => row.OwnCells).Count(cell => cell.Text.Length > 0);
        var reported = document.Findings.Count(finding => finding.Arguments.ContainsKey("text"));

        Assert.Equal(cells, printed + reported);
    }

    private static string Row(IEnumerable<Cell> row, int at)
    {
        var cells = row.ToList();
        return $"<w:tr><w:trPr><w:gridBefore w:val=\"{cells[0].Before}\"/></w:trPr>"
            + string.Concat(cells.Select((cell, i) => $"<w:tc><w:tcPr><w:gridSpan w:val=\"{cell.Span}\"/>{cell.Merge}</w:tcPr><w:p><w:r><w:t>字{at}和{i}</w:t></w:r></w:p></w:tc>")) + "</w:tr>";
    }
}
