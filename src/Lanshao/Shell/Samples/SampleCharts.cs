using Lanshao.Documents.Charts;

namespace Lanshao.Shell.Samples;

/// <summary>Made-up values that show every chart at its hardest: ties, gaps, exceptional days.</summary>
internal static class SampleCharts
{
    private static readonly string[] Directions = ["北", "北东北", "东北", "东东北", "东", "东东南", "东南", "南东南", "南", "南西南", "西南", "西西南", "西", "西西北", "西北", "北西北"];
    private static readonly string[] Levels = ["优", "良", "轻度污染", "中度污染", "重度污染", "严重污染"];

    public static ChartDrawing Slope { get; } = RankingSlope.Draw("样例各街道PM2.5排名与去年相比", "2023年1—6月", "2024年1—6月", "无数据",
    [
        .. Enumerable.Range(0, 17).Select(i => new RankingSlope.Entry(
            $"{"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午"[i]}{(i % 5 == 2 ? "（地区）" : "街道")}",
            i == 6 ? null : $"{38 + (i * 7 % 6)}", i == 6 ? null : 38 + (i * 7 % 6),
            i == 11 ? null : $"{39 - (i / 3)}", i == 11 ? null : 39 - (i / 3))),
    ]);

    public static ChartDrawing Days { get; } = DayCalendar.Draw("样例2024年上半年空气质量日历", ["一", "二", "三", "四", "五", "六", "日"],
        month => $"{month.Month}月",
        [.. Enumerable.Range(0, 182).Select(i => Day(new DateOnly(2024, 1, 1).AddDays(i), i))]);

    public static ChartDrawing Bars { get; } = BarMultiples.Draw("样例各街道逐月PM2.5浓度", "甲街道1月最高；丙街道3月缺数据。",
    [
        .. Enumerable.Range(0, 5).Select(panel => new BarMultiples.Panel($"{"甲乙丙丁戊"[panel]}街道",
            [.. Enumerable.Range(1, 6).Select(month => Point(panel, month))])),
    ], new(35, "目标35"));

    public static ChartDrawing Ranked => Bars17(RankedBars.PageWidth);

    public static ChartDrawing RankedNarrow => Bars17(RankedBars.PhoneWidth);

    public static ChartDrawing Trend => Months(RankedBars.PageWidth);

    public static ChartDrawing TrendNarrow => Months(RankedBars.PhoneWidth);

    public static ChartDrawing Daily { get; } = TrendLines.Draw(
        new("样例逐日PM2.5浓度", "1月16日最高；3月9日至11日缺数据。", "日期", "2024年", "2023年"),
        [.. Enumerable.Range(0, 182).Select(i => DayPoint(new DateOnly(2024, 1, 1).AddDays(i), i))],
        new(75, "日均二级限值75"));

    public static ChartDrawing Wind { get; } = Rose.Draw(
        new("样例风向频率", "东北风最多，西风最少。", "风向", "频率（%）"),
        [.. Enumerable.Range(0, 16).Select(i => new Rose.Sector(i % 2 == 0 ? Directions[i] : string.Empty, Directions[i], 2 + (i * 7 % 12), $"{2 + (i * 7 % 12)}"))]);

    public static ChartDrawing Hours { get; } = Rose.Draw(
        new("样例各时段PM2.5浓度", "21时最高，4时缺数据。", "时段", "浓度（微克/立方米）"),
        [.. Enumerable.Range(0, 24).Select(i => new Rose.Sector(i % 3 == 0 ? $"{i}时" : string.Empty, $"{i}时", i == 4 ? null : 28 + (i * 5 % 17), i == 4 ? "无数据" : $"{28 + (i * 5 % 17)}"))]);

    public static ChartDrawing Areas => Map(RankedBars.PageWidth);

    public static ChartDrawing AreasNarrow => Map(RankedBars.PhoneWidth);

    private static ChartDrawing Map(double width) => AreaMap.Draw(
        new("样例各街道PM2.5累计浓度（位置示意）", "甲街道最高，戊街道无数据。", "示意图：一格为一个街道（地区），按相对位置排列，不表示边界和面积。", ["街道", "累计浓度", "类别"]),
        [
            new("甲街道", 1, 1, "39.3", "后三位", AreaMap.Tone.High), new("乙街道", 1, 2, "38.9", "高于目标", AreaMap.Tone.Raised), new("丙外大街（地区）", 1, 3, "35.1", "不高于目标", AreaMap.Tone.Fair),
            new("丁街道", 2, 2, "37.6", "高于目标", AreaMap.Tone.Raised), new("戊街道", 2, 3, "—", "无数据", AreaMap.Tone.Missing),
        ],
        [new(AreaMap.Tone.High, "区内后三位"), new(AreaMap.Tone.Raised, "高于年度目标36"), new(AreaMap.Tone.Fair, "不高于年度目标36"), new(AreaMap.Tone.Missing, "无数据")],
        width);

    private static ChartDrawing Bars17(double width) => RankedBars.Draw(
        new("样例各街道PM2.5累计浓度", "丑街道最高，9个街道高于目标，庚街道无数据。", "街道", "2024年1—6月", "2023年1—6月"),
        [
            .. Enumerable.Range(0, 17).Select(i => new RankedBars.Entry(
                $"{"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午"[i]}{(i % 5 == 2 ? "外大街（地区）" : "街道")}",
                i == 6 ? null : 33.5m + (i * 7 % 11 * 0.6m), i == 6 ? "无数据" : FormattableString.Invariant($"{33.5m + (i * 7 % 11 * 0.6m):F1}"),
                i == 11 ? null : 36 + (i * 3 % 5), $"{36 + (i * 3 % 5)}")),
        ],
        new(36, "年度目标36"),
        width);

    private static ChartDrawing Months(double width) => TrendLines.Draw(
        new("样例逐月PM2.5浓度", "1月最高，4月缺数据，6月为初步数据。", "月份", "2024年", "2023年"),
        [
            .. Enumerable.Range(1, 12).Select(month => new TrendLines.Point(
                $"{month}月", month == 4 || month > 6 ? null : 52 - (month * 4), month == 4 ? "无数据" : month > 6 ? string.Empty : $"{52 - (month * 4)}",
                45 - (month * 3 % 19), $"{45 - (month * 3 % 19)}", IsExceptional: month == 6)),
        ],
        new(34, "年度目标34"),
        width);

    private static TrendLines.Point DayPoint(DateOnly on, int i) => new(
        on.Day == 1 ? $"{on.Month}月" : string.Empty,
        i is >= 68 and <= 70 ? null : 20 + (i * i % 61) + (i == 15 ? 60 : 0), i is >= 68 and <= 70 ? "无数据" : $"{20 + (i * i % 61) + (i == 15 ? 60 : 0)}",
        25 + (i * 11 % 47), $"{25 + (i * 11 % 47)}")
    { Name = FormattableString.Invariant($"{on:yyyy-MM-dd}") };

    private static DayCalendar.Day Day(DateOnly on, int i) => i % 41 == 40
        ? new(on, null, "无效")
        : new(on, (i * i % 7 % 6) + 1, Levels[i * i % 7 % 6], IsExceptional: i % 29 == 28);

    private static BarMultiples.Point Point(int panel, int month) => (panel, month) is (2, 3)
        ? new($"{month}月", null, string.Empty, 44)
        : new($"{month}月", 52 - (month * 4) - panel, $"{52 - (month * 4) - panel}", month == 5 ? null : 48 - (month * 3), IsExceptional: month == 6);
}
