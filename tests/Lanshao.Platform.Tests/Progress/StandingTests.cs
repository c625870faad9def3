using Lanshao.Platform.Progress;
using Xunit;

namespace Lanshao.Platform.Tests.Progress;

public class StandingTests
{
    private static readonly DateOnly Today = new(2024, 6, 30);

    [Theory]
    [InlineData(-1, MeasureState.Overdue)]
    [InlineData(0, MeasureState.NeedsAttention)]
    [InlineData(30, MeasureState.NeedsAttention)]
    [InlineData(31, MeasureState.NotStarted)]
    public void On_UnfinishedByItsDay_GoesByTheDaysLeft(int daysLeft, MeasureState state) =>
        Assert.Equal(state, new Standing(Today.AddDays(daysLeft), false, false, false).On(Today));

    [Fact]
    public void On_DoneAfterItsDay_IsCompleted() => Assert.Equal(MeasureState.Completed, new Standing(Today.AddDays(-9), false, true, true).On(Today));

    [Fact]
    public void On_Ongoing_IsNeverOverdue() => Assert.Equal(MeasureState.Ongoing, new Standing(null, true, false, false).On(Today.AddYears(9)));

    [Fact]
    public void On_ReportedAndTimeLeft_IsOnTrack() => Assert.Equal(MeasureState.OnTrack, new Standing(Today.AddDays(90), false, false, true, OnTrackVerdict.Yes).On(Today));

    [Theory]
    [InlineData(OnTrackVerdict.No)]
    [InlineData(OnTrackVerdict.Advice)]
    public void On_VerdictOtherThanYes_NeedsAttention(OnTrackVerdict verdict) =>
        Assert.Equal(MeasureState.NeedsAttention, new Standing(Today.AddDays(90), false, false, true, verdict).On(Today));

    [Fact]
    public void On_MilestoneIsLate_MeasureNeedsAttention() =>
        Assert.Equal(MeasureState.NeedsAttention, new Standing(Today.AddDays(180), false, false, true).On(Today, [new(Today.AddDays(-1), false, false, false)]));

    [Fact]
    public void On_MilestoneIsDone_MeasureIsOnTrack() =>
        Assert.Equal(MeasureState.OnTrack, new Standing(Today.AddDays(180), false, false, true).On(Today, [new(Today.AddDays(-1), false, true, false)]));

    [Theory]
    [InlineData(MeasureState.Overdue, new[] { MeasureState.Completed, MeasureState.NeedsAttention, MeasureState.Overdue })]
    [InlineData(MeasureState.OnTrack, new[] { MeasureState.Completed, MeasureState.NotStarted })]
    [InlineData(MeasureState.Completed, new[] { MeasureState.Completed, MeasureState.Completed })]
    [InlineData(MeasureState.Ongoing, new[] { MeasureState.Completed, MeasureState.Ongoing })]
    public void OfTask_SeveralMeasures_TheMostPressingSpeaks(MeasureState expected, MeasureState[] measures) => Assert.Equal(expected, Standing.OfTask(measures));
}
