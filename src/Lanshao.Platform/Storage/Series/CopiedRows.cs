using Npgsql;
using NpgsqlTypes;

namespace Lanshao.Platform.Storage.Series;

/// <summary>Rows on their way into a table of PostgreSQL by binary copy, value after value in the order of the columns. None of them is there before <see cref="Complete"/>.</summary>
internal sealed class CopiedRows(NpgsqlBinaryImporter importer) : IDisposable
{
    /// <summary>Begins the next row.</summary>
    public void Begin() => importer.StartRow();

    public void Put(int value) => importer.Write(value, NpgsqlDbType.Integer);

    public void Put(bool value) => importer.Write(value, NpgsqlDbType.Boolean);

    public void Put(DateTime instantUtc) => importer.Write(instantUtc, NpgsqlDbType.TimestampTz);

    public void Put(byte[] value) => importer.Write(value, NpgsqlDbType.Bytea);

    public void Put(long? value)
    {
        if (value is { } number)
        {
            importer.Write(number, NpgsqlDbType.Bigint);
        }
        else
        {
            importer.WriteNull();
        }
    }

    public void Put(string? value)
    {
        if (value is not null)
        {
            importer.Write(value, NpgsqlDbType.Text);
        }
        else
        {
            importer.WriteNull();
        }
    }

    /// <summary>Ends the copy: now the rows are in the table.</summary>
    public void Complete() => importer.Complete();

    public void Dispose() => importer.Dispose();
}
