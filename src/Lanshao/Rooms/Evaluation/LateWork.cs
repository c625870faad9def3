using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;

namespace Lanshao.Rooms.Evaluation;

/// <summary>Writes the sheets about data that came late, where the sums are made.</summary>
internal sealed partial class LateWork(GatewayHost host, TimeProvider clock, ILogger<LateWork> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await host.WriterAsync(stoppingToken) is { } work)
        {
            await work.KeepAloneAsync("late data", stop => RunAsync(work, stop), stoppingToken);
        }
    }

    private async Task RunAsync(GatewayWork work, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var db = work.Stores.Business.NewContext();
                if ((await IssueLateCorrections.RunAsync(db, work.Stores, Actor.System, clock, ct)).Refusal is { } refusal)
                {
                    CannotGoOn(log, refusal.Code, null);
                }
            }
            catch (Exception stumble) when (!ct.IsCancellationRequested && Trouble.Of(stumble) is { } trouble)
            {
                CannotGoOn(log, trouble.Code, stumble);
            }

            await Task.Delay(Pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sheets about late data cannot be written ({Code}); tried again.")]
    private static partial void CannotGoOn(ILogger log, string code, Exception? stumble);
}
