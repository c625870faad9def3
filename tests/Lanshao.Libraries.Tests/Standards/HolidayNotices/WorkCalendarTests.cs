using System.Text.Json;
using Lanshao.Standards;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.HolidayNotices;

/// <summary>国务院办公厅关于部分节假日安排的通知, 2022 to 2026.</summary>
public sealed class WorkCalendarTests
{
    private const string Year2027 = """
        {"year":2027,"standard":"演示通知","source":"test","confidence":"R","days":[
          {"from":"2027-01-01","to":"2027-01-03","kind":"holiday","name":"元旦"},{"from":"2026-12-27","kind":"workday","name":"元旦"}]}
        """;

    [Fact]
    public void NthWorkingDay_ThirdOfEveryMonth_IsAsInTheReference()
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(Reference.File("standards", "air", "third_working_day.json")));
        var months = reference.RootElement.GetProperty("firstThree").EnumerateObject().ToList();

        Assert.Equal(60, months.Count);
        Assert.All(months, month => Assert.Equal(
            month.Value.EnumerateArray().Select(day => day.GetString()),
            Enumerable.Range(1, 3).Select(nth => NthWorkingDay(month.Name, nth))));
    }

    [Fact]
    public void Tables_EveryDay_IsAsInTheReference()
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(Reference.File("standards", "air", "holidays.json")));
        var expected = reference.RootElement.GetProperty("days").EnumerateObject().ToDictionary(day => day.Name, day => day.Value.GetString() == "workday");

        var actual = WorkCalendar.Embedded.Tables.SelectMany(table => table.Days).ToDictionary(day => day.Key.ToString("yyyy-MM-dd"), day => day.Value.IsWorkday);

        Assert.Equal(expected.OrderBy(day => day.Key), actual.OrderBy(day => day.Key));
    }

    [Theory]
    [InlineData("2024-02-04", true)]    // a Sunday made up
    [InlineData("2024-10-01", false)]
    [InlineData("2024-10-12", true)]
    [InlineData("2022-12-31", false)]   // arranged by the notice of 2023
    [InlineData("2024-03-09", false)]
    [InlineData("2024-03-11", true)]
    public void IsWorkingDay_MakeUpDaysAndHolidays_FollowTheNotice(string day, bool expected) =>
        Assert.Equal(expected, WorkCalendar.Embedded.IsWorkingDay(DateOnly.ParseExact(day, "yyyy-MM-dd")));

    [Fact]
    public void NthWorkingDay_YearWithoutTable_IsRefusedByName()
    {
        var missing = Assert.Throws<CalendarMissingException>(() => WorkCalendar.Embedded.NthWorkingDay(2027, 1, 3));

        Assert.Equal(2027, missing.Year);
    }

    [Fact]
    public void NthWorkingDay_BeyondTheMonth_IsNull() => Assert.Null(WorkCalendar.Embedded.NthWorkingDay(2024, 2, 28));

    [Fact]
    public void With_LaterYear_KnowsItAndItsDaysInDecemberBefore()
    {
        var calendar = WorkCalendar.Embedded.With(HolidayTable.Parse(Year2027));

        Assert.Equal(new DateOnly(2027, 1, 6), calendar.NthWorkingDay(2027, 1, 3));
        Assert.True(calendar.IsWorkingDay(new(2026, 12, 27)));
        Assert.False(WorkCalendar.Embedded.IsWorkingDay(new(2026, 12, 27)));
        Assert.Equal([2022, 2023, 2024, 2025, 2026], WorkCalendar.Embedded.Years);
    }

    [Theory]
    [InlineData("""{"year":2027}""")]
    [InlineData("""[]""")]
    [InlineData("""{"year":2027,"standard":"a","source":"b","confidence":"R","days":[{"from":"2027-01-01","kind":"feast","name":"c"}]}""")]
    [InlineData("""{"year":2027,"standard":"a","source":"b","confidence":"R","days":[{"from":"2028-01-01","kind":"holiday","name":"c"}]}""")]
    [InlineData("""{"year":2027,"standard":"a","source":"b","confidence":"R","days":[{"from":"2027-01-05","to":"2027-01-01","kind":"holiday","name":"c"}]}""")]
    [InlineData("""{"year":2027,"standard":"a","source":"b","confidence":"R","days":[{"from":"2027-01-01","kind":"holiday","name":"c"},{"from":"2027-01-01","kind":"workday","name":"c"}]}""")]
    [InlineData("""{"year":2027,"standard":"a","source":"b","confidence":"R","days":[{"from":"1.1.2027","kind":"holiday","name":"c"}]}""")]
    [InlineData("""not json""")]
    public void Parse_BrokenTable_SaysWhere(string json) => Assert.NotEmpty(Assert.Throws<FormatException>(() => HolidayTable.Parse(json)).Message);

    private static string? NthWorkingDay(string month, int nth)
    {
        var first = DateOnly.ParseExact(month, "yyyy-MM");
        return WorkCalendar.Embedded.NthWorkingDay(first.Year, first.Month, nth)?.ToString("yyyy-MM-dd");
    }
}
