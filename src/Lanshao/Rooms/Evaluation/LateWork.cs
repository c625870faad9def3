using Lanshao.Hosting;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Rooms.Monitoring.Gateway;

namespace Lanshao.Rooms.Evaluation;

/// <summary>Writes the sheets about data that came late or were imported, where the sums are made.</summary>
internal sealed partial class LateWork(GatewayHost host, ServerOptions options, TimeProvider clock, ILogger<LateWork> log) : BackgroundService
{
    private const string Turn = "late data";
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await host.WriterAsync(stoppingToken) is { } work)
        {
            await work.KeepAloneAsync(Turn, stop => RunAsync(work.Stores, stop), stoppingToken);
        }
        else if (options.Parts is null && (await host.StoresAsync(stoppingToken)).Value is { } stores)
        {
            // Tables are imported also where no device connects.
            await new SoleTurn(stores.Series, Turn, clock, log).RunAsync(stop => RunAsync(stores, stop), stoppingToken);
        }
    }

    private async Task RunAsync(MonitoringStores stores, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var db = stores.Business.NewContext();
                if (((await IssueLateCorrections.RunAsync(db, stores, Actor.System, clock, ct)).Refusal ?? (await IssueImportCorrections.RunAsync(db, stores, Actor.System, clock, ct)).Refusal) is { } refusal)
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
