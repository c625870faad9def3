using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>Where devices connect: takes connections within the limits, keeps them until they end or fall silent, and has one journal for all of them.</summary>
internal sealed class DeviceGateway : IDisposable
{
    private const int Backlog = 4096;
    private const int MostAddresses = 100_000;
    private readonly ConcurrentDictionary<GatewayConnection, bool> _connections = new();
    private readonly ConcurrentDictionary<IPAddress, int> _perAddress = new();
    private readonly ConcurrentDictionary<IPAddress, bool> _provenAddresses = new();
    private readonly long _began;
    private Socket? _listener;

    public DeviceGateway(GatewayLimits limits, DeviceBook book, FrameJournal journal, Quarantine quarantine, TimeProvider clock)
    {
        (Limits, Book, Journal, Quarantine, Clock) = (limits, book, journal, quarantine, clock);
        Live = new(limits.FramesPerSecond);
        _began = clock.GetTimestamp();
    }

    public GatewayLimits Limits { get; }

    public DeviceBook Book { get; }

    public FrameJournal Journal { get; }

    public Quarantine Quarantine { get; }

    public TimeProvider Clock { get; }

    public GatewayCounts Counts { get; } = new();

    public LiveDevices Live { get; }

    public TimeSpan Elapsed => Clock.GetElapsedTime(_began);

    public int Connections => _connections.Count;

    /// <summary>Gets where it listens, with the port that it got.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener!.LocalEndPoint!;

    /// <summary>Takes the address; ENV-001 when somebody else has the port.</summary>
    public Refusal? Listen(IPEndPoint at)
    {
        try
        {
            _listener = new(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (at.AddressFamily == AddressFamily.InterNetworkV6)
            {
                _listener.DualMode = true;
            }

            _listener.Bind(at);
            _listener.Listen(Backlog);
            return null;
        }
        catch (SocketException taken)
        {
            return Refusal.Environment("ENV-001", ("port", at.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("reason", taken.Message));
        }
    }

    /// <summary>Takes connections until it is stopped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener!.AcceptAsync(ct);
                Take(socket, ct);
            }
            catch (SocketException)
            {
                // One that was gone before it was taken, or no handles left for now.
                await Task.Delay(TimeSpan.FromMilliseconds(50), Clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
            {
                break;
            }
        }

        foreach (var connection in _connections.Keys)
        {
            _ = connection.Close();
        }
    }

    /// <summary>Closes connections that said nothing right in time, or nothing at all for long.</summary>
    public void Sweep()
    {
        var nowUtc = ChinaTime.NowUtc(Clock);
        foreach (var connection in _connections.Keys)
        {
            if (connection.IsProven && _provenAddresses.Count < MostAddresses)
            {
                _ = _provenAddresses.TryAdd(connection.Address, true);
            }

            var isOverdue = nowUtc - connection.LastHeardUtc > Limits.Idle || (!connection.HasFrame && nowUtc - connection.ConnectedUtc > Limits.FirstFrame);
            if (isOverdue && connection.Close())
            {
                Counts.ClosedOne();
            }
        }
    }

    public void Dispose() => _listener?.Dispose();

    private void Take(Socket socket, CancellationToken ct)
    {
        GatewayConnection connection;
        try
        {
            socket.NoDelay = true;
            connection = new(socket, this);
        }
        catch (SocketException)
        {
            socket.Dispose();
            return;
        }

        var fromAddress = _perAddress.AddOrUpdate(connection.Address, 1, (_, count) => count + 1);
        if (!HasPlace(connection, fromAddress))
        {
            Counts.RefusedOne();
            _ = connection.Close();
            Leave(connection);
            return;
        }

        _ = _connections.TryAdd(connection, true);
        _ = RunAsync(connection, ct);
    }

    private async Task RunAsync(GatewayConnection connection, CancellationToken ct)
    {
        await Task.Yield();
        await connection.RunAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ = _connections.TryRemove(connection, out _);
        Leave(connection);
    }

    // Half of the places are for addresses from which a device has proved itself: a flood of strangers leaves them free.
    private bool HasPlace(GatewayConnection connection, int fromAddress)
    {
        var isLocal = IPAddress.IsLoopback(connection.Address) && !Limits.CountsLoopback;
        var places = isLocal || _provenAddresses.ContainsKey(connection.Address) ? Limits.Connections : Math.Max(1, Limits.Connections / 2);
        return _connections.Count < places && (isLocal || fromAddress <= Limits.PerAddress);
    }

    private void Leave(GatewayConnection connection)
    {
        if (_perAddress.AddOrUpdate(connection.Address, 0, (_, count) => count - 1) <= 0)
        {
            _ = _perAddress.TryRemove(new KeyValuePair<IPAddress, int>(connection.Address, 0));
        }
    }
}
