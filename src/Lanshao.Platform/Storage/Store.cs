using Lanshao.Platform.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Lanshao.Platform.Storage;

/// <summary>Where the business data of one district lies: one SQLite file, or one PostgreSQL database.</summary>
public sealed class Store
{
    private static readonly QueryInterrupt Interrupts = new();
    private readonly DbContextOptions _options;

    // One bound for the pages that all connections to SQLite files keep; each would keep 2 MB by itself, which the system's own cache holds anyway.
    static Store()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_soft_heap_limit64(8 << 20);
    }

    private Store(StoreKind kind, string connectionString, DbContextOptions options)
    {
        Kind = kind;
        ConnectionString = connectionString;
        _options = options;
    }

    public StoreKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>Opens nothing yet: the file <paramref name="path"/> is made by the first migration.</summary>
    public static Store Sqlite(string path)
    {
        // 30 s: a verb beside a running server waits that long for the server's write to end.
        var connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30, ForeignKeys = true }.ToString();
        var options = new DbContextOptionsBuilder<SqliteLanshaoContext>().UseSqlite(connection).AddInterceptors(Interrupts).ReplaceService<IMigrationsSqlGenerator, ClusteredTables>().ConfigureWarnings(Unasked).Options;
        return new(StoreKind.Sqlite, connection, options);
    }

    /// <summary>Works out what all stores in files share, the mapping of the tables, without opening one: a second of work that a first start does beside other work.</summary>
    public static void PrepareSqlite()
    {
        using var db = Sqlite(":memory:").NewContext();
        _ = db.Model;
    }

    /// <param name="address">A connection string, or <c>postgres://user:password@host:port/database</c>.</param>
    /// <exception cref="FormatException">The address is neither.</exception>
    public static Store Postgres(string address)
    {
        var connection = PostgresAddress.ToConnectionString(address);
        var options = new DbContextOptionsBuilder<PostgresLanshaoContext>().UseNpgsql(connection).ConfigureWarnings(Unasked).Options;
        return new(StoreKind.PostgreSql, connection, options);
    }

    /// <summary>Opens the store of a part that lies beside a business store: a file of its own in SQLite, the same database in PostgreSQL.</summary>
    public static async Task<Outcome<Store>> BesideAsync(LanshaoContext business, DataPart part, CancellationToken ct)
    {
        var connection = business.Database.GetConnectionString() ?? throw new InvalidOperationException("A business store has an address.");
        if (business.Kind == StoreKind.PostgreSql)
        {
            return Postgres(connection);
        }

        var folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(connection).DataSource) ?? string.Empty;
        var store = Sqlite(Path.Combine(folder, DataFolder.FileOf(part)));
        return await DataFolder.MigrateInTurnAsync(folder, store, ct) is { } refusal ? refusal : store;
    }

    /// <summary>Returns a new context; the caller disposes it.</summary>
    public LanshaoContext NewContext() => Kind == StoreKind.Sqlite
        ? new SqliteLanshaoContext((DbContextOptions<SqliteLanshaoContext>)_options)
        : new PostgresLanshaoContext((DbContextOptions<PostgresLanshaoContext>)_options);

    /// <summary>Brings the schema to this program's version; null when done. ENV-002 when its file cannot be written, ENV-003 when the data is of a newer program, ENV-006 when the database does not answer.</summary>
    public async Task<Refusal?> MigrateAsync(CancellationToken ct)
    {
        try
        {
            await using var db = NewContext();
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var applied = await AppliedAsync(db, ct);
            if (applied.FirstOrDefault(m => !known.Contains(m)) is { } newer)
            {
                return Refusal.Environment("ENV-003", ("found", newer), ("expected", known.Max() ?? string.Empty));
            }

            if (applied.Count < known.Count)
            {
                await ReleaseInterruptedLockAsync(db, ct);
                await PrepareNewAsync(db, applied.Count, ct);
                if (Kind == StoreKind.PostgreSql)
                {
                    // A migration may move every row.
                    db.Database.SetCommandTimeout(TimeSpan.Zero);
                }

                await db.Database.MigrateAsync(ct);
            }

            if (Kind == StoreKind.Sqlite)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
            }

            return null;
        }
        catch (Exception away) when (away is NpgsqlException or SqliteException)
        {
            return Trouble.Of(away);
        }
    }

    /// <summary>Writes the present moment of one part of the data into a new SQLite file, while others go on writing.</summary>
    /// <param name="path">The file to make.</param>
    /// <param name="part">Which part; in SQLite the store's file holds that part alone.</param>
    /// <param name="ct">Stops.</param>
    public async Task SnapshotAsync(string path, DataPart part, CancellationToken ct)
    {
        if (Kind == StoreKind.Sqlite)
        {
            await using var db = NewContext();
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {path}", ct);
            return;
        }

        var copy = Sqlite(path);
        if (await copy.MigrateAsync(ct) is { } refusal)
        {
            throw new InvalidOperationException($"The snapshot could not be made: {refusal.Code}.");
        }

        await StoreCopy.RunAsync(this, copy, [part], ct);
        copy.Release();
    }

    /// <summary>Carries the business rows of another store into this one, which has the schema and no rows; ENV-055 when it has.</summary>
    public async Task<Refusal?> FillFromAsync(Store other, CancellationToken ct)
    {
        if (!await StoreCopy.IsEmptyAsync(this, ct))
        {
            return Refusal.Conflict("ENV-055");
        }

        await StoreCopy.RunAsync(other, this, [DataPart.Business], ct);
        return null;
    }

    /// <summary>Carries the rows of one part of another store into this one, which has none of them.</summary>
    public Task FillFromAsync(Store other, DataPart part, CancellationToken ct) => StoreCopy.RunAsync(other, this, [part], ct);

    // Whether the model has changed since the newest migration is asked by a test, not at every first start, where the answer costs a second model.
    private static void Unasked(WarningsConfigurationBuilder warnings) => warnings.Ignore(RelationalEventId.PendingModelChangesWarning);

    /// <summary>Lets go of pooled connections, so that the file can be moved or deleted.</summary>
    public void Release()
    {
        if (Kind == StoreKind.Sqlite)
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            using var connection = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    private static async Task<HashSet<string>> AppliedAsync(LanshaoContext db, CancellationToken ct) =>
        await db.Database.CanConnectAsync(ct)
            ? (await db.Database.GetAppliedMigrationsAsync(ct)).ToHashSet(StringComparer.Ordinal)
            : db.Kind == StoreKind.Sqlite ? [] : throw new NpgsqlException("The database does not answer.");

    // A file gives pages back to the disk only where that was said before its first table; until then the connection keeps it in mind.
    private static async Task PrepareNewAsync(LanshaoContext db, int applied, CancellationToken ct)
    {
        if (db.Kind == StoreKind.Sqlite && applied == 0)
        {
            await db.Database.OpenConnectionAsync(ct);
            await db.Database.ExecuteSqlRawAsync("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL", ct);
        }
    }

    // EF Core's SQLite lock is a row that a killed process leaves behind for ever. The data folder's own lock already keeps others out.
    private static async Task ReleaseInterruptedLockAsync(LanshaoContext db, CancellationToken ct)
    {
        if (db.Kind == StoreKind.Sqlite && await db.Database.CanConnectAsync(ct))
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        }
    }
}
