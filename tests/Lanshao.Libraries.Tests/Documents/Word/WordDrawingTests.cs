using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Word;

public class WordDrawingTests
{
    private const string NewBox = "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>";
    private const string OldBox = "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>";

    [Theory]
    [InlineData("<mc:AlternateContent><mc:Choice Requires=\"wps\">" + NewBox + "</mc:Choice><mc:Fallback>" + OldBox + "</mc:Fallback></mc:AlternateContent>")]
    [InlineData("<mc:AlternateContent><mc:Choice Requires=\"x\"/><mc:Fallback>" + OldBox + "</mc:Fallback></mc:AlternateContent>")]
    [InlineData(NewBox)]
    [InlineData(OldBox)]
    public void Read_TextBox_IsReadOnceBehindItsParagraph(string drawing)
    {
        var document = Docx($"<w:p><w:r><w:t>前</w:t></w:r><w:r>{drawing}</w:r><w:r><w:t>后</w:t></w:r></w:p><w:p><w:r><w:t>下段</w:t></w:r></w:p>");

        Assert.Equal(["前后", "框内", "下段"], document.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(new Origin { Part = "textbox", Block = 1, Paragraph = 1 }, document.Blocks[1].Origin);
        Assert.Equal(2, document.Blocks[2].Origin.Block);
    }

    [Fact]
    public void Read_TableInTextBox_IsRead()
    {
        var box = OldBox.Replace("<w:p><w:r><w:t>框内</w:t></w:r></w:p>", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", StringComparison.Ordinal);

        Assert.Equal(["格"], Rows(Assert.Single(Docx($"<w:p><w:r>{box}</w:r></w:p>").Tables)));
    }

    [Fact]
    public void Read_TextBoxInCell_StaysInTheCell()
    {
        var cell = Assert.Single(Docx($"<w:tbl><w:tr><w:tc><w:p><w:r>{OldBox}</w:r></w:p></w:tc></w:tr></w:tbl>").Tables).Rows[0].Cells[0];

        Assert.Equal(["框内"], cell.Paragraphs);
    }

    [Fact]
    public void Read_Picture_IsReportedWhereItStands()
    {
        var document = Docx("<w:p/><w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed=\"x\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>");

        var finding = Assert.Single(document.Findings);
        Assert.Equal((DocumentCodes.Picture, 2), (finding.Code, finding.Origin?.Block));
    }

    [Fact]
    public void Read_EmbeddedObject_IsReportedAndNotOpened()
    {
        var document = Docx("<w:p><w:r><w:object><v:shape/><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r></w:p>");

        var finding = Assert.Single(document.Findings);
        Assert.Equal((DocumentCodes.EmbeddedObject, "Excel.Sheet.12"), (finding.Code, finding.Arguments["part"]));
    }

    [Fact]
    public void Read_Chart_IsReported() => Assert.Equal(
        [DocumentCodes.Diagram],
        Docx("<w:p><w:r><w:drawing><a:graphicData><c:chart xmlns:c=\"urn:c\"/></a:graphicData></w:drawing></w:r></w:p>").Findings.Select(finding => finding.Code));

    [Fact]
    public void Read_Notes_StandApartInTheOrderOfTheirMarks()
    {
        var document = Docx(
            "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>乙</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"3\"/><w:t>※</w:t></w:r></w:p>"
            + "<w:p><w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>",
            ("word/footnotes.xml", OfficeFiles.WordPart("footnotes", "<w:footnote w:id=\"3\"><w:p><w:r><w:t>注三</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/><w:t xml:space=\"preserve\"> 注二</w:t></w:r></w:p><w:p><w:r><w:t>续</w:t></w:r></w:p></w:footnote>")),
            ("word/endnotes.xml", OfficeFiles.WordPart("endnotes", "<w:endnote w:id=\"1\"><w:p><w:r><w:t>尾注</w:t></w:r></w:p></w:endnote>")),
            OfficeFiles.Relations("word/document.xml", ("f", "footnotes", "footnotes.xml", false), ("e", "endnotes", "endnotes.xml", false)));

        Assert.Equal(["甲乙", ""], document.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal([("1", "注二续", false, 1), ("2", "注三", false, 1), ("1", "尾注", true, 2)], document.Footnotes.Select(note => (note.Mark, note.Text, note.IsEndnote, note.Origin.Block ?? 0)));
    }
}
