using Lanshao.Hosting;
using Lanshao.Platform.Alerts;
using Lanshao.Rooms.Monitoring.Gateway;

namespace Lanshao.Rooms.Alerts;

/// <summary>Lets the rules run where devices report: beside the derivation, never in its way.</summary>
internal sealed class AlertWork(GatewayHost host, ServerOptions options, TimeProvider clock, ILogger<AlertWork> log) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The gateway starts after the site.
        while (options.Parts is not null && host.Work is null)
        {
            await Task.Delay(Turn, clock, stoppingToken);
        }

        if (host.Work is { Does.Writes: true } work)
        {
            await work.KeepAloneAsync("alert rules", stop => new AlertEvaluation(work.Stores, clock) { Targets = AlertTargets.ReadAsync }.RunAsync(log, stop), stoppingToken);
        }
    }
}
