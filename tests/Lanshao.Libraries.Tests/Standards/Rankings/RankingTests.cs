using Lanshao.Standards;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Rankings;

public sealed class RankingTests
{
    [Fact]
    public void Places_Ties_ShareTheBetterPlaceAndSkipTheNext()
    {
        var places = Ranking.Places([38.7m, 39.3m, 38.7m, 38.6m], RankOrder.LargestFirst);

        Assert.Equal([2, 1, 2, 4], places);
    }

    [Fact]
    public void Places_SmallestFirst_ReversesTheOrder()
    {
        var places = Ranking.Places([0.36m, 0.32m, 0.36m, 0.39m], RankOrder.SmallestFirst);

        Assert.Equal([2, 1, 2, 4], places);
    }

    [Fact]
    public void Places_MissingValue_HasNoPlaceAndTakesNone()
    {
        var places = Ranking.Places([null, 5m, null, 4m], RankOrder.LargestFirst);

        Assert.Equal([null, 1, null, 2], places);
    }

    [Fact]
    public void Places_ByShownOrExact_DifferWhereOnlyPrintIsAlike()
    {
        Reported?[] figures = [Reported.Of(38.52m, 0), Reported.Of(39.3m, 0), Reported.Of(38.1m, 0)];

        Assert.Equal([1, 1, 3], Ranking.Places(figures, RankOrder.LargestFirst));
        Assert.Equal([2, 1, 3], Ranking.Places(figures, RankOrder.LargestFirst, RankBy.Exact));
    }

    [Fact]
    public void Places_Nothing_IsEmpty() => Assert.Empty(Ranking.Places(Array.Empty<decimal?>(), RankOrder.SmallestFirst));

    [Theory]
    [InlineData("39.3", "39.4", 0, "0.0")]
    [InlineData("39", "42", 0, "-7.1")]
    [InlineData("6.2", "5.0", 1, "24.0")]
    [InlineData("49.999", "50.001", 3, "0.0")]
    public void YearOnYear_Rounded_HasOneDecimalAndNoNegativeZero(string now, string before, int tableDecimals, string expected)
    {
        var change = YearOnYear.Compute(Number(now), Number(before), tableDecimals);

        Assert.Equal(expected, change?.ShownText);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.4", 0)]
    [InlineData("-1", 1)]
    public void YearOnYear_BaseNotAboveZero_IsUnknown(string before, int tableDecimals) => Assert.Null(YearOnYear.Compute(3m, Number(before), tableDecimals));

    [Theory]
    [InlineData(122, 182, "67.0")]
    [InlineData(28, 31, "90.3")]
    [InlineData(91, 120, "75.8")]
    [InlineData(3, 4, "75.0")]
    [InlineData(16269, 29000, "56.1")]
    public void Percentage_PublishedRatios_AreAsPublished(int part, int whole, string expected) => Assert.Equal(expected, Percentage.Compute(part, whole)?.ShownText);

    [Fact]
    public void Percentage_OfNothing_IsUnknown() => Assert.Null(Percentage.Compute(0m, 0m));

    [Fact]
    public void RemainingBudget_HalfYear_IsAsPublished()
    {
        var budget = RemainingBudget.Compute(34m, 38.0m, new(2024, 1, 1), new(2024, 6, 30));

        Assert.Equal("30.043478260869", budget.Mean?.ExactText);
        Assert.Equal("30.0", budget.Mean?.ShownText);
        Assert.Equal((182, 184), (budget.DaysSoFar, budget.DaysLeft));
    }

    [Fact]
    public void RemainingBudget_ShownMean_NeverMissesTheTarget()
    {
        var budget = RemainingBudget.Compute(34m, 37.9m, new(2023, 1, 1), new(2023, 6, 30));

        Assert.True(((budget.Mean!.Value.Shown * budget.DaysLeft) + (37.9m * budget.DaysSoFar)) / 365m <= 34m);
    }

    [Theory]
    [InlineData("34", 0, "34.5", true)]      // half to even: 34.5 is 34
    [InlineData("35", 0, "35.5", false)]     // 35.5 is 36
    [InlineData("34.0", 1, "34.05", true)]
    [InlineData("34.1", 1, "34.15", false)]
    [InlineData("34.7", 0, "34.5", true)]    // a whole number at most 34.7 is at most 34
    public void LargestRoundedTo_Target_IsHalfAStepAbove(string target, int decimals, string limit, bool isReached)
    {
        var end = RemainingBudget.LargestRoundedTo(Number(target), decimals);

        Assert.Equal((Number(limit), isReached), end);
        Assert.True(Rounding.HalfEven(end.Limit - 0.000001m, decimals) <= Number(target));
        Assert.True(Rounding.HalfEven(end.Limit + 0.000001m, decimals) > Number(target));
    }

    [Theory]
    [InlineData("34", "38.0", "31.0")]   // (34.5 × 366 − 38.0 × 182) ÷ 184 = 31.038
    [InlineData("35", "35.5", "35.4")]   // 35.5 itself would round to 36
    [InlineData("34", "34.5", "34.5")]
    public void RemainingBudgetRounded_HalfYear_LeavesWhatStillRoundsToTheTarget(string target, string mean, string shown) =>
        Assert.Equal(shown, RemainingBudget.ComputeRounded(Number(target), 0, Number(mean), new(2024, 1, 1), new(2024, 6, 30)).Mean?.ShownText);

    [Fact]
    public void RemainingBudgetRounded_WholeYear_LeavesNoDay() => Assert.Null(RemainingBudget.ComputeRounded(34m, 0, 35m, new(2023, 1, 1), new(2023, 12, 31)).Mean);

    [Fact]
    public void RemainingBudget_WholeYear_LeavesNoDay()
    {
        var budget = RemainingBudget.Compute(34m, 35m, new(2023, 1, 1), new(2023, 12, 31));

        Assert.Null(budget.Mean);
        Assert.Equal(0, budget.DaysLeft);
    }

    [Fact]
    public void RemainingBudget_TargetOutOfReach_IsNegativeRoundedDown()
    {
        var budget = RemainingBudget.Compute(10m, 10.2m, new(2023, 1, 1), new(2023, 12, 24));

        Assert.Equal("-0.3", budget.Mean?.ShownText);   // (3650 − 10.2 × 358) ÷ 7 = −0.2286
    }

    [Fact]
    public void RemainingBudget_OverTwoYears_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => RemainingBudget.Compute(34m, 38m, new(2023, 7, 1), new(2024, 6, 30)));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
