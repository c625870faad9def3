using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Word;

public class WordChangesTests
{
    private const string GoneMark = "<w:pPr><w:rPr><w:del w:id=\"9\"/></w:rPr></w:pPr>";

    [Fact]
    public void Read_Insertions_StayAndDeletionsGo()
    {
        var document = Docx("<w:p><w:r><w:t>目标</w:t></w:r><w:del><w:r><w:delText>35</w:delText></w:r></w:del><w:ins><w:r><w:t>34</w:t></w:r></w:ins><w:r><w:t>微克</w:t></w:r></w:p>");

        Assert.Equal("目标34微克", Assert.Single(document.Paragraphs).Text);
        var finding = Assert.Single(document.Findings);
        Assert.Equal((DocumentCodes.TrackedChanges, "1", "1"), (finding.Code, finding.Arguments["insertions"], finding.Arguments["deletions"]));
    }

    [Fact]
    public void Read_MovedText_StandsOnlyWhereItWasMovedTo() =>
        Assert.Equal(["", "移动"], Texts("<w:p><w:moveFromRangeStart w:id=\"1\"/><w:moveFrom><w:r><w:t>移动</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>移动</w:t></w:r></w:moveTo></w:p>"));

    [Fact]
    public void Read_InsertionThatIsDeletedAgain_IsGone() =>
        Assert.Equal([""], Texts("<w:p><w:ins><w:del><w:r><w:delText>又删</w:delText></w:r></w:del></w:ins></w:p>"));

    [Fact]
    public void Read_DeletedMark_JoinsTheParagraphsWithThePropertiesOfTheLast()
    {
        var document = Docx($"<w:p>{GoneMark}<w:r><w:t>前半</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>后半</w:t></w:r></w:p>");

        var paragraph = Assert.Single(document.Paragraphs);
        Assert.Equal(("前半后半", Lanshao.Documents.Blocks.ParagraphAlignment.Center, 1), (paragraph.Text, paragraph.Style.Alignment, paragraph.Origin.Block));
    }

    [Fact]
    public void Read_DeletedParagraph_IsGone() =>
        Assert.Equal(["甲", "乙"], Texts($"<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p>{GoneMark}<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>"));

    [Fact]
    public void Read_DeletedMarkBeforeTable_KeepsTheText()
    {
        var document = Docx($"<w:p>{GoneMark}<w:r><w:t>表题</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>");

        Assert.Equal("表题", Assert.Single(document.Paragraphs).Text);
        Assert.Equal(2, Assert.Single(document.Tables).Origin.Block);
    }

    [Fact]
    public void Read_DeletedRow_IsGoneAndInsertedRowStays() => Assert.Equal(
        ["1", "3"],
        Rows("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:trPr><w:ins w:id=\"2\"/></w:trPr><w:tc><w:p><w:ins><w:r><w:t>3</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>"));

    [Fact]
    public void Read_TableWithAllRowsDeleted_IsGone() =>
        Assert.Empty(Docx("<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>").Tables);

    [Fact]
    public void Read_DeletedCell_IsGone() => Assert.Equal(
        ["甲|丙"],
        Rows("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));

    [Fact]
    public void Read_MergeThatIsTracked_CountsAsMerged() => Assert.Equal(
        ["甲", "^"],
        Rows("<w:tbl><w:tr><w:tc><w:tcPr><w:cellMerge w:vMerge=\"rest\"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:cellMerge w:vMerge=\"cont\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"));
}
