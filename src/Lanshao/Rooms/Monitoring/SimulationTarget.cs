using System.Net.Sockets;
using Lanshao.Hj212.Exchanges;

namespace Lanshao.Rooms.Monitoring;

/// <summary>Where simulated devices report to, and how patient they are.</summary>
internal sealed record SimulationTarget(string Host, int Port, ResendPlan Plan)
{
    /// <summary>Reads <c>HOST:PORT</c>, also of an IPv6 address in brackets; null of anything else.</summary>
    public static SimulationTarget? Parse(string text, ResendPlan plan)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(text.AsSpan(colon + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var port) && port > 0
            ? new(text[..colon].Trim('[', ']'), port, plan)
            : null;
    }

    public async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(Host, Port, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
