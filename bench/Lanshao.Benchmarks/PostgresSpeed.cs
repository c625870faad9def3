using System.Diagnostics;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Npgsql;
using NpgsqlTypes;

namespace Lanshao.Benchmarks;

/// <summary><c>postgres ADDRESS [FRAMES]</c>: frames a second into the journal of an empty database, committed before they are told, beside a bare binary copy of the same rows into a table of the same keys, batch by batch. Then readings a second out of it.</summary>
internal static class PostgresSpeed
{
    public static async Task RunAsync(string address, int count)
    {
        var entries = JournalSpeed.Entries(count);
        var store = Store.Postgres(address);
        if (await store.MigrateAsync(CancellationToken.None) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Code);
        }

        await PrepareAsync(store);
        var stores = new MonitoringStores(store, store, store);
        var (copied, stored) = (0.0, 0.0);

        // In turn and twice: the second round counts, both are warm then.
        for (var round = 0; round < 2; round++)
        {
            await ExecuteAsync(store, "TRUNCATE journal_frame; DROP TABLE IF EXISTS bare_frame; CREATE TABLE bare_frame (LIKE journal_frame INCLUDING ALL)");
            copied = await CopyAsync(store, entries);
            stored = await JournalSpeed.JournalAsync(stores, entries);
        }

        var readings = await JournalSpeed.DeriveAsync(stores);
        Console.WriteLine(FormattableString.Invariant($"PostgreSQL, {count} frames: journal {stored:0} frames/s, bare binary copy {copied:0} rows/s, ratio {stored / copied:0.00}; derivation {readings:0} readings/s"));
        store.Release();
    }

    // A year of months, as a site has that keeps one: the frames are of one of them.
    private static async Task PrepareAsync(Store store)
    {
        foreach (var table in new[] { MonthlyTable.Frames, MonthlyTable.Moments })
        {
            await using var session = await BulkSession.OpenAsync(store, table.Part, CancellationToken.None);
            _ = await table.MakeAsync(session, Enumerable.Range(-11, 14).Select(new DateOnly(2026, 3, 1).AddMonths), MonthlyTable.MostMoved, CancellationToken.None);
        }
    }

    private static async Task<double> CopyAsync(Store store, List<JournalEntry> entries)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync();
        var began = Stopwatch.GetTimestamp();
        var seq = 0L;
        foreach (var batch in entries.Chunk(JournalSpeed.Batch))
        {
            await using var copy = await connection.BeginBinaryImportAsync("COPY bare_frame (seq, mn, qn, cn, pno, digest, received_utc, remote, bytes, is_back_fill, is_conflict) FROM STDIN (FORMAT BINARY)");
            foreach (var entry in batch)
            {
                Write(copy, ++seq, entry);
            }

            _ = await copy.CompleteAsync();
        }

        return entries.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static void Write(NpgsqlBinaryImporter copy, long seq, JournalEntry entry)
    {
        copy.StartRow();
        copy.Write(seq, NpgsqlDbType.Bigint);
        copy.Write(entry.Mn, NpgsqlDbType.Text);
        copy.Write(entry.Qn, NpgsqlDbType.Text);
        copy.Write(entry.Cn, NpgsqlDbType.Text);
        copy.Write(entry.Pno, NpgsqlDbType.Text);
        copy.Write(entry.Digest, NpgsqlDbType.Bytea);
        copy.Write(entry.ReceivedUtc, NpgsqlDbType.TimestampTz);
        copy.Write(entry.Remote, NpgsqlDbType.Text);
        copy.Write(entry.Bytes, NpgsqlDbType.Bytea);
        copy.Write(entry.IsBackFill, NpgsqlDbType.Boolean);
        copy.Write(false, NpgsqlDbType.Boolean);
    }

    private static async Task ExecuteAsync(Store store, string sql)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        _ = await command.ExecuteNonQueryAsync();
    }
}
