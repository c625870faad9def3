using System.Globalization;
using System.Text.Json;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Hj633;

/// <summary>HJ 633-2012 and HJ 633-2026: sub-indices, index, primary pollutants, categories.</summary>
public sealed class AirIndexEditionTests
{
    [Fact]
    public void Iaqi_WorkedCases_AreAsInTheReference()
    {
        var cases = Example.Read("examples", "aqi.json").GetProperty("singleIaqi").EnumerateArray().ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, one =>
        {
            var (item, averaging) = Key(one.GetProperty("item").GetString()!);
            Assert.Equal(one.GetProperty("iaqi").GetInt32(), Of(one).Iaqi(item, averaging, one.GetProperty("concentration").GetDecimal()));
        });
    }

    [Fact]
    public void Evaluate_WorkedDays_AreAsInTheReference()
    {
        var days = Example.Read("examples", "aqi.json").GetProperty("days").EnumerateArray().ToList();

        Assert.NotEmpty(days);
        Assert.All(days, day =>
        {
            var index = Of(day).Evaluate(day.GetProperty("input").EnumerateObject().Select(row => Concentration(row)));

            Assert.Equal(day.GetProperty("aqi").GetInt32(), index.Aqi);
            Assert.Equal(day.GetProperty("category").GetString(), index.Category?.Name);
            Assert.Equal(day.GetProperty("primary").EnumerateArray().Select(key => Key(key.GetString()!).Item), index.Primary);
            Assert.Equal(Expected(day), index.Items.Where(item => item.Iaqi is not null).Select(item => item.Iaqi));
        });
    }

    [Theory]
    [InlineData("2012", 2.2, 55)]
    [InlineData("2026", 2.2, 55)]
    [InlineData("2026", 2.25, 55)]
    [InlineData("2012", 2.25, 57)]
    [InlineData("2026", 2.35, 60)]
    public void Iaqi_Co_IsExactAndRoundsHalfToEvenOnlyWhereAsked(string edition, double concentration, int expected) =>
        Assert.Equal(expected, AirIndexEdition.Find(edition)!.Iaqi(AirItem.Co, AirAveraging.Day, (decimal)concentration));

    [Theory]
    [InlineData("2012", "SO2_1h", 801, null)]
    [InlineData("2026", "SO2_1h", 801, 200)]
    [InlineData("2012", "O3_8h", 801, null)]
    [InlineData("2026", "O3_8h", 801, 300)]
    [InlineData("2012", "PM25_24h", 501, 500)]
    [InlineData("2026", "CO_1h", 151, 500)]
    public void Iaqi_AboveTheTable_FollowsTheEdition(string edition, string key, int concentration, int? expected)
    {
        var (item, averaging) = Key(key);

        Assert.Equal(expected, AirIndexEdition.Find(edition)!.Iaqi(item, averaging, concentration));
    }

    [Theory]
    [InlineData("2012", "PM25_1h", null)]
    [InlineData("2026", "PM25_1h", 100)]
    [InlineData("2026", "O3_24h", null)]
    [InlineData("2026", "SO2_8h", null)]
    public void Iaqi_TimeWithoutBreakpoints_IsNull(string edition, string key, int? expected)
    {
        var (item, averaging) = Key(key);

        Assert.Equal(expected, AirIndexEdition.Find(edition)!.Iaqi(item, averaging, 60));
    }

    [Fact]
    public void Iaqi_EveryBreakpoint_IsItsStep()
    {
        foreach (var version in Example.Read("air", "aqi.json").GetProperty("versions").EnumerateArray())
        {
            var edition = AirIndexEdition.Find(version.GetProperty("id").GetString()!)!;
            foreach (var row in version.GetProperty("breakpoints").EnumerateObject())
            {
                var (item, averaging) = Key(row.Name);
                var steps = new[] { 0, 50, 100, 150, 200, 300, 400, 500 };
                Assert.All(row.Value.EnumerateArray().Zip(steps).Where(pair => pair.First.ValueKind == JsonValueKind.Number), pair =>
                    Assert.Equal(pair.Second, edition.Iaqi(item, averaging, pair.First.GetDecimal())));
            }
        }
    }

    [Fact]
    public void Evaluate_NothingHasASubIndex_HasNoIndex()
    {
        var index = AirIndexEdition.All[0].Evaluate([new(AirItem.So2, AirAveraging.Hour, 900m)]);

        Assert.Equal((null, null, 0), (index.Aqi, index.Category, index.Primary.Count));
    }

    [Fact]
    public void Iaqi_NegativeConcentration_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AirIndexEdition.All[0].Iaqi(AirItem.Co, AirAveraging.Day, -0.1m));

    [Theory]
    [InlineData("2026-02-28", "HJ633-2012")]
    [InlineData("2026-03-01", "HJ633-2026")]
    [InlineData("2015-12-31", null)]
    public void InForceOn_BorderDays_IsTheDatedEdition(string day, string? expected) =>
        Assert.Equal(expected, AirIndexEdition.InForceOn(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))?.Edition.Id);

    [Fact]
    public void Categories_AreAsInTheReference()
    {
        var rows = Example.Read("air", "aqi.json").GetProperty("categories").EnumerateArray().ToList();

        Assert.Equal(rows.Select(row => (row.GetProperty("name").GetString(), row.GetProperty("max").GetInt32(), row.GetProperty("hex").GetString())),
            AirCategory.All.Select(category => ((string?)category.Name, category.To, (string?)category.Hex)));
        Assert.All(rows, row => Assert.Equal(row.GetProperty("level").GetInt32(), AirCategory.Of(row.GetProperty("min").GetInt32()).Level));
    }

    private static AirIndexEdition Of(JsonElement one) => AirIndexEdition.Find(one.GetProperty("standard").GetString()!)!;

    private static IEnumerable<int?> Expected(JsonElement day) => day.GetProperty("iaqi").EnumerateObject().Select(row => (int?)row.Value.GetInt32());

    private static AirConcentration Concentration(JsonProperty row)
    {
        var (item, averaging) = Key(row.Name);
        return new(item, averaging, row.Value.GetDecimal());
    }

    private static (AirItem Item, AirAveraging Averaging) Key(string key)
    {
        var parts = key.Split('_');
        Assert.True(AirItems.TryParse(parts[0], out AirItem item));
        Assert.True(AirItems.TryParse(parts[1], out AirAveraging averaging));
        return (item, averaging);
    }
}
