using System.Net;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Monitoring.Queue;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;

namespace Lanshao.Hosting;

/// <summary>What <c>serve</c> was told.</summary>
public sealed record ServerOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Gets where to listen; port 0 takes any free one.</summary>
    public string Url { get; init; } = DefaultUrl;

    /// <summary>Gets where devices connect; null for nowhere.</summary>
    public IPEndPoint? Gateway { get; init; }

    /// <summary>Gets what this process does.</summary>
    public Roles Roles { get; init; } = Roles.All;

    /// <summary>Gets the queue between gateways and writers; null where one process does both.</summary>
    public QueueAddress? Queue { get; init; }

    /// <summary>Gets which part of the way from devices to readings this process does; null for none.</summary>
    internal GatewayParts? Parts => Gateway is not null || (Queue is not null && Roles.HasFlag(Roles.Writer)) ? new(Gateway, Roles.HasFlag(Roles.Writer), Queue) : null;

    /// <summary>Gets what is told where the gateway listens, once the site is ready.</summary>
    public Action<IPEndPoint>? GatewayOpened { get; init; }

    /// <summary>Gets the opened data folder of the district.</summary>
    public required DataFolder Data { get; init; }

    /// <summary>Gets the settings that hold.</summary>
    public SettingsBook Settings { get; init; } = SettingsBook.Defaults;

    /// <summary>Gets names under which the site may be called, beside those of the loopback.</summary>
    public IReadOnlyList<string> HostNames => Settings[AllSettings.HostNames].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Gets whether the component page is shown: while developing and in tests.</summary>
    public bool WithSamples { get; init; }

    /// <summary>Gets where log lines go.</summary>
    public TextWriter Log { get; init; } = Console.Error;

    public IReadOnlyList<string> AllHostNames => [.. LoopbackNames, .. HostNames];

    /// <summary>Returns the address to listen on. Others than loopback are refused until there are accounts.</summary>
    public static Outcome<IPEndPoint> EndPointOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
        {
            return Refusal.Invalid("WEB-009", ("url", LogText.Shown(url)));
        }

        var address = uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(uri.Host, out var parsed) ? parsed : null;
        return address is not null && IPAddress.IsLoopback(address)
            ? new IPEndPoint(address, uri.Port)
            : Refusal.Forbidden("ACC-002", ("url", LogText.Shown(url)));
    }
}
