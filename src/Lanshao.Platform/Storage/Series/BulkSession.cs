using System.Data.Common;
using Lanshao.Platform.Foundation;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lanshao.Platform.Storage.Series;

/// <summary>One connection for the hand-written statements of <see cref="SeriesSql"/>, prepared once and run many times; a commit is on disk when it returns.</summary>
/// <remarks>Parameters are <c>$1</c>, <c>$2</c> … on both stores. Rows written here are their own provenance and stand in no change feed.</remarks>
public sealed class BulkSession : IAsyncDisposable
{
    private readonly Store _store;
    private readonly DataPart _part;
    private readonly DbConnection _connection;
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private DbTransaction? _transaction;
    private IDisposable? _gate;
    private bool _isRelaxed;
    private bool _isPatient;

    private BulkSession(Store store, DataPart part, DbConnection connection) => (_store, _part, _connection) = (store, part, connection);

    /// <param name="store">Where the part lies.</param>
    /// <param name="part">Which part is written; its writers take turns.</param>
    /// <param name="ct">Stops waiting.</param>
    public static Task<BulkSession> OpenAsync(Store store, DataPart part, CancellationToken ct) => OpenAsync(store, part, isPooled: true, ct);

    /// <summary>Opens a connection that ends with the session, and with it all that lies on it: one that went back to a pool would keep its locks for minutes.</summary>
    public static Task<BulkSession> OpenAloneAsync(Store store, DataPart part, CancellationToken ct) => OpenAsync(store, part, isPooled: false, ct);

    private static async Task<BulkSession> OpenAsync(Store store, DataPart part, bool isPooled, CancellationToken ct)
    {
        DbConnection connection = store.Kind == StoreKind.Sqlite
            ? new SqliteConnection(store.ConnectionString)
            : new NpgsqlConnection(PostgresAddressOf(store, isPooled));
        try
        {
            await connection.OpenAsync(ct);
            var session = new BulkSession(store, part, connection);
            if (store.Kind == StoreKind.Sqlite)
            {
                _ = session.Execute(SqliteSql.EachCommitOnDisk);

                // Statements that run beside the driver wait for others as long as the driver does.
                _ = session.Execute("PRAGMA busy_timeout = 30000");
                _ = session.Execute(SqliteSql.CheckpointsAtCommits);
            }

            return session;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins a transaction; it waits for its turn at the part.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        _gate = await WriteGate.EnterAsync(_store, ct);
        try
        {
            _transaction = await _connection.BeginTransactionAsync(ct);
            if (_store.Kind == StoreKind.PostgreSql)
            {
                _ = Number(SeriesSql.TakeTurn, (long)_part);
            }
        }
        catch
        {
            await EndAsync();
            throw;
        }
    }

    /// <summary>Makes everything since <see cref="BeginAsync"/> last.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        await _transaction!.CommitAsync(ct);
        await EndAsync();
    }

    /// <summary>Forgets everything since <see cref="BeginAsync"/>; does nothing without one.</summary>
    public Task RollBackAsync() => EndAsync();

    /// <summary>Gets which store this is, for the few statements that differ.</summary>
    public StoreKind Kind => _store.Kind;

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<SeriesValue> values) =>
        _transaction is not null && _connection is SqliteConnection sqlite ? Statement(sqlite, sql, values.Length).Run(values) : Bind(sql, values).ExecuteNonQuery();

    /// <summary>Runs a query for one whole number; 0 where there is none.</summary>
    public long Number(string sql, params ReadOnlySpan<SeriesValue> values)
    {
        if (_connection is SqliteConnection)
        {
            using var rows = Rows(sql, values);
            return rows.Next() ? rows.Number(0) : 0;
        }

        return Bind(sql, values).ExecuteScalar() switch
        {
            null or DBNull => 0,
            bool flag => flag ? 1 : 0,
            var number => Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Runs a query for one instant; null where there is none.</summary>
    public DateTime? Instant(string sql, params ReadOnlySpan<SeriesValue> values)
    {
        using var rows = Rows(sql, values);
        return rows.Next() ? rows.InstantUtc(0) : null;
    }

    /// <summary>Runs a query and returns its rows one after the other; the rows are disposed before the next statement.</summary>
    public SeriesRows Rows(string sql, params ReadOnlySpan<SeriesValue> values)
    {
        if (_connection is not SqliteConnection sqlite)
        {
            return new(Bind(sql, values).ExecuteReader());
        }

        var statement = Statement(sqlite, sql, values.Length);
        statement.Begin(values);
        return new(statement);
    }

    /// <summary>Gives pages on which nothing lies back to the disk, where the file was made for it, a few thousand at a time: writers come in between.</summary>
    public async Task GiveBackAsync(CancellationToken ct)
    {
        if (_store.Kind != StoreKind.Sqlite || Number(SqliteSql.GivesBack) == 0)
        {
            return;
        }

        for (var free = Number(SqliteSql.FreePages); free > 0;)
        {
            using (var turn = await WriteGate.EnterAsync(_store, ct))
            {
                using var pages = Rows(SqliteSql.GiveBack);
                while (pages.Next())
                {
                }
            }

            var left = Number(SqliteSql.FreePages);
            free = left < free ? left : 0;
        }
    }

    /// <summary>Lets no commit of this session bring the file's log into the file: <see cref="WalCheckpoints"/> does it.</summary>
    internal void LeaveCheckpoints()
    {
        if (Kind == StoreKind.Sqlite)
        {
            _ = Execute(SqliteSql.NoCheckpoints);
        }
    }

    /// <summary>
    /// Lets the commits of this session reach the disk together, with the next checkpoint or the next commit of another session. Only for what is made of other stored data
    /// together with a mark that says how far: a loss of power takes both back, and it is made again.
    /// </summary>
    internal void Relax()
    {
        if (Kind == StoreKind.Sqlite)
        {
            _isRelaxed = true;
            _ = Execute(SqliteSql.CommitsOnDiskTogether);
            _ = Execute(SqliteSql.RareCheckpoints);
        }
    }

    /// <summary>Brings as much of the log into the file as readers and writers let it; in SQLite only, outside a transaction.</summary>
    internal WalState Checkpoint()
    {
        using var rows = Rows(SqliteSql.Checkpoint);
        return rows.Next() ? new(rows.Number(1), rows.Number(2)) : default;
    }

    /// <summary>Lets statements that come from now on take as long as they take: those over a whole month.</summary>
    internal void BePatient() => _isPatient = true;

    /// <summary>Begins a binary copy; in PostgreSQL only.</summary>
    internal CopiedRows Copy(string sql) => new(((NpgsqlConnection)_connection).BeginBinaryImport(sql));

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        await EndAsync();
        if (_isRelaxed)
        {
            // The connection goes back to a pool from which others take it.
            _ = Execute(SqliteSql.EachCommitOnDisk);
        }

        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }

        await _connection.DisposeAsync();
    }

    private static string PostgresAddressOf(Store store, bool isPooled)
    {
        var address = new NpgsqlConnectionStringBuilder(store.ConnectionString) { MaxAutoPrepare = 40, AutoPrepareMinUsages = 2 };
        address.Pooling &= isPooled;
        address.Options = $"{address.Options} {PostgresSql.ByKeyOnly}".TrimStart();
        return address.ToString();
    }

    private async Task EndAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
            _transaction = null;
        }

        _gate?.Dispose();
        _gate = null;
    }

    private SqliteStatement Statement(SqliteConnection sqlite, string sql, int parameters)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = SqliteStatement.Prepare(sqlite.Handle!, sql, parameters));
        }

        return statement;
    }

    private DbCommand Bind(string sql, ReadOnlySpan<SeriesValue> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands.Add(sql, command = NewCommand(sql, values.Length));
        }

        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = _store.Kind == StoreKind.Sqlite ? OfDriver(values[i]) : values[i].ToObject();
        }

        return command;
    }

    private DbCommand NewCommand(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandTimeout = _isPatient ? 0 : command.CommandTimeout;
#pragma warning disable CA2100 // Only constants of this folder come here, and names that are made of a month.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
        {
            var parameter = command.CreateParameter();
            if (_store.Kind == StoreKind.Sqlite)
            {
                parameter.ParameterName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${i}");
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }

    // Statements outside a transaction go through the driver, which takes an instant as the milliseconds that the mappings store.
    private static object OfDriver(SeriesValue value) => value.Kind == SeriesValueKind.Instant ? value.Number : value.ToObject();
}
