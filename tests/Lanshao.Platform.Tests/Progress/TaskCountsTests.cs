using Lanshao.Platform.Foundation;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Progress;

public class TaskCountsTests
{
    private static readonly DateOnly Today = new(2024, 7, 2);

    [Theory, EveryStore]
    public async Task ReadAsync_TasksOfSeveralMeasures_CountOnceByTheirMostPressing(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);
        await using var db = sample.Store.NewContext();

        var counts = await TaskCounts.ReadAsync(db, await sample.DistrictAsync(), 2024, Today, TestContext.Current.CancellationToken);

        Assert.Equal([MeasureState.Overdue, MeasureState.NeedsAttention], counts.Tasks.Select(task => task.State));
        Assert.Equal((1, 1, 0), (counts.Count(MeasureState.Overdue), counts.Count(MeasureState.NeedsAttention), counts.Count(MeasureState.Completed)));
        Assert.Equal(1, counts.Count(MeasureState.Overdue, counts.Tasks[0].Domain));
    }

    [Theory]
    [InlineData("2024H1", null, "2024-06-30")]
    [InlineData("2024", "2024H1", "2024-07-02")]
    [InlineData("2023", "2024H1", "2023-12-31")]
    [InlineData(null, "2024H1", "2024-07-02")]
    [InlineData(null, "2023H1", "2023-06-30")]
    [InlineData(null, null, "2024-07-02")]
    public void DayOf_Periods_IsNeverAfterTodayNorAfterWhatWasChosen(string? chosen, string? newest, string day) =>
        Assert.Equal(day, $"{TaskCounts.DayOf(Of(chosen), Of(newest), Today):yyyy-MM-dd}");

    private static Period? Of(string? code) => Period.TryParse(code, out var period) ? period : null;
}
