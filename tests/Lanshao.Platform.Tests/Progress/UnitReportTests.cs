using Lanshao.Platform.Foundation;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Progress;

public class UnitReportTests
{
    private static readonly Period June = Period.Month(2024, 6);
    private static readonly DateOnly Due = new(2024, 7, 3);
    private static readonly FixedClock Clock = new();
    private static readonly Guid Measure = Guid.CreateVersion7();

    [Fact]
    public void DueDayOf_June2024_IsTheThirdWorkingDayOfJuly() => Assert.Equal(Due, ReportingPeriod.DueDayOf(June, WorkCalendar.Embedded).Value);

    [Fact]
    public void DueDayOf_September2024_SkipsTheHoliday() => Assert.Equal(new(2024, 10, 10), ReportingPeriod.DueDayOf(Period.Quarter(2024, 3), WorkCalendar.Embedded).Value);

    [Fact]
    public void DueDayOf_YearWithoutHolidayTable_IsRefusedNotGuessed() => Assert.Equal("PRG-001", ReportingPeriod.DueDayOf(Period.Month(2031, 1), WorkCalendar.Embedded).Refusal?.Code);

    [Theory]
    [InlineData(3, ReportState.Reported)]
    [InlineData(4, ReportState.ReportedLate)]
    public void StateOf_Accepted_IsLateWhenHandedInAfterTheDueDay(int day, ReportState state)
    {
        var report = Written();
        report.Submit(false, new(2024, 7, day));
        report.Accept(Actor.Local, ChinaTime.NowUtc(Clock));

        Assert.Equal(state, UnitReport.StateOf(report, Due));
    }

    [Fact]
    public void StateOf_ReturnedAndHandedInAgain_GoesByTheFirstDay()
    {
        var report = Written();
        report.Submit(false, new(2024, 7, 3));
        report.Return("数字与上月不衔接", Actor.Local, ChinaTime.NowUtc(Clock));
        Assert.Equal(ReportState.Returned, UnitReport.StateOf(report, Due));

        report.Submit(false, new(2024, 7, 9));
        report.Accept(Actor.Local, ChinaTime.NowUtc(Clock));

        Assert.Equal(ReportState.Reported, UnitReport.StateOf(report, Due));
    }

    [Fact]
    public void StateOf_Nothing_IsAZeroReport()
    {
        var report = UnitReport.Begin(Guid.CreateVersion7(), June, "a");
        report.Submit(true, Due);
        report.Accept(Actor.Local, ChinaTime.NowUtc(Clock));

        Assert.Equal(ReportState.Nothing, UnitReport.StateOf(report, Due));
        Assert.Equal(ReportState.NotReported, UnitReport.StateOf(null, Due));
    }

    [Fact]
    public void Submit_NothingWritten_IsRefused() => Assert.Equal("PRG-005", UnitReport.Begin(Guid.CreateVersion7(), June, "a").Submit(false, Due).Refusal?.Code);

    [Fact]
    public void Submit_NothingDeclaredBesideEntries_IsRefused() => Assert.Equal("PRG-006", Written().Submit(true, Due).Refusal?.Code);

    [Fact]
    public void Write_AfterHandingIn_IsRefusedUntilReturned()
    {
        var report = Written();
        report.Submit(false, Due);

        Assert.Equal("PRG-004", report.Write(Measure, new("改一下")).Refusal?.Code);
        report.Return("请补数字", Actor.Local, ChinaTime.NowUtc(Clock));
        Assert.False(report.Write(Measure, new("改一下")).IsRefused);
    }

    [Fact]
    public void Return_WithoutReason_IsRefused()
    {
        var report = Written();
        report.Submit(false, Due);

        Assert.Equal("PRG-008", report.Return(" ", Actor.Local, ChinaTime.NowUtc(Clock)).Refusal?.Code);
        Assert.Equal(ReportStep.Submitted, report.Step);
    }

    [Fact]
    public void Write_EmptyText_TakesTheEntryOut()
    {
        var report = Written();

        report.Write(Measure, new("  "));

        Assert.Empty(report.Entries);
    }

    [Theory, EveryStore]
    public async Task Save_Return_ComesBackWithItsEntries(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        var said = new ProgressText("已完成三台", true, OnTrackVerdict.Advice, "建议加快", "经办", "000-00000000", new string('a', 64), "t1r2c9");
        await using (var db = store.NewContext())
        {
            var report = UnitReport.Begin(Guid.CreateVersion7(), June, "a");
            report.Write(Measure, said);
            db.Add(report);
            Assert.Null(await db.SaveAsync(Actor.Local, Clock, TestContext.Current.CancellationToken));
        }

        await using var read = store.NewContext();
        var stored = await read.Set<UnitReport>().Include(r => r.Entries).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(said, Assert.Single(stored.Entries).AsText);
        var change = await read.Set<Change>().SingleAsync(c => c.Kind == nameof(UnitReport), TestContext.Current.CancellationToken);
        Assert.Equal((June.From, June.To), (change.FromOn, change.ToOn));
    }

    private static UnitReport Written()
    {
        var report = UnitReport.Begin(Guid.CreateVersion7(), June, "a");
        Assert.False(report.Write(Measure, new("已完成三台")).IsRefused);
        return report;
    }
}
