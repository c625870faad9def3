namespace Lanshao.Hosting;

/// <summary>Gives memory back while the site runs: native memory each half minute, the collected one once after each burst of work, when it has become quiet.</summary>
internal sealed class MemoryWork(TimeProvider clock) : BackgroundService
{
    private const long Quiet = 64 << 20;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, clock);
        var isGivenBack = true;
        for (var before = GC.GetTotalAllocatedBytes(); await timer.WaitForNextTickAsync(stoppingToken);)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var isQuiet = allocated - before < Quiet;
            if (isQuiet && !isGivenBack)
            {
                SiteMemory.GiveBack();
            }
            else
            {
                SiteMemory.GiveBackNative();
            }

            (before, isGivenBack) = (allocated, isQuiet);
        }
    }
}
