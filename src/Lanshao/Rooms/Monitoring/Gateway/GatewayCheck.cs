using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>Whether the gateway does all of its work, and its readings are not far behind its frames. The words are for machines; the page 运行状态 says it in Chinese.</summary>
internal sealed class GatewayCheck(GatewayHost host, ServerOptions options, SettingsBook settings) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var reasons = host.Work is { } work ? Reasons(work, settings[AllSettings.GatewayLagFrames]).ToList()
            : options.Parts is null ? []
            : ["gateway: not started"];
        return Task.FromResult(reasons.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(string.Join("; ", reasons)));
    }

    /// <summary>Returns why a gateway is not ready; nothing where it is.</summary>
    /// <param name="work">The gateway.</param>
    /// <param name="mostBehind">How many frames may wait for their readings.</param>
    public static IEnumerable<string> Reasons(GatewayWork work, long mostBehind)
    {
        foreach (var steady in work.Steady.Where(steady => steady.IsDown))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{steady.Name}: down after {steady.Falls} falls ({steady.Fault})");
        }

        if (work.Gateway.Journal.IsStuck)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"journal: cannot write, {work.Gateway.Journal.Waiting} frames wait");
        }

        if (work.Outlet is { IsAway: true } outlet)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"queue: away or does not confirm, {outlet.Waiting} frames wait");
        }

        if (work.Intake is { IsAway: true })
        {
            yield return "queue: nothing can be taken";
        }

        if (work.Lag > mostBehind)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"derivation: {work.Lag} frames behind, limit {mostBehind}");
        }
    }
}
