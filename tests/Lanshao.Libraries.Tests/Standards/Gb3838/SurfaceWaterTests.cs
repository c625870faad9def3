using System.Text.Json;
using Lanshao.Standards;
using Lanshao.Standards.Water;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Gb3838;

/// <summary>GB 3838-2002, 5.1 and table 1, with Beijing's grades: published sections and the edges of the table.</summary>
public sealed class SurfaceWaterTests
{
    private static readonly string[] Classified = ["river_section_21", "river", "lake", "auto_station_4"];

    [Fact]
    public void Classify_ReferenceSections_AreAsPublished()
    {
        var cases = Cases().Where(one => Classified.Contains(one.GetProperty("kind").GetString())).ToList();

        Assert.Equal(31, cases.Count);
        Assert.All(cases, one =>
        {
            var section = Classify(one.GetProperty("input"));
            var expected = one.GetProperty("expected");
            Assert.Equal(expected.GetProperty("nationalClass").GetString(), section.Class?.National.ToString());
            if (expected.TryGetProperty("beijingClass", out var beijing))
            {
                Assert.Equal(beijing.GetString(), section.Class?.ToString());
            }

            if (expected.TryGetProperty("attained", out var attained))
            {
                Assert.Equal(attained.GetBoolean(), section.IsMet);
            }
        });
    }

    [Fact]
    public void Classify_PublishedItems_AreAsPublished()
    {
        var cases = Cases().Where(one => one.GetProperty("expected").TryGetProperty("itemClasses", out _)).ToList();

        Assert.Equal(17, cases.Count);
        Assert.All(cases, one => Assert.Equal(
            one.GetProperty("expected").GetProperty("itemClasses").EnumerateObject().Select(row => (row.Name, row.Value.GetString()!)),
            Classify(one.GetProperty("input")).Items.Select(item => (item.Item.Key, item.Class.ToString()))));
    }

    [Fact]
    public void Classify_WorstItems_Determine()
    {
        var cases = Cases().Where(one => one.GetProperty("expected").TryGetProperty("worstItems", out _)).ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, one => Assert.Equal(
            one.GetProperty("expected").GetProperty("worstItems").EnumerateArray().Select(name => SurfaceWater.Find(name.GetString()!)!.Key),
            Classify(one.GetProperty("input")).Determining.Select(item => item.Item.Key)));
    }

    [Fact]
    public void Classify_BeyondTheTarget_HasMultiples()
    {
        var one = Cases().Single(one => one.GetProperty("kind").GetString() == "exceed_multiple");

        var section = Classify(one.GetProperty("input"));

        Assert.Equal(one.GetProperty("expected").GetProperty("exceed").EnumerateObject().ToDictionary(row => row.Name, row => row.Value.GetDecimal()), section.Beyond.ToDictionary(excess => excess.Item.Key, excess => excess.Multiple!.Value.Shown));
        Assert.False(section.IsMet);
    }

    [Fact]
    public void Classify_OxygenBeyondTheTarget_HasNoMultiple()
    {
        var section = SurfaceWater.Classify(Measured(("do", 1.9m), ("tp", 0.3m)), WaterBody.River, WaterClass.Of(3));

        Assert.Equal([("do", null), ("tp", "0.50")], section.Beyond.Select(excess => (excess.Item.Key, excess.Multiple?.ShownText)));
    }

    [Fact]
    public void Classify_NitrogenOfALake_IsToldAndDoesNotCount()
    {
        var lake = SurfaceWater.Classify(Measured(("cod", 15m), ("tn", 1.6m)), WaterBody.Lake, null);
        var river = SurfaceWater.Classify(Measured(("cod", 15m), ("tn", 1.6m)), WaterBody.River, null);

        Assert.Equal(("Ⅰ", "Ⅴ"), (lake.Class.ToString(), lake.Items[^1].Class.ToString()));
        Assert.Equal(["cod"], river.Items.Select(item => item.Item.Key));
    }

    [Fact]
    public void Classify_NothingThatCounts_HasNoClass()
    {
        var section = SurfaceWater.Classify(Measured(("tn", 1.6m)), WaterBody.Lake, WaterClass.Of(3));

        Assert.Equal((null, null), (section.Class, section.IsMet));
    }

    [Theory]
    [InlineData("codmn", 15, 15.1, "劣Ⅴ1")]
    [InlineData("codmn", 15, 40.1, "劣Ⅴ4")]
    [InlineData("hg", 0.001, 0.00123, "劣Ⅴ4")]
    [InlineData("se", 0.02, 0.05, "劣Ⅴ1")]
    public void Classify_BeyondTheFifth_HasItsGrade(string key, double fifth, double beyond, string grade)
    {
        var item = SurfaceWater.Find(key)!;

        Assert.Equal(("Ⅴ", grade), (item.Classify((decimal)fifth, WaterBody.River) is { Level: <= 5 } ? "Ⅴ" : "", item.Classify((decimal)beyond, WaterBody.River).ToString()));
    }

    [Fact]
    public void Limits_AllItems_AreAsInTheReference()
    {
        var items = Example.Read("water", "gb3838.json").GetProperty("items").EnumerateObject().ToList();

        Assert.Equal(items.Select(row => row.Name), SurfaceWater.Items.Select(item => item.Key));
        Assert.All(items.Where(row => row.Name != "ph").SelectMany(row => row.Value.GetProperty("limits").EnumerateArray().Select((limit, at) => (row.Name, at, limit.GetDecimal()))), limit =>
            Assert.Equal(limit.Item3, SurfaceWater.Find(limit.Name)!.Limit(limit.at + 1, WaterBody.River)));
    }

    [Theory]
    [InlineData("w21011", "tp")]
    [InlineData("总磷(以P计)", "tp")]
    [InlineData("总磷（以P计）", "tp")]
    [InlineData("铬(六价)", "cr6")]
    [InlineData("pH", "ph")]
    [InlineData("生化需氧量", "bod5")]
    public void Find_NamesOfTables_AreKnown(string name, string key) => Assert.Equal(key, SurfaceWater.Find(name)?.Key);

    [Fact]
    public void MainItems_SectionOfTheFifth_AreTheWorstThree()
    {
        var section = SurfaceWater.Classify(Measured(("cod", 35m), ("nh3n", 1.9m), ("tp", 0.25m), ("bod5", 4.5m), ("do", 8m)), WaterBody.River, null);

        Assert.Equal(["nh3n", "cod", "tp"], section.MainItems(WaterBody.River).Select(item => item.Key));
    }

    private static List<JsonElement> Cases() => [.. Example.Read("examples", "water.json").GetProperty("cases").EnumerateArray()];

    private static SectionClass Classify(JsonElement input)
    {
        var body = input.TryGetProperty("waterBody", out var text) && text.GetString() == "lake" ? WaterBody.Lake : WaterBody.River;
        WaterClass? target = input.TryGetProperty("target", out var aim) && WaterClass.TryParse(aim.GetString(), out var parsed) ? parsed : null;
        return SurfaceWater.Classify(input.GetProperty("values").EnumerateObject().ToDictionary(row => SurfaceWater.Find(row.Name)!, row => row.Value.GetDecimal()), body, target);
    }

    private static Dictionary<WaterItem, decimal> Measured(params (string Key, decimal Value)[] values) => values.ToDictionary(pair => SurfaceWater.Find(pair.Key)!, pair => pair.Value);
}
