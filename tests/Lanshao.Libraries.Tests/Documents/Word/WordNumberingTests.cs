using Lanshao.Documents.Word;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Word;

public class WordNumberingTests
{
    private const string Chinese =
        "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"japaneseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%3.\"/></w:lvl></w:abstractNum>";

    [Fact]
    public void Read_AutomaticNumbers_AreWrittenOutByLevel() => Assert.Equal(
        ["一、目标", "（一）空气", "（二）水", "二、措施", "（一）治理"],
        Numbered(Chinese + List(1, 1), (1, 0, "目标"), (1, 1, "空气"), (1, 1, "水"), (1, 0, "措施"), (1, 1, "治理")));

    [Fact]
    public void Read_LevelThatNamesAnother_ShowsItsCountInDigits() => Assert.Equal(
        ["一、目标", "1.1.减排", "1.2.降碳", "二、措施", "2.1.治理"],
        Numbered(Chinese + List(1, 1), (1, 0, "目标"), (1, 2, "减排"), (1, 2, "降碳"), (1, 0, "措施"), (1, 2, "治理")));

    [Fact]
    public void Read_ListsOfOnePattern_CountOnUnlessTheyBeginAnew()
    {
        var lists = Chinese + List(1, 1) + List(2, 1) + List(3, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>");

        Assert.Equal(["一、甲", "二、乙", "五、丙", "六、丁"], Numbered(lists, (1, 0, "甲"), (2, 0, "乙"), (3, 0, "丙"), (3, 0, "丁")));
    }

    [Fact]
    public void Read_LatinBehindNumber_HasASpace() =>
        Assert.Equal(["1. NOx", "2.降尘"], Numbered("<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>" + List(1, 1), (1, 0, "NOx"), (1, 0, "降尘")));

    [Fact]
    public void Read_Bullet_IsNoNumber() =>
        Assert.Equal(["要点"], Numbered("<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uF06C\"/></w:lvl></w:abstractNum>" + List(1, 1), (1, 0, "要点")));

    [Fact]
    public void Read_NumberOfZeroOrOfAMissingList_IsNone() => Assert.Equal(["甲", "乙"], Numbered(Chinese + List(1, 1), (0, 0, "甲"), (7, 0, "乙")));

    [Fact]
    public void Read_NumberedCells_HoldTheirNumbers()
    {
        var cell = "<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p></w:tc>";
        var rows = Rows($"<w:tbl><w:tr>{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>", Parts("<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>" + List(1, 1)));

        Assert.Equal(["1", "2"], rows);
    }

    [Fact]
    public void Read_StyleWithNumber_TakesTheLevelThatNamesTheStyle()
    {
        var numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"第%1章\"/><w:numFmt w:val=\"chineseCounting\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:pStyle w:val=\"h2\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"第%2节\"/></w:lvl></w:abstractNum>" + List(1, 1);
        var styles = OfficeFiles.WordPart("styles", "<w:style w:styleId=\"h2\"><w:name w:val=\"heading 2\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>");

        var document = Docx("<w:p><w:pPr><w:pStyle w:val=\"h2\"/></w:pPr><w:r><w:t>目标</w:t></w:r></w:p>", ("word/numbering.xml", OfficeFiles.WordPart("numbering", numbering)), ("word/styles.xml", styles),
            OfficeFiles.Relations("word/document.xml", ("n", "numbering", "numbering.xml", false), ("s", "styles", "styles.xml", false)));

        var paragraph = Assert.Single(document.Paragraphs);
        Assert.Equal(("第一节目标", "第一节"), (paragraph.Text, paragraph.Style.Number));
    }

    [Fact]
    public void Read_DeletedParagraph_DoesNotCount() => Assert.Equal(
        ["一、甲", "二、丙"],
        Texts($"{Paragraph(1, 0, "甲")}<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>{Paragraph(1, 0, "丙")}", Parts(Chinese + List(1, 1))));

    [Theory]
    [InlineData(10, "chineseCounting", "十")]
    [InlineData(11, "chineseCountingThousand", "十一")]
    [InlineData(20, "japaneseCounting", "二十")]
    [InlineData(101, "chineseCountingThousand", "一百零一")]
    [InlineData(110, "chineseCountingThousand", "一百一十")]
    [InlineData(1005, "chineseCountingThousand", "一千零五")]
    [InlineData(12, "chineseLegalSimplified", "壹拾贰")]
    [InlineData(105, "ideographDigital", "一〇五")]
    [InlineData(3, "ideographTraditional", "丙")]
    [InlineData(2, "ideographZodiac", "丑")]
    [InlineData(4, "upperRoman", "IV")]
    [InlineData(1999, "lowerRoman", "mcmxcix")]
    [InlineData(28, "lowerLetter", "bb")]
    [InlineData(3, "decimalEnclosedCircleChinese", "③")]
    [InlineData(21, "decimalEnclosedCircle", "㉑")]
    [InlineData(3, "decimalEnclosedParen", "⑶")]
    [InlineData(7, "decimalZero", "07")]
    [InlineData(15, "decimalFullWidth", "１５")]
    [InlineData(0, "upperLetter", "0")]
    [InlineData(99999, "chineseCounting", "99999")]
    [InlineData(5, "somethingNew", "5")]
    public void Write_Format_GivesThePrintedNumber(int number, string format, string text) => Assert.Equal(text, NumberText.Write(number, format));

    private static string[] Numbered(string numbering, params (int List, int Level, string Text)[] paragraphs) =>
        Texts(string.Concat(paragraphs.Select(one => Paragraph(one.List, one.Level, one.Text))), Parts(numbering));

    private static (string Name, string Content)[] Parts(string numbering) =>
        [("word/numbering.xml", OfficeFiles.WordPart("numbering", numbering)), OfficeFiles.Relations("word/document.xml", ("n", "numbering", "numbering.xml", false))];

    private static string Paragraph(int list, int level, string text) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string List(int id, int pattern, string differences = "") => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{pattern}\"/>{differences}</w:num>";
}
