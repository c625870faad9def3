using Lanshao.Shell;
using Xunit;

namespace Lanshao.Tests.Shell;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("截至6月30日，PM2.5累计38.0微克", "截至|[6月]|[30日]|，PM|[2.5累]|计|[38.0微]|克")]
    [InlineData("-24.2%）", "[-24.2%]|）")]
    [InlineData("没有数字", "没有数字")]
    [InlineData("", "")]
    public void Split_Sentence_KeepsNumbersWithTheirUnit(string sentence, string expected)
    {
        var pieces = Numbers.Split(sentence).Select(piece => piece.IsNumber ? $"[{piece.Text}]" : piece.Text);

        Assert.Equal(expected, string.Join('|', pieces));
    }
}
