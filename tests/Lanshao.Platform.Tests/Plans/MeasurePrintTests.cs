using System.Globalization;
using Lanshao.Platform.Plans;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

public sealed class MeasurePrintTests
{
    [Theory]
    [InlineData(TargetComparator.AtMost, "34", "µg/m³", "指标 ≤34微克/立方米")]
    [InlineData(TargetComparator.AtLeast, "29000", "辆次", "指标 ≥29000辆次")]
    [InlineData(TargetComparator.About, "3", "%", "指标 3%左右")]
    [InlineData(TargetComparator.AboutAtMost, "5", "t/(km²·月)", "指标 5吨/平方公里·月左右")]
    public void Target_WithAmount_IsPrintedAsOfficialTextsDo(TargetComparator comparator, string value, string unit, string expected)
    {
        var target = new TargetContent("指标", null, comparator, decimal.Parse(value, CultureInfo.InvariantCulture), null, unit, string.Empty, null, null, default, string.Empty, false, null, null, null);

        Assert.Equal(expected, MeasurePrint.Target(target));
    }
}
