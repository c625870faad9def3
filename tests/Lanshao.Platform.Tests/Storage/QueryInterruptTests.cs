using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Storage;

public class QueryInterruptTests
{
    private const string Endless = "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted) SELECT n AS \"Value\" FROM counted WHERE n < 0";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Query_WithoutEnd_EndsWhenItIsToldTo(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();
        using var told = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        told.CancelAfter(TimeSpan.FromMilliseconds(300));

        var stopped = await Record.ExceptionAsync(() => Task.Run(() => db.Database.SqlQueryRaw<long>(Endless).ToListAsync(told.Token), Ct).WaitAsync(TimeSpan.FromMinutes(5), Ct));

        Assert.NotNull(stopped);
        Assert.True(Trouble.IsStopped(stopped), stopped.ToString());
        Assert.Equal(1, await db.Database.SqlQueryRaw<long>("SELECT 1 AS \"Value\"").SingleAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task Query_ThatEnded_IsNotTouchedByALaterCancel(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using var db = store.NewContext();
        using var told = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Assert.Equal(1, await db.Database.SqlQueryRaw<long>("SELECT 1 AS \"Value\"").SingleAsync(told.Token));

        await told.CancelAsync();

        Assert.Equal(2, await db.Database.SqlQueryRaw<long>("SELECT 2 AS \"Value\"").SingleAsync(Ct));
    }
}
