using Lanshao.Documents.Charts;
using Lanshao.Libraries.Tests.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Charts;

public sealed class TrendLinesTests
{
    private static readonly TrendLines.Words Words = new("题", "述", "月份", "今年", "去年");

    [Fact]
    public void Draw_MissingValue_PartsTheLine()
    {
        var lines = SampleDrawings.Trend().Marks.OfType<PathMark>().Where(path => path.Class == "chart-line").Select(path => path.Points.Count);

        Assert.Equal([2, 3], lines);
    }

    [Fact]
    public void Draw_ValueBetweenTwoGaps_IsADotAmongManyPoints()
    {
        var drawing = TrendLines.Draw(Words, [.. Enumerable.Range(0, 60).Select(i => new TrendLines.Point(string.Empty, i is 29 or 31 ? null : 10, "10"))]);

        Assert.Single(drawing.Marks.OfType<DotMark>());
        Assert.Equal([29, 28], drawing.Marks.OfType<PathMark>().Select(path => path.Points.Count));
    }

    [Fact]
    public void Draw_Heights_AreValuesFromZero()
    {
        var drawing = TrendLines.Draw(Words, [new("1月", 40, "40"), new("2月", 20, "20"), new("3月", 0, "0")]);

        var dots = drawing.Marks.OfType<DotMark>().ToList();
        var baseline = drawing.Marks.OfType<LineMark>().Single(line => line.Class == "chart-baseline").Y1;
        Assert.Equal(baseline, dots[2].Y, 6);
        Assert.Equal(2 * (baseline - dots[1].Y), baseline - dots[0].Y, 6);
    }

    [Fact]
    public void Draw_ExceptionalValue_IsAnOpenDot()
    {
        Assert.Single(SampleDrawings.Trend().Marks.OfType<DotMark>(), dot => dot.Class == "chart-dot-open");
    }

    [Fact]
    public void Draw_ManyPoints_LabelsNeverTouch()
    {
        var labels = SampleDrawings.Trend(120).Marks.OfType<TextMark>().Where(mark => mark is { Class: "chart-axis", Anchor: TextAnchor.Middle }).OrderBy(mark => mark.X).ToList();

        Assert.True(labels.Count > 5);
        Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X >= (ChartScale.TextWidth(pair.First.Text, 12) + ChartScale.TextWidth(pair.Second.Text, 12)) / 2));
    }

    [Fact]
    public void Draw_LinesThatEndTogether_HaveNamesApart()
    {
        var drawing = TrendLines.Draw(Words, [new("1月", 40, "40", 40, "40")]);

        var names = drawing.Marks.OfType<TextMark>().Where(mark => mark.Text is "今年" or "去年").Select(mark => mark.Y).ToList();
        Assert.True(Math.Abs(names[0] - names[1]) >= 15);
    }

    [Theory]
    [InlineData(38d, new[] { 0d, 10d, 20d, 30d, 40d })]
    [InlineData(0d, new[] { 0d, 1d })]
    [InlineData(0.44, new[] { 0d, 0.2, 0.4, 0.6 })]
    [InlineData(100d, new[] { 0d, 25d, 50d, 75d, 100d })]
    [InlineData(2836d, new[] { 0d, 1000d, 2000d, 3000d })]
    public void Ticks_Largest_LiesUnderTheLast(double largest, double[] expected)
    {
        Assert.Equal(expected, ChartScale.Ticks((decimal)largest).Select(tick => (double)tick));
    }
}
