using System.Data.Common;

namespace Lanshao.Platform.Storage.Series;

/// <summary>The rows of a hand-written query, read forwards without an object for each.</summary>
public sealed class SeriesRows : IDisposable
{
    private readonly DbDataReader _reader;
    private readonly StoreKind _kind;

    internal SeriesRows(DbDataReader reader, StoreKind kind) => (_reader, _kind) = (reader, kind);

    /// <summary>Goes to the next row; false behind the last.</summary>
    public bool Next() => _reader.Read();

    /// <summary>Returns an instant of the row.</summary>
    public DateTime InstantUtc(int column) => _kind == StoreKind.Sqlite ? DateTime.UnixEpoch.AddMilliseconds(_reader.GetInt64(column)) : DateTime.SpecifyKind(_reader.GetDateTime(column), DateTimeKind.Utc);

    /// <summary>Returns a whole number of the row.</summary>
    public long Number(int column) => _reader.GetInt64(column);

    /// <summary>Returns a text of the row; null where there is none.</summary>
    public string? Text(int column) => _reader.IsDBNull(column) ? null : _reader.GetString(column);

    /// <summary>Returns a count of the row.</summary>
    public int Count(int column) => _reader.GetInt32(column);

    /// <summary>Returns a flag of the row.</summary>
    public bool Flag(int column) => _reader.GetBoolean(column);

    public void Dispose() => _reader.Dispose();
}
