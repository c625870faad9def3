using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lanshao.Hosting;

/// <summary>Asks for the first page before the site says that it is ready: what has to be read and compiled for it then waits for nobody.</summary>
internal static class FirstAnswer
{
    /// <summary>Returns when the page has been answered, whatever the answer was.</summary>
    public static async Task AskAsync(string address, CancellationToken ct)
    {
        var site = new Uri(address);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Parse(site.Host), site.Port, ct);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {site.Authority}\r\nConnection: close\r\n\r\n"), ct);
        var rest = new byte[16_384];
        while (await socket.ReceiveAsync(rest, ct) > 0)
        {
            // Only that it has been answered counts.
        }
    }
}
