using System.Collections.Concurrent;
using System.Net;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Hosting.Live;

/// <summary>Tells open pages that something has moved, not what: a page then fetches its own address again. The store is asked once for all who listen, and not at all where nobody does.</summary>
internal sealed class LiveFeed(Store store, GatewayHost gateway, SettingsBook settings, TimeProvider clock) : BackgroundService
{
    /// <summary>The topic of alerts; its number is a place in the change feed.</summary>
    public const string Alerts = "alerts";

    /// <summary>The topic of devices; its number is a place in the journal.</summary>
    public const string Devices = "devices";

    /// <summary>The topic of hourly values; its number grows with every hour that is over, and with every table, review and verdict.</summary>
    public const string Hours = "hours";

    /// <summary>The topic of figures, plans and progress; its number is a place in the change feed.</summary>
    public const string Figures = "figures";

    private const string AlertsRoom = "Alerts";
    private const string MonitoringRoom = "Monitoring";
    private static readonly string[] FigureRooms = ["Indicators", "Plans", "Progress"];
    private static readonly string[] Rooms = [AlertsRoom, MonitoringRoom, .. FigureRooms];
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    // The last values of an hour are in by then.
    private static readonly TimeSpan HourIsIn = TimeSpan.FromMinutes(6);
    private readonly ConcurrentDictionary<LiveListener, IPAddress> _listeners = [];
    private readonly Lock _door = new();
    private volatile LiveNews _newest = new(0, 0, 0, 0);
    private readonly Dictionary<string, long> _newestOf = [];
    private long _seen = -1;

    /// <summary>Gets how many pages listen.</summary>
    public int Count => _listeners.Count;

    /// <summary>Lets a page listen; null where too many do.</summary>
    public LiveListener? Join(IPAddress address)
    {
        lock (_door)
        {
            if (_listeners.Count >= settings[AllSettings.LiveConnections] || _listeners.Values.Count(address.Equals) >= settings[AllSettings.LivePerAddress])
            {
                return null;
            }

            var listener = new LiveListener(listener => _listeners.TryRemove(listener, out _));
            _listeners[listener] = address;
            return listener;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested && Trouble.Of(away) is not null)
            {
                // The pages stand as they are; the health of the store says the rest.
            }

            await Task.Delay(Turn, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        if (_listeners.IsEmpty)
        {
            return;
        }

        await using var db = store.NewContext();
        await SeeAsync(db, ct);
        var devices = store.Kind == StoreKind.PostgreSql ? await MonitoringQueries.MarkAsync(db, ct) : gateway.Work?.Derivation.Mark ?? 0;
        var hours = (ChinaTime.NowUtc(clock) - HourIsIn - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerHour;
        _newest = new(_newestOf[AlertsRoom], devices, hours + _newestOf[MonitoringRoom], FigureRooms.Max(room => _newestOf[room]));
        foreach (var listener in _listeners.Keys)
        {
            listener.Tell(_newest);
        }
    }

    // The feed is read from its beginning once; then only what is new of it.
    private async Task SeeAsync(LanshaoContext db, CancellationToken ct)
    {
        var (seen, newest) = (_seen, await db.Set<Change>().AsNoTracking().MaxAsync(change => (long?)change.Sequence, ct) ?? 0);
        if (seen == newest)
        {
            return;
        }

        var moved = await db.Set<Change>().AsNoTracking().Where(change => change.Sequence > seen && change.Sequence <= newest && Rooms.Contains(change.Room))
            .GroupBy(change => change.Room).Select(same => new { same.Key, Newest = same.Max(change => change.Sequence) }).ToListAsync(ct);
        foreach (var room in Rooms)
        {
            _newestOf[room] = moved.Find(one => one.Key == room)?.Newest ?? _newestOf.GetValueOrDefault(room);
        }

        _seen = newest;
    }
}

/// <summary>How far each topic has moved.</summary>
internal sealed record LiveNews(long Alerts, long Devices, long Hours, long Figures);
