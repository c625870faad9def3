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

    private const string AlertsRoom = "Alerts";
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<LiveListener, IPAddress> _listeners = [];
    private readonly Lock _door = new();
    private volatile LiveNews _newest = new(0, 0);

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
        var alerts = await db.Set<Change>().AsNoTracking().Where(change => change.Room == AlertsRoom).OrderByDescending(change => change.Sequence).Select(change => change.Sequence).FirstOrDefaultAsync(ct);
        _newest = new(alerts, store.Kind == StoreKind.PostgreSql ? await MonitoringQueries.MarkAsync(db, ct) : gateway.Work?.Derivation.Mark ?? 0);
        foreach (var listener in _listeners.Keys)
        {
            listener.Tell(_newest);
        }
    }
}

/// <summary>How far each topic has moved.</summary>
internal sealed record LiveNews(long Alerts, long Devices);
