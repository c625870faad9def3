using System.Globalization;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Standards.Air;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>The days of air as a calendar and as a table.</summary>
internal sealed class AirDays(IReadOnlyList<PublishedAirDay> days, Period period, bool isSample, UiTexts t)
{
    private static readonly string[] WeekDays = ["一", "二", "三", "四", "五", "六", "日"];
    private static readonly (AirItem Item, string Heading)[] Items =
        [(AirItem.Pm25, "PM2.5"), (AirItem.Pm10, "PM10"), (AirItem.So2, "SO₂"), (AirItem.No2, "NO₂"), (AirItem.Co, "CO"), (AirItem.O3, "O₃-8h")];

    public ChartDrawing Calendar() => DayCalendar.Draw(
        t["空气质量日历（全区）{0}", period.ChineseText],
        [.. WeekDays.Select(day => t[day])],
        month => month.ToString("yyyy年M月", CultureInfo.InvariantCulture),
        [.. days.Select(day => new DayCalendar.Day(day.On, day.Index?.Category?.Level, day.Index?.Category?.Name ?? t["无数据"]))]);

    public PageTable Table() => new(
        t["空气质量日历（全区）{0}", period.ChineseText],
        [
            new(t["日期"], ColumnKind.OneLine) { SortKey = "day" }, new("AQI", ColumnKind.Figure) { SortKey = "aqi" }, new(t["级别"], ColumnKind.OneLine), new(t["首要污染物"], ColumnKind.OneLine),
            .. Items.Select(item => new Column(item.Heading, ColumnKind.Figure) { SortKey = AirItems.NameOf(item.Item) }),
            new(t["有效性"], ColumnKind.OneLine), new(t["沙尘影响"], ColumnKind.OneLine), new(t["备注"]),
        ],
        [.. days.Select(Row)])
    {
        UnitLine = t["单位：微克/立方米，CO为毫克/立方米"],
        Below = [t["AQI按观测日所在版本的HJ 633由日均浓度计算，O₃-8h为日最大8小时平均；首要污染物在AQI大于50时列出。"]],
        IsWide = true,
        Carries = CarriedFigures.Of(ExportReach.Official, period),
        IsSample = isSample,
    };

    private TableRow Row(PublishedAirDay day) => new(
    [
        Cell.Day(day.On),
        day.Index is { Aqi: { } aqi } index ? Cell.Whole(aqi).Explained(How(day, index)) : Cell.Missing(t["没有可计算的浓度"]),
        Cell.Of(day.Index?.Category?.Name ?? string.Empty),
        Cell.Of(day.Index is null ? string.Empty : day.Index.Primary.Count == 0 ? t["无"] : AirNames.List(day.Index.Primary)),
        .. Items.Select(item => Concentration(day, item.Item, item.Heading)),
        Cell.Of(day.Missing.Count == 0 ? t["有效"] : t["缺{0}", AirNames.List(day.Missing)]),
        Cell.Of(string.Join('、', day.Values.Values.Select(value => value.SandBasis).Where(word => word is not (FigureWords.NotStated or FigureWords.NotApplicable)).Distinct())),
        Cell.Of(string.Join('；', day.Values.Values.Select(value => value.Remark).OfType<string>().Distinct())),
    ]);

    private Cell Concentration(PublishedAirDay day, AirItem item, string name) => day.Values.GetValueOrDefault(item) switch
    {
        { Number: { } number } value => Cell.Of(Reported.Of(number, AirPrecision.Daily(item))).Explained(ValueWords.How(name, value, t)),
        { } value => Cell.Missing(FigureWords.Of(value.Missing)),
        null => Cell.Missing(t["没有数据"]),
    };

    private HowComputed How(PublishedAirDay day, AirIndex index) => new(
        $"{day.On:yyyy-MM-dd} AQI {index.Aqi}",
        [
            ("输入", string.Join('，', day.Values.OrderBy(value => value.Key).Select(value => $"{AirNames.Of(value.Key)} {ValueWords.Shown(value.Value)}"))),
            ("分指数", string.Join('，', index.Items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{AirNames.Of(item.Item)} {item.Iaqi}")))),
            ("方法", t["各项分指数线性内插、进位取整，取其最大"]),
            ("依据", index.Edition),
        ]);
}
