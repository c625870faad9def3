using Lanshao.Platform.Monitoring;
using Lanshao.Rooms.Monitoring;
using Lanshao.Shell;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

public class SeriesTableTests
{
    [Theory]
    [InlineData("a34004", RollupSpan.Hour, "微克/立方米", 0)]
    [InlineData("a34004", RollupSpan.Month, "微克/立方米", 1)]
    [InlineData("a21005", RollupSpan.Day, "毫克/立方米", 1)]
    [InlineData("a21005", RollupSpan.Month, "mg/m³", 2)]
    [InlineData("a34001", RollupSpan.Hour, "µg/m³", 0)]
    [InlineData("a34001", RollupSpan.Hour, "mg/m³", 3)]
    [InlineData("a01007", RollupSpan.Hour, null, 1)]
    [InlineData("Leq", RollupSpan.Hour, "dB", 1)]
    [InlineData("ga1901", RollupSpan.Hour, "mg/m³", 3)]
    public void DecimalsOf_OfAFactor_AreThoseOfTheStandard(string factor, RollupSpan span, string? unit, int decimals) => Assert.Equal(decimals, SeriesTable.DecimalsOf(factor, span, unit));

    [Theory]
    [InlineData("38.956521739130", 0, "38.9565")]
    [InlineData("0.843478260869", 1, "0.84347")]
    [InlineData("39.000000", 0, "39")]
    public void Unrounded_AQuotient_HasFourDecimalsMoreThanItsRounding(string exact, int decimals, string shown) =>
        Assert.Equal(shown, Numbers.Unrounded(decimal.Parse(exact, System.Globalization.CultureInfo.InvariantCulture), decimals));
}
