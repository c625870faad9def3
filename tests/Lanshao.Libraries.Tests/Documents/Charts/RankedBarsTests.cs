using Lanshao.Documents.Charts;
using Lanshao.Libraries.Tests.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Charts;

public sealed class RankedBarsTests
{
    [Fact]
    public void Draw_Places_StandInTheOrderOfTheirRank()
    {
        var names = SampleDrawings.Ranked().Marks.OfType<TextMark>().Where(mark => mark.Class == "chart-label").OrderBy(mark => mark.Y).Select(mark => mark.Text);

        Assert.Equal(["甲外大街街道", "乙街道", "丁街道", "丙街道"], names);
    }

    [Fact]
    public void Draw_Bars_AreAsLongAsTheirValuesFromZero()
    {
        var drawing = SampleDrawings.Ranked();

        var bars = drawing.Marks.OfType<BoxMark>().Where(bar => bar.Class == "chart-bar").OrderBy(bar => bar.Y).ToList();
        var axis = drawing.Marks.OfType<LineMark>().Single(line => line.Class == "chart-baseline");
        var target = drawing.Marks.OfType<LineMark>().Single(line => line.Class == "chart-target");
        Assert.Equal([39.3, 35.1, 35.1], bars.Select(bar => bar.Width / bars[0].Width * 39.3), Near);
        Assert.All(bars, bar => Assert.Equal(axis.X1, bar.X, 6));
        Assert.Equal(36 / 39.3, (target.X1 - axis.X1) / bars[0].Width, 6);
    }

    [Fact]
    public void Draw_PlaceWithoutAValue_HasTheReasonAndNoBar()
    {
        var drawing = SampleDrawings.Ranked();

        Assert.Equal(3, drawing.Marks.OfType<BoxMark>().Count(bar => bar.Class == "chart-bar"));
        Assert.Contains(drawing.Marks.OfType<TextMark>(), mark => mark is { Text: "无数据", Class: "chart-axis" });
    }

    [Fact]
    public void Draw_Figures_SayTheSameAsTheBars()
    {
        var figures = SampleDrawings.Ranked().Figures!;

        Assert.Equal(["街道", "2024年", "2023年"], figures.Heads);
        Assert.Equal(["甲外大街街道 39.3 38", "乙街道 35.1 36", "丁街道 35.1 —", "丙街道 无数据 —"], figures.Rows.Select(row => string.Join(' ', row)));
    }

    [Theory]
    [InlineData(RankedBars.PageWidth)]
    [InlineData(RankedBars.PhoneWidth)]
    [InlineData(RankedBars.PrintWidth)]
    public void Draw_AnyWidth_KeepsEveryMarkInside(double width)
    {
        var drawing = RankedBars.Draw(new("题", "述", "街道", "2024年1—6月", "2023年1—6月"), [new("永定门外街道", 39.3m, "39.3", 41, "41"), new("甲", 0m, "0.0")], new(41, "年度目标41"), width);

        Assert.All(drawing.Marks.OfType<BoxMark>(), box => Assert.InRange(box.X + box.Width, 0, width));
        Assert.All(drawing.Marks.OfType<TextMark>(), text => Assert.InRange(Right(text), 0, width));
    }

    [Fact]
    public void Draw_NoPlaces_IsAnEmptyDrawing()
    {
        var drawing = RankedBars.Draw(new("题", "述", "街道", "今年", "去年"), []);

        Assert.Empty(drawing.Marks.OfType<BoxMark>());
        Assert.Empty(drawing.Figures!.Rows);
    }

    private static double Right(TextMark text) => text.X + (text.Anchor switch { TextAnchor.Start => 1, TextAnchor.Middle => 0.5, _ => 0 } * ChartScale.TextWidth(text.Text, 12));

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-9;
}
