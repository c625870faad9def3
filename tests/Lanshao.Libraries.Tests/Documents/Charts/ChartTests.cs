using Lanshao.Documents.Charts;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Charts;

public sealed class ChartTests
{
    private static readonly RankingSlope.Entry[] Entries =
    [
        new("甲", "40", 40m, "39", 39m), new("乙", "38", 38m, "39", 39m), new("丙", null, null, "41", 41m), new("丁", "42", 42m, null, null),
    ];

    [Fact]
    public void Slope_EqualValues_ShareTheBetterPlace()
    {
        var labels = Labels(RankingSlope.Draw("题", "去年", "今年", "无数据", Entries), "chart-label");

        Assert.Equal(["1 41 丙", "2 39 甲", "2 39 乙", "— 无数据 丁"], labels.Chunk(3).Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void Slope_LastYear_IsGreyAndInItsOwnOrder()
    {
        var labels = Labels(RankingSlope.Draw("题", "去年", "今年", "无数据", Entries), "chart-label last-year");

        Assert.Equal(["1 42 丁", "2 40 甲", "3 38 乙", "— 无数据 丙"], labels.Chunk(3).Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void Slope_PlaceWithoutAValue_HasNoLine()
    {
        var drawing = RankingSlope.Draw("题", "去年", "今年", "无数据", Entries);

        Assert.Equal(["chart-slope better", "chart-slope worse"], drawing.Marks.OfType<LineMark>().Select(line => line.Class).Order());
        Assert.Equal("去年—今年：↑1，↓1，＝0", drawing.Description);
    }

    [Fact]
    public void Calendar_Days_StandUnderTheirWeekday()
    {
        var drawing = DayCalendar.Draw("题", ["一", "二", "三", "四", "五", "六", "日"], month => $"{month.Month}月", [new(new(2024, 6, 1), 1, "优"), new(new(2024, 6, 3), null, "无效"), new(new(2024, 6, 30), 5, "重度污染", true)]);

        var weekdays = drawing.Marks.OfType<TextMark>().Where(mark => mark.Class == "chart-axis").Select(mark => mark.X).ToList();
        var boxes = drawing.Marks.OfType<BoxMark>().ToList();
        Assert.Equal([weekdays[5], weekdays[0], weekdays[6]], boxes.Select(box => box.X + (box.Width / 2)));
        Assert.Equal(["chart-day aqi-1", "chart-day missing", "chart-day aqi-5"], boxes.Select(box => box.Class));
        Assert.Equal([false, false, true], boxes.Select(box => box.IsHatched));
        Assert.Equal("2024-06-03 无效", boxes[1].Tip);
        Assert.Equal("优1，重度污染1，无效1", drawing.Description);
    }

    [Fact]
    public void Calendar_DaysOfAMonth_NeverLieOnEachOther()
    {
        var drawing = DayCalendar.Draw("题", ["一", "二", "三", "四", "五", "六", "日"], month => $"{month.Month}月", [.. Enumerable.Range(0, 366).Select(i => new DayCalendar.Day(new DateOnly(2024, 1, 1).AddDays(i), 1, "优"))]);

        Assert.Equal(366, drawing.Marks.OfType<BoxMark>().Select(box => (box.X, box.Y)).Distinct().Count());
        Assert.All(drawing.Marks.OfType<BoxMark>(), box => Assert.True(box.X + box.Width <= drawing.Width && box.Y + box.Height <= drawing.Height));
    }

    [Fact]
    public void Bars_AllPanels_ShareOneScaleFromZero()
    {
        var drawing = BarMultiples.Draw("题", "述", [new("甲", [new("1月", 50, "50", 40)]), new("乙", [new("1月", 25, "25", null)])], new(50, "目标50"));

        var bars = drawing.Marks.OfType<BoxMark>().Where(bar => bar.Class == "chart-bar").ToList();
        var baselines = drawing.Marks.OfType<LineMark>().Where(line => line.Class == "chart-baseline").ToList();
        Assert.Equal(bars[0].Height, 2 * bars[1].Height, 6);
        Assert.Equal(baselines[0].Y1, bars[0].Y + bars[0].Height, 6);
        Assert.Equal(bars[0].Y, drawing.Marks.OfType<LineMark>().First(line => line.Class == "chart-target").Y1, 6);
        Assert.Single(drawing.Marks.OfType<BoxMark>(), bar => bar.Class == "chart-bar last-year");
    }

    [Fact]
    public void Bars_MissingValue_IsAGap()
    {
        var drawing = BarMultiples.Draw("题", "述", [new("甲", [new("1月", null, string.Empty, null), new("2月", 0, "0", null)])], null);

        Assert.Equal(["0"], Labels(drawing, "chart-value"));
        Assert.Equal(["1月", "2月"], Labels(drawing, "chart-axis"));
    }

    private static List<string> Labels(ChartDrawing drawing, string kind) =>
        [.. drawing.Marks.OfType<TextMark>().Where(mark => mark.Class == kind).OrderBy(mark => mark.Y).Select(mark => mark.Text)];
}
