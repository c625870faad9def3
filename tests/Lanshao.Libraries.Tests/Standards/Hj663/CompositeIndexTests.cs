using System.Text.Json;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Hj663;

/// <summary>环办〔2014〕64号: the composite index.</summary>
public sealed class CompositeIndexTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public void Compute_WorkedCase_IsAsInTheReference(int place, int set)
    {
        var one = Example.Read("air", "ranking.json").GetProperty("examples")[place];

        var index = CompositeIndex.Compute(Figures(one.GetProperty("input")), AirLimitSet.All[set]);

        Assert.Equal(one.GetProperty("sum").GetDecimal(), Lanshao.Standards.Rounding.HalfEven(index.Sum.Exact, 3));
        Assert.Equal(Figures(one.GetProperty("single")), index.Parts.Select(part => part.Shown));
        Assert.Equal(one.GetProperty("max").GetProperty("pollutant").GetString(), AirItems.NameOf(index.Largest).Replace(".", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Places_EqualIndices_ShareTheBetterPlace() =>
        Assert.Equal([1, 2, 2, null, 4], CompositeRanking.Places([Sum(3.101m), Sum(3.124m), Sum(3.116m), null, Sum(4m)]));

    [Fact]
    public void WorseningPlaces_WhoMeetsAllItems_IsLeftOut()
    {
        Lanshao.Standards.Reported?[] changes = [CompositeIndex.Change(4.4m, 4m), CompositeIndex.Change(5m, 4m), CompositeIndex.Change(3.6m, 4m), null];

        Assert.Equal([1, null, 2, null], CompositeRanking.WorseningPlaces(changes, [false, true, false, false]));
        Assert.Equal([2, 3, 1, null], CompositeRanking.ImprovementPlaces(changes));
        Assert.Throws<ArgumentException>(() => CompositeRanking.WorseningPlaces(changes, [true]));
    }

    [Fact]
    public void Compute_PublishedBulletin_IsWithinItsRounding()
    {
        var one = Example.Read("air", "ranking.json").GetProperty("examples")[0];

        var index = CompositeIndex.Compute(Figures(one.GetProperty("input")), AirLimitSet.All[0]);

        Assert.InRange(index.Sum.Exact - one.GetProperty("published").GetDecimal(), -0.03m, 0.03m);
        Assert.Equal(AirItem.O3, index.Largest);
    }

    [Fact]
    public void Limits_OfThePublishedRule_AreThoseOfTheSets()
    {
        var limits = Example.Read("air", "ranking.json").GetProperty("limits");

        Assert.All(limits.EnumerateObject().Zip(AirLimitSet.All), pair =>
            Assert.Equal(Figures(pair.First.Value), AirItems.Basic.Select(item => CompositeIndex.LimitOf(item, pair.Second))));
    }

    [Fact]
    public void Change_FromFourToThree_IsMinusAQuarter() => Assert.Equal("-25.0", CompositeIndex.Change(3m, 4m).ShownText);

    private static decimal[] Figures(JsonElement input) =>
        [.. AirItems.Basic.Select(item => input.GetProperty(AirItems.NameOf(item).Replace(".", "", StringComparison.Ordinal)).GetDecimal())];

    private static Lanshao.Standards.Reported Sum(decimal exact) => Lanshao.Standards.Reported.Of(exact, AirPrecision.CompositeIndex);
}
