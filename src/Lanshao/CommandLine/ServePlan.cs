using System.Net;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Monitoring.Queue;
using Lanshao.Rooms.Monitoring.Gateway;

namespace Lanshao.CommandLine;

/// <summary>What <c>serve</c> was asked for, as it was typed.</summary>
internal sealed record ServeAsked(string Data, string? Pack, string? Database, string Urls, string? Gateway, Roles? Roles, string? Queue, bool WithSamples, string[]? Set);

/// <summary>What <c>serve</c> was asked for, understood: judged before anything is made on disk.</summary>
/// <param name="Settings">The settings that hold.</param>
/// <param name="Gateway">Where devices connect; null for nowhere.</param>
/// <param name="Roles">What the process does.</param>
/// <param name="Queue">The queue between gateways and writers; null for none.</param>
internal sealed record ServePlan(SettingsBook Settings, IPEndPoint? Gateway, Roles Roles, QueueAddress? Queue)
{
    public static Outcome<ServePlan> Of(ServeAsked asked)
    {
        if (ServerOptions.EndPointOf(asked.Urls).Refusal is { } elsewhere)
        {
            return elsewhere;
        }

        var gateway = asked.Gateway is null ? null : (Outcome<IPEndPoint>?)GatewayAddress.Parse(asked.Gateway);
        if (gateway?.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var settings = SettingsBook.Load(asked.Data, asked.Set);
        if (settings.IsRefused)
        {
            return settings.Refusal;
        }

        var queue = QueueOf(asked, settings.Value);
        if (queue?.Refusal is { } unreachable)
        {
            return unreachable;
        }

        // The demonstration has devices of its own, which report over the loopback.
        var roles = asked.Roles ?? Roles.All;
        var listening = gateway?.Value ?? (asked.WithSamples && roles.HasFlag(Roles.Gateway) ? new IPEndPoint(IPAddress.Loopback, 0) : null);
        return RoleList.Check(roles, asked.Database is not null, listening is not null, queue is not null) is { } impossible
            ? impossible
            : new ServePlan(settings.Value, listening, roles, queue?.Value);
    }

    private static Outcome<QueueAddress>? QueueOf(ServeAsked asked, SettingsBook settings)
    {
        var text = asked.Queue ?? settings[AllSettings.QueueUrl];
        return text.Length == 0 ? null : (Outcome<QueueAddress>?)QueueAddress.Parse(text, (int)settings[AllSettings.QueuePartitions]);
    }
}
