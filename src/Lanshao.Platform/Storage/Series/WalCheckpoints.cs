using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Storage.Series;

/// <summary>Brings what a busy SQLite file has in its log (WAL) into the file itself, beside its writer: at the writer's own commits it would cost each of them tens of milliseconds once a second, and those who wait for the commit with it.</summary>
/// <remarks>Beside a writer that never rests a checkpoint never reaches the end of the log, and the log is never begun anew. So when it is long, the writer itself takes the last step, of which little is left by then.</remarks>
/// <param name="store">Where the part lies; PostgreSQL needs none of it.</param>
/// <param name="part">The part that is written.</param>
/// <param name="pagesBetween">After how many pages the next one begins.</param>
/// <param name="longLog">From how many pages on the writer takes the last step.</param>
internal sealed class WalCheckpoints(Store store, DataPart part, int pagesBetween = 8_000, int longLog = 16_000)
{
    private const int PagesOfACommit = 4;
    private Task<WalState>? _running;
    private int _written;

    /// <summary>Is told by the writer before each transaction; may take a last step on its connection.</summary>
    /// <param name="writer">The writer's own session, between two transactions.</param>
    /// <param name="rows">How many rows it is going to write: about as many pages, their places in the indexes counted.</param>
    public async ValueTask BeforeAsync(BulkSession writer, int rows)
    {
        if (store.Kind != StoreKind.Sqlite)
        {
            return;
        }

        _written += rows + PagesOfACommit;
        if (_running is { IsCompleted: true } done)
        {
            _running = null;
            if (!done.IsCompletedSuccessfully || (await done).Pages > longLog)
            {
                _ = writer.Checkpoint();
            }
        }
        else if (_running is null && _written > pagesBetween)
        {
            _written = 0;
            _running = Task.Run(BesideAsync);
        }
    }

    private async Task<WalState> BesideAsync()
    {
        await using var session = await BulkSession.OpenAsync(store, part, CancellationToken.None);
        return session.Checkpoint();
    }
}

/// <summary>How long the log of a file is.</summary>
/// <param name="Pages">Pages in it.</param>
/// <param name="Done">Pages of it that the file itself has.</param>
internal readonly record struct WalState(long Pages, long Done);
