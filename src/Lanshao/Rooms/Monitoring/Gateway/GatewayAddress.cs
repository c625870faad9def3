using System.Globalization;
using System.Net;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary><c>--gateway HOST:PORT</c>.</summary>
internal static class GatewayAddress
{
    /// <summary>Reads <c>127.0.0.1:9000</c>, <c>localhost:0</c>, <c>[::]:9000</c>, <c>*:9000</c>; MON-007 of anything else.</summary>
    public static Outcome<IPEndPoint> Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon > 0 && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && AddressOf(text[..colon]) is { } address)
        {
            return new IPEndPoint(address, port);
        }

        return Refusal.Invalid("MON-007", ("found", LogText.Shown(text)));
    }

    private static IPAddress? AddressOf(string host) => host switch
    {
        "localhost" => IPAddress.Loopback,
        "*" => IPAddress.Any,
        _ => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : null,
    };
}
