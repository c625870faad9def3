using System.Text.Json;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Hj663;

/// <summary>HJ 663, annex A: percentiles of daily values.</summary>
public sealed class PercentileTests
{
    [Fact]
    public void Compute_WorkedCases_AreAsInTheReference()
    {
        var cases = Example.Read("air", "hj663.json").GetProperty("percentile").GetProperty("examples").EnumerateArray().ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, one => Assert.Equal(one.GetProperty("result").GetDecimal(), Percentile.Compute(Values(one.GetProperty("values")), one.GetProperty("p").GetInt32())));
    }

    [Fact]
    public void Compute_NoValues_IsNull() => Assert.Null(Percentile.Compute([], 95));

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void Compute_NoPercentile_IsRefused(int p) => Assert.Throws<ArgumentOutOfRangeException>(() => Percentile.Compute([1m], p));

    private static IEnumerable<decimal> Values(JsonElement values) => values.ValueKind == JsonValueKind.Array
        ? values.EnumerateArray().Select(value => value.GetDecimal())
        : Enumerable.Range(1, int.Parse(values.GetString()!.Split("..")[1], System.Globalization.CultureInfo.InvariantCulture)).Select(value => (decimal)value);
}
