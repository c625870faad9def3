using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Lanshao.Platform.Tests.Storage;

public class StoreTests
{
    // The newest migration of each release, oldest first. A release adds its line here.
    private static readonly string[] Released = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task MigrateAsync_FromEmpty_LeavesNoPendingChange(StoreKind kind)
    {
        await using var store = await TestStore.NewEmptyAsync(kind);

        Assert.Null(await store.Store.MigrateAsync(Ct));

        await AssertCurrentAsync(store);
    }

    [Theory, EveryStore]
    public async Task MigrateAsync_FromEveryEarlierSchema_LeavesNoPendingChange(StoreKind kind)
    {
        await using var migrated = await TestStore.NewAsync(kind);
        await using var model = migrated.NewContext();
        var all = model.Database.GetMigrations().ToList();
        Assert.All(Released, name => Assert.Contains(all, m => m.EndsWith(name, StringComparison.Ordinal)));
        foreach (var earlier in all)
        {
            await using var store = await TestStore.NewEmptyAsync(kind);
            await using (var db = store.NewContext())
            {
                await db.GetService<IMigrator>().MigrateAsync(earlier, Ct);
            }

            Assert.Null(await store.Store.MigrateAsync(Ct));

            await AssertCurrentAsync(store);
        }
    }

    [Theory, EveryStore]
    public async Task MigrateAsync_Twice_ChangesNothing(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);

        Assert.Null(await store.Store.MigrateAsync(Ct));

        await AssertCurrentAsync(store);
    }

    [Theory, EveryStore]
    public async Task MigrateAsync_DataOfANewerProgram_IsRefusedByName(StoreKind kind)
    {
        await using var store = await TestStore.NewAsync(kind);
        await using (var db = store.NewContext())
        {
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_FromTheFuture', '99.0.0')""", Ct);
        }

        var refusal = await store.Store.MigrateAsync(Ct);

        Assert.Equal("ENV-003", refusal?.Code);
        Assert.Equal("29990101000000_FromTheFuture", refusal?.Arguments["found"]);
    }

    [Fact]
    public async Task MigrateAsync_SqliteMigrationWasInterrupted_DoesNotStayLocked()
    {
        await using var store = await TestStore.NewEmptyAsync(StoreKind.Sqlite);
        await using (var db = store.NewContext())
        {
            // What EF Core leaves behind when the process is killed while it migrates.
            await db.Database.OpenConnectionAsync(Ct);
            await db.Database.ExecuteSqlRawAsync("""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)""", Ct);
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2024-06-30 00:00:00')""", Ct);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        Assert.Null(await store.Store.MigrateAsync(patience.Token));

        await AssertCurrentAsync(store);
    }

    [Fact]
    public async Task MigrateAsync_DatabaseAway_IsRefused()
    {
        var store = Store.Postgres("postgres://nobody@127.0.0.1:1/nothing");

        var refusal = await store.MigrateAsync(Ct);

        Assert.Equal("ENV-006", refusal?.Code);
    }

    [Fact]
    public async Task MigrateAsync_FileIsNoDatabase_IsRefusedAndStaysAsItWas()
    {
        await using var store = await TestStore.NewEmptyAsync(StoreKind.Sqlite);
        var path = Path.Combine(store.Folder, "lanshao.db");
        await File.WriteAllTextAsync(path, new string('x', 5000), Ct);

        var refusal = await store.Store.MigrateAsync(Ct);

        Assert.Equal("ENV-006", refusal?.Code);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(path, Ct));
    }

    [Fact]
    public async Task Migrations_OfBothStores_HaveTheSameNamesInTheSameOrder()
    {
        await using var sqlite = Store.Sqlite("unused.db").NewContext();
        await using var postgres = Store.Postgres("Host=127.0.0.1").NewContext();

        Assert.Equal(sqlite.Database.GetMigrations().Select(Name), postgres.Database.GetMigrations().Select(Name));

        static string Name(string migration) => migration[15..];
    }

    private static async Task AssertCurrentAsync(TestStore store)
    {
        await using var db = store.NewContext();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
        Assert.False(db.Database.HasPendingModelChanges());
        foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            Assert.NotNull(entity.FindPrimaryKey());
        }

        Assert.Equal(0, await db.Set<Change>().CountAsync(Ct));
    }
}
