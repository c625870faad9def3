using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lanshao.Platform.Storage.Series;

/// <summary>A statement of SQLite that is prepared once and bound by place. The driver looks every parameter up by its name at every run, which for a narrow row costs more than the row.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int ShortText = 64;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;

    private SqliteStatement(sqlite3 database, sqlite3_stmt statement, int[] places) => (_database, _statement, _places) = (database, statement, places);

    /// <param name="database">The open file.</param>
    /// <param name="sql">With the parameters <c>$1</c> to <c>$n</c>, in whatever order.</param>
    /// <param name="parameters">How many.</param>
    public static SqliteStatement Prepare(sqlite3 database, string sql, int parameters)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out var statement), database);
        var places = new int[parameters];
        for (var i = 0; i < parameters; i++)
        {
            places[i] = raw.sqlite3_bind_parameter_index(statement, string.Create(CultureInfo.InvariantCulture, $"${i + 1}"));
        }

        return new(database, statement, places);
    }

    /// <summary>Runs it and returns how many rows it changed.</summary>
    public int Run(ReadOnlySpan<SeriesValue> values)
    {
        try
        {
            Begin(values);
            _ = Step();
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            End();
        }
    }

    /// <summary>Binds the values; rows follow one after the other with <see cref="Step"/>, until <see cref="End"/>.</summary>
    public void Begin(ReadOnlySpan<SeriesValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(_places[i], values[i]));
        }
    }

    /// <summary>Goes to the next row; false behind the last.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>Returns a whole number of the row; 0 where there is none.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>Returns a text of the row; null where there is none.</summary>
    public string? Text(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>Returns the bytes of the row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Lets the rows go, so that the statement may run again.</summary>
    public void End() => _ = raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }

    private int Bind(int place, in SeriesValue value) => value.Kind switch
    {
        SeriesValueKind.Nothing => raw.sqlite3_bind_null(_statement, place),
        SeriesValueKind.Text => BindText(place, value.Text),
        SeriesValueKind.Bytes => BindBytes(place, value.Bytes),
        SeriesValueKind.Column => throw new NotSupportedException("SQLite takes no column of values."),
        _ => raw.sqlite3_bind_int64(_statement, place, value.Number),
    };

    private int BindBytes(int place, byte[] bytes) =>
        bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(_statement, place, 0) : raw.sqlite3_bind_blob(_statement, place, bytes);

    private int BindText(int place, string text)
    {
        if (text.Length is 0 or > ShortText)
        {
            return raw.sqlite3_bind_text(_statement, place, text);
        }

        Span<byte> utf8 = stackalloc byte[ShortText * 3];
        return raw.sqlite3_bind_text(_statement, place, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }
}
