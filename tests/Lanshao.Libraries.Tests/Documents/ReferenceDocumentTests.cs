using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents;

/// <summary>The official documents, in the forms in which they may arrive, say the same.</summary>
public class ReferenceDocumentTests
{
    [Theory]
    [InlineData("plan-2022.docx", 5, 150)]
    [InlineData("plan-2022-vmerge.docx", 5, 150)]
    [InlineData("plan-2022-tracked.docx", 5, 151)]
    [InlineData("plan-2022.txt", 5, 150)]
    [InlineData("report-2024h1.docx", 7, 133)]
    [InlineData("report-2024h1-tracked.docx", 7, 133)]
    [InlineData("report-2024h1.txt", 7, 133)]
    public void Read_OfficialDocument_GivesAllTablesAndRows(string file, int tables, int rows)
    {
        var document = Read(file);

        Assert.Equal(tables, document.Tables.Count());
        Assert.Equal(rows, document.Tables.Sum(table => table.Rows.Count));
        Assert.All(document.Tables, table => Assert.All(table.Rows, row => Assert.Equal(table.ColumnCount, row.Cells.Count)));
    }

    [Theory]
    [InlineData("plan-2022")]
    [InlineData("report-2024h1")]
    public void Read_WordAndText_GiveTheSameCells(string name)
    {
        var word = Cells(Read(name + ".docx"));
        var text = Cells(Read(name + ".txt"));

        Assert.Equal(word, text);
    }

    [Fact]
    public void Read_PlanAsText_GivesTheSameParagraphsInCells()
    {
        var word = Read("plan-2022.docx").Tables.SelectMany(table => table.Rows).Select(row => row.Cells.Select(cell => string.Join('|', cell.Paragraphs.Select(text => text.Trim()))));
        var text = Read("plan-2022.txt").Tables.SelectMany(table => table.Rows).Select(row => row.Cells.Select(cell => string.Join('|', cell.Paragraphs.Select(text => text.Trim()))));

        Assert.Equal(word, text);
    }

    [Fact]
    public void Read_SectionRows_SpanAllColumnsInWordAndText()
    {
        var word = Read("plan-2022.docx").Tables.SelectMany(table => table.Rows).Where(row => row.SpansAllColumns).Select(row => row.Cells[0].Text).ToList();
        var text = Read("plan-2022.txt").Tables.SelectMany(table => table.Rows).Where(row => row.SpansAllColumns).Select(row => row.Cells[0].Text).ToList();

        Assert.Equal(23, word.Count);
        Assert.Equal(word, text);
    }

    [Fact]
    public void Read_VerticallyMerged_CoversWhatTheBaseLeavesBlankOrRepeats()
    {
        var merged = Read("plan-2022-vmerge.docx").Tables.SelectMany(table => table.Rows).ToList();
        var plain = Read("plan-2022.docx").Tables.SelectMany(table => table.Rows).ToList();
        var covered = merged.SelectMany(row => row.Cells).Where(cell => cell.IsMergedFromAbove).ToList();

        Assert.NotEmpty(covered);
        Assert.All(covered, cell => Assert.NotEmpty(cell.Anchor.Paragraphs));
        foreach (var (mergedCell, plainCell) in merged.SelectMany(row => row.Cells).Zip(plain.SelectMany(row => row.Cells)))
        {
            Assert.True(mergedCell.Text == plainCell.Text || mergedCell.Anchor.Text == plainCell.Text, $"{mergedCell.Origin}: {mergedCell.Anchor.Text} / {plainCell.Text}");
        }
    }

    [Fact]
    public void Read_Tracked_KeepsInsertionsAndDropsDeletions()
    {
        var tracked = Cells(Read("plan-2022-tracked.docx"));
        var plain = Cells(Read("plan-2022.docx"));

        var inserted = Assert.Single(tracked, row => !plain.Contains(row));

        Assert.Contains("14", inserted.Split('|')[0], StringComparison.Ordinal);
        Assert.Equal(plain.Count + 1, tracked.Count);
    }

    [Fact]
    public void Read_Footnote_StandsApartWithTheCellOfItsMark()
    {
        var word = Assert.Single(Read("plan-2022.docx").Footnotes);
        var text = Assert.Single(Read("plan-2022.txt").Footnotes);

        Assert.Equal(word.Text, text.Text);
        Assert.Equal("1", word.Mark);
        Assert.Equal((2, 25, 3, 1), (word.Origin.Table, word.Origin.Row, word.Origin.Cell, word.Origin.Paragraph));
        Assert.Equal((2, 25, 3, 1), (text.Origin.Table, text.Origin.Row, text.Origin.Cell, text.Origin.Paragraph));
        Assert.DoesNotContain(Cells(Read("plan-2022.txt")), row => row.Contains("footnoteRef", StringComparison.Ordinal) || row.Contains("[1", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Origins_PointToTheBlockTableRowAndCell()
    {
        var document = Read("plan-2022.docx");

        for (var block = 0; block < document.Blocks.Count; block++)
        {
            Assert.Equal(block + 1, document.Blocks[block].Origin.Block);
        }

        var second = document.Tables.ElementAt(1);
        Assert.Equal(2, second.Origin.Table);
        Assert.All(second.Rows.Index(), indexed => Assert.Equal(indexed.Index + 1, indexed.Item.Origin.Row));
        Assert.All(second.Rows[6].Cells, cell => Assert.Equal(cell.Column + 1, cell.Origin.Cell));
    }

    private static SourceDocument Read(string file)
    {
        using var stream = File.OpenRead(Reference.File("documents", file));
        return DocumentReader.Read(stream, file, ct: TestContext.Current.CancellationToken);
    }

    private static List<string> Cells(SourceDocument document) =>
        [.. document.Tables.SelectMany(table => table.Rows).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text.Trim())))];
}
