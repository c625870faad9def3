using System.Globalization;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Checks;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Checks;

public class HourCheckerTests
{
    private static readonly DateTime First = new(2024, 6, 30, 16, 0, 0, DateTimeKind.Utc);
    private static readonly HourCheckRule Rule = new("a34004", "PM2.5", [DeviceKind.Air], "微克/立方米")
    {
        Low = 0,
        High = 500,
        Jump = 100,
        FlatHours = 4,
        FlatWithin = 0.5m,
        FlatFrom = 5,
        BesideBy = 60,
        BesideTimes = 2,
    };

    [Theory]
    [InlineData("500", "")]
    [InlineData("500.1", "Range 0+1")]
    [InlineData("0", "")]
    [InlineData("-0.1", "Range 0+1")]
    public void Find_ValueAtTheEdgeOfItsRange_IsMarkedBeyondItOnly(string values, string marks) => Assert.Equal(marks, Marks(values));

    [Theory]
    [InlineData("20 120", "")]
    [InlineData("20 120.1", "Jump 1+1")]
    [InlineData("220 119", "Jump 1+1")]
    [InlineData("20 - 220", "")]
    public void Find_StepFromTheHourBefore_IsMarkedBeyondTheLimitOnly(string values, string marks) => Assert.Equal(marks, Marks(values, known: 0));

    [Theory]
    [InlineData("20 20 20 21", "")]
    [InlineData("20 20.5 20 20.2 90", "Flat 0+4")]
    [InlineData("9 20 20 20 20 20", "Flat 1+5")]
    [InlineData("4 4 4 4 4 4", "")]
    [InlineData("20 20 - 20 20", "")]
    public void Find_EqualHours_AreMarkedFromTheirNumberOnUnlessTheyAreSmall(string values, string marks) => Assert.Equal(marks, Marks(values, known: 0));

    [Theory]
    [InlineData("130", 65, "Beside 0+1")]
    [InlineData("129", 65, "")]
    [InlineData("70", 130, "")]
    [InlineData("65", 130, "Beside 0+1")]
    public void Find_FarFromTheOthers_NeedsDifferenceAndRatio(string values, int median, string marks) => Assert.Equal(marks, Marks(values, median: median));

    [Fact]
    public void Find_HoursThatNeverCame_AreOneMarkUpToNowWithoutThoseReportedAway()
    {
        var checker = new HourChecker(Rule, Line("20 - - - - 25 - -"));

        var marks = checker.Find(0, known: 7, _ => null, atUtc => atUtc == First.AddHours(2));

        Assert.Equal(["Missing 1+1", "Missing 3+2", "Missing 6+1"], marks.Select(Text));
    }

    [Fact]
    public void Find_AValueThatCameAndDoesNotCount_IsNotMissing()
    {
        var line = Line("20 - 30");
        line.IsThere[1] = true;

        Assert.Empty(new HourChecker(Rule, line).Find(0, known: 3, _ => null, _ => false));
    }

    [Fact]
    public void Find_HoursBeforeTheOnesAskedFor_GiveThePastAndNoMarks()
    {
        var checker = new HourChecker(Rule, Line("600 20 20 20 20 20"));

        var marks = checker.Find(4, known: 6, _ => null, _ => false);

        Assert.Equal(["Flat 1+5"], marks.Select(Text));
    }

    [Fact]
    public void Find_AMark_TellsRuleAndValues()
    {
        var mark = Assert.Single(new HourChecker(Rule, Line("20 220")).Find(0, known: 2, _ => null, _ => false));

        Assert.Equal("MON-071", mark.Finding.Code);
        Assert.Equal(("20", "220", "200", "100", "PM2.5"), (mark.Finding.Arguments["before"], mark.Finding.Arguments["value"], mark.Finding.Arguments["difference"], mark.Finding.Arguments["limit"], mark.Finding.Arguments["factor"]));
    }

    private static string Marks(string values, int? known = null, int? median = null)
    {
        var line = Line(values);
        return string.Join(' ', new HourChecker(Rule, line).Find(0, known ?? line.Means.Length, _ => median * 1_000_000L, _ => false).Select(Text));
    }

    private static string Text(HourMark mark) => string.Create(CultureInfo.InvariantCulture, $"{mark.Kind} {(mark.StartUtc - First).TotalHours}+{mark.Hours}");

    private static HourLine Line(string values)
    {
        var means = values.Split(' ').Select(value => value == "-" ? (long?)null : (long)(decimal.Parse(value, CultureInfo.InvariantCulture) * 1_000_000m)).ToArray();
        return new(First, means, [.. means.Select(mean => mean is not null)]);
    }
}
