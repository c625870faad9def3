using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class YearSlopeTests
{
    [Fact]
    public void Of_BaseInferred_SaysSoAndCompareOnWholeNumbers()
    {
        var slope = YearSlope.Of(PublishedFigures.Table("pm25-ranking"))!;

        var first = slope.Areas[0];
        Assert.True(slope.IsInferred);
        Assert.Equal(Period.Half(2023, 1), slope.Before);
        Assert.Equal(("北新桥街道", "39", "39"), (first.Row.Name, first.Before!.Value.ShownText, first.Now!.Value.ShownText));
        Assert.Equal(17, slope.Areas.Count(area => area is { Before: not null, Now: not null }));
    }

    [Fact]
    public void Of_OnlyPercentagesPublished_IsNoSlope() =>
        Assert.Null(YearSlope.Of(PublishedFigures.Table("pm25-ranking", PublishedFigures.Rows.Where(row => row.Period != "2023H1"))));
}
