using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Standards;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Wording;

/// <summary>The grammar of official prose: ways, ranges, ten thousands, and what is left out.</summary>
public sealed class SentenceWriterTests
{
    private static readonly Period HalfYear = Period.Half(2024, 1);

    [Theory]
    [InlineData("浓度{pm}，同比{down|升降}", "浓度38.0微克/立方米，同比下降2.6%")]
    [InlineData("同比{up|升降}", "同比上升65.1%")]
    [InlineData("同比{flat|升降}", "同比持平")]
    [InlineData("比去年{days|增减}", "比去年增加3天")]
    [InlineData("{district}{span}", "样张区上半年")]
    [InlineData("{low~high}", "在37.6—39.3微克/立方米之间")]
    [InlineData("按整数{low~high|数}", "按整数37.6—39.3")]
    [InlineData("{pm~pm}", "均为38.0微克/立方米")]
    [InlineData("{down~up|升降}", "在下降2.6%—上升65.1%之间")]
    [InlineData("{deep~down|升降}", "在下降2.6%—9.5%之间")]
    [InlineData("{up~top|升降}", "在上升65.1%—80.0%之间")]
    [InlineData("{down~down|升降}", "均下降2.6%")]
    [InlineData("{roofs|万}", "554万平方米")]
    [InlineData("{green|万}", "1.23万平方米")]
    [InlineData("{dust|余}", "3.2万余件")]
    [InlineData("{cases|余}", "400余件")]
    [InlineData("{round|余}", "2万件")]
    [InlineData("{may|时段}", "1—5月")]
    [InlineData("有{names}", "有甲、乙街道")]
    [InlineData("共{cases}[，缺{nothing}]。", "共412件。")]
    [InlineData("共{cases}[，逾期{none|非零}]。", "共412件。")]
    public void Write_Form_ReadsAsOfficialProse(string say, string expected) => Assert.Equal(expected, Writer().Write(say).Text);

    [Theory]
    [InlineData("{nothing}", "nothing")]
    [InlineData("{pm~nothing}", "nothing")]
    [InlineData("{names|升降}", "names")]
    public void Write_FactThatIsNotThere_SaysNothingAndNamesIt(string say, string missing)
    {
        var written = Writer().Write(say);

        Assert.Null(written.Text);
        Assert.Equal([missing], written.Missing);
    }

    [Theory]
    [InlineData("cases > 400", "多")]
    [InlineData("cases = 412 and pm", "多")]
    [InlineData("cases < 400", "另说")]
    [InlineData("nothing = 0", "另说")]
    [InlineData("nothing", "另说")]
    public void Write_Wordings_TakesTheFirstThatHolds(string when, string expected) =>
        Assert.Equal(expected, Writer().Write(new TemplateSentence("k", [new(when, "多"), new(string.Empty, "另说")])).Text);

    [Theory]
    [InlineData("{pm")]
    [InlineData("pm}")]
    [InlineData("{pm|没有}")]
    [InlineData("{a~b~c}")]
    [InlineData("[{pm]")]
    [InlineData("{}")]
    public void Parse_BrokenText_IsRefused(string say) => Assert.Equal("RPT-020", SentenceText.Parse(say).Refusal?.Code);

    private static SentenceWriter Writer() => new(new FactCatalogue(
        HalfYear,
        DateTime.UnixEpoch,
        new Dictionary<string, string> { ["district"] = "样张区", ["span"] = "上半年" },
        [
            Fact("pm", 38.0m, 1, "微克/立方米"),
            Fact("low", 37.6m, 1, "微克/立方米"),
            Fact("high", 39.3m, 1, "微克/立方米"),
            Fact("down", -2.6m, 1, "%"),
            Fact("deep", -9.5m, 1, "%"),
            Fact("up", 65.1m, 1, "%"),
            Fact("top", 80m, 1, "%"),
            Fact("flat", 0m, 1, "%"),
            Fact("days", 3m, 0, "天"),
            Fact("roofs", 5540000m, 0, "平方米"),
            Fact("green", 12300m, 0, "平方米"),
            Fact("dust", 32683m, 0, "件"),
            Fact("cases", 412m, 0, "件"),
            Fact("round", 20000m, 0, "件"),
            Fact("none", 0m, 0, "项"),
            Fact("may", 3.1m, 1, "吨") with { Period = Period.Range(new(2024, 1, 1), new(2024, 5, 31)) },
            new() { Name = "names", Label = "names", Shown = "甲、乙街道", Period = HalfYear, Origin = FactOrigin.Named, Query = string.Empty },
        ]));

    private static NamedFact Fact(string name, decimal value, int decimals, string unit) => new()
    {
        Name = name,
        Label = name,
        Figure = Reported.Of(value, decimals),
        Shown = Reported.Of(value, decimals).ShownText,
        Unit = unit,
        Period = HalfYear,
        Origin = FactOrigin.Stored,
        Query = string.Empty,
    };
}
