using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.CarryOver;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Standards;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.CarryOver;

public sealed class CarriedTextTests
{
    private static readonly Period Before = Period.Half(2023, 1);
    private static readonly Period Now = Period.Half(2024, 1);

    [Theory]
    [InlineData("全区PM2.5平均浓度为39.0微克/立方米。", "全区PM2.5平均浓度为38.0微克/立方米。")]
    [InlineData("全区细颗粒物平均浓度为39.0微克/立方米。", "全区细颗粒物平均浓度为38.0微克/立方米。")]
    [InlineData("PM2.5累计浓度同比上升4.0%。", "PM2.5累计浓度同比下降2.6%。")]
    [InlineData("优良天数同比增加5天。", "优良天数同比增加3天。")]
    [InlineData("累计降尘量同比下降1.5%。", "累计降尘量同比持平。")]
    [InlineData("巡查发现扬尘问题3.1万余件。", "巡查发现扬尘问题3.2万余件。")]
    [InlineData("浓度最高的是甲街道。", "浓度最高的是乙、丙街道。")]
    [InlineData("2023年上半年，比2022年同期好。", "2024年上半年，比2023年同期好。")]
    [InlineData("截至6月30日，1—6月累计。", "截至6月30日，1—6月累计。")]
    public void Revise_Sentence_ReadsWithTheNewFigures(string before, string expected)
    {
        var (text, _) = Revise(before);

        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("全区共清扫道路777公里。", "777公里", CarriedReason.NoFact)]
    [InlineData("臭氧浓度为160微克/立方米。", "160微克/立方米", CarriedReason.NoValueNow)]
    [InlineData("PM2.5浓度同比下降4.0%。", "4.0%", CarriedReason.NoFact)]
    [InlineData("累计浓度为66微克/立方米。", "66微克/立方米", CarriedReason.Ambiguous)]
    public void Revise_FigureThatIsNotBound_StaysAndSaysWhy(string before, string figure, CarriedReason reason)
    {
        var (text, items) = Revise(before);

        Assert.Equal(before, text);
        Assert.Equal((CarriedKind.Unbound, figure, reason), (items[0].Kind, items[0].Before, items[0].About));
    }

    [Theory]
    [InlineData("PM10累计浓度为66微克/立方米。", "PM10累计浓度为61微克/立方米。")]
    [InlineData("TSP累计浓度为66微克/立方米。", "TSP累计浓度为99微克/立方米。")]
    public void Revise_SameValueOfTwoFacts_IsToldApartByTheWordsAround(string before, string expected)
    {
        Assert.Equal(expected, Revise(before).Text);
    }

    [Fact]
    public void Revise_Superlatives_AreListedAndLeft()
    {
        var (text, items) = Revise("降尘量全市最优，排在首位。");

        Assert.Equal("降尘量全市最优，排在首位。", text);
        Assert.Equal(["全市最优", "首位"], items.Where(item => item.Kind == CarriedKind.Superlative).Select(item => item.Before));
    }

    [Fact]
    public void Revise_PeriodThatFollowsFromNothing_IsListed()
    {
        var items = Revise("5月15日起，比2019年同期好。").Items;

        Assert.Equal(["5月15日", "2019年"], items.Where(item => item.Kind == CarriedKind.PeriodLeft).Select(item => item.Before));
    }

    [Theory]
    [InlineData("1.加强扬尘管控")]
    [InlineData("附件1")]
    [InlineData("7-9-1")]
    public void Revise_NumberOfAHeadingAnnexOrMeasure_IsNoFigure(string numbered)
    {
        Assert.Empty(Revise(numbered).Items);
    }

    [Fact]
    public void Revise_MonthBehindPm25_IsNoMonth()
    {
        var swap = new PeriodSwap(
            new(Period.Month(2024, 5), DateTime.UnixEpoch, new Dictionary<string, string> { ["lastMonth"] = "5月", ["issue"] = "2024年第5期" }, []),
            new(Period.Month(2024, 6), DateTime.UnixEpoch, new Dictionary<string, string> { ["lastMonth"] = "6月", ["issue"] = "2024年第6期" }, []));

        var found = swap.Find("各街道PM2.5月度快报，5月，2024年第5期").ToList();

        Assert.Equal([("5月", "6月"), ("2024年第5期", "2024年第6期")], found.Select(one => (one.Before, one.Now)));
    }

    [Fact]
    public void Revise_TitleOfAnAnnex_SaysTheMonthsAndHowFirmTheFiguresAreNow()
    {
        var pairs = new AnnexPairs([Annex(1, "降尘量表（2023年上半年）"), Annex(2, "PM2.5快报（2023年6月，已通报数据）")], [Annex(1, "PM2.5快报（2024年6月，初步数据）")]);

        var (text, items) = Revise("附件：2.PM2.5快报（2023年6月，已通报数据）", pairs.Titles);

        Assert.Equal("附件：2.PM2.5快报（2024年6月，初步数据）", text);
        Assert.Equal([CarriedKind.PeriodChanged], items.Select(item => item.Kind));
    }

    [Fact]
    public void Revise_StateOfFiguresInATitleThatIsNone_IsListed()
    {
        var (text, items) = Revise("PM2.5快报（2023年，已通报数据）");

        Assert.Equal("PM2.5快报（2024年，已通报数据）", text);
        Assert.Equal([(CarriedKind.PeriodChanged, "2023年"), (CarriedKind.PeriodLeft, "已通报数据")], items.Select(item => (item.Kind, item.Before)));
    }

    private static ReportContent.Annex Annex(int number, string title) => new(number, title, [], []);

    private static (string Text, IReadOnlyList<CarriedItem> Items) Revise(string paragraph, IReadOnlyList<(string Before, string Now)>? titles = null)
    {
        var carried = new CarriedText(Catalogue(Before), Catalogue(Now), titles ?? []);
        carried.Revise(new WordParagraph(0, paragraph));
        var text = carried.Edits.OrderByDescending(edit => edit.Start).Aggregate(paragraph, (words, edit) => edit.Text is null ? words : words[..edit.Start] + edit.Text + words[(edit.Start + edit.Length)..]);
        return (text, carried.Items);
    }

    private static FactCatalogue Catalogue(Period period)
    {
        var isNow = period == Now;
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["year"] = $"{(isNow ? 2024 : 2023)}年",
            ["period"] = $"{(isNow ? 2024 : 2023)}年上半年",
            ["span"] = "上半年",
            ["monthRange"] = "1—6月",
            ["lastDay"] = "6月30日",
        };
        List<NamedFact> facts =
        [
            Figure("pm25", "PM2.5累计浓度", isNow ? 38.0m : 39.0m, 1, "微克/立方米"), Figure("pm25.change", "PM2.5累计浓度同比", isNow ? -2.6m : 4.0m, 1, "%"),
            Figure("good-days.change", "优良天数同比", isNow ? 3 : 5, 0, "天"), Figure("dustfall.change", "累计降尘量同比", isNow ? 0m : -1.5m, 1, "%"),
            Figure("patrol", "扬尘巡查发现问题总计", isNow ? 32683 : 31204, 0, "件"), Figure("pm10", "PM10累计浓度", isNow ? 61 : 66, 0, "微克/立方米"), Figure("tsp", "TSP累计浓度", isNow ? 99 : 66, 0, "微克/立方米"),
            new() { Name = "highest", Label = "PM2.5浓度最高的街道", Shown = isNow ? "乙、丙街道" : "甲街道", Period = period, Origin = FactOrigin.Named, Query = "q" },
        ];
        if (!isNow)
        {
            facts.Add(Figure("o3", "臭氧浓度", 160, 0, "微克/立方米"));
        }

        return new(period, DateTime.UnixEpoch, words, facts);

        NamedFact Figure(string name, string label, decimal value, int decimals, string unit) => new()
        {
            Name = name,
            Label = label,
            Figure = Reported.Of(value, decimals),
            Shown = Reported.Of(value, decimals).ShownText,
            Unit = unit,
            Period = period,
            Origin = FactOrigin.Stored,
            Query = "q",
        };
    }
}
