using Lanshao.Shell.Charts;

namespace Lanshao.Shell.Samples;

/// <summary>Made-up values that show every chart at its hardest: ties, gaps, exceptional days.</summary>
internal static class SampleCharts
{
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

    private static DayCalendar.Day Day(DateOnly on, int i) => i % 41 == 40
        ? new(on, null, "无效")
        : new(on, (i * i % 7 % 6) + 1, Levels[i * i % 7 % 6], IsExceptional: i % 29 == 28);

    private static BarMultiples.Point Point(int panel, int month) => (panel, month) is (2, 3)
        ? new($"{month}月", null, string.Empty, 44)
        : new($"{month}月", 52 - (month * 4) - panel, $"{52 - (month * 4) - panel}", month == 5 ? null : 48 - (month * 3), IsExceptional: month == 6);
}
