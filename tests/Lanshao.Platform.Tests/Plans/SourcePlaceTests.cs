using Lanshao.Platform.Plans;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

public class SourcePlaceTests
{
    [Theory]
    [InlineData("t2r5c3p1", "表2 第5行 第3格")]
    [InlineData("l243", "第243行")]
    [InlineData("b12", "第12段")]
    [InlineData("上报!r5c3", "“上报” 第5行 第3列")]
    [InlineData("t1r2c3/t1r1c1", "表1 第2行 第3格 内 表1 第1行 第1格")]
    [InlineData(null, "")]
    public void Words_PrintedPlace_SaysIt(string? place, string words) => Assert.Equal(words, SourcePlace.Words(place));
}
