using System.Data.Common;

namespace Lanshao.Platform.Storage.Series;

/// <summary>The rows of a hand-written query, read forwards without an object for each: straight from the statement on SQLite, where the driver costs as much as the row.</summary>
public sealed class SeriesRows : IDisposable
{
    private readonly DbDataReader? _reader;
    private readonly SqliteStatement? _statement;

    internal SeriesRows(DbDataReader reader) => _reader = reader;

    internal SeriesRows(SqliteStatement statement) => _statement = statement;

    /// <summary>Goes to the next row; false behind the last.</summary>
    public bool Next() => _statement?.Step() ?? _reader!.Read();

    /// <summary>Returns an instant of the row.</summary>
    public DateTime InstantUtc(int column) =>
        _statement is not null ? DateTime.UnixEpoch.AddTicks(_statement.Number(column) * TimeSpan.TicksPerMillisecond) : DateTime.SpecifyKind(_reader!.GetDateTime(column), DateTimeKind.Utc);

    /// <summary>Returns a whole number of the row.</summary>
    public long Number(int column) => _statement?.Number(column) ?? _reader!.GetInt64(column);

    /// <summary>Returns a text of the row; null where there is none.</summary>
    public string? Text(int column) => _statement is not null ? _statement.Text(column) : _reader!.IsDBNull(column) ? null : _reader.GetString(column);

    /// <summary>Returns a count of the row.</summary>
    public int Count(int column) => _statement is not null ? (int)_statement.Number(column) : _reader!.GetInt32(column);

    /// <summary>Returns a flag of the row.</summary>
    public bool Flag(int column) => _statement is not null ? _statement.Number(column) != 0 : _reader!.GetBoolean(column);

    /// <summary>Returns the bytes of the row.</summary>
    public byte[] Bytes(int column) => _statement is not null ? _statement.Bytes(column).ToArray() : _reader!.GetFieldValue<byte[]>(column);

    public void Dispose()
    {
        _statement?.End();
        _reader?.Dispose();
    }
}
