using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Word;

public class WordTableTests
{
    private const string Restart = "<w:vMerge w:val=\"restart\"/>";
    private const string Continue = "<w:vMerge/>";

    [Fact]
    public void Read_MergedBothWays_GivesOneCellForEveryPlace()
    {
        var table = Assert.Single(Docx(Table(
            Row(Cell("序号", Restart), Cell("单位", Span(2)), Cell("时限", Restart)),
            Row(Cell("", Continue), Cell("牵头"), Cell("配合"), Cell("", Continue)),
            Row(Cell("1"), Cell("甲"), Cell("乙"), Cell("年底前")))).Tables);

        Assert.Equal(["序号|单位|<|时限", "^|牵头|配合|^", "1|甲|乙|年底前"], Rows(table));
        Assert.Equal((2, 1), (table.Rows[0].Cells[0].RowSpan, table.Rows[0].Cells[0].ColumnSpan));
        Assert.Same(table.Rows[0].Cells[0], table.Rows[1].Cells[0].Anchor);
        Assert.Equal("单位", table.Rows[0].Cells[2].Anchor.Text);
        Assert.Equal([1, 2, 2, 3], table.Rows[0].Cells.Select(cell => cell.Origin.Cell));
    }

    [Fact]
    public void Read_BlockMergedOverRowsAndColumns_CoversAllPlaces()
    {
        var table = Assert.Single(Docx(Table(
            Row(Cell("大", Span(2) + Restart), Cell("甲")),
            Row(Cell("", Span(2) + Continue), Cell("乙")),
            Row(Cell("1"), Cell("2"), Cell("丙")))).Tables);

        Assert.Equal(["大|<|甲", "^|^|乙", "1|2|丙"], Rows(table));
        Assert.All(table.Rows[1].Cells.Take(2), cell => Assert.Equal("大", cell.Anchor.Text));
    }

    [Fact]
    public void Read_ContinuationWithoutBeginning_KeepsItsText() =>
        Assert.Equal(["甲|乙", "丙|丁"], Rows(Table(Row(Cell("甲"), Cell("乙")), Row(Cell("丙", Continue), Cell("丁")))));

    [Fact]
    public void Read_OldHorizontalMerge_CoversFromLeft() => Assert.Equal(
        ["甲|<|丙", "1|2|3"],
        Rows(Table(Row(Cell("甲", "<w:hMerge w:val=\"restart\"/>"), Cell("", "<w:hMerge/>"), Cell("丙")), Row(Cell("1"), Cell("2"), Cell("3")))));

    [Fact]
    public void Read_GridBeforeAndAfter_LeaveBlankPlaces()
    {
        var document = Docx(Table(
            Row(Cell("1"), Cell("2"), Cell("3")),
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Cell("中") + Cell("右") + "</w:tr>",
            "<w:tr><w:trPr><w:gridAfter w:val=\"2\"/></w:trPr>" + Cell("左") + "</w:tr>"));

        Assert.Equal(["1|2|3", "|中|右", "左||"], Rows(Assert.Single(document.Tables)));
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void Read_RowWithTooFewCells_IsFilledAndReported()
    {
        var document = Docx(Table(Row(Cell("1"), Cell("2")), Row(Cell("只有一格"))));

        Assert.Equal(["1|2", "只有一格|"], Rows(Assert.Single(document.Tables)));
        var finding = Assert.Single(document.Findings);
        Assert.Equal((DocumentCodes.RaggedRow, "1", "2", 2), (finding.Code, finding.Arguments["found"], finding.Arguments["expected"], finding.Origin?.Row));
    }

    [Fact]
    public void Read_GridLinesThatNoCellUses_AreNoColumns() => Assert.Equal(
        ["甲|乙", "1|2"],
        Rows(Table(Row(Cell("甲", Span(3)), Cell("乙", Span(2))), Row(Cell("1", Span(3)), Cell("2", Span(2))))));

    [Fact]
    public void Read_LinesAHairApart_AreOne()
    {
        var grid = "<w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"20\"/><w:gridCol w:w=\"980\"/></w:tblGrid>";

        Assert.Equal(["甲|乙", "1|2"], Rows($"<w:tbl>{grid}{Row(Cell("甲", Span(2)), Cell("乙"))}{Row(Cell("1"), Cell("2", Span(2)))}</w:tbl>"));
    }

    [Fact]
    public void Read_NarrowColumnWithACellOfItsOwn_Stays()
    {
        var grid = "<w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"20\"/><w:gridCol w:w=\"980\"/></w:tblGrid>";

        Assert.Equal(["甲|窄|乙"], Rows($"<w:tbl>{grid}{Row(Cell("甲"), Cell("窄"), Cell("乙"))}</w:tbl>"));
    }

    [Fact]
    public void Read_HeadingRow_IsMarked()
    {
        var table = Assert.Single(Docx(Table("<w:tr><w:trPr><w:tblHeader/></w:trPr>" + Cell("头") + "</w:tr>", Row(Cell("身")), "<w:tr><w:trPr><w:tblHeader w:val=\"0\"/></w:trPr>" + Cell("尾") + "</w:tr>")).Tables);

        Assert.Equal([true, false, false], table.Rows.Select(row => row.IsHeading));
    }

    [Fact]
    public void Read_SeveralParagraphsInACell_StayApart()
    {
        var cell = Assert.Single(Docx(Table(Row("<w:tc><w:p><w:r><w:t>区发改委</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>区住</w:t><w:br/><w:t>建委</w:t></w:r></w:p></w:tc>"))).Tables).Rows[0].Cells[0];

        Assert.Equal(["区发改委", "区住建委"], cell.Paragraphs);
        Assert.Equal(["区发改委", "区住", "建委"], cell.Lines);
        Assert.Equal([1, 2, 3], cell.Content.Select(block => block.Origin.Paragraph));
        Assert.Equal((1, 1, 1), (cell.Origin.Table, cell.Origin.Row, cell.Origin.Cell));
    }

    [Fact]
    public void Read_NestedTable_HangsInItsCellAndSaysWhere()
    {
        var table = Assert.Single(Docx(Table(Row(Cell("外"), "<w:tc>" + Table(Row(Cell("内1"), Cell("内2"))) + "<w:p/></w:tc>"))).Tables);

        var nested = Assert.Single(table.Rows[0].Cells[1].NestedTables);
        Assert.Equal(["内1|内2"], Rows(nested));
        Assert.Equal((1, 2), (nested.Origin.Within?.Row, nested.Origin.Within?.Cell));
        Assert.Equal((1, 2), (nested.Rows[0].Cells[1].Origin.Row, nested.Rows[0].Cells[1].Origin.Cell));
    }

    [Fact]
    public void Read_RowsAndCellsInContentControls_AreRead() => Assert.Equal(
        ["甲|乙"],
        Rows("<w:tbl><w:sdt><w:sdtPr/><w:sdtContent><w:tr>" + Cell("甲") + "<w:sdt><w:sdtContent>" + Cell("乙") + "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"));

    [Fact]
    public void Read_TextUnderAMergedCell_IsReported()
    {
        var document = Docx(Table(Row(Cell("甲", Restart)), Row(Cell("压着", Continue))));

        Assert.Equal(["甲", "^"], Rows(Assert.Single(document.Tables)));
        Assert.Equal((DocumentCodes.CoveredText, "压着"), (Assert.Single(document.Findings).Code, document.Findings[0].Arguments["text"]));
    }

    [Fact]
    public void Read_HiddenRow_IsLeftOutAndReported()
    {
        var document = Docx(Table(Row(Cell("甲")), "<w:tr><w:trPr><w:hidden/></w:trPr>" + Cell("藏") + "</w:tr>"));

        Assert.Equal(["甲"], Rows(Assert.Single(document.Tables)));
        Assert.Equal((DocumentCodes.HiddenText, "藏"), (Assert.Single(document.Findings).Code, document.Findings[0].Arguments["text"]));
    }

    [Fact]
    public void Read_SectionRow_SpansAllColumns()
    {
        var table = Assert.Single(Docx(Table(Row(Cell("一、目标", Span(2))), Row(Cell("1"), Cell("2")))).Tables);

        Assert.True(table.Rows[0].SpansAllColumns);
        Assert.False(table.Rows[1].SpansAllColumns);
    }

    private static string Table(params string[] rows) => $"<w:tbl><w:tblPr/>{string.Concat(rows)}</w:tbl>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

    private static string Span(int columns) => $"<w:gridSpan w:val=\"{columns}\"/>";
}
