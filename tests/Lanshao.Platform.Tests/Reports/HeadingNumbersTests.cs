using Lanshao.Platform.Reports;
using Xunit;

namespace Lanshao.Platform.Tests.Reports;

public sealed class HeadingNumbersTests
{
    [Fact]
    public void Set_SectionLeftOut_GivesItsNumberToTheNext()
    {
        var body = new[] { (1, "一、质量"), (2, "（一）空气"), (2, "（三）水"), (0, "三、照写"), (1, "三、工作"), (2, "（二）扬尘"), (1, "附记") };

        var set = HeadingNumbers.Set(body.Select(block => new ReportContent.Block(block.Item1, [new("key", block.Item2, [])])));

        Assert.Equal(["一、质量", "（一）空气", "（二）水", "三、照写", "二、工作", "（一）扬尘", "附记"], set.Select(block => block.Text));
    }

    [Fact]
    public void Set_ManyHeadings_CountsOn() =>
        Assert.Equal("二十一、事", HeadingNumbers.Set(Enumerable.Range(0, 21).Select(_ => new ReportContent.Block(1, [new("key", "一、事", [])]))).Last().Text);
}
