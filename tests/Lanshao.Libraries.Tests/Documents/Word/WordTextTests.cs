using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Word;

public class WordTextTests
{
    [Theory]
    [InlineData("<w:r><w:t>减排</w:t><w:br/><w:t>目标</w:t></w:r>", "减排目标")]
    [InlineData("<w:r><w:t>PM2.5</w:t><w:br/><w:t>annual mean</w:t></w:r>", "PM2.5 annual mean")]
    [InlineData("<w:r><w:t>浓度</w:t><w:cr/><w:t>PM10</w:t></w:r>", "浓度PM10")]
    [InlineData("<w:r><w:t>单位：</w:t><w:br w:type=\"page\"/><w:t>吨</w:t></w:r>", "单位：吨")]
    public void Read_BreakInsideParagraph_VanishesInChineseAndIsASpaceInLatin(string run, string text)
    {
        var paragraph = Assert.Single(Docx($"<w:p>{run}</w:p>").Paragraphs);

        Assert.Equal(text, paragraph.Text);
        Assert.Equal(2, paragraph.Lines.Count);
    }

    [Theory]
    [InlineData("<w:r><w:t>附件</w:t><w:tab/><w:t>1</w:t></w:r>", "附件\t1")]
    [InlineData("<w:r><w:t>2022</w:t><w:noBreakHyphen/><w:t>06</w:t></w:r>", "2022-06")]
    [InlineData("<w:r><w:t>区</w:t><w:softHyphen/><w:t>发改\u00AD委\u200B</w:t></w:r>", "区发改委")]
    [InlineData("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0A3\"/><w:t>5吨</w:t></w:r>", "≤5吨")]
    [InlineData("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>是</w:t></w:r>", "☑是")]
    [InlineData("<w:r><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>\uF0B3</w:t></w:r><w:r><w:t>73%</w:t></w:r>", "≥73%")]
    [InlineData("<w:r><w:t> 两边的空白 </w:t></w:r>", "两边的空白")]
    [InlineData("<w:r><w:t xml:space=\"preserve\"> 两边的空白 </w:t></w:r>", " 两边的空白 ")]
    [InlineData("<w:r><w:t>第一\n行</w:t></w:r>", "第一 行")]
    [InlineData("<w:r><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr><w:t>2</w:t></w:r>", "2")]
    [InlineData("<w:r><w:ruby><w:rt><w:r><w:t>ｑū</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>区</w:t></w:r></w:rubyBase></w:ruby></w:r>", "区")]
    [InlineData("<w:hyperlink r:id=\"x\"><w:r><w:t>网址</w:t></w:r></w:hyperlink>", "网址")]
    [InlineData("<w:smartTag><w:customXml><w:r><w:t>里层</w:t></w:r></w:customXml></w:smartTag>", "里层")]
    [InlineData("<w:r><w:commentReference w:id=\"1\"/><w:annotationRef/><w:t>正文</w:t></w:r>", "正文")]
    [InlineData("<w:r><w:t>１２％Ａ</w:t></w:r>", "１２％Ａ")]
    public void Read_Run_GivesWhatIsPrinted(string runs, string text) => Assert.Equal([text], Texts($"<w:p>{runs}</w:p>"));

    [Theory]
    [InlineData("东　城　区", "东城区")]
    [InlineData("序 号", "序号")]
    [InlineData("秘　密", "秘密")]
    [InlineData("附  件  一", "附件一")]
    [InlineData("关 于 印 发  工 作 方 案", "关于印发 工作方案")]
    [InlineData("主送：各 街 道 办 事 处", "主送：各 街道办事处")]
    [InlineData("东四 天坛 前门", "东四 天坛 前门")]
    [InlineData("浓度由高到低    单位：微克", "浓度由高到低    单位：微克")]
    [InlineData("1 2 3", "1 2 3")]
    [InlineData("□是 □否", "□是 □否")]
    [InlineData("", "")]
    public void Collapse_SpreadOutText_IsDrawnTogether(string spread, string text) => Assert.Equal(text, LetterSpacing.Collapse(spread));

    [Fact]
    public void Read_SpreadOutText_IsDrawnTogetherAcrossRuns() =>
        Assert.Equal(["责任单位"], Texts("<w:p><w:r><w:t xml:space=\"preserve\">责 任</w:t></w:r><w:r><w:t xml:space=\"preserve\"> 单 位</w:t></w:r></w:p>"));

    [Fact]
    public void Read_HiddenText_IsLeftOutAndReported()
    {
        var styles = OfficeFiles.WordPart("styles", "<w:style w:type=\"character\" w:styleId=\"h\"><w:name w:val=\"hid\"/><w:rPr><w:vanish/></w:rPr></w:style>");
        var document = Docx(
            "<w:p><w:r><w:t>见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内幕</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>二</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>附件</w:t></w:r></w:p>",
            ("word/styles.xml", styles),
            OfficeFiles.Relations("word/document.xml", ("s", "styles", "styles.xml", false)));

        Assert.Equal("见附件", Assert.Single(document.Paragraphs).Text);
        var finding = Assert.Single(document.Findings);
        Assert.Equal(DocumentCodes.HiddenText, finding.Code);
        Assert.Equal("内幕二", finding.Arguments["text"]);
        Assert.Equal(1, finding.Origin?.Block);
    }

    [Fact]
    public void Read_HiddenParagraphMark_LetsTheNextParagraphRunOn() =>
        Assert.Equal(["一、目标全年达标。"], Texts("<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr><w:r><w:t>一、目标</w:t></w:r></w:p><w:p><w:r><w:t>全年达标。</w:t></w:r></w:p>"));

    [Fact]
    public void Read_ContentControls_GiveTheirContentAndNotTheirPrompt()
    {
        var document = Docx(
            "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>填好</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            + "<w:p><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t>行内</w:t></w:r></w:sdtContent></w:sdt></w:p>"
            + "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入</w:t></w:r></w:sdtContent></w:sdt></w:p>");

        Assert.Equal(["填好", "行内", ""], document.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal("单击此处输入", Assert.Single(document.Findings, finding => finding.Code == DocumentCodes.Placeholder).Arguments["text"]);
    }

    [Fact]
    public void Read_Formula_IsPlainTextWithAFinding()
    {
        var document = Docx("<w:p><m:oMath><m:f><m:num><m:r><m:t>122</m:t></m:r></m:num><m:den><m:r><m:t>182</m:t></m:r></m:den></m:f></m:oMath></w:p>");

        Assert.Equal("122/182", Assert.Single(document.Paragraphs).Text);
        Assert.Equal(DocumentCodes.Formula, Assert.Single(document.Findings).Code);
    }

    [Fact]
    public void Read_UnknownSymbol_IsReported()
    {
        var finding = Assert.Single(Docx("<w:p><w:r><w:sym w:font=\"Webdings\" w:char=\"F041\"/></w:r></w:p>").Findings);

        Assert.Equal((DocumentCodes.UnknownSymbol, "F041"), (finding.Code, finding.Arguments["char"]));
    }

    [Fact]
    public void Read_ParagraphProperties_GiveStyleOutlineAndAlignment()
    {
        var styles = OfficeFiles.WordPart("styles", "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/><w:jc w:val=\"center\"/></w:pPr></w:style><w:style w:styleId=\"2\"><w:name w:val=\"标题一\"/><w:basedOn w:val=\"1\"/></w:style>");
        var document = Docx(
            "<w:p><w:pPr><w:pStyle w:val=\"2\"/><w:pPrChange><w:pPr><w:jc w:val=\"right\"/></w:pPr></w:pPrChange></w:pPr></w:p><w:p><w:pPr><w:jc w:val=\"end\"/></w:pPr></w:p><w:p/>",
            ("word/styles.xml", styles),
            OfficeFiles.Relations("word/document.xml", ("s", "styles", "styles.xml", false)));

        Assert.Equal(
            [new ParagraphStyle("标题一", 1, ParagraphAlignment.Center, null), new ParagraphStyle(null, null, ParagraphAlignment.Right, null), ParagraphStyle.Plain],
            document.Paragraphs.Select(paragraph => paragraph.Style));
    }

    [Fact]
    public void Read_StrictDocument_ReadsAsTheTransitionalOne()
    {
        var strict = "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:p><w:r><w:t>严格</w:t></w:r></w:p></w:body></w:document>";

        Assert.Equal(["严格"], Texts("", ("word/document.xml", strict)));
    }

    [Fact]
    public void Read_MainPartOfAnotherName_IsFound() =>
        Assert.Equal(["正文"], Texts("", OfficeFiles.Relations("", ("r", "officeDocument", "/word/document2.xml", false)), ("word/document2.xml", OfficeFiles.WordPart("document", "<w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body>"))));
}
