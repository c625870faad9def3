using System.Text;
using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Guard;

public class SecrecyMarkingTests
{
    [Theory]
    [InlineData("秘密★1年", "秘密★1年")]
    [InlineData("机密★", "机密★")]
    [InlineData("绝密★长期", "绝密★长期")]
    [InlineData("秘密*6个月", "秘密*6个月")]
    [InlineData("秘　密", "秘密")]
    [InlineData("秘  密 ★ １０ 年", "秘密★10年")]
    [InlineData("机密", "机密")]
    [InlineData("（秘密）", "秘密")]
    [InlineData("密级：秘密", "密级：秘密")]
    [InlineData("密 级 ： 机密★5年", "密级：机密★5年")]
    [InlineData("密级:内部", "密级:内部")]
    [InlineData("内部资料", "内部资料")]
    [InlineData("内部资料　注意保存", "内部资料注意保存")]
    [InlineData("内部资料，严禁外传！", "内部资料，严禁外传")]
    [InlineData("【内部文件】", "内部文件")]
    [InlineData("内部资料，请妥善保管，严禁外传", "内部资料，请妥善保管，严禁外传")]
    [InlineData("工作秘密", "工作秘密")]
    [InlineData("000001　秘密★1年　特急", "秘密★1年")]
    public void Find_LineAtTheTop_IsAMarking(string line, string marking) => Assert.Equal(marking, SecrecyMarking.Find(line, isAtTop: true));

    [Theory]
    [InlineData("严禁泄露国家秘密")]
    [InlineData("秘密工作三年规划")]
    [InlineData("保守国家秘密法宣传月活动方案")]
    [InlineData("内部资料管理办法")]
    [InlineData("加强内部资料保管，落实责任。")]
    [InlineData("内部资料保管室管理办法")]
    [InlineData("密级：")]
    [InlineData("密级：公开")]
    [InlineData("密级：无")]
    [InlineData("机密级计算机")]
    [InlineData("特急")]
    [InlineData("各单位不得泄露 秘密 ，违者追究责任。")]
    [InlineData("")]
    public void Find_WordInRunningText_IsNone(string line) => Assert.Null(SecrecyMarking.Find(line, isAtTop: true));

    [Fact]
    public void Read_MarkingAtTheTop_RefusesTheFileNamingIt()
    {
        var refusal = Refused(OfficeFiles.Docx("<w:p/><w:p><w:r><w:t>秘　密★１年</w:t></w:r></w:p><w:p><w:r><w:t>通知</w:t></w:r></w:p>"));

        Assert.Equal((DocumentCodes.Secrecy, "秘密★1年"), (refusal.Code, refusal.Arguments["marking"]));
    }

    [Theory]
    [InlineData("header")]
    [InlineData("footer")]
    public void Read_MarkingInHeaderOrFooter_RefusesTheFile(string kind)
    {
        var part = OfficeFiles.WordPart(kind == "header" ? "hdr" : "ftr", "<w:p><w:r><w:t>内部资料</w:t></w:r><w:r><w:tab/><w:t>第1页</w:t></w:r></w:p>");

        var refusal = Refused(OfficeFiles.Docx("<w:p/>", ($"word/{kind}1.xml", part), OfficeFiles.Relations("word/document.xml", ("h", kind, $"{kind}1.xml", false))));

        Assert.Equal((DocumentCodes.Secrecy, "内部资料"), (refusal.Code, refusal.Arguments["marking"]));
    }

    [Fact]
    public void Read_Watermark_RefusesTheFile()
    {
        var part = OfficeFiles.WordPart("hdr", "<w:p><w:r><w:pict><v:shape><v:textpath string=\"机密\"/></v:shape></w:pict></w:r></w:p>");

        Assert.Equal(DocumentCodes.Secrecy, Refused(OfficeFiles.Docx("<w:p/>", ("word/header1.xml", part), OfficeFiles.Relations("word/document.xml", ("h", "header", "header1.xml", false)))).Code);
    }

    [Fact]
    public void Read_MarkingInATextBoxLaterOn_RefusesTheFile()
    {
        var box = "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>秘密★3年</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>";

        Assert.Equal(DocumentCodes.Secrecy, Refused(OfficeFiles.Docx(Paragraphs(40) + box)).Code);
    }

    [Fact]
    public void Read_StarredLineOnALaterPage_RefusesTheFile() =>
        Assert.Equal(DocumentCodes.Secrecy, Refused(OfficeFiles.Docx(Paragraphs(40) + "<w:p><w:r><w:t>机密★5年</w:t></w:r></w:p>")).Code);

    [Fact]
    public void Read_BareWordOnALaterPage_IsText() =>
        Assert.Equal(41, Docx(Paragraphs(40) + "<w:p><w:r><w:t>秘密</w:t></w:r></w:p>").Blocks.Count);

    [Fact]
    public void Read_FormWithAMarkingCell_RefusesTheFile() =>
        Assert.Equal(DocumentCodes.Secrecy, Refused(OfficeFiles.Docx($"<w:tbl><w:tr>{Cell("呈报单位")}{Cell("甲")}{Cell("密级")}{Cell("秘密")}</w:tr></w:tbl>")).Code);

    [Fact]
    public void Read_RegisterThatListsMarkingsInAColumn_IsRead() =>
        Assert.Single(Docx(Paragraphs(2) + $"<w:tbl><w:tr>{Cell("文件")}{Cell("密级")}</w:tr><w:tr>{Cell("某方案")}{Cell("秘密")}</w:tr></w:tbl>").Tables);

    [Fact]
    public void Read_MarkingInText_RefusesTheFile() =>
        Assert.Equal(DocumentCodes.Secrecy, Refused(Encoding.UTF8.GetBytes("\n  秘 密 ★ 1 年\n\n关于印发计划的通知\n"), "计划.txt").Code);

    [Fact]
    public void Read_MarkingInSheet_RefusesTheFile()
    {
        var header = OfficeFiles.Sheet("<row><c t=\"inlineStr\"><is><t>甲</t></is></c></row>", "<headerFooter><oddHeader>&amp;L&amp;\"宋体\"&amp;12秘密★1年&amp;R第&amp;P页</oddHeader></headerFooter>");

        Assert.Equal(DocumentCodes.Secrecy, Refused(OfficeFiles.Xlsx("", ("xl/worksheets/sheet1.xml", header)), "表.xlsx").Code);
        Assert.Equal(DocumentCodes.Secrecy, Refused(OfficeFiles.Xlsx("<row><c t=\"inlineStr\"><is><t>内部资料</t></is></c></row>"), "表.xlsx").Code);
        Assert.Equal(DocumentCodes.Secrecy, Refused(Encoding.UTF8.GetBytes("秘密★1年,,\n甲,乙,丙\n"), "表.csv").Code);
    }

    private static string Paragraphs(int count) => string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>各单位要落实责任。</w:t></w:r></w:p>", count));

    private static string Cell(string text) => $"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";
}
