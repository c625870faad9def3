using Lanshao.Platform.Foundation;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation;

public class PeriodTests
{
    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31", 366, "2024年")]
    [InlineData("2024H1", "2024-01-01", "2024-06-30", 182, "2024年上半年")]
    [InlineData("2024H2", "2024-07-01", "2024-12-31", 184, "2024年下半年")]
    [InlineData("2024Q2", "2024-04-01", "2024-06-30", 91, "2024年二季度")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", 29, "2024年2月")]
    [InlineData("2024-W26", "2024-06-24", "2024-06-30", 7, "2024年第26周")]
    [InlineData("2020-W53", "2020-12-28", "2021-01-03", 7, "2020年第53周")]
    [InlineData("2024-06-30", "2024-06-30", "2024-06-30", 1, "2024年6月30日")]
    [InlineData("2024-01-01..2024-05-31", "2024-01-01", "2024-05-31", 152, "2024年1—5月")]
    [InlineData("2024-07-20..2024-08-19", "2024-07-20", "2024-08-19", 31, "2024年7月20日—8月19日")]
    [InlineData("2023-11-01..2024-03-31", "2023-11-01", "2024-03-31", 152, "2023年11月—2024年3月")]
    [InlineData("2023-12-26..2024-01-25", "2023-12-26", "2024-01-25", 31, "2023年12月26日—2024年1月25日")]
    public void TryParse_Code_ReadsSpanAndPrintsItAgain(string code, string from, string to, int days, string chinese)
    {
        Assert.True(Period.TryParse(code, out var period));

        Assert.Equal((from, to, days), (period.From.ToString("yyyy-MM-dd"), period.To.ToString("yyyy-MM-dd"), period.Days));
        Assert.Equal((code, chinese), (period.Code, period.ChineseText));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("202")]
    [InlineData("２０２４")]
    [InlineData("2024H0")]
    [InlineData("2024H3")]
    [InlineData("2024Q5")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2024-6")]
    [InlineData("2023-W53")]
    [InlineData("2024-W00")]
    [InlineData("2024-02-30")]
    [InlineData("1899-12-31")]
    [InlineData("3000")]
    [InlineData("0001-01-01")]
    [InlineData("2024-06-30..2024-06-01")]
    [InlineData("2024-06-01..")]
    [InlineData("..2024-06-01")]
    [InlineData("2024-06-01..2024-06-02..2024")]
    [InlineData("2024H1 ")]
    [InlineData("-2024")]
    public void TryParse_BrokenText_AnswersFalse(string? text) => Assert.False(Period.TryParse(text, out _));

    [Theory]
    [InlineData("2024", "2023")]
    [InlineData("2024H2", "2023H2")]
    [InlineData("2024Q1", "2023Q1")]
    [InlineData("2024-02", "2023-02")]
    [InlineData("2024-02-29", "2023-02-28")]
    [InlineData("2020-W53", "2019-W52")]
    [InlineData("2024-01-01..2024-02-29", "2023-01-01..2023-02-28")]
    [InlineData("2025-01-01..2025-02-28", "2024-01-01..2024-02-29")]
    [InlineData("2024-07-20..2024-08-19", "2023-07-20..2023-08-19")]
    public void LastYear_EveryKind_IsTheSameSpanAYearEarlier(string code, string expected)
    {
        Assert.True(Period.TryParse(code, out var period));

        Assert.Equal(expected, period.LastYear().Code);
    }

    [Fact]
    public void CompareTo_Periods_OrderByFirstThenLastDay()
    {
        string[] codes = ["2024", "2024-02", "2024-01-01", "2023-W52", "2024H1", "2024-01"];

        var ordered = codes.Select(c => Period.TryParse(c, out var p) ? p : default).Order().Select(p => p.Code);

        Assert.Equal(["2023-W52", "2024-01-01", "2024-01", "2024H1", "2024", "2024-02"], ordered);
    }

    [Fact]
    public void Range_EndsBeforeItBegins_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Range(new(2024, 6, 2), new(2024, 6, 1)));
}
