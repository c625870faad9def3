using Lanshao.CommandLine;
using Lanshao.Rooms.Monitoring.Gateway;

namespace Lanshao.Hosting;

/// <summary>Gives memory back while the site runs: the collected one when it has grown by half, the rest each half minute. A collector left alone keeps for minutes what a burst of work took once, twice as much as is alive.</summary>
/// <param name="clock">Measures its turns.</param>
/// <param name="gateway">While thousands of frames come in a turn nobody waits for it: devices would, some tens of milliseconds each time.</param>
internal sealed class MemoryWork(TimeProvider clock, GatewayHost gateway) : BackgroundService
{
    // More than the youngest generation takes again after each time.
    private const long LeastGrowth = 10 << 20;
    private const int TurnsOfTheRest = 6;
    private const int ManyFrames = 10_000;
    private const int LongestWait = 12;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    private long Accepted => gateway.Work?.Gateway.Journal.Accepted ?? 0;

    private static long Committed => GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Inside another program the memory is that program's, of which this site is a part.
        if (!OwnProcess.IsThis)
        {
            return;
        }

        using var timer = new PeriodicTimer(Turn, clock);
        var (kept, accepted, waited) = (Committed, 0L, 0);
        for (var turn = 1; await timer.WaitForNextTickAsync(stoppingToken); turn++)
        {
            var isBusy = Accepted - accepted >= ManyFrames;
            accepted = Accepted;
            if (isBusy && waited < LongestWait)
            {
                waited++;
                continue;
            }

            waited = 0;
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
