using System.Text;
using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Guard;

public class TextDecodingTests
{
    private const string Sample = "附件1\n各街道（地区）PM2.5年均浓度目标为34微克/立方米。\n一一一\n";

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("GB18030", false)]
    public void Read_TextInAnyEncoding_SaysTheSame(string encoding, bool withMark)
    {
        var chosen = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] bytes = [.. withMark ? chosen.GetPreamble() : [], .. chosen.GetBytes(Sample)];

        var document = Read(bytes, "计划.txt");

        Assert.Equal(Sample.Split('\n')[..3], document.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void Read_CharacterOfFourBytes_IsReadFromGb18030()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var text = "区域名称：㐂𠮷村一二三四五六七八九十百千万年月日";

        Assert.Equal(text, Assert.Single(Read(gb.GetBytes(text), "a.txt").Paragraphs).Text);
    }

    [Fact]
    public void Read_FewBrokenCharacters_AreReplacedAndCounted()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("落实责任。", 40)));
        bytes[7] = 0xFF;

        var finding = Assert.Single(Read(bytes, "a.txt").Findings);

        Assert.Equal(DocumentCodes.BrokenCharacters, finding.Code);
        Assert.InRange(int.Parse(finding.Arguments["count"], System.Globalization.CultureInfo.InvariantCulture), 1, 3);
    }

    [Fact]
    public void Read_RandomBytes_AreRefused()
    {
        var bytes = new byte[4096];
        new Random(7).NextBytes(bytes);

        Assert.Contains(Refused(bytes, "a.txt").Code, new[] { DocumentCodes.TextEncoding, DocumentCodes.Unrecognised });
    }

    [Theory]
    [InlineData("a\r\nb\rc\nd\fe", new[] { "a", "b", "c", "d", "e" })]
    [InlineData("a", new[] { "a" })]
    [InlineData("\n\n", new[] { "", "" })]
    [InlineData("\uFEFFa\u200B区", new[] { "a区" })]
    public void Read_AnyLineEnding_EndsALine(string text, string[] lines) =>
        Assert.Equal(lines, Read(Encoding.UTF8.GetBytes(text), "a.txt").Paragraphs.Select(paragraph => paragraph.Text));
}
