using System.Globalization;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Gb3095;

/// <summary>GB 3095, tables 1 and 2: three dated sets of limits.</summary>
public sealed class AirLimitSetTests
{
    private static readonly Dictionary<string, AirAveraging> Times = new()
    {
        ["annual"] = AirAveraging.Year,
        ["quarter"] = AirAveraging.Quarter,
        ["daily"] = AirAveraging.Day,
        ["mda8"] = AirAveraging.EightHours,
        ["hour1"] = AirAveraging.Hour,
    };

    [Fact]
    public void Limit_EveryItemTimeAndLevel_IsAsInTheReference()
    {
        var compared = 0;
        foreach (var version in Example.Read("air", "limits.json").GetProperty("versions").EnumerateArray())
        {
            var set = AirLimitSet.All.Single(set => set.Edition.Id == version.GetProperty("id").GetString());
            foreach (var pollutant in version.GetProperty("pollutants").EnumerateObject())
            {
                foreach (var limit in pollutant.Value.GetProperty("limits").EnumerateObject())
                {
                    Assert.True(AirItems.TryParse(pollutant.Name, out AirItem item));
                    Assert.Equal(limit.Value[0].GetDecimal(), set.Limit(item, Times[limit.Name], level: 1));
                    Assert.Equal(limit.Value[1].GetDecimal(), set.Limit(item, Times[limit.Name]));
                    compared += 2;
                }
            }
        }

        Assert.Equal(3 * 2 * 23, compared);
    }

    [Theory]
    [InlineData("2016-01-01", "GB3095-2012")]
    [InlineData("2026-02-28", "GB3095-2012")]
    [InlineData("2026-03-01", "GB3095-2026-transitional")]
    [InlineData("2030-12-31", "GB3095-2026-transitional")]
    [InlineData("2031-01-01", "GB3095-2026")]
    public void InForceOn_BorderDays_IsTheDatedSet(string day, string expected) => Assert.Equal(expected, AirLimitSet.InForceOn(Day(day))?.Edition.Id);

    [Theory]
    [InlineData("2015-12-31", null, null)]
    [InlineData("2013-01-01", "2013-01-01", "GB3095-2012")]
    [InlineData("2012-12-31", "2013-01-01", null)]
    public void InForceOn_BeforeTheFirstEdition_NeedsAPilotStart(string day, string? pilot, string? expected) =>
        Assert.Equal(expected, AirLimitSet.InForceOn(Day(day), pilot is null ? null : Day(pilot))?.Edition.Id);

    [Fact]
    public void Limit_NotInTheTables_IsNull() => Assert.Null(AirLimitSet.All[0].Limit(AirItem.Co, AirAveraging.Year));

    [Fact]
    public void Limit_ThirdLevel_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => AirLimitSet.All[0].Limit(AirItem.Co, AirAveraging.Day, 3));

    [Fact]
    public void Next_OfTheTransitionalSet_IsTheFinalOne() => Assert.Equal("GB3095-2026", AirLimitSet.All[1].Next()?.Edition.Id);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
