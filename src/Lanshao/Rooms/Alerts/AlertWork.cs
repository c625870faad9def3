using Lanshao.Platform.Alerts;
using Lanshao.Rooms.Monitoring.Gateway;

namespace Lanshao.Rooms.Alerts;

/// <summary>Lets the rules run where devices report: beside the derivation, never in its way.</summary>
internal sealed class AlertWork(GatewayHost host, TimeProvider clock, ILogger<AlertWork> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await host.WriterAsync(stoppingToken) is { } work)
        {
            await work.KeepAloneAsync("alert rules", stop => new AlertEvaluation(work.Stores, clock) { Targets = AlertTargets.ReadAsync }.RunAsync(log, stop), stoppingToken);
        }
    }
}
