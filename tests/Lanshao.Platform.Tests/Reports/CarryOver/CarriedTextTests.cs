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

    [Theory]
    [InlineData("各街道TSP浓度均同比下降，没有街道进入全市后列。", "均同比", "没有街道")]
    [InlineData("考核断面稳定达标，无劣Ⅴ类水体。", "稳定达标", "无劣Ⅴ")]
    [InlineData("浓度仅次于去年，降尘量普遍上升。", "仅次于", "普遍")]
    public void Revise_WordsForAllOrNone_AreListedToo(string text, params string[] expected)
    {
        var found = Revise(text).Items.Where(item => item.Kind == CarriedKind.Superlative).Select(item => item.Before);

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("TSP同比变化在下降3.8%—14.0%之间。", "TSP同比变化在下降3.7%—13.4%之间。")]
    [InlineData("降尘量同比变化在下降2.0%—6.0%之间。", "降尘量同比变化在下降1.0%—上升4.0%之间。")]
    [InlineData("降尘量同比变化在下降6.0%—下降2.0%之间。", "降尘量同比变化在下降1.0%—上升4.0%之间。")]
    public void Revise_RangeOfChanges_SaysTheWayOfBoth(string before, string expected)
    {
        Assert.Equal(expected, Revise(before).Text);
    }

    [Fact]
    public void Revise_NamesInTheOrderOfAFact_AreBoundWhateverTheSentenceSays()
    {
        Assert.Equal("上半年各有升降。从一位小数来看，丁、戊街道较为靠后。", Revise("上半年各有升降。从一位小数来看，丙、丁街道较为靠后。").Text);
    }

    [Fact]
    public void Revise_PartOfALongerList_StaysYellow()
    {
        var (text, items) = Revise("东河、西河、南湖断面水质分别为Ⅲ类、Ⅱ类、Ⅳ类。");

        Assert.Equal("东河、西河、南湖断面水质分别为Ⅲ类、Ⅱ类、Ⅳ类。", text);
        Assert.Equal([(CarriedKind.Unbound, "东河、西河", CarriedReason.PartOfList), (CarriedKind.Unbound, "Ⅲ类、Ⅱ类、Ⅳ类", CarriedReason.NoFact)], items.Select(item => (item.Kind, item.Before, item.About)));
    }

    [Fact]
    public void Revise_NameInASentenceAboutSomethingElse_Stays()
    {
        Assert.Equal("对甲街道开展专项帮扶。", Revise("对甲街道开展专项帮扶。").Text);
    }

    [Fact]
    public void Revise_FigureWhoseSentenceSaysNothingOfTheMatter_IsBoundByItsParagraph()
    {
        Assert.Equal("TSP浓度情况。其中，平均为99微克/立方米。", Revise("TSP浓度情况。其中，平均为66微克/立方米。").Text);
    }

    [Fact]
    public void Revise_FirstColumnThatCountsTheRows_IsNoFigure()
    {
        var carried = new CarriedText(Catalogue(Before), Catalogue(Now), []);

        carried.Revise(new WordParagraph(0, "12", Table: 1, Row: 3, Cell: 1));
        carried.Revise(new WordParagraph(1, "12", Table: 1, Row: 3, Cell: 2));

        Assert.Equal([1], carried.Edits.Select(edit => edit.Paragraph));
    }

    [Fact]
    public void LeavePicture_WithACaption_NamesItAndSaysSoBesideIt()
    {
        var carried = new CarriedText(Catalogue(Before), Catalogue(Now), []);
        WordParagraph[] all = [new(0, "正文。"), new(1, string.Empty, HasPicture: true), new(2, "图1　各街道浓度")];

        carried.LeavePicture(all[1], all);

        Assert.Equal([(CarriedKind.Picture, "图1　各街道浓度")], carried.Items.Select(item => (item.Kind, item.Before)));
        Assert.Equal([new WordEdit(1, 0, 0, "（上期的图，未换）", IsNote: true)], carried.Edits);
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
            Figure("tsp.change-min", "TSP最小同比", isNow ? -13.4m : -14.0m, 1, "%"), Figure("tsp.change-max", "TSP最大同比", isNow ? -3.7m : -3.8m, 1, "%"),
            Figure("dustfall.change-min", "降尘量最小同比", isNow ? -1.0m : -6.0m, 1, "%"), Figure("dustfall.change-max", "降尘量最大同比", isNow ? 4.0m : -2.0m, 1, "%"),
            Names("highest", "PM2.5浓度最高的街道", isNow ? "乙、丙街道" : "甲街道"), Names("last", "PM2.5后若干位", isNow ? "丁、戊街道" : "丙、丁街道"), Names("good", "Ⅱ类断面", isNow ? "西河" : "东河、西河"),
        ];
        if (!isNow)
        {
            facts.Add(Figure("o3", "臭氧浓度", 160, 0, "微克/立方米"));
        }

        return new(period, DateTime.UnixEpoch, words, facts);

        NamedFact Names(string name, string label, string shown) => new() { Name = name, Label = label, Shown = shown, Period = period, Origin = FactOrigin.Named, Query = "q" };

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
