using FsCheck;
using FsCheck.Fluent;
using Lanshao.Standards;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Hj663;

/// <summary>The kernels on scaled whole numbers give the figures of the plain decimal functions: ties, gaps, missing days, any decimals.</summary>
public sealed class KernelPropertyTests
{
    private const int Days = 40;
    private static readonly DateOnly First = new(2024, 1, 25);
    private static readonly AirRules Rules = AirRules.InForceOn(First);

    private static readonly Arbitrary<(int[] Hours, int Decimals)> Columns = Arb.From(
        from decimals in Gen.Choose(0, 4)
        from gaps in Gen.Choose(0, 12)
        from top in Gen.Elements(3, 40, 700, 6000)
        from hours in Gen.Choose(0, 100 + gaps).Select(dice => dice < gaps).SelectMany(gap => gap ? Gen.Constant(HourlyColumn.Missing) : Gen.Choose(0, top)).ArrayOf(Days * 24)
        select (hours, decimals));

    [Fact]
    public void Evaluation_ScaledAndPlain_AreTheSame() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Columns, column =>
    {
        var scaled = Evaluate(HourlyColumn.OfScaled(column.Hours, column.Decimals));
        var plain = Evaluate(HourlyColumn.OfDecimals(Plain(column.Hours, column.Decimals)));

        for (var day = 0; day < Days; day++)
        {
            var (one, other) = (scaled.Day(day), plain.Day(day));
            Assert.Equal(other.Items.Select(Printed), one.Items.Select(Printed));
            Assert.Equal((other.Aqi, other.MaxOzoneHour?.Iaqi, string.Join(' ', other.Primary)), (one.Aqi, one.MaxOzoneHour?.Iaqi, string.Join(' ', one.Primary)));
        }

        Assert.Equal(plain.Periods().SelectMany(Printed), scaled.Periods().SelectMany(Printed));
    }));

    [Fact]
    public void Evaluation_Scaled_IsWhatThePlainFunctionsSay() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Columns, column =>
    {
        var station = Evaluate(HourlyColumn.OfScaled(column.Hours, column.Decimals));
        var plain = Plain(column.Hours, column.Decimals);
        var means = Enumerable.Range(0, Days).Select(day => DailyMean.Compute(plain.AsSpan(day * 24, 24), Rules)).ToList();
        var ozone = Enumerable.Range(0, Days).Select(day => OzoneDay.Compute(plain.AsSpan(day * 24, 24), Rules, 160m)).ToList();

        var figures = station.Figures(AirPeriod.Between(station.First, station.Last));

        Assert.Equal(means.Select(mean => Text(mean.Exact)), Enumerable.Range(0, Days).Select(day => Text(station.Day(day).Items[0].Value?.Exact)));
        Assert.Equal(ozone.Select(day => Text(day.Exact)), Enumerable.Range(0, Days).Select(day => Text(station.Day(day).Items[5].Value?.Exact)));
        Assert.Equal(Text(Percentile.Compute(means.Select(mean => mean.Exact).OfType<decimal>(), 95)), Text(figures[AirItem.Pm25].Percentile?.Exact));
        Assert.Equal(Text(Percentile.Compute(ozone.Select(day => day.Exact).OfType<decimal>(), 90)), Text(figures[AirItem.O3].Percentile?.Exact));
        Assert.Equal(means.Count(mean => mean.Exact is not null), figures[AirItem.Pm25].ValidDays);
    }));

    [Fact]
    public void Reported_ExactHalves_GoToTheEvenDigit()
    {
        var hours = Enumerable.Range(0, 48).Select(hour => hour < 24 ? hour % 2 : 1 + (hour % 2)).ToArray();   // means of 0.5 and 1.5
        var station = Evaluate(HourlyColumn.OfScaled(hours.Concat(Enumerable.Repeat(7, (Days - 2) * 24)).ToArray(), 0));

        Assert.Equal(["0", "2"], new[] { 0, 1 }.Select(day => station.Day(day).Items[0].Value?.ShownText));
    }

    [Fact]
    public void Evaluation_HoursThatAreQuotients_KeepTheTieOfTheirMean()
    {
        // Means of three values each: 18 hours of 35⅓ and 6 of 36 have the mean 35.5, 6 hours of 99⅓ and 2 of 100 the mean 99.5.
        decimal?[] hours = [.. Enumerable.Repeat<decimal?>(106m / 3m, 18), .. Enumerable.Repeat<decimal?>(36m, 6)];
        decimal?[] ozone = [.. Enumerable.Repeat<decimal?>(298m / 3m, 6), 100m, 100m, .. Enumerable.Repeat<decimal?>(1m, 16)];
        var day = AirEvaluation.Of(
            new HourlySeries("东演示", First, new Dictionary<AirItem, HourlyColumn> { [AirItem.Pm25] = HourlyColumn.OfDecimals(hours), [AirItem.O3] = HourlyColumn.OfDecimals(ozone) }),
            new AirOptions { Forced = AirIndexEdition.All[0] }).Day(0);

        Assert.Equal(("35.5", "36", 52), (day.Items[0].Value?.ExactText, day.Items[0].Value?.ShownText, day.Items[0].Iaqi));
        Assert.Equal(("99.5", "100"), (day.Items[5].Value?.ExactText, day.Items[5].Value?.ShownText));
    }

    [Fact]
    public void PlainFunctions_SumsOfThirds_AreWhole()
    {
        decimal[] figures = [35m / 3m, 70m / 3m, 20m, 0m, 0m, 0m];

        Assert.Equal(1m, CompositeIndex.Compute(figures, AirLimitSet.All[0]).Sum.Exact);
        Assert.Equal(2.5m, Percentile.Compute([7m / 3m, 8m / 3m], 50));
        Assert.Equal(1m, ThreeYearMean.Compute(AirItem.Pm25, 1m / 3m, 1m, 5m / 3m)?.Exact);
    }

    private static AirEvaluation Evaluate(HourlyColumn column) =>
        AirEvaluation.Of(new HourlySeries("东演示", First, AirItems.Basic.ToDictionary(item => item, _ => column)), new AirOptions { Forced = AirIndexEdition.All[0] });

    private static decimal?[] Plain(int[] hours, int decimals) => [.. hours.Select(hour => hour < 0 ? (decimal?)null : new decimal(hour, 0, 0, false, (byte)decimals))];

    private static string Printed(AirDayItem item) => $"{item.Item} {Text(item.Value?.Exact)} {item.Value?.ShownText} {item.Iaqi} {item.ValidHours}";

    private static IEnumerable<string> Printed(AirPeriodFigures period) => period.Items
        .Select(item => $"{period.Period.Code} {item.Item} {Text(item.Mean?.Exact)} {item.Mean?.ShownText} {Text(item.Percentile?.Exact)} {item.Percentile?.ShownText} {item.ValidDays} {item.Reason} {item.Meets}")
        .Append($"{period.GoodDays} {period.HeavyDays} {period.ValidDays} {Text(period.CompositeIndex?.Exact)}");

    /// <summary>Twelve decimals, without trailing zeros, rounded: quotients of decimals differ in their twenty-eighth.</summary>
    private static string Text(decimal? value) => value is { } known ? (Rounding.HalfEven(known, 12) / 1.000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
}
