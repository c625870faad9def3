using System.Net;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Rooms.Monitoring.Gateway;

namespace Lanshao.CommandLine;

/// <summary>What <c>serve</c> was asked for, as it was typed.</summary>
internal sealed record ServeAsked(string Data, string? Pack, string? Database, string Urls, string? Gateway, Roles? Roles, bool WithSamples, string[]? Set);

/// <summary>What <c>serve</c> was asked for, understood: judged before anything is made on disk.</summary>
/// <param name="Settings">The settings that hold.</param>
/// <param name="Gateway">Where devices connect; null for nowhere.</param>
/// <param name="Roles">What the process does.</param>
internal sealed record ServePlan(SettingsBook Settings, IPEndPoint? Gateway, Roles Roles)
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

        // The demonstration has devices of its own, which report over the loopback.
        var roles = asked.Roles ?? Roles.All;
        var listening = gateway?.Value ?? (asked.WithSamples && roles.HasFlag(Roles.Gateway) ? new IPEndPoint(IPAddress.Loopback, 0) : null);
        if (RoleList.Check(roles, asked.Database is not null, listening is not null) is { } impossible)
        {
            return impossible;
        }

        var settings = SettingsBook.Load(asked.Data, asked.Set);
        return settings.IsRefused ? settings.Refusal : new ServePlan(settings.Value, listening, roles);
    }
}
