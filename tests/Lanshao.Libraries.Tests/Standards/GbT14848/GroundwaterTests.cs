using Lanshao.Standards.Water;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.GbT14848;

/// <summary>GB/T 14848-2017, tables 1 and 2.</summary>
public sealed class GroundwaterTests
{
    [Fact]
    public void Items_AreThirtyNineAndFiftyFour() => Assert.Equal((39, 54), (Groundwater.Items.Count(item => item.IsRegular), Groundwater.Items.Count(item => !item.IsRegular)));

    [Fact]
    public void Classify_AtEveryLimit_IsTheBestClassThatSharesIt()
    {
        var compared = 0;
        foreach (var row in Example.Read("water", "gbt14848.json").GetProperty("items").EnumerateArray())
        {
            var item = Groundwater.Find(row.GetProperty("name").GetString()!)!;
            var limits = row.GetProperty("limits").EnumerateObject().Select(limit => limit.Value[0].GetString()!).ToList();
            for (var level = 0; level < limits.Count; level++)
            {
                if (limits[level].Split(':') is ["LessThanOrEqual", var limit])
                {
                    Assert.Equal(limits.IndexOf(limits[level]) + 1, item.Classify(decimal.Parse(limit, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture)));
                    compared++;
                }
            }
        }

        Assert.Equal(357, compared);
    }

    [Theory]
    [InlineData("总硬度", 651, 5)]
    [InlineData("pH", 6.5, 1)]
    [InlineData("pH", 6.49, 4)]
    [InlineData("pH", 9.01, 5)]
    [InlineData("总α放射性", 0.6, 4)]
    [InlineData("嗅和味", 1, 5)]
    [InlineData("阴离子表面活性剂", 0, 1)]
    [InlineData("阴离子表面活性剂", 0.05, 2)]
    public void Classify_Edges_AreAsInTheTables(string name, double concentration, int level) => Assert.Equal(level, Groundwater.Find(name)!.Classify((decimal)concentration));

    [Fact]
    public void Classify_Well_IsItsWorstItem()
    {
        Assert.Equal(4, Groundwater.Classify(new Dictionary<GroundwaterItem, decimal> { [Groundwater.Find("总硬度")!] = 500m, [Groundwater.Find("铁")!] = 0.1m }));
        Assert.Null(Groundwater.Classify(new Dictionary<GroundwaterItem, decimal>()));
    }
}
