using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Lanshao.Standards;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.GbT8170;

/// <summary>GB/T 8170-2008, clause 3 修约规则.</summary>
public sealed class RoundingTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> ReferenceCases()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Reference.File("standards", "air", "rounding.json")));
        foreach (var item in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            yield return new(item.GetProperty("value").GetString()!, item.GetProperty("interval").GetString()!, item.GetProperty("result").GetString()!);
        }
    }

    [Theory]
    [InlineData("12.1498", 0, "12")]
    [InlineData("12.1498", 1, "12.1")]
    [InlineData("10.5002", 0, "11")]
    [InlineData("1.050", 1, "1.0")]
    [InlineData("0.35", 1, "0.4")]
    [InlineData("38.5", 0, "38")]
    [InlineData("39.5", 0, "40")]
    [InlineData("0.15", 1, "0.2")]
    [InlineData("1.005", 2, "1.00")]
    [InlineData("2500", -3, "2000")]
    [InlineData("3500", -3, "4000")]
    [InlineData("-0.0365", 3, "-0.036")]
    [InlineData("-355", -1, "-360")]
    [InlineData("15.4546", 0, "15")]
    [InlineData("6", 1, "6.0")]
    [InlineData("-0.04", 1, "0.0")]
    [InlineData("79228162514264337593543950335", 0, "79228162514264337593543950335")]
    public void HalfEven_Decimals_KeepsLastDigitEvenOnTies(string value, int decimals, string expected)
    {
        var rounded = Rounding.HalfEven(Number(value), decimals);

        Assert.Equal(expected, rounded.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("60.25", "0.5", "60.0")]
    [InlineData("60.38", "0.5", "60.5")]
    [InlineData("-60.75", "0.5", "-61.0")]
    [InlineData("60.28", "0.50", "60.5")]
    [InlineData("830", "20", "840")]
    [InlineData("842", "20", "840")]
    [InlineData("-930", "20", "-920")]
    [InlineData("1268", "100", "1300")]
    [InlineData("0.30", "0.2", "0.4")]
    [InlineData("0.50", "0.2", "0.4")]
    [InlineData("7.5", "3", "6")]
    [InlineData("-0.2", "0.5", "0.0")]
    [InlineData("7.9228162514264337593543950335", "0.2", "8.0")]
    public void ToInterval_AnyInterval_TakesEvenMultipleOnTies(string value, string interval, string expected)
    {
        var rounded = Rounding.ToInterval(Number(value), Number(interval));

        Assert.Equal(expected, rounded.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(ReferenceCases), DisableDiscoveryEnumeration = true)]
    public void ToInterval_ReferenceCase_IsAsPublished(string value, string interval, string expected)
    {
        var reported = Reported.OfInterval(Number(value), Number(interval));

        Assert.Equal(expected, reported.ShownText);
        Assert.Equal(value, reported.ExactText);
    }

    [Theory]
    [InlineData("999.6", 3, "1000")]
    [InlineData("0.03655", 3, "0.0366")]
    [InlineData("-0.03645", 3, "-0.0364")]
    [InlineData("12345", 2, "12000")]
    [InlineData("6", 3, "6.00")]
    [InlineData("0", 3, "0")]
    public void ToSignificant_Digits_CountFromFirstDigit(string value, int digits, string expected)
    {
        var rounded = Rounding.ToSignificant(Number(value), digits);

        Assert.Equal(expected, rounded.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("30.0478", 1, "30.0", "30.1")]
    [InlineData("-0.31", 1, "-0.4", "-0.3")]
    [InlineData("50", 0, "50", "50")]
    [InlineData("1201", -2, "1200", "1300")]
    [InlineData("-1201", -2, "-1300", "-1200")]
    public void DownAndUp_WhereARuleAsks_GoTowardsTheInfinities(string value, int decimals, string down, string up)
    {
        Assert.Equal(down, Rounding.Down(Number(value), decimals).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(up, Rounding.Up(Number(value), decimals).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void HalfEven_InSteps_WouldDifferSoItIsRoundedOnce()
    {
        var once = Rounding.HalfEven(15.4546m, 0);
        var inSteps = Rounding.HalfEven(Rounding.HalfEven(Rounding.HalfEven(Rounding.HalfEven(15.4546m, 3), 2), 1), 0);

        Assert.Equal(15m, once);
        Assert.Equal(16m, inSteps);
    }

    [Fact]
    public void ExactText_Quotient_IsCutToTwelveDecimals()
    {
        var reported = Reported.Of(5528m / 184m, 1);

        Assert.Equal("30.043478260869", reported.ExactText);
        Assert.Equal("30.0", reported.ToString());
    }

    [Fact]
    public void ToInterval_AnyValue_IsNearestMultipleAndSymmetric() => Prop.ForAll<int, byte, byte>((mantissa, scale, size) =>
    {
        var value = mantissa * new decimal(1, 0, 0, false, (byte)(scale % 10));
        var interval = new decimal((size % 9) + 1, 0, 0, false, (byte)(size % 6));

        var rounded = Rounding.ToInterval(value, interval);

        return rounded % interval == 0m && Math.Abs(rounded - value) * 2m <= interval && rounded == -Rounding.ToInterval(-value, interval);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void HalfEven_AnyValue_AgreesWithTheIntervalRule() => Prop.ForAll<int, byte, byte>((mantissa, scale, decimals) =>
    {
        var value = mantissa * new decimal(1, 0, 0, false, (byte)(scale % 9));
        var places = decimals % 6;

        return Rounding.HalfEven(value, places) == Rounding.ToInterval(value, new decimal(1, 0, 0, false, (byte)places));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ToInterval_ZeroInterval_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.ToInterval(1m, 0m));

    [Fact]
    public void HalfEven_DecimalsOutOfRange_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.HalfEven(1m, 29));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
