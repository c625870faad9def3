using System.Collections.Concurrent;
using Lanshao.Platform.Storage;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(Lanshao.Platform.Tests.Stores.TestStores))]

namespace Lanshao.Platform.Tests.Stores;

/// <summary>One migrated store for one test, gone with it.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly string? _database;

    private TestStore(Store store, string folder, string? database)
    {
        Store = store;
        Folder = folder;
        _database = database;
    }

    public Store Store { get; }

    /// <summary>Gets a folder of the test's own.</summary>
    public string Folder { get; }

    /// <summary>Returns a store with this program's schema. PostgreSQL missing: failure on CI, a skip by name elsewhere.</summary>
    public static Task<TestStore> NewAsync(StoreKind kind) => NewAsync(kind, migrated: true);

    /// <summary>Returns a store without a schema.</summary>
    public static Task<TestStore> NewEmptyAsync(StoreKind kind) => NewAsync(kind, migrated: false);

    /// <summary>Returns a copy, with its folder, of a store that is filled once a run under this name: the first test that asks pays for the filling, the others for a copy.</summary>
    /// <param name="kind">The store.</param>
    /// <param name="name">One name for one filling.</param>
    /// <param name="fill">Fills it; knows nothing of the test that asks, and lets go of what it opens.</param>
    /// <param name="migrated">Whether it begins with this program's schema.</param>
    public static async Task<TestStore> CopyAsync(StoreKind kind, string name, Func<TestStore, Task> fill, bool migrated = true)
    {
        var filled = await TestStores.FilledAsync((kind, name), () => FillAsync(kind, fill, migrated));
        var folder = NewFolder();
        TemporaryFolder.Copy(filled.Folder, folder);
        return filled._database is null
            ? new(Store.Sqlite(FileIn(folder)), folder, null)
            : await OnPostgresAsync(folder, filled._database);
    }

    public LanshaoContext NewContext() => Store.NewContext();

    public async ValueTask DisposeAsync()
    {
        Store.Release();
        if (_database is not null)
        {
            await TestStores.DropPostgresDatabaseAsync(_database);
        }

        TemporaryFolder.Delete(Folder);
    }

    private static async Task<TestStore> NewAsync(StoreKind kind, bool migrated)
    {
        var folder = NewFolder();
        if (kind == StoreKind.PostgreSql)
        {
            return await OnPostgresAsync(folder, migrated ? await TestStores.PostgresTemplateAsync() : null);
        }

        if (migrated)
        {
            File.Copy(await TestStores.SqliteTemplateAsync(), FileIn(folder));
        }

        return new(Store.Sqlite(FileIn(folder)), folder, null);
    }

    private static async Task<TestStore> FillAsync(StoreKind kind, Func<TestStore, Task> fill, bool migrated)
    {
        var store = await NewAsync(kind, migrated);
        try
        {
            await fill(store);
            store.Store.Release();
            if (store._database is not null)
            {
                await TestStores.CloseToConnectionsAsync(store._database);
            }

            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private static async Task<TestStore> OnPostgresAsync(string folder, string? template)
    {
        var (address, name) = await TestStores.NewPostgresDatabaseAsync(template);
        return new(Store.Postgres(address), folder, name);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("lanshao-test-").FullName;

    private static string FileIn(string folder) => Path.Combine(folder, "lanshao.db");
}

/// <summary>What all data tests of a run share: the server and the migrated templates.</summary>
public sealed class TestStores : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly ConcurrentDictionary<(StoreKind Kind, string Name), Lazy<Task<TestStore>>> Filled = new();
    private static PostgresServer? _server;
    private static string? _postgres;
    private static bool _postgresMissing;
    private static string? _postgresTemplate;
    private static string? _sqliteFolder;
    private static int _count;

    public async ValueTask DisposeAsync()
    {
        foreach (var filled in Filled.Values.Select(filled => filled.Value).Where(filled => filled.IsCompletedSuccessfully))
        {
            await (await filled).DisposeAsync();
        }

        if (_server is null && _postgresTemplate is not null)
        {
            await DropPostgresDatabaseAsync(_postgresTemplate);
        }

        _server?.Dispose();
        if (_sqliteFolder is not null)
        {
            TemporaryFolder.Delete(_sqliteFolder);
        }
    }

    internal static Task<TestStore> FilledAsync((StoreKind Kind, string Name) key, Func<Task<TestStore>> fill) => Filled.GetOrAdd(key, _ => new(fill)).Value;

    internal static Task<string> SqliteTemplateAsync() => InTurnAsync(async () =>
    {
        var path = Path.Combine(_sqliteFolder ??= Directory.CreateTempSubdirectory("lanshao-template-").FullName, "template.db");
        if (!File.Exists(path))
        {
            await MigrateAsync(Store.Sqlite(path));
        }

        return path;
    });

    internal static Task<string> PostgresTemplateAsync() => InTurnAsync(async () =>
    {
        var server = await ServerAddressAsync();
        if (_postgresTemplate is null)
        {
            var template = await CreateAsync(server, null);
            await MigrateAsync(Store.Postgres(AddressOf(server, template)));
            _postgresTemplate = template;
        }

        return _postgresTemplate;
    });

    internal static Task<(string Address, string Name)> NewPostgresDatabaseAsync(string? template) => InTurnAsync(async () =>
    {
        var server = await ServerAddressAsync();
        var name = await CreateAsync(server, template);
        return (AddressOf(server, name), name);
    });

    // A database is copied only while nobody is connected to it; bulk writers keep a pool of their own.
    internal static async Task CloseToConnectionsAsync(string name)
    {
        var server = await ServerAddressAsync();
        await ExecuteAsync(server, $"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false");
        await ExecuteAsync(server, $"SELECT pg_terminate_backend(pid, 180000) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    internal static async ValueTask DropPostgresDatabaseAsync(string name) => await ExecuteAsync(await ServerAddressAsync(), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    private static async Task<string> CreateAsync(string server, string? template)
    {
        var name = $"lanshao_test_{Environment.ProcessId}_{++_count}";
        await ExecuteAsync(server, version => template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}{Strategy(version)}");
        return name;
    }

    private static async Task<string> ServerAddressAsync()
    {
        if (_postgres is null && !_postgresMissing)
        {
            _postgres = Environment.GetEnvironmentVariable("LANSHAO_TEST_POSTGRES") is { Length: > 0 } given ? Store.Postgres(given).ConnectionString : null;
            if (_postgres is null)
            {
                _server = await PostgresServer.StartAsync(CancellationToken.None);
                _postgres = _server?.Address;
                _postgresMissing = _server is null;
            }
        }

        Assert.SkipWhen(_postgres is null && Environment.GetEnvironmentVariable("CI") is null or "", "no PostgreSQL server: install postgresql or set LANSHAO_TEST_POSTGRES");
        return _postgres ?? throw new InvalidOperationException("CI needs PostgreSQL: install postgresql or set LANSHAO_TEST_POSTGRES.");
    }

    private static string AddressOf(string server, string database) => new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 20, Timeout = 300, CommandTimeout = 300 }.ToString();

    private static async Task MigrateAsync(Store store)
    {
        Assert.Null(await store.MigrateAsync(CancellationToken.None));
        store.Release();
    }

    // Files copied as they are take half the time of pages written through the log, which is how versions from 15 on copy unless told.
    private static string Strategy(Version version) => version.Major >= 15 ? " STRATEGY FILE_COPY" : string.Empty;

    private static Task ExecuteAsync(string server, string statement) => ExecuteAsync(server, _ => statement);

    private static async Task ExecuteAsync(string server, Func<Version, string> statement)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement(connection.PostgreSqlVersion), connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T> InTurnAsync<T>(Func<Task<T>> make)
    {
        await Gate.WaitAsync();
        try
        {
            return await make();
        }
        finally
        {
            Gate.Release();
        }
    }
}
