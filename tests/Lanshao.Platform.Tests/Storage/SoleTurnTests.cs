using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Platform.Tests.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Platform.Tests.Storage;

public class SoleTurnTests
{
    // Many times what it takes, and less than a pool keeps a connection that nobody uses.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_TwoProcessesOfOneStore_TheSecondGoesOnWhenTheFirstHasEnded()
    {
        await using var store = await TestStore.NewAsync(StoreKind.PostgreSql);
        using var stopFirst = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        using var stopSecond = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var (first, second) = (new Work(), new Work());

        var one = Turn(store).RunAsync(first.RunAsync, stopFirst.Token);
        await first.Began.Task;
        var two = Turn(store).RunAsync(second.RunAsync, stopSecond.Token);
        await Turn(store, "other").RunAsync(_ => stopFirst.CancelAsync(), stopFirst.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await second.Began.Task.WaitAsync(Patience, Ct);

        Assert.True(first.HasEnded);
        await stopSecond.CancelAsync();
        await Task.WhenAll(one, two).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Fact]
    public async Task Run_OnSqlite_IsTheWorkItself()
    {
        await using var store = await TestStore.NewAsync(StoreKind.Sqlite);
        var hasRun = false;

        await Turn(store).RunAsync(
            _ =>
            {
                hasRun = true;
                return Task.CompletedTask;
            },
            Ct);

        Assert.True(hasRun);
    }

    private static SoleTurn Turn(TestStore store, string name = "sample") => new(store.Store, name, TimeProvider.System, NullLogger.Instance);

    private sealed class Work
    {
        public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool HasEnded { get; private set; }

        public async Task RunAsync(CancellationToken ct)
        {
            Began.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            HasEnded = true;
        }
    }
}
