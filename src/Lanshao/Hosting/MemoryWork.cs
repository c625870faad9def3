using Lanshao.CommandLine;

namespace Lanshao.Hosting;

/// <summary>Gives memory back while the site runs: the collected one when it has grown by half, the rest each half minute. A collector left alone keeps for minutes what a burst of work took once, twice as much as is alive.</summary>
internal sealed class MemoryWork(TimeProvider clock) : BackgroundService
{
    // More than the youngest generation takes again after each time.
    private const long LeastGrowth = 10 << 20;
    private const int TurnsOfTheRest = 6;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    private static long Committed => GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Inside another program the memory is that program's, of which this site is a part.
        if (!OwnProcess.IsThis)
        {
            return;
        }

        using var timer = new PeriodicTimer(Turn, clock);
        var kept = Committed;
        for (var turn = 1; await timer.WaitForNextTickAsync(stoppingToken); turn++)
        {
            if (Committed - kept > Math.Max(LeastGrowth, kept / 2))
            {
                SiteMemory.GiveBack();
                kept = Committed;
            }
            else if (turn % TurnsOfTheRest == 0)
            {
                SiteMemory.GiveBackNative();
            }
        }
    }
}
