using System.Net;
using Lanshao.Platform.Foundation;

namespace Lanshao.Hosting;

/// <summary>What <c>serve</c> was told.</summary>
public sealed record ServerOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Gets where to listen; port 0 takes any free one.</summary>
    public string Url { get; init; } = DefaultUrl;

    /// <summary>Gets the folder that holds the keys of form tokens; null keeps them in memory.</summary>
    public string? KeysFolder { get; init; }

    /// <summary>Gets names under which the site may be called, beside those of the loopback.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>Gets whether the component page is shown: while developing and in tests.</summary>
    public bool WithSamples { get; init; }

    /// <summary>Gets where log lines go.</summary>
    public TextWriter Log { get; init; } = Console.Error;

    public IReadOnlyList<string> AllHostNames => [.. LoopbackNames, .. HostNames];

    /// <summary>Returns the address to listen on. Others than loopback are refused until there are accounts.</summary>
    public Outcome<IPEndPoint> EndPoint()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
        {
            return Refusal.Invalid("WEB-009", ("url", LogText.Shown(Url)));
        }

        var address = uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(uri.Host, out var parsed) ? parsed : null;
        return address is not null && IPAddress.IsLoopback(address)
            ? new IPEndPoint(address, uri.Port)
            : Refusal.Forbidden("ACC-002", ("url", LogText.Shown(Url)));
    }
}
