using System.Text.Json;
using Lanshao.Standards;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Rankings;

/// <summary>The three ranked tables of the published half-year report: 52 places and 52 year-on-year changes.</summary>
public sealed class PublishedTablesTests
{
    [Theory]
    [InlineData("pm25", "mean1", 1, "districtRank", 17)]
    [InlineData("tsp", "mean1", 1, "districtRank", 17)]
    [InlineData("dustfall", "value", 1, "rank", 18)]
    public void Places_PublishedTable_AreAsPublished(string table, string column, int decimals, string rankColumn, int rows)
    {
        var published = Rows(table);

        var places = Ranking.Places([.. published.Select(row => (Reported?)Reported.Of(Number(row, column), decimals))], RankOrder.LargestFirst);

        Assert.Equal(rows, places.Count);
        Assert.Equal(published.Select(row => (int?)row.GetProperty(rankColumn).GetInt32()), places);
    }

    [Theory]
    [InlineData("pm25", "int", "impliedBaseInt", 0, 17)]
    [InlineData("tsp", "int", "impliedBaseInt", 0, 17)]
    [InlineData("dustfall", "value", "impliedBase", 1, 18)]
    public void YearOnYear_PublishedTable_IsAsPublished(string table, string column, string baseColumn, int decimals, int rows)
    {
        var published = Rows(table);

        var changes = published.Select(row => YearOnYear.Compute(Number(row, column), Number(row, baseColumn), decimals)?.Shown).ToList();

        Assert.Equal(rows, changes.Count);
        Assert.Equal(published.Select(row => (decimal?)Number(row, "yoy")), changes);
    }

    [Fact]
    public void YearOnYear_Pm25OnOneDecimal_WouldFitFewRowsOnly()
    {
        var fitting = Rows("pm25").Count(row => YearOnYear.Compute(Number(row, "mean1"), Number(row, "impliedBaseInt"), 1)?.Shown == Number(row, "yoy"));

        Assert.InRange(fitting, 1, 16);
    }

    [Fact]
    public void Places_WholeNumbers_AreTheGroupsOfTheCityRank()
    {
        var rows = Rows("pm25");

        var places = Ranking.Places([.. rows.Select(row => (decimal?)row.GetProperty("int").GetDecimal())], RankOrder.LargestFirst);

        Assert.Equal(9, places.Count(place => place == 1));
        Assert.All(rows.Zip(places), pair => Assert.Equal(pair.Second == 1 ? 10 : 83, pair.First.GetProperty("cityRank").GetInt32()));
    }

    private static List<JsonElement> Rows(string table)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Reference.File("standards", "examples", "published-tables.json")));
        return [.. document.RootElement.GetProperty(table).EnumerateArray().Select(row => row.Clone())];
    }

    private static decimal Number(JsonElement row, string column) => row.GetProperty(column).GetDecimal();
}
