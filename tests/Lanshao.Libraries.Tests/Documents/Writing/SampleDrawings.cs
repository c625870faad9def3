using System.Globalization;
using Lanshao.Documents.Charts;

namespace Lanshao.Libraries.Tests.Documents.Writing;

/// <summary>A drawing of every kind, with ties, gaps and exceptional values.</summary>
internal static class SampleDrawings
{
    public static ChartDrawing Ranked() => RankedBars.Draw(
        new("样张各街道浓度", "甲最高。", "街道", "2024年", "2023年"),
        [new("乙街道", 35.1m, "35.1", 36, "36"), new("丙街道", null, "无数据"), new("甲外大街街道", 39.3m, "39.3", 38, "38"), new("丁街道", 35.1m, "35.1")],
        new(36, "目标36"),
        RankedBars.PrintWidth);

    public static ChartDrawing Trend(int points = 6) => TrendLines.Draw(
        new("样张逐月浓度", "1月最高。", "月份", "2024年", "2023年"),
        [.. Enumerable.Range(1, points).Select(i => new TrendLines.Point(Text(i) + "月", i % 5 == 3 ? null : 50 - (i % 7), i % 5 == 3 ? "无数据" : Text(50 - (i % 7)), 49, "49", IsExceptional: i == points))],
        new(34, "目标34"));

    public static ChartDrawing Wind() => Rose.Draw(
        new("样张风向", "北最多。", "风向", "频率（%）"),
        [new("北", "北", 40, "40"), new("东", "东", 20, "20"), new("南", "南", null, "无数据"), new("西", "西", 10, "10")]);

    public static ChartDrawing Winds() => Rose.DrawPair(
        new("样张风向与浓度", "北最多。", "风向", string.Empty),
        new("频率（%）", [new("北", "北", 40, "40"), new("东", "东", 20, "20"), new("南", "南", 0, "0"), new("西", "西", 10, "10")]),
        new("浓度", [new("北", "北", 5, "5"), new("东", "东", 20, "20"), new("南", "南", null, "—"), new("西", "西", 10, "10")]),
        RankedBars.PrintWidth);

    public static ChartDrawing Calendar() => DayCalendar.Draw("样张日历", ["一", "二", "三", "四", "五", "六", "日"], month => Text(month.Month) + "月",
        [.. Enumerable.Range(0, 30).Select(i => new DayCalendar.Day(new DateOnly(2024, 6, 1).AddDays(i), i % 7 == 6 ? null : (i % 6) + 1, i % 7 == 6 ? "无效" : "类别", i % 9 == 8))]);

    public static ChartDrawing Slope() => RankingSlope.Draw("样张排名", "去年", "今年", "无数据",
        [new("甲", "40", 40m, "39", 39m), new("乙", "38", 38m, "39", 39m), new("丙", null, null, "41", 41m), new("丁", "41", 41m, "41", 41m)]);

    public static ChartDrawing Multiples() => BarMultiples.Draw("样张", "述", [new("甲", [new("1月", 50, "50", 40), new("2月", 25, "25", null, IsExceptional: true)])], new(50, "目标50"));

    public static ChartDrawing Areas(double width = RankedBars.PrintWidth) => AreaMap.Draw(
        new("样张位置", "甲最高。", "示意图：一格为一个街道。", ["街道", "浓度", "类别"]),
        [
            new("甲街道", 1, 1, "39.3", "后三位", AreaMap.Tone.High), new("乙街道", 1, 3, "35.1", "高于目标", AreaMap.Tone.Raised), new("丙街道", 2, 2, "33.0", "不高于目标", AreaMap.Tone.Fair),
            new("丁街道", 3, 2, "33.0", string.Empty, AreaMap.Tone.Plain), new("戊街道", 3, 3, "—", "无数据", AreaMap.Tone.Missing),
        ],
        [new(AreaMap.Tone.High, "区内后三位"), new(AreaMap.Tone.Raised, "高于目标"), new(AreaMap.Tone.Fair, "不高于目标"), new(AreaMap.Tone.Missing, "无数据")],
        width);

    public static IEnumerable<ChartDrawing> All() => [Ranked(), Trend(), Wind(), Winds(), Calendar(), Slope(), Multiples(), Areas()];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
