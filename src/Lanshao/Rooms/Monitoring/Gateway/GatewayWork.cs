using System.Collections.Concurrent;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Queue;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;

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
    private readonly ConcurrentQueue<SteadyWork> _steady = new();
    private readonly SoleTurn _derivationTurn;
    private Task _receiving = Task.CompletedTask;
    private Task _writing = Task.CompletedTask;
    private Task _working = Task.CompletedTask;

    private GatewayWork(GatewayParts does, MonitoringStores stores, SecretBox secrets, GatewayLimits limits, TimeProvider clock, ILogger log)
    {
        (Does, Stores, _clock, _log) = (does, stores, clock, log);
        var book = new DeviceBook(stores.Business, limits.AcceptsSimulated, clock, secrets);
        var journal = new FrameJournal(stores.Journal, limits.WaitingFrames, clock, log);
        Gateway = new(limits, book, journal, new(stores.Series, limits.Quarantine, clock, log), clock, log) { Keep = does.Queue is null ? journal.TakeAsync : (entry, ct) => Outlet!.TakeAsync(entry, ct) };
        if (does.Queue is { } queue)
        {
            Outlet = does.Listens ? new(queue, limits.WaitingFrames, clock, log) : null;
            Intake = does.Writes ? new(queue, Gateway.Journal, clock, log) : null;
        }

        Commands = new(Gateway, stores.Business, secrets, clock);
        _derivationTurn = new(stores.Series, "derivation", clock, log);
        Derivation = new(stores, clock, limits.BackFillDays);
        Rollups = new(stores, clock);
    }

    public GatewayParts Does { get; }

    public MonitoringStores Stores { get; }

    public DeviceGateway Gateway { get; }

    /// <summary>Gets what sends remote commands.</summary>
    public CommandWork Commands { get; }

    /// <summary>Gets where believed frames go instead of the journal; null without a queue.</summary>
    public FrameOutlet? Outlet { get; }

    /// <summary>Gets from where frames come that others have received; null without a queue.</summary>
    public FrameIntake? Intake { get; }

    public Derivation Derivation { get; }

    public Rollups Rollups { get; }

    /// <summary>Gets the works that must go on, in the order in which they began.</summary>
    public IReadOnlyCollection<SteadyWork> Steady => _steady;

    /// <summary>Gets how many frames of the journal have given no readings yet, where this process makes them.</summary>
    public long Lag => _derivationTurn.StandsBy ? 0 : Math.Max(0, Gateway.Journal.Newest - Derivation.Mark);

    /// <summary>Opens the stores and the address, and begins to work.</summary>
    public static async Task<Outcome<GatewayWork>> StartAsync(DataFolder folder, GatewayParts does, GatewayLimits limits, TimeProvider clock, ILogger log, CancellationToken ct)
    {
        var stores = await MonitoringStores.OpenAsync(folder, ct);
        if (stores.IsRefused)
        {
            return stores.Refusal;
        }

        var work = new GatewayWork(does, stores.Value, SecretBox.Of(folder), limits, clock, log);
        if (does.At is { } at && work.Gateway.Listen(at) is { } taken)
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
        Outlet?.Close();
        Gateway.Journal.Close();
        Gateway.Quarantine.Close();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Gateway.Dispose();
        _giveUp.Dispose();
    }

    /// <summary>Runs work of another room beside the gateway's own: seen, counted and begun again like it.</summary>
    public Task KeepAsync(string name, Func<CancellationToken, Task> run, CancellationToken ct) => Keep(name, run, () => ct.IsCancellationRequested, ct);

    /// <summary>The same for work that one process does for all that share the store; the others stand by.</summary>
    public Task KeepAloneAsync(string name, Func<CancellationToken, Task> run, CancellationToken ct) =>
        KeepAsync(name, stop => new SoleTurn(Stores.Series, name, _clock, _log).RunAsync(run, stop), ct);

    private void Begin()
    {
        var ct = _stop.Token;
        if (Does.Writes)
        {
            Write(ct);
        }

        if (Does.Listens)
        {
            Listen(ct);
        }
    }

    private void Write(CancellationToken ct)
    {
        _writing = Keep("journal", Gateway.Journal.RunAsync, IsStopping, _giveUp.Token);
        _working = Task.WhenAll(
            KeepAsync("derivation", stop => _derivationTurn.RunAsync(over => Derivation.RunAsync(_log, over), stop), ct),
            KeepAloneAsync("sums", stop => Rollups.RunAsync(_log, stop), ct));
        _receiving = Intake is null ? _receiving : KeepAsync("queue intake", Intake.RunAsync, ct);
    }

    private void Listen(CancellationToken ct)
    {
        var sending = Outlet is null ? Task.CompletedTask : Keep("queue outlet", Outlet.RunAsync, IsStopping, _giveUp.Token);
        _writing = Task.WhenAll(_writing, sending, Keep("quarantine", Gateway.Quarantine.RunAsync, IsStopping, _giveUp.Token));
        _working = Task.WhenAll(_working, KeepAsync("watch", WatchAsync, ct), KeepAsync("commands", Commands.RunAsync, ct));
        _receiving = Task.WhenAll(_receiving, KeepAsync("listener", Gateway.RunAsync, ct));
    }

    private bool IsStopping() => _stop.IsCancellationRequested;

    private Task Keep(string name, Func<CancellationToken, Task> run, Func<bool> isOver, CancellationToken ct)
    {
        var steady = new SteadyWork(name, run, _clock, _log);
        _steady.Enqueue(steady);
        return Task.Run(() => steady.RunAsync(isOver, ct), CancellationToken.None);
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(Turn, _clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Gateway.Sweep();
            try
            {
                await Gateway.Book.RefreshAsync(ct);
                _ = await Gateway.Notices.FlushAsync(Stores.Series, ct);
            }
            catch (Exception away) when (!ct.IsCancellationRequested && Trouble.Of(away) is not null)
            {
                // The register that is known still stands; the health of the store says the rest.
            }
        }
    }
}
