using Lanshao.Platform.Storage;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(Lanshao.Platform.Tests.Stores.TestStores))]

namespace Lanshao.Platform.Tests.Stores;

/// <summary>One migrated store for one test, gone with it.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly Func<ValueTask> _drop;

    private TestStore(Store store, string folder, Func<ValueTask> drop)
    {
        Store = store;
        Folder = folder;
        _drop = drop;
    }

    public Store Store { get; }

    /// <summary>Gets a folder of the test's own.</summary>
    public string Folder { get; }

    /// <summary>Returns a store with this program's schema. PostgreSQL missing: failure on CI, a skip by name elsewhere.</summary>
    public static Task<TestStore> NewAsync(StoreKind kind) => NewAsync(kind, migrated: true);

    /// <summary>Returns a store without a schema.</summary>
    public static Task<TestStore> NewEmptyAsync(StoreKind kind) => NewAsync(kind, migrated: false);

    public LanshaoContext NewContext() => Store.NewContext();

    public async ValueTask DisposeAsync()
    {
        Store.Release();
        await _drop();
        TemporaryFolder.Delete(Folder);
    }

    private static async Task<TestStore> NewAsync(StoreKind kind, bool migrated)
    {
        var folder = Directory.CreateTempSubdirectory("lanshao-test-").FullName;
        if (kind == StoreKind.Sqlite)
        {
            var path = Path.Combine(folder, "lanshao.db");
            if (migrated)
            {
                File.Copy(await TestStores.SqliteTemplateAsync(), path);
            }

            return new(Store.Sqlite(path), folder, () => ValueTask.CompletedTask);
        }

        var (address, name) = await TestStores.NewPostgresDatabaseAsync(migrated);
        return new(Store.Postgres(address), folder, () => TestStores.DropPostgresDatabaseAsync(name));
    }
}

/// <summary>What all data tests of a run share: the server and the migrated templates.</summary>
public sealed class TestStores : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static PostgresServer? _server;
    private static string? _postgres;
    private static bool _postgresMissing;
    private static string? _postgresTemplate;
    private static string? _sqliteFolder;
    private static int _count;

    public async ValueTask DisposeAsync()
    {
        _server?.Dispose();
        if (_server is null && _postgresTemplate is not null)
        {
            await DropPostgresDatabaseAsync(_postgresTemplate);
        }

        if (_sqliteFolder is not null)
        {
            TemporaryFolder.Delete(_sqliteFolder);
        }
    }

    internal static Task<string> SqliteTemplateAsync() => InTurnAsync(async () =>
    {
        var path = Path.Combine(_sqliteFolder ??= Directory.CreateTempSubdirectory("lanshao-template-").FullName, "template.db");
        if (!File.Exists(path))
        {
            await MigrateAsync(Store.Sqlite(path));
        }

        return path;
    });

    internal static Task<(string Address, string Name)> NewPostgresDatabaseAsync(bool migrated) => InTurnAsync(async () =>
    {
        var server = await ServerAddressAsync();
        if (migrated && _postgresTemplate is null)
        {
            var template = await CreateAsync(server, null);
            await MigrateAsync(Store.Postgres(AddressOf(server, template)));
            _postgresTemplate = template;
        }

        var name = await CreateAsync(server, migrated ? _postgresTemplate : null);
        return (AddressOf(server, name), name);
    });

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
