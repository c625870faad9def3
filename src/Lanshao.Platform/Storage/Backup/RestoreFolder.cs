using System.Security.Cryptography;
using Lanshao.Documents.Guard;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Audit;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Storage.Backup;

/// <summary>Brings a backup back into a folder of its own: 恢复. Everything is checked aside before the folder appears; what is there is never overwritten.</summary>
public static class RestoreFolder
{
    // A backup is as large as the district's data; its rules are those of names, and every file is held against its hash.
    private static readonly DocumentLimits Limits = DocumentLimits.Default with
    {
        FileBytes = long.MaxValue,
        UnpackedBytes = long.MaxValue / 2,
        EntryRatio = int.MaxValue,
        Entries = 10_000_000,
        Time = TimeSpan.FromDays(1),
        MemoryBytes = long.MaxValue,
    };

    /// <summary>What was brought back.</summary>
    /// <param name="Folder">The data folder.</param>
    /// <param name="Files">How many files.</param>
    /// <param name="TakenUtc">When the backup was taken.</param>
    /// <param name="AuditLinks">Links of the audit chain, verified.</param>
    public sealed record Result(string Folder, int Files, DateTime TakenUtc, long AuditLinks);

    /// <param name="file">The archive.</param>
    /// <param name="folder">The data folder to make; missing or empty.</param>
    /// <param name="database">A PostgreSQL address for the business data, whose database has no rows; null for SQLite.</param>
    /// <param name="ct">Stops; nothing is left behind.</param>
    /// <returns>What was brought back; ENV-052 for a file that is no whole backup, ENV-053 when the folder has content, ENV-054 when the chain does not hold, ENV-055 when the database has rows.</returns>
    public static async Task<Outcome<Result>> RunAsync(string file, string folder, string? database, CancellationToken ct)
    {
        var full = Path.GetFullPath(folder);
        if (File.Exists(full) || (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any()))
        {
            return Refusal.Conflict("ENV-053", ("folder", full));
        }

        var aside = $"{Path.TrimEndingDirectorySeparator(full)}.restoring-{Guid.CreateVersion7():N}";
        try
        {
            Directory.CreateDirectory(aside);
            var outcome = await UnpackAsync(file, aside, ct);
            return outcome.IsRefused ? outcome.Refusal : await TakeOverAsync(outcome.Value, aside, full, database, ct);
        }
        catch (DocumentRefusedException refused)
        {
            return new Refusal(refused.Code, RefusalKind.Unreadable, refused.Arguments);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return Refusal.Environment("ENV-002", ("folder", full), ("reason", denied.Message));
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private static async Task<Outcome<BackupManifest>> UnpackAsync(string file, string aside, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            return Refusal.Unreadable("IMP-008", ("file", file), ("reason", "—"));
        }

        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var archive = GuardedArchive.Open(stream, Path.GetFileName(file), Limits, ct);
        if (archive.ReadAll(BackupManifest.EntryName) is not { } bytes || BackupManifest.Read(bytes) is not { } manifest || !Describes(manifest, archive))
        {
            return NotWhole(file, BackupManifest.EntryName);
        }

        foreach (var entry in manifest.Files)
        {
            await using var content = archive.Open(entry.Name)!;
            if (!await WriteAsync(content, Path.Combine(aside, entry.Name.Replace('/', Path.DirectorySeparatorChar)), entry, ct))
            {
                return NotWhole(file, entry.Name);
            }
        }

        return manifest;
    }

    private static async Task<Outcome<Result>> TakeOverAsync(BackupManifest manifest, string aside, string full, string? database, CancellationToken ct)
    {
        var path = Path.Combine(aside, BackupManifest.DatabaseName);
        var store = Store.Sqlite(path);
        try
        {
            if (await store.MigrateAsync(ct) is { } newer)
            {
                return newer;
            }

            if (await BrokenAsync(store, manifest, ct) is { } broken)
            {
                return broken;
            }

            if (database is not null && await MoveAsync(store, aside, database, ct) is { } refusal)
            {
                return refusal;
            }
        }
        finally
        {
            store.Release();
        }

        if (database is not null)
        {
            foreach (var part in Enum.GetValues<DataPart>())
            {
                File.Delete(Path.Combine(aside, DataFolder.FileOf(part)));
            }
        }

        if (Directory.Exists(full))
        {
            Directory.Delete(full);
        }

        Directory.Move(aside, full);
        return new Result(full, manifest.Files.Count, manifest.TakenUtc, manifest.AuditLinks);
    }

    private static async Task<Refusal?> BrokenAsync(Store store, BackupManifest manifest, CancellationToken ct)
    {
        await using var db = store.NewContext();
        var report = await VerifyAudit.RunAsync(db, ct);
        return report.Broken is null && report.Head == manifest.AuditHead ? null : Refusal.Conflict("ENV-054", ("expected", manifest.AuditHead), ("found", report.Head));
    }

    private static async Task<Refusal?> MoveAsync(Store store, string aside, string database, CancellationToken ct)
    {
        Store target;
        try
        {
            target = Store.Postgres(database);
        }
        catch (FormatException unreadable)
        {
            return Refusal.Environment("ENV-007", ("expected", unreadable.Message));
        }

        return await target.MigrateAsync(ct) ?? await target.FillFromAsync(store, ct) ?? await MovePartsAsync(target, aside, ct);
    }

    private static async Task<Refusal?> MovePartsAsync(Store target, string aside, CancellationToken ct)
    {
        foreach (var part in new[] { DataPart.Journal, DataPart.Series }.Where(part => File.Exists(Path.Combine(aside, DataFolder.FileOf(part)))))
        {
            var store = Store.Sqlite(Path.Combine(aside, DataFolder.FileOf(part)));
            try
            {
                if (await store.MigrateAsync(ct) is { } newer)
                {
                    return newer;
                }

                await target.FillFromAsync(store, part, ct);
                await MonthlyTable.SettleAsync(target, part, ct);
            }
            finally
            {
                store.Release();
            }
        }

        return null;
    }

    // Exactly the files that the manifest names, each where a data folder has it.
    private static bool Describes(BackupManifest manifest, GuardedArchive archive) =>
        manifest.Files.All(f => f.Name is SettingsFile.Name || Enum.GetValues<DataPart>().Any(part => f.Name == DataFolder.FileOf(part)) || f.Name.StartsWith("files/", StringComparison.Ordinal) || f.Name.StartsWith("keys/", StringComparison.Ordinal))
        && manifest.Files.Any(f => f.Name == BackupManifest.DatabaseName)
        && manifest.Files.Select(f => f.Name).Append(BackupManifest.EntryName).Order(StringComparer.Ordinal).SequenceEqual(archive.Names.Order(StringComparer.Ordinal));

    private static async Task<bool> WriteAsync(Stream content, string path, BackupFile expected, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, bytes) = (new byte[81920], 0L);
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            bytes += read;
            if (bytes > expected.Bytes)
            {
                return false;
            }

            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        target.Flush(flushToDisk: true);
        return bytes == expected.Bytes && Convert.ToHexStringLower(hash.GetHashAndReset()) == expected.Sha256;
    }

    private static Refusal NotWhole(string file, string where) => Refusal.Unreadable("ENV-052", ("file", Path.GetFileName(file)), ("where", where));
}
