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
    private readonly ILogger _log;
    private Socket? _listener;
    private IPEndPoint _at = new(IPAddress.Loopback, 0);

    public DeviceGateway(GatewayLimits limits, DeviceBook book, FrameJournal journal, Quarantine quarantine, TimeProvider clock, ILogger log)
    {
        (Limits, Book, Journal, Quarantine, Clock, _log) = (limits, book, journal, quarantine, clock, log);
        Live = new(limits.FramesPerSecond, Notices);
        Keep = journal.TakeAsync;
        Exchanges = new(this);
        _began = clock.GetTimestamp();
    }

    public GatewayLimits Limits { get; }

    public DeviceBook Book { get; }

    public FrameJournal Journal { get; }

    public Quarantine Quarantine { get; }

    /// <summary>Gets where believed frames go: the journal; a measurement without storage gives another.</summary>
    public Func<JournalEntry, CancellationToken, ValueTask> Keep { get; init; }

    public TimeProvider Clock { get; }

    public GatewayCounts Counts { get; } = new();

    public LiveDevices Live { get; }

    /// <summary>Gets what was noticed of devices and is not stored yet.</summary>
    public DeviceNotices Notices { get; } = new();

    /// <summary>Gets the requests that are on their way to devices.</summary>
    public RemoteExchanges Exchanges { get; }

    public TimeSpan Elapsed => Clock.GetElapsedTime(_began);

    public int Connections => _connections.Count;

    /// <summary>Gets where it listens, with the port that it got.</summary>
    public IPEndPoint EndPoint => _at;

    /// <summary>Takes the address; ENV-001 when somebody else has the port.</summary>
    public Refusal? Listen(IPEndPoint at)
    {
        try
        {
            Open(at);
            return null;
        }
        catch (SocketException taken)
        {
            return Refusal.Environment("ENV-001", ("port", at.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("reason", taken.Message));
        }
    }

    /// <summary>Takes connections until it is stopped. Where it ended by a fault and is run again, the connections that stand stay, and a listener that is gone is opened anew.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            if (_listener is null or { SafeHandle.IsClosed: true })
            {
                Open(_at);
            }

            await AcceptAsync(_listener!, ct);
        }
        finally
        {
            if (ct.IsCancellationRequested)
            {
                CloseAll();
            }
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

    private void Open(IPEndPoint at)
    {
        _listener?.Dispose();
        _listener = new(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (at.AddressFamily == AddressFamily.InterNetworkV6)
        {
            _listener.DualMode = true;
        }

        _listener.Bind(at);
        _listener.Listen(Backlog);
        _at = (IPEndPoint)_listener.LocalEndPoint!;
    }

    private async Task AcceptAsync(Socket listener, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                Take(await listener.AcceptAsync(ct), ct);
            }
            catch (SocketException) when (!listener.SafeHandle.IsClosed)
            {
                // One that was gone before it was taken, or no handles left for now.
                await Task.Delay(TimeSpan.FromMilliseconds(50), Clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void CloseAll()
    {
        foreach (var connection in _connections.Keys)
        {
            _ = connection.Close();
        }
    }

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
        try
        {
            await connection.RunAsync(ct);
        }
        catch (Exception fault)
        {
            // The outermost end of one connection: the others go on, and the device connects again.
            Counts.FaultedOne();
            GatewayLog.ConnectionEnded(_log, connection.Remote, fault);
        }

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
