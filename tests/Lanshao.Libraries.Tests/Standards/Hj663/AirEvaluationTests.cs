using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Hj663;

/// <summary>From hours to days and periods: editions, validity, attainment, good days.</summary>
public sealed class AirEvaluationTests
{
    [Fact]
    public void Figures_DaysAboveTheDailyLimit_AreCountedWithTheLargestMultiple()
    {
        var hours = Enumerable.Range(0, 4 * 24).Select(hour => (hour / 24) switch { 0 => 75, 1 => 76, 2 => 150, _ => HourlyColumn.Missing }).ToArray();
        var station = AirEvaluation.Of(new HourlySeries("东演示", new(2024, 1, 1), [HourlyColumn.OfScaled(hours, 0), null, null, null, null, null]), AirOptions.Default);

        var item = station.Figures(AirPeriod.Between(new(2024, 1, 1), new(2024, 1, 4)))[AirItem.Pm25];

        Assert.Equal((3, 1, 33.3m, 1.00m), (item.ValidDays, item.AttainingDays, item.AttainmentRate?.Shown, item.LargestMultiple?.Shown));
        Assert.Equal((null, null), (station.Figures(AirPeriod.Between(new(2024, 1, 1), new(2024, 1, 4)))[AirItem.O3].AttainingDays, item.Meets));
    }

    [Fact]
    public void Figures_HeavyDays_HaveBothDenominators()
    {
        var hours = Enumerable.Range(0, 4 * 24).Select(hour => (hour / 24) switch { 0 => 160, 3 => HourlyColumn.Missing, _ => 40 }).ToArray();
        var station = AirEvaluation.Of(new HourlySeries("东演示", new(2024, 1, 1), [HourlyColumn.OfScaled(hours, 0), null, null, null, null, null]), AirOptions.Default);

        var figures = station.Figures(AirPeriod.Between(new(2024, 1, 1), new(2024, 1, 4)));

        Assert.Equal((1, 33.3m, 25.0m), (figures.HeavyDays, figures.HeavyRatioOfValidDays?.Shown, figures.HeavyRatioOfCalendarDays?.Shown));
        Assert.Equal((2, 66.7m, 50.0m), (figures.GoodDays, figures.GoodRatioOfValidDays?.Shown, figures.GoodRatioOfCalendarDays?.Shown));
    }

    [Fact]
    public void OfStations_DecimalsThatDiffer_IsTheMeanAllTheSame()
    {
        var one = AirEvaluation.Of(new HourlySeries("甲", new(2024, 1, 1), [HourlyColumn.OfScaled(Enumerable.Repeat(30, 24).ToArray(), 0), null, null, null, null, null]), AirOptions.Default);
        var other = AirEvaluation.Of(new HourlySeries("乙", new(2024, 1, 1), [HourlyColumn.OfScaled(Enumerable.Repeat(411, 24).ToArray(), 1), null, null, null, null, null]), AirOptions.Default);

        var city = AirEvaluation.OfStations("市", [one, other], AirOptions.Default);

        Assert.Equal(35.55m, city.Day(0).Items[0].Value?.Exact);
        Assert.Equal(30m, AirEvaluation.OfStations("市", [one, one], AirOptions.Default).Day(0).Items[0].Value?.Exact);
    }

    [Fact]
    public void Day_AcrossTheChangeOfEditions_TakesTheOneOfItsDate()
    {
        var station = Evaluate(new(2026, 2, 27), 4, 60);

        Assert.Equal(["HJ633-2012", "HJ633-2012", "HJ633-2026", "HJ633-2026"], Days(station).Select(day => day.Edition));
        Assert.Equal([82, 100], new[] { station.Day(1), station.Day(2) }.Select(day => day.Items[0].Iaqi));
    }

    [Fact]
    public void Day_BeforeTheFirstEdition_HasNoIndexAndSaysWhy()
    {
        var day = Evaluate(new(2015, 12, 31), 1, 60).Day(0);

        Assert.Equal((null, null, AirDayReason.NoEdition), (day.Edition, day.Aqi, day.Reason));
    }

    [Fact]
    public void Day_ForcedEdition_HoldsForAllDays()
    {
        var station = AirEvaluation.Of(Series(new(2015, 12, 31), 2, 60), new AirOptions { Forced = AirIndexEdition.All[1] });

        Assert.All(Days(station), day => Assert.Equal(("HJ633-2026", 100), (day.Edition, day.Items[0].Iaqi)));
        Assert.Equal("GB3095-2026-transitional", station.Figures(AirPeriod.Between(station.First, station.Last)).Limits);
    }

    [Theory]
    [InlineData("2026-05-01", 60, null, AirDayReason.ItemMissing)]
    [InlineData("2026-05-01", 61, 101, AirDayReason.None)]
    [InlineData("2025-05-01", 60, 82, AirDayReason.None)]
    public void Day_ItemMissing_FollowsTheEdition(string day, int pm25, int? aqi, AirDayReason reason)
    {
        var first = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var series = new HourlySeries("东演示", first, new Dictionary<AirItem, HourlyColumn> { [AirItem.Pm25] = Flat(1, pm25) });

        var evaluated = AirEvaluation.Of(series, AirOptions.Default).Day(0);

        Assert.Equal((aqi, reason, 5), (evaluated.Aqi, evaluated.Reason, evaluated.Missing.Count));
    }

    [Fact]
    public void Day_ItemNotMonitoredByPlan_DoesNotHoldUpTheIndex()
    {
        var series = new HourlySeries("东演示", new(2026, 5, 1), new Dictionary<AirItem, HourlyColumn> { [AirItem.Pm25] = Flat(1, 60) });
        var options = new AirOptions { NotMonitored = AirItems.Basic.Except([AirItem.Pm25]).ToHashSet() };

        Assert.Equal(100, AirEvaluation.Of(series, options).Day(0).Aqi);
    }

    [Fact]
    public void Day_LargestOzoneHour_CountsInTheEditionOf2012Only()
    {
        var hours = Enumerable.Repeat(10, 24).ToArray();
        hours[15] = 250;
        AirDay On(int year) => AirEvaluation.Of(new("东演示", new(year, 5, 1), new Dictionary<AirItem, HourlyColumn> { [AirItem.O3] = HourlyColumn.OfScaled(hours, 0) }), new AirOptions { NotMonitored = AirItems.Basic.Except([AirItem.O3]).ToHashSet() }).Day(0);

        Assert.Equal((125, 125), (On(2025).Aqi, On(2025).MaxOzoneHour?.Iaqi));
        Assert.Equal((20, null), (On(2026).Aqi, On(2026).MaxOzoneHour));
    }

    [Fact]
    public void Figures_WholeYear_IsJudged()
    {
        var year = Evaluate(new(2025, 1, 1), 365, 36).Periods().First();

        Assert.Equal(("2025", 365, 0, 365), (year.Period.Code, year.ValidDays, year.HeavyDays, year.CalendarDays));
        Assert.All(year.Items, item => Assert.True(item.IsValid));
        Assert.Equal((false, true), (year[AirItem.Pm25].Meets, year[AirItem.Pm10].Meets));
    }

    [Fact]
    public void Figures_MonthShortOfDays_SpoilsTheYearOfMeansOnly()
    {
        var hours = Enumerable.Repeat(20, 365 * 24).ToArray();
        hours.AsSpan(31 * 24, 4 * 24).Fill(HourlyColumn.Missing);   // February keeps 24 days, the year 361
        var series = new HourlySeries("东演示", new(2025, 1, 1), AirItems.Basic.ToDictionary(item => item, _ => HourlyColumn.OfScaled(hours, 0)));

        var year = AirEvaluation.Of(series, AirOptions.Default).Periods().First();

        Assert.Equal(new AirPeriodReason(AirPeriodReason.Shortage.DaysOfMonth, "2025-02", 24, 25), year[AirItem.Pm25].Reason);
        Assert.Null(year[AirItem.Pm25].Meets);
        Assert.Null(year[AirItem.O3].Reason);
    }

    [Fact]
    public void Figures_YearShortOfDays_SaysHowMany()
    {
        var year = Evaluate(new(2025, 1, 1), 323, 20).Periods().First();

        Assert.Equal(new AirPeriodReason(AirPeriodReason.Shortage.DaysOfYear, "2025", 323, 324), year[AirItem.Co].Reason);
    }

    [Fact]
    public void Figures_YearUnderTheNextLimits_CanBeAsked()
    {
        var station = Evaluate(new(2025, 1, 1), 365, 32);
        var year = station.Periods().First();

        var next = station.Figures(year.Period, AirLimitSet.All[0].Next());

        Assert.Equal((true, false, "GB3095-2026-transitional"), (year[AirItem.Pm25].Meets, next[AirItem.Pm25].Meets, next.Limits));
    }

    [Fact]
    public void Periods_DaysOfOneQuarter_AreItsYearHalfQuarterAndMonths() =>
        Assert.Equal(["2025", "2025H1", "2025Q2", "2025-05", "2025-06"], Evaluate(new(2025, 5, 31), 2, 10).Periods().Select(period => period.Period.Code));

    [Fact]
    public void OfStations_MeanOfTheValidOnes_ThenTheIndex()
    {
        var first = Evaluate(new(2025, 5, 1), 2, 30);
        var second = Evaluate(new(2025, 5, 2), 1, 41);

        var city = AirEvaluation.OfStations("演示区", [first, second], AirOptions.Default);

        Assert.Equal([30m, 35.5m], Days(city).Select(day => day.Items[0].Value!.Value.Exact));
        Assert.Equal(["30", "36"], Days(city).Select(day => day.Items[0].Value!.Value.ShownText));
    }

    [Fact]
    public void OfStations_ShareOfStationsAsked_LeavesDaysOut()
    {
        var city = AirEvaluation.OfStations("演示区", [Evaluate(new(2025, 5, 1), 2, 30), Evaluate(new(2025, 5, 2), 1, 41)], new AirOptions { CityShareOfStations = 0.75m });

        Assert.Equal([false, true], Days(city).Select(day => day.Items[0].Value is not null));
    }

    [Fact]
    public void Without_SandDays_ChangesMeansAndKeepsTheDays()
    {
        var hours = Enumerable.Repeat(20, 48).ToArray();
        hours.AsSpan(24).Fill(900);
        var series = new HourlySeries("东演示", new(2025, 4, 1), AirItems.Basic.ToDictionary(item => item, item => HourlyColumn.OfScaled(hours, item == AirItem.Co ? 3 : 0)));
        var all = AirEvaluation.Of(series, AirOptions.Default);

        var without = all.Without(new HashSet<DateOnly> { new(2025, 4, 2) }, new HashSet<AirItem> { AirItem.Pm10 });

        var period = AirPeriod.Between(all.First, all.Last);
        Assert.Equal((460m, 20m, 460m), (all.Figures(period)[AirItem.Pm10].Mean?.Exact, without.Figures(period)[AirItem.Pm10].Mean?.Exact, without.Figures(period)[AirItem.So2].Mean?.Exact));
        Assert.Equal((1, 1, 2), (without.Figures(period).GoodDays, without.Figures(period).HeavyDays, without.Figures(period).ValidDays));
    }

    [Fact]
    public void GoodRatio_PublishedHalfYear_IsAsPublished()
    {
        var rows = Example.Read("air", "ranking.json").GetProperty("goodDay").GetProperty("examples").EnumerateArray();
        var period = AirPeriod.Between(new(2024, 1, 1), new(2024, 6, 30));

        Assert.All(rows, row => Assert.Equal(
            row.GetProperty("ratio").GetDecimal(),
            new AirPeriodFigures(period, "", null, [], row.GetProperty("good").GetInt32(), 0, row.GetProperty("valid").GetInt32(), 182, null, null).GoodRatioOfValidDays?.Shown));
    }

    private static IEnumerable<AirDay> Days(AirEvaluation station) => Enumerable.Range(0, station.Days).Select(station.Day);

    private static AirEvaluation Evaluate(DateOnly first, int days, int pm25) => AirEvaluation.Of(Series(first, days, pm25), AirOptions.Default);

    private static HourlySeries Series(DateOnly first, int days, int pm25) =>
        new("东演示", first, AirItems.Basic.ToDictionary(item => item, item => item == AirItem.Pm25 ? Flat(days, pm25) : Flat(days, 3)));

    private static HourlyColumn Flat(int days, int concentration) => HourlyColumn.OfScaled(Enumerable.Repeat(concentration, days * 24).ToArray(), 0);
}
