using Lanshao.Platform.Evaluation.Answers;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class TableAnswerTests
{
    private static readonly string Jingshan = Place.Subdistrict("110101002000").Code;
    private static readonly string Hepingli = Place.Subdistrict("110101010000").Code;

    [Theory]
    [InlineData("pm25-ranking", "9个街道并列位于全市倒数第10位；区内最高北新桥街道39.3，同比持平；最低天坛、前门、永定门外街道37.6。")]
    [InlineData("tsp-ranking", "17个街道均同比下降，范围96—108微克/立方米；最高东四街道107.9，市倒排第48位；无街道进入全市后30名。")]
    [InlineData("dustfall-ranking", "18个街道（地区）4.7—7.1吨/平方公里·月（未扣除沙尘影响）；仅景山街道同比下降（-24.2%），和平里街道上升65.1%。")]
    [InlineData("dust-patrol", "巡查发现扬尘问题32683件，积尘未清扫12443件最多（38.1%）；永定门外街道2836件最多。")]
    [InlineData("water-sections", "4个市级考核断面均达标，优良水体比例75%（3/4），无劣Ⅴ类。非考核断面中广渠门北铁路桥Ⅳ类，未达Ⅲ类目标。")]
    [InlineData("water-points", "19个监测点位，无水1个；平均水质Ⅴ类4个（柳荫湖、龙潭东湖、龙潭中湖、龙潭西湖）。区级监测，与市级考核断面口径不同。")]
    public void Of_PublishedHalfYear_SaysWhatTheTableShows(string code, string expected) => Assert.Equal(expected, Answer(code, PublishedFigures.Rows).Text);

    [Theory]
    [InlineData("pm25-ranking")]
    [InlineData("dust-patrol")]
    [InlineData("water-sections")]
    [InlineData("water-points")]
    public void Of_NoFigures_SaysNothing(string code) => Assert.True(Answer(code, []).IsEmpty);

    [Fact]
    public void Of_NoCityRanks_CountsWhoRoseAndFell() => Assert.Equal(
        "17个街道38—39微克/立方米；13个同比下降、3个上升、1个持平。",
        Answer("pm25-ranking", PublishedFigures.With(row => row.Indicator == "pm25-city-rank", _ => null)).Text);

    [Fact]
    public void Of_OneAreaWithoutValue_SaysThatItIsMissing() => Assert.EndsWith(
        "；1个街道（地区）无数据。",
        Answer("dustfall-ranking", PublishedFigures.With(row => row.Indicator == "dustfall" && row.Place == Jingshan, _ => null)).Text,
        StringComparison.Ordinal);

    [Fact]
    public void Of_AllButOneRose_NamesTheOne() => Assert.Contains(
        "；仅和平里街道同比持平，",
        Answer("dustfall-ranking", PublishedFigures.With(
            row => row.Indicator == "dustfall-change" && (row.Place == Jingshan || row.Place == Hepingli),
            row => row with { Number = row.Place == Jingshan ? 1.5m : 0m })).Text,
        StringComparison.Ordinal);

    [Fact]
    public void Of_AllRose_SaysAll() => Assert.Equal(
        "18个街道（地区）4.7—7.1吨/平方公里·月（未扣除沙尘影响）；均同比上升。",
        Answer("dustfall-ranking", PublishedFigures.With(row => row.Indicator == "dustfall-change" && row.Place == Jingshan, row => row with { Number = 1.5m })).Text);

    [Fact]
    public void Of_SomeListedOnDifferentPlaces_CountsThemAndNamesTheWorst() => Assert.StartsWith(
        "9个街道进入全市后30名，其中景山街道位于全市倒数第3位；区内最高",
        Answer("pm25-ranking", PublishedFigures.With(row => row.Indicator == "pm25-city-rank" && row.Place == Jingshan, row => row with { Number = 3m })).Text,
        StringComparison.Ordinal);

    [Fact]
    public void Of_SectionsThatFail_AreNamedWithClassAndTarget()
    {
        var rows = PublishedFigures.With(row => row.Indicator == "water-class" && row.Place is "section:S01" or "section:S02", row => row with { Text = row.Place == "section:S01" ? "Ⅳ" : "劣Ⅴ2" });

        Assert.StartsWith(
            "4个市级考核断面中2个达标，东便门（Ⅳ类，目标Ⅲ类）、文化宫（劣Ⅴ2类，目标Ⅲ类）未达标，优良水体比例25%（1/4），劣Ⅴ类1个（文化宫）。",
            Answer("water-sections", rows).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_DrySection_CountsNeitherWay() => Assert.Equal(
        "3个市级考核断面均达标，优良水体比例66.7%（2/3），无劣Ⅴ类。非考核断面中广渠门北铁路桥Ⅳ类，未达Ⅲ类目标。无水1个。",
        Answer("water-sections", PublishedFigures.With(row => row is { Indicator: "water-class", Place: "section:S01" }, row => row with { Text = FigureWords.Dry })).Text);

    [Theory]
    [InlineData(120, "4个市级考核断面均达标，优良水体比例75%（3/4），无劣Ⅴ类。非考核断面中广渠门北铁路桥Ⅳ类，未达Ⅲ类目标。")]
    [InlineData(40, "4个市级考核断面均达标，优良水体比例75%（3/4），无劣Ⅴ类。")]
    [InlineData(5, "4个市级考核断面均达标，优良水体比例75%（3/4），无劣Ⅴ类。")]
    public void Within_TooLong_LeavesOutWholeClauses(int most, string expected) => Assert.Equal(expected, Answer("water-sections", PublishedFigures.Rows).Within(most));

    [Theory]
    [InlineData("北新桥街道", "北新桥街道")]
    [InlineData("天坛街道 前门街道", "天坛、前门街道")]
    [InlineData("天坛街道 王府井地区", "天坛街道、王府井地区")]
    [InlineData("甲街道 乙街道 丙街道 丁街道 戊街道 己街道 庚街道", "甲、乙、丙街道等7个街道")]
    public void Join_Names_TellsASharedEndingOnce(string names, string expected) => Assert.Equal(expected, NameList.Join(names.Split(' '), "街道"));

    private static Answer Answer(string code, IEnumerable<FigureRow> rows) => TableAnswer.Of(PublishedFigures.Table(code, rows), PublishedFigures.Pack.District);
}
