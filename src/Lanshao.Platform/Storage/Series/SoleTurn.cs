using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Storage.Series;

/// <summary>Lets work run in one process at a time: the others stand by, and one of them goes on when it ends, however it ends. A SQLite store has one process only.</summary>
/// <param name="store">The store whose processes take turns.</param>
/// <param name="name">What the turn is for.</param>
/// <param name="clock">Measures the pauses.</param>
/// <param name="log">Is told when the database is away.</param>
public sealed partial class SoleTurn(Store store, string name, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Gets whether another process has the turn.</summary>
    public bool StandsBy { get; private set; }

    /// <summary>Runs the work whenever it is this process's turn, until it is stopped. Where the turn is lost with the connection, the work is stopped, and begins again with the next turn.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        if (store.Kind == StoreKind.Sqlite)
        {
            await work(ct);
            return;
        }

        while (!ct.IsCancellationRequested)
        {
            try
            {
                await OnceAsync(work, ct);
            }
            catch (Exception stumble) when (!ct.IsCancellationRequested && Trouble.Of(stumble) is { } trouble)
            {
                Waits(log, name, trouble.Code, stumble);
                await Task.Delay(BetweenLooks, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // The lock lies on the connection: whoever ends or is killed gives it back.
    private async Task OnceAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        await using var session = await BulkSession.OpenAloneAsync(store, Foundation.DataPart.Series, ct);
        while (session.Number(PostgresSql.TrySoleTurn, name) == 0)
        {
            StandsBy = true;
            await Task.Delay(BetweenLooks, clock, ct);
        }

        StandsBy = false;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var (working, holding) = (work(over.Token), HoldAsync(session, over.Token));
        var first = await Task.WhenAny(working, holding);
        await over.CancelAsync();
        await working.ConfigureAwait(first == working ? ConfigureAwaitOptions.None : ConfigureAwaitOptions.SuppressThrowing);
        await holding;
    }

    private async Task HoldAsync(BulkSession session, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            _ = session.Number(PostgresSql.StillThere);
            await Task.Delay(BetweenLooks, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} waits for its turn: the database is away ({Code}).")]
    private static partial void Waits(ILogger log, string work, string code, Exception stumble);
}
