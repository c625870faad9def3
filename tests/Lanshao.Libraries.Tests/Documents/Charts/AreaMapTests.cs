using Lanshao.Documents.Charts;
using Lanshao.Libraries.Tests.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Charts;

public sealed class AreaMapTests
{
    [Theory]
    [InlineData(RankedBars.PageWidth)]
    [InlineData(RankedBars.PhoneWidth)]
    public void Draw_AnyWidth_StandsTilesInTheirRowsAndColumnsInsideTheDrawing(double width)
    {
        var drawing = SampleDrawings.Areas(width);

        var tiles = drawing.Marks.OfType<BoxMark>().Where(box => box.Tip is not null).ToDictionary(box => box.Tip!.Split(' ')[0]);
        Assert.True(tiles["甲街道"].Y == tiles["乙街道"].Y && tiles["甲街道"].X < tiles["丙街道"].X && tiles["丙街道"].X < tiles["乙街道"].X);
        Assert.True(tiles["丙街道"].X == tiles["丁街道"].X && tiles["丙街道"].Y < tiles["丁街道"].Y);
        Assert.All(tiles.Values, tile => Assert.True(tile.X >= 0 && tile.X + tile.Width <= drawing.Width && tile.Y + tile.Height <= drawing.Height));
        Assert.All(drawing.Marks.OfType<TextMark>(), mark => Assert.True(mark.Y <= drawing.Height - 4));
    }

    [Fact]
    public void Draw_Classes_AreSaidInWordsToo()
    {
        var drawing = SampleDrawings.Areas();

        var words = drawing.Marks.OfType<TextMark>().Select(mark => mark.Text).ToList();
        Assert.Equal(2, words.Count(word => word == "高于目标"));
        Assert.Contains("后三位", words);
        Assert.Equal(["戊街道", "—", "无数据"], drawing.Figures!.Rows[^1]);
        Assert.Equal("chart-tile missing", drawing.Marks.OfType<BoxMark>().Last(box => box.Tip is not null).Class);
    }

    [Fact]
    public void Draw_NameWiderThanItsShare_WidensTheDrawing()
    {
        var drawing = AreaMap.Draw(new("题", "述", "注", ["甲", "乙", "丙"]), [.. Enumerable.Range(1, 8).Select(column => new AreaMap.Tile("很长的一个街道名称", 1, column, "1", string.Empty, AreaMap.Tone.Plain))], [], RankedBars.PhoneWidth);

        Assert.True(drawing.Width > RankedBars.PhoneWidth);
        Assert.All(drawing.Marks.OfType<BoxMark>(), box => Assert.True(box.Width >= 9 * 13));
    }
}
