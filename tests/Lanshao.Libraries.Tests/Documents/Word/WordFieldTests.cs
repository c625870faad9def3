using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Word;

public class WordFieldTests
{
    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private const string Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    [Fact]
    public void Read_Field_KeepsTheResultAndNotTheInstruction() =>
        Assert.Equal(["第3页"], Texts($"<w:p>{Text("第")}{Begin}{Instruction("PAGE")}{Separate}{Text("3")}{End}{Text("页")}</w:p>"));

    [Fact]
    public void Read_NestedFields_KeepOnlyTheOuterResult() =>
        Assert.Equal(["甲结果乙"], Texts($"<w:p>{Text("甲")}{Begin}{Instruction("IF ")}{Begin}{Instruction("PAGE")}{Separate}{Text("7")}{End}{Instruction(" = 7")}{Separate}{Text("结果")}{End}{Text("乙")}</w:p>"));

    [Fact]
    public void Read_ResultOverParagraphs_IsKept() =>
        Assert.Equal(["目录", "一、目标"], Texts($"<w:p>{Begin}{Instruction("TOC")}{Separate}{Text("目录")}</w:p><w:p>{Text("一、目标")}{End}</w:p>"));

    [Fact]
    public void Read_FieldWithoutEnd_LosesNoTextAndIsReported()
    {
        var document = Docx($"<w:p>{Begin}{Instruction("PAGE")}</w:p><w:p>{Text("后文")}</w:p>");

        Assert.Equal(["", "后文"], document.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(DocumentCodes.BrokenField, Assert.Single(document.Findings).Code);
    }

    [Theory]
    [InlineData("DDEAUTO excel c:\\\\x.xls r1c1")]
    [InlineData("INCLUDETEXT \"http://example.invalid/a.docx\"")]
    [InlineData("includepicture file.png")]
    [InlineData(" LINK Excel.Sheet")]
    public void Read_ActiveField_IsNamedAndItsStoredTextKept(string instruction)
    {
        var document = Docx($"<w:p>{Begin}{Instruction(instruction)}{Separate}{Text("存值")}{End}</w:p><w:p><w:fldSimple w:instr=\"{instruction.Replace("\"", "&quot;", StringComparison.Ordinal)}\">{Text("简单")}</w:fldSimple></w:p>");

        Assert.Equal(["存值", "简单"], document.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal([DocumentCodes.ActiveField, DocumentCodes.ActiveField], document.Findings.Select(finding => finding.Code));
        Assert.Equal(instruction.Trim(), document.Findings[0].Arguments["field"]);
    }

    [Fact]
    public void Read_FormFieldsWithoutResult_ShowTheirState()
    {
        var list = "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"否\"/><w:listEntry w:val=\"是\"/></w:ddList></w:ffData></w:fldChar></w:r>";
        var box = "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>";

        Assert.Equal(["是☑"], Texts($"<w:p>{list}{Instruction("FORMDROPDOWN")}{End}{box}{Instruction("FORMCHECKBOX")}{End}</w:p>"));
    }

    [Fact]
    public void Read_CircledCharacter_IsReadFromTheInstruction()
    {
        var document = Docx($"<w:p>{Begin}{Instruction("eq \\o\\ac(○,秘)")}{End}{Text("一")}</w:p>");

        Assert.Equal("秘一", Assert.Single(document.Paragraphs).Text);
        Assert.Equal(DocumentCodes.Formula, Assert.Single(document.Findings).Code);
    }

    private static string Text(string text) => $"<w:r><w:t>{text}</w:t></w:r>";

    private static string Instruction(string text) => $"<w:r><w:instrText xml:space=\"preserve\">{text}</w:instrText></w:r>";
}
