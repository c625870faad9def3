using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Word;

public class WordSpeedTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("（")]
    [InlineData("、")]
    [InlineData("东 ")]
    [InlineData("\u200B")]
    public void Read_AMegabyteParagraph_TakesLessThanASecond(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        var bytes = OfficeFiles.Docx($"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");

        AssertFast(bytes);
    }

    [Fact]
    public void Read_AHundredThousandRuns_TakeLessThanASecond() =>
        AssertFast(OfficeFiles.Docx($"<w:p>{string.Concat(Enumerable.Repeat("<w:r><w:t>1</w:t></w:r>", 40_000))}</w:p>"));

    [Fact]
    public void Read_UnclosedFields_TakeLessThanASecond() =>
        AssertFast(OfficeFiles.Docx($"<w:p>{string.Concat(Enumerable.Repeat("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 20_000))}</w:p>"));

    [Fact]
    public void Read_JoinedParagraphs_TakeLessThanASecond() =>
        AssertFast(OfficeFiles.Docx(string.Concat(Enumerable.Repeat("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>一</w:t><w:br/></w:r></w:p>", 10_000))));

    private static void AssertFast(byte[] bytes) => Speed.AssertFast(() => Assert.NotEmpty(Read(bytes, "大.docx").Blocks), TimeSpan.FromSeconds(1));
}
