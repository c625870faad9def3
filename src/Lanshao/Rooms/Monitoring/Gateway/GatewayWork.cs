using System.Net;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>The gateway with everything behind it, opened before the site says that it is ready: journal, quarantine, derivation, sums.</summary>
internal sealed class GatewayWork : IAsyncDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(15);
    // Never disposed: it says for ever that the work has ended, and holds nothing.
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _giveUp = new();
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private Task _receiving = Task.CompletedTask;
    private Task _writing = Task.CompletedTask;
    private Task _working = Task.CompletedTask;

    private GatewayWork(MonitoringStores stores, GatewayLimits limits, TimeProvider clock, ILogger log)
    {
        (Stores, _clock, _log) = (stores, clock, log);
        var book = new DeviceBook(stores.Business, limits.AcceptsSimulated, clock);
        Gateway = new(limits, book, new(stores.Journal, limits.WaitingFrames, clock, log), new(stores.Series, limits.Quarantine, clock, log), clock);
        Derivation = new(stores, clock);
        Rollups = new(stores, clock);
    }

    public MonitoringStores Stores { get; }

    public DeviceGateway Gateway { get; }

    public Derivation Derivation { get; }

    public Rollups Rollups { get; }

    /// <summary>Opens the stores and the address, and begins to work.</summary>
    public static async Task<Outcome<GatewayWork>> StartAsync(DataFolder folder, IPEndPoint at, GatewayLimits limits, TimeProvider clock, ILogger log, CancellationToken ct)
    {
        var stores = await MonitoringStores.OpenAsync(folder, ct);
        if (stores.IsRefused)
        {
            return stores.Refusal;
        }

        var work = new GatewayWork(stores.Value, limits, clock, log);
        if (work.Gateway.Listen(at) is { } taken)
        {
            work.Gateway.Dispose();
            return taken;
        }

        await work.Gateway.Book.RefreshAsync(ct);
        work.Begin();
        return work;
    }

    /// <summary>Stops taking, writes what waits, then stops the rest.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await _receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _giveUp.CancelAfter(LongestFarewell);
        Gateway.Journal.Close();
        Gateway.Quarantine.Close();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Gateway.Dispose();
        _giveUp.Dispose();
    }

    private void Begin()
    {
        var ct = _stop.Token;
        _writing = Task.WhenAll(Run("journal", () => Gateway.Journal.RunAsync(_giveUp.Token)), Run("quarantine", () => Gateway.Quarantine.RunAsync(_giveUp.Token)));
        _working = Task.WhenAll(Run("derivation", () => Derivation.RunAsync(_log, ct)), Run("sums", () => Rollups.RunAsync(_log, ct)), Run("watch", () => WatchAsync(ct)));
        _receiving = Run("gateway", () => Gateway.RunAsync(ct));
    }

    private Task Run(string work, Func<Task> run) => Task.Run(() => GatewayLog.SeenAsync(_log, work, run), CancellationToken.None);

    private async Task WatchAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(Turn, _clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Gateway.Sweep();
            try
            {
                await Gateway.Book.RefreshAsync(ct);
            }
            catch (Exception away) when (!ct.IsCancellationRequested && Trouble.Of(away) is not null)
            {
                // The register that is known still stands; the health of the store says the rest.
            }
        }
    }
}
