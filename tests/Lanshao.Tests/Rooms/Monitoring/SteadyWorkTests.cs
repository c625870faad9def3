using Lanshao.Rooms.Monitoring.Gateway;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

public class SteadyWorkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WorkThatFalls_BeginsAgainAndIsCounted()
    {
        var begun = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var steady = Steady(async ct =>
        {
            if (++begun < 3)
            {
                throw new InvalidOperationException("样例");
            }

            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();
        });

        await steady.RunAsync(() => stop.IsCancellationRequested, stop.Token);

        Assert.Equal((3, 2, nameof(InvalidOperationException)), (begun, steady.Falls, steady.Fault));
        Assert.NotNull(steady.FellUtc);
    }

    [Fact]
    public async Task Run_WorkThatEndsWithoutBeingTold_BeginsAgain()
    {
        var begun = 0;
        var steady = Steady(_ =>
        {
            begun++;
            return Task.CompletedTask;
        });

        await steady.RunAsync(() => begun == 2, Ct);

        Assert.Equal((2, 1), (begun, steady.Falls));
    }

    [Fact]
    public async Task Run_AFallenWork_IsDownUntilItRunsAgain()
    {
        var states = new List<bool>();
        SteadyWork steady = null!;
        steady = Steady(_ =>
        {
            states.Add(steady.IsDown);
            return states.Count == 1 ? throw new InvalidOperationException("样例") : Task.CompletedTask;
        });

        await steady.RunAsync(() => states.Count == 2, Ct);

        Assert.Equal([false, true], states);
    }

    [Fact]
    public async Task Run_AFall_IsSaidInTheLog()
    {
        using var written = new StringWriter();
        using var lines = new Lanshao.Hosting.LogLines(written, TimeProvider.System);
        var begun = 0;
        var steady = new SteadyWork("derivation", _ => ++begun == 1 ? throw new InvalidOperationException("样例") : Task.CompletedTask, TimeProvider.System, lines.CreateLogger("gateway"));

        await steady.RunAsync(() => begun == 2, Ct);

        Assert.Contains("derivation", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("样例", written.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    [InlineData(5, 3_200)]
    [InlineData(9, 51_200)]
    [InlineData(10, 60_000)]
    [InlineData(1_000_000, 60_000)]
    public void PauseAfter_FallsInARow_GrowsToAMinute(int falls, int milliseconds) => Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), SteadyWork.PauseAfter(falls));

    private static SteadyWork Steady(Func<CancellationToken, Task> run) => new("work", run, TimeProvider.System, NullLogger.Instance);
}
