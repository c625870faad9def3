using Lanshao.Documents.Language;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Language;

public class BoundWordsTests
{
    [Theory]
    [InlineData("比例不低于73%", Bound.AtLeast)]
    [InlineData("比例不高于2%", Bound.AtMost)]
    [InlineData("控制在5%", Bound.AtMost)]
    [InlineData("控制在5%以内", Bound.AtMost)]
    [InlineData("控制在5%左右", Bound.AboutAtMost)]
    [InlineData("达到10%", Bound.ByNature)]
    [InlineData("达到95%以上", Bound.AtLeast)]
    [InlineData("保持在5%以下", Bound.AtMost)]
    [InlineData("降至33%", Bound.AtMost)]
    [InlineData("提高到60%", Bound.AtLeast)]
    [InlineData("下降3%左右", Bound.About)]
    [InlineData("不低于3%左右", Bound.AtLeast)]
    [InlineData("达到约3%", Bound.About)]
    [InlineData("抽检10%", Bound.None)]
    public void Combine_WordsAroundAFigure_GivesTheSide(string text, Bound bound)
    {
        var figure = QuantityReader.FindAll(text)[0];

        var before = BoundWords.ReadBefore(text, figure.Start);
        var after = BoundWords.ReadAfter(text, figure.End);

        Assert.Equal(bound, BoundWords.Combine(before.Bound, after.Bound, figure.Hedge));
    }

    [Theory]
    [InlineData("超过", true)]
    [InlineData("不超过", false)]
    [InlineData("低于", true)]
    [InlineData("不低于", false)]
    public void ReadBefore_TheFigureItself_IsInOrOut(string word, bool isStrict) => Assert.Equal(isStrict, BoundWords.ReadBefore(word, word.Length).IsStrict);
}
