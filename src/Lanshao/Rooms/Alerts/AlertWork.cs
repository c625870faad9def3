using Lanshao.Hosting;
using Lanshao.Platform.Alerts;
using Lanshao.Rooms.Monitoring.Gateway;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Alerts;

/// <summary>Lets the rules run where devices report: beside the derivation, never in its way.</summary>
internal sealed class AlertWork(GatewayHost host, ServerOptions options, TimeProvider clock, ILogger<AlertWork> log) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private const int LongestStart = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The gateway starts after the site.
        while (options.Gateway is not null && host.Work is null)
        {
            await Task.Delay(Turn, clock, stoppingToken);
        }

        if (host.Work is { } work)
        {
            var evaluating = work.KeepAsync("alert rules", stop => new AlertEvaluation(work.Stores, clock).RunAsync(log, stop), stoppingToken);
            var showing = options.WithSampleDevices ? GatewayLog.SeenAsync(log, "sample duty", () => ShowAsync(stoppingToken)) : Task.CompletedTask;
            await Task.WhenAll(evaluating, showing);
        }
    }

    // The people of the demonstration begin once its past is told: when no older alerts come any more.
    private async Task ShowAsync(CancellationToken ct)
    {
        await SampleDuty.RosterAsync(options.Data, clock, ct);
        var known = 0;
        for (var minute = 0; minute < LongestStart; minute++)
        {
            await Task.Delay(Quiet, clock, ct);
            await using var db = options.Data.Store.NewContext();
            var count = await db.Set<Alert>().CountAsync(ct);
            if (count > 0 && count == known)
            {
                await SampleDuty.HandleAsync(options.Data, clock, ct);
                return;
            }

            known = count;
        }
    }
}
