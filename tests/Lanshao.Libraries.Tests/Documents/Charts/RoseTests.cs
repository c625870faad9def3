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

    private static (double Radius, int Right, int Down) Reach(PathMark path, double middle)
    {
        var arc = path.Points.Skip(1).Select(point => (X: point.X - middle, Y: point.Y - middle)).ToList();
        var (x, y) = (arc.Average(point => point.X), arc.Average(point => point.Y));
        var radius = Math.Sqrt((arc[0].X * arc[0].X) + (arc[0].Y * arc[0].Y));
        return (radius, Math.Abs(x) < 1e-6 ? 0 : Math.Sign(x), Math.Abs(y) < 1e-6 ? 0 : Math.Sign(y));
    }
}
