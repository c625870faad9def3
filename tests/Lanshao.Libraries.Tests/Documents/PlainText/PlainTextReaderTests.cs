using System.Text;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.PlainText;

public class PlainTextReaderTests
{
    private const string Head = "\t序号\n\t任务\n\t时限\n\n";

    [Fact]
    public void Read_Table_GivesRowsBetweenParagraphs()
    {
        var document = Text("附件1\n计划\n" + Head + "\t1\n\t减排\n\t年底前\n\n\n数据来源\n");

        Assert.Equal(["附件1", "计划", "", "数据来源"], document.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(["序号|任务|时限", "1|减排|年底前"], Rows(Assert.Single(document.Tables)));
        Assert.Equal(new Origin { Block = 3, Table = 1, Row = 2, Cell = 2, Paragraph = 1, Line = 8 }, document.Tables.First().Rows[1].Cells[1].Content[0].Origin);
    }

    [Fact]
    public void Read_SectionRow_SpansAllColumns()
    {
        var table = TableOf(Head + "\t一、目标\n\n\t1\n\t减排\n\t年底前\n");

        Assert.Equal(["序号|任务|时限", "一、目标|<|<", "1|减排|年底前"], Rows(table));
        Assert.True(table.Rows[1].SpansAllColumns);
    }

    [Fact]
    public void Read_FurtherLinesOfACell_AreParagraphs()
    {
        var cell = TableOf(Head + "\t1\n\t区发改委\n区住建委\n\t年底前\n").Rows[1].Cells[1];

        Assert.Equal(["区发改委", "区住建委"], cell.Paragraphs);
    }

    [Fact]
    public void Read_BlankCells_KeepTheirPlaces() => Assert.Equal(
        ["序号|任务|时限", "1|减排|年底前", "|续|长期", "2||"],
        Rows(TableOf(Head + "\t1\n\t减排\n\t年底前\n\n\t\n\t续\n\t长期\n\n\t2\n\t\n\t\n\n")));

    [Theory]
    [InlineData("\t1\n\n\t减排\n\n\t年底前\n\n\t2\n\t降碳\n\t年底前\n")]
    [InlineData("\t1\n\t减排\n\n\t年底前\n\n\t2\n\t降碳\n\t年底前\n")]
    [InlineData("\t1\n\t减\n\n排\n\t年底前\n\n\t2\n\t降碳\n\t年底前\n")]
    [InlineData("\t1\n\t减排\n\t年底\n\n前\n\n\t2\n\t降碳\n\t年底前\n")]
    public void Read_EmptyLinesInsideARow_DoNotBreakIt(string rows) =>
        Assert.Equal(["序号|任务|时限", "1|减排|年底前", "2|降碳|年底前"], Rows(TableOf(Head + "\t0\n\t目标\n\t长期\n\n" + rows)).Where((_, i) => i != 1));

    [Fact]
    public void Read_ConsecutiveSections_StayApart() => Assert.Equal(
        ["序号|任务|时限", "第一部分|<|<", "（一）空气|<|<", "一、目标|<|<", "1|减排|年底前"],
        Rows(TableOf(Head + "\t第一部分\n\n\t（一）空气\n\n\t一、目标\n\n\t1\n\t减排\n\t年底前\n")));

    [Fact]
    public void Read_RowWithACellTooFew_IsFilledAndReported()
    {
        var document = Text(Head + "\t1\n\t减排\n\t年底前\n\n\t2\n\t降碳\n\n\t3\n\t治水\n\t年底前\n");

        Assert.Equal(["序号|任务|时限", "1|减排|年底前", "2|降碳|", "3|治水|年底前"], Rows(Assert.Single(document.Tables)));
        Assert.Equal((DocumentCodes.RaggedRow, 3, 9), (Assert.Single(document.Findings).Code, document.Findings[0].Origin?.Row, document.Findings[0].Origin?.Line));
    }

    [Fact]
    public void Read_TablesOneAfterTheOther_StayApart()
    {
        var document = Text(Head + "\t1\n\t减排\n\t年底前\n\n附件2\n\t街道\n\t浓度\n\n\t甲\n\t38\n");

        Assert.Equal([3, 2], document.Tables.Select(table => table.ColumnCount));
        Assert.Equal(["附件2"], document.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Read_IndentedParagraphs_AreNoTable()
    {
        var document = Text("\t一是落实责任。\n\n\t二是强化宣传。\n三是严格督察。\n");

        Assert.Empty(document.Tables);
        Assert.Equal(["\t一是落实责任。", "", "\t二是强化宣传。", "三是严格督察。"], document.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Read_ConvertersMarks_AreTakenOut()
    {
        var document = Text("[bookmark: _Toc1]标题[image: logo]\n涂装[footnoteRef:1]企业。 [1: 注文（[a]）。] \n见[2022]2号，[1: 不是注]");

        Assert.Equal(["标题", "涂装企业。", "见[2022]2号，[1: 不是注]"], document.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(("1", "注文（[a]）。", 2), (Assert.Single(document.Footnotes).Mark, document.Footnotes[0].Text, document.Footnotes[0].Origin.Line));
        Assert.Equal((DocumentCodes.Picture, 1), (Assert.Single(document.Findings).Code, document.Findings[0].Origin?.Line));
    }

    [Fact]
    public void Read_NoteOverSeveralLines_IsOneNoteAndLinesKeepTheirNumbers()
    {
        var document = Text("甲[footnoteRef:3]。[3: 第一行\n第二行]\n乙");

        Assert.Equal([("甲。", 1), ("乙", 3)], document.Paragraphs.Select(paragraph => (paragraph.Text, paragraph.Origin.Line ?? 0)));
        Assert.Equal("第一行第二行", Assert.Single(document.Footnotes).Text);
    }

    [Fact]
    public void Read_NoteThatNeverEnds_StaysText() =>
        Assert.Equal(["甲。[3: 没完", "乙"], Text("甲[footnoteRef:3]。[3: 没完\n乙").Paragraphs.Select(paragraph => paragraph.Text));

    [Theory]
    [InlineData("0")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("（")]
    [InlineData("、")]
    [InlineData("\t")]
    [InlineData("[footnoteRef:1][1: ")]
    [InlineData("[image:")]
    [InlineData("东 ")]
    public void Read_AMegabyteOfOneThing_TakesLessThanASecond(string piece) => AssertFast(piece, TimeSpan.FromSeconds(1), 1 << 20);

    // A block for every line: linear, though not free.
    [Theory]
    [InlineData("\n")]
    [InlineData("\t\n\n")]
    [InlineData("\t一\n\n文\n\n")]
    [InlineData("\t一\n\t二\n\n文\n\n")]
    public void Read_ManyLines_TakeTimeInProportion(string piece) => AssertFast(piece, TimeSpan.FromSeconds(6), 1 << 18);

    private static void AssertFast(string piece, TimeSpan limit, int size)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, size / Encoding.UTF8.GetByteCount(piece))));
        var limits = new DocumentLimits { CellCharacters = int.MaxValue, TableRows = int.MaxValue, TableColumns = int.MaxValue };

        Speed.AssertFast(() => Read(bytes, "a.txt", limits), limit);
    }

    private static SourceDocument Text(string text) => Read(Encoding.UTF8.GetBytes(text), "计划.txt");

    private static TableBlock TableOf(string text) => Assert.Single(Text(text).Tables);
}
