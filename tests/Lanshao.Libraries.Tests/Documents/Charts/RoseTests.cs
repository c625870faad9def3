using Lanshao.Documents.Charts;
using Lanshao.Libraries.Tests.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Charts;

public sealed class RoseTests
{
    [Fact]
    public void Draw_Sectors_ReachAsFarAsTheirValuesClockwiseFromTheTop()
    {
        var drawing = SampleDrawings.Wind();

        var middle = drawing.Width / 2;
        var reach = drawing.Marks.OfType<PathMark>().Where(path => path.Class == "chart-sector").Select(path => Reach(path, middle)).ToList();
        Assert.Equal([40, 20, 10], reach.Select(one => one.Radius / reach[0].Radius * 40), (expected, actual) => Math.Abs(expected - actual) < 1e-6);
        Assert.Equal([(0, -1), (1, 0), (-1, 0)], reach.Select(one => (one.Right, one.Down)));
    }

    [Fact]
    public void Draw_SectorWithoutAValue_StaysEmptyAndKeepsItsReason()
    {
        var drawing = SampleDrawings.Wind();

        Assert.Equal(3, drawing.Marks.OfType<PathMark>().Count(path => path.IsClosed));
        Assert.Contains(drawing.Figures!.Rows, row => row is ["南", "无数据"]);
    }

    [Fact]
    public void DrawPair_TwoRoses_StandApartEachOnItsOwnScale()
    {
        var drawing = SampleDrawings.Winds();

        var sectors = drawing.Marks.OfType<PathMark>().Where(path => path.IsClosed).ToLookup(path => path.Points[0].X < drawing.Width / 2);
        Assert.Equal((3, 3), (sectors[true].Count(), sectors[false].Count()));
        Assert.Equal(sectors[true].Max(Farthest), sectors[false].Max(Farthest), 6);
        Assert.All(drawing.Marks.OfType<PathMark>().SelectMany(path => path.Points), point => Assert.True(point.X >= 0 && point.X <= drawing.Width && point.Y >= 0 && point.Y <= drawing.Height));
        Assert.Equal(["风向 频率（%） 浓度", "北 40 5", "南 0 —"], new[] { drawing.Figures!.Heads, drawing.Figures.Rows[0], drawing.Figures.Rows[2] }.Select(row => string.Join(' ', row)));
    }

    private static double Farthest(PathMark path) => path.Points.Max(point => Math.Max(Math.Abs(point.X - path.Points[0].X), Math.Abs(point.Y - path.Points[0].Y)));

    private static (double Radius, int Right, int Down) Reach(PathMark path, double middle)
    {
        var arc = path.Points.Skip(1).Select(point => (X: point.X - middle, Y: point.Y - middle)).ToList();
        var (x, y) = (arc.Average(point => point.X), arc.Average(point => point.Y));
        var radius = Math.Sqrt((arc[0].X * arc[0].X) + (arc[0].Y * arc[0].Y));
        return (radius, Math.Abs(x) < 1e-6 ? 0 : Math.Sign(x), Math.Abs(y) < 1e-6 ? 0 : Math.Sign(y));
    }
}
