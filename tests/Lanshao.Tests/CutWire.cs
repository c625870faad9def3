using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Lanshao.Tests;

/// <summary>A wire between a client and a server of this machine that a test can cut and mend.</summary>
internal sealed class CutWire : IDisposable
{
    private readonly ConcurrentBag<TcpClient> _ends = [];
    private readonly int _to;
    private TcpListener? _listener;

    public CutWire(int to)
    {
        _to = to;
        Open(0);
        Port = ((IPEndPoint)_listener!.LocalEndpoint).Port;
    }

    /// <summary>Gets the port of its near end.</summary>
    public int Port { get; }

    /// <summary>Ends everything that goes over it; nobody comes through any more.</summary>
    public void Cut()
    {
        _listener?.Dispose();
        _listener = null;
        while (_ends.TryTake(out var end))
        {
            end.Dispose();
        }
    }

    public void Mend() => Open(Port);

    public void Dispose() => Cut();

    private void Open(int port)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                var far = new TcpClient();
                _ends.Add(near);
                _ends.Add(far);
                await far.ConnectAsync(IPAddress.Loopback, _to);
                _ = CopyAsync(near, far);
                _ = CopyAsync(far, near);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut.
        }
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut.
        }

        from.Dispose();
        to.Dispose();
    }
}
