using Lanshao.Platform.Evaluation.Answers;
using Lanshao.Platform.Foundation;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class GoodDaysAnswerTests
{
    [Fact]
    public void Of_PublishedHalfYear_SaysDaysRatioAndChange()
    {
        var values = PublishedFigures.Stored().Where(value => value.Place == Place.District && value.Period == PublishedFigures.HalfYear).ToList();

        Assert.Equal("上半年优良122天，比率67.0%（122/182），同比增加3天；重污染1天（扣除沙尘影响）。", GoodDaysAnswer.Of(values, PublishedFigures.HalfYear).Text);
    }
}
