using System.Text.Json;
using Lanshao.Standards.Soil;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Gb36600;

/// <summary>GB 36600-2018, table 1 and 5.3.</summary>
public sealed class SoilScreeningTests
{
    [Fact]
    public void Judge_WorkedCases_AreAsInTheReference()
    {
        var cases = Example.Read("water", "gb36600.json").GetProperty("examples").EnumerateArray().ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, one =>
        {
            var input = one.GetProperty("input");
            decimal? background = input.TryGetProperty("background", out var local) ? local.GetDecimal() : null;
            var verdict = SoilScreening.Find(input.GetProperty("item").GetString()!)!.Judge(input.GetProperty("value").GetDecimal(), Use(input.GetProperty("land").GetString()), background);
            Assert.Equal(one.GetProperty("output").GetString(), Words(verdict));
        });
    }

    [Fact]
    public void Items_AllValues_AreAsInTheReference()
    {
        var rows = Example.Read("water", "gb36600.json").GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(45, SoilScreening.Items.Count);
        Assert.Equal(
            rows.Select(row => (row.GetProperty("name").GetString(), Number(row, "screening_class1"), Number(row, "screening_class2"), Number(row, "intervention_class1"), Number(row, "intervention_class2"))),
            SoilScreening.Items.Select(item => ((string?)item.Name, item.Screening[0], item.Screening[1], item.Intervention[0], item.Intervention[1])));
    }

    [Fact]
    public void Judge_Negative_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => SoilScreening.Items[0].Judge(-1m, LandUse.First));

    private static decimal Number(JsonElement row, string name) => row.GetProperty(name).GetDecimal();

    private static LandUse Use(string? land) => land switch { "第一类" => LandUse.First, "第二类" => LandUse.Second, _ => LandUse.Unknown };

    private static string Words(SoilVerdict verdict) => verdict switch
    {
        SoilVerdict.BelowScreening => "低于筛选值",
        SoilVerdict.AboveScreening => "超筛选值(详细调查)",
        SoilVerdict.AboveIntervention => "超管制值",
        _ => "不纳入污染地块管理",
    };
}
