using Lanshao.Documents.Language;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Language;

public class ChineseNumberTests
{
    [Theory]
    [InlineData("16269辆", 16269, 5)]
    [InlineData("3,126.66万", 31266600, 9)]
    [InlineData("2.9万辆次", 29000, 4)]
    [InlineData("5百万", 5000000, 3)]
    [InlineData("2万亿", 2000000000000, 3)]
    [InlineData("5千克", 5, 1)]
    [InlineData("三十二", 32, 3)]
    [InlineData("十五", 15, 2)]
    [InlineData("二十", 20, 2)]
    [InlineData("一百零五", 105, 4)]
    [InlineData("两万三千", 23000, 4)]
    [InlineData("三百万", 3000000, 3)]
    [InlineData("一亿二千万", 120000000, 5)]
    [InlineData("三点五", 3.5, 3)]
    [InlineData("二点九万", 29000, 4)]
    [InlineData("二〇二二年", 2022, 4)]
    [InlineData("1.2.3", 1.2, 3)]
    public void TryReadAt_NumberAsPrinted_ReadsValueAndLength(string text, double value, int length)
    {
        Assert.True(ChineseNumber.TryReadAt(text, 0, out var number));

        Assert.Equal(((decimal)value, length), (number.Value, number.Length));
    }

    [Theory]
    [InlineData("万元")]
    [InlineData("百万亩")]
    [InlineData("千家")]
    [InlineData("三五个")]
    [InlineData("十四五")]
    [InlineData("1234567890123456789")]
    [InlineData("0.1234567")]
    [InlineData("")]
    [InlineData("吨")]
    public void TryReadAt_NoExactNumber_SaysNo(string text) => Assert.False(ChineseNumber.TryReadAt(text, 0, out _));

    [Fact]
    public void TryReadAt_UnreadableNumber_TellsHowMuchToSkip()
    {
        ChineseNumber.TryReadAt(new string('7', 1000) + "个", 0, out var number);

        Assert.Equal(1000, number.Length);
    }
}
