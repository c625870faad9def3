using System.Diagnostics;
using System.Globalization;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Simulation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lanshao.Benchmarks;

/// <summary>Frames a second into the journal, on disk before they are told, beside a raw prepared insert loop of the same rows at the same batch and <c>synchronous=FULL</c>, and beside what one flush costs here. Then readings a second out of it.</summary>
internal static class JournalSpeed
{
    internal const int Batch = 4000;
    private const int Devices = 2000;
    private const int Flushes = 100;

    public static async Task RunAsync(int count)
    {
        var path = Directory.CreateTempSubdirectory("lanshao-journal-").FullName;
        var entries = Entries(count);
        var flushMs = FlushMs(path);
        var raw = Raw(Path.Combine(path, "raw.db"), entries);
        var folder = (await DataFolder.OpenAsync(Path.Combine(path, "data"), create: true, null, CancellationToken.None)).Value!;
        var stores = (await MonitoringStores.OpenAsync(folder, CancellationToken.None)).Value!;
        var journal = await JournalAsync(stores, entries);
        var readings = await DeriveAsync(stores);
        Console.WriteLine(FormattableString.Invariant(
            $"{count} frames: journal {journal:0} frames/s, raw prepared loop {raw:0} rows/s, ratio {journal / raw:0.00}; one flush to disk {flushMs:0.00} ms; derivation {readings:0} readings/s"));
        folder.Release();
        Directory.Delete(path, recursive: true);
    }

    internal static List<JournalEntry> Entries(int count)
    {
        var devices = Enumerable.Range(0, Devices).Select(number => new SimulatedDevice(Hj212.Simulation.DeviceKind.Air, number, 1, default)).ToArray();
        var begin = new DateTime(2026, 3, 8, 10, 0, 0, DateTimeKind.Unspecified);
        return [.. Enumerable.Range(0, count).Select(i => Entry(devices[i % Devices].Send(begin.AddSeconds(i / Devices * 60)).Bytes.Span, ChinaTime.InstantOf(begin)))];
    }

    private static JournalEntry Entry(ReadOnlySpan<byte> bytes, DateTime receivedUtc)
    {
        var frame = FrameReader.Read(bytes, ended: true).Frame;
        return JournalEntry.Of(frame, new Segment(frame.Segment), receivedUtc, "127.0.0.1:1")!;
    }

    private static double FlushMs(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "flush"), FileMode.Create);
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Flushes; i++)
        {
            file.Write(new byte[4096]);
            file.Flush(flushToDisk: true);
        }

        return Stopwatch.GetElapsedTime(began).TotalMilliseconds / Flushes;
    }

    // The same columns, the same two indexes, one prepared statement: what SQLite itself can do.
    private static double Raw(string path, List<JournalEntry> entries)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        Execute(connection, "CREATE TABLE f (seq INTEGER PRIMARY KEY, mn TEXT, qn TEXT, cn TEXT, pno TEXT, digest BLOB, received_utc INTEGER, remote TEXT, bytes BLOB, is_conflict INTEGER)");
        Execute(connection, "CREATE UNIQUE INDEX i ON f (mn, qn, cn, pno, digest); CREATE INDEX j ON f (mn, seq)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO f VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)";
        var parameters = Enumerable.Range(1, 9).Select(i => insert.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"${i}"), null))).ToList();
        var began = Stopwatch.GetTimestamp();
        var seq = 0L;
        foreach (var batch in entries.Chunk(Batch))
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var entry in batch)
            {
                object[] values = [++seq, entry.Mn, entry.Qn, entry.Cn, entry.Pno, entry.Digest, entry.ReceivedUtc.Ticks, entry.Remote, entry.Bytes];
                for (var i = 0; i < values.Length; i++)
                {
                    parameters[i].Value = values[i];
                }

                _ = insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return entries.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    internal static async Task<double> JournalAsync(MonitoringStores stores, List<JournalEntry> entries)
    {
        var journal = new FrameJournal(stores.Journal, entries.Count, TimeProvider.System, NullLogger.Instance);
        foreach (var entry in entries)
        {
            await journal.TakeAsync(entry, CancellationToken.None);
        }

        journal.Close();
        var began = Stopwatch.GetTimestamp();
        await journal.RunAsync(CancellationToken.None);
        return entries.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    internal static async Task<double> DeriveAsync(MonitoringStores stores)
    {
        var began = Stopwatch.GetTimestamp();
        _ = await new Derivation(stores, TimeProvider.System).DrainAsync(CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return (await StoredCounts.ReadAsync(stores, [], CancellationToken.None)).Readings / seconds;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }
}
