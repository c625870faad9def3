using System.Diagnostics.Metrics;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>The gateway of this site, if it has one: started with it, stopped with it.</summary>
internal sealed class GatewayHost(ServerOptions options, TimeProvider clock, IMeterFactory meters, ILogger<GatewayHost> log) : IAsyncDisposable
{
    private readonly TaskCompletionSource<GatewayWork?> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GatewayMetrics? _metrics;

    /// <summary>Gets the running gateway, or the part of its work that this process does; null where none was asked for.</summary>
    public GatewayWork? Work { get; private set; }

    /// <summary>Gets the same where devices connect to this process.</summary>
    public GatewayWork? Listening => Work is { Does.Listens: true } ? Work : null;

    /// <summary>Gets whether a command can reach a device from here: a gateway listens in this process, or others may that share its database.</summary>
    public bool CanCommand => Listening is not null || OthersMayListen;

    private bool OthersMayListen => options.Roles != Roles.All && options.Data.Store.Kind == StoreKind.PostgreSql;

    /// <summary>Returns whether a device is connected and has proved itself; null where another process may hold its connection.</summary>
    public bool? Reaches(string mn) => Listening?.Gateway.Exchanges.Reaches(mn) == true ? true : OthersMayListen ? null : false;

    /// <summary>Gets the journal where this process writes it.</summary>
    public FrameJournal? Journal => Work is { Does.Writes: true } ? Work.Gateway.Journal : null;

    /// <summary>Starts it, where one was asked for.</summary>
    public async Task<Refusal?> StartAsync(CancellationToken ct)
    {
        if (options.Parts is not { } parts)
        {
            return null;
        }

        if (parts.Writes && await PrepareAsync(ct) is { } refusal)
        {
            return refusal;
        }

        var started = await GatewayWork.StartAsync(options.Data, parts, GatewayLimits.Of(options.Settings), clock, log, ct);
        Work = started.Value;
        _metrics = Work is null ? null : new(meters, Work);
        _ = _started.TrySetResult(Work);
        return started.Refusal;
    }

    /// <summary>Waits until the gateway has started, which it does after the site, and returns it where this process writes what devices send; null where it does not.</summary>
    public async Task<GatewayWork?> WriterAsync(CancellationToken ct) =>
        options.Parts is not null && await _started.Task.WaitAsync(ct) is { Does.Writes: true } work ? work : null;

    /// <summary>Returns the stores of the room, also where no gateway runs.</summary>
    public async Task<Outcome<MonitoringStores>> StoresAsync(CancellationToken ct) => Work is { } work ? work.Stores : await MonitoringStores.OpenAsync(options.Data, ct);

    // Before the first frame: what comes into the rest of a table is moved while devices wait.
    private async Task<Refusal?> PrepareAsync(CancellationToken ct)
    {
        var stores = await MonitoringStores.OpenAsync(options.Data, ct);
        if (stores.IsRefused)
        {
            return stores.Refusal;
        }

        _ = await PrepareMonths.RunAsync(stores.Value, RoomWork.KeptOf(options.Settings), options.Settings[AllSettings.GatewayBackFillDays], clock, ct);
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (Work is not null)
        {
            await Work.DisposeAsync();
        }
    }
}
