using System.IO.Compression;
using System.Security.Cryptography;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Audit;
using Lanshao.Platform.Foundation.Settings;

namespace Lanshao.Platform.Storage.Backup;

/// <summary>Puts a district's data into one archive while the server goes on: 备份. The business data is always a SQLite file in it, so that a backup of one store can be restored into the other.</summary>
public static class BackUpFolder
{
    // What was derived comes before the frames that it was derived from: a mark that is ahead of its journal would skip frames.
    private static readonly DataPart[] InOrder = [DataPart.Business, DataPart.Series, DataPart.Journal];

    /// <summary>What was written.</summary>
    /// <param name="File">The archive.</param>
    /// <param name="Bytes">Its size.</param>
    /// <param name="Files">How many files it holds.</param>
    /// <param name="AuditLinks">Links of the audit chain in it.</param>
    /// <param name="AuditHead">The hash of the last link; worth writing down elsewhere.</param>
    public sealed record Result(string File, long Bytes, int Files, long AuditLinks, string AuditHead);

    /// <returns>What was written; ENV-050 when the file is there already, ENV-051 when it cannot be written.</returns>
    public static async Task<Outcome<Result>> RunAsync(DataFolder folder, string output, TimeProvider clock, CancellationToken ct)
    {
        var path = Path.GetFullPath(output);
        if (File.Exists(path) || Directory.Exists(path))
        {
            return Refusal.Conflict("ENV-050", ("file", path));
        }

        var snapshot = Path.Combine(folder.FullPath, $"backup-{Guid.CreateVersion7():N}");
        var part = path + ".part";
        try
        {
            // The rows first, the files after: a row is written only when its file lies there.
            var snapshots = await SnapshotsAsync(folder, snapshot, ct);
            var manifest = await WriteAsync(folder, snapshots, part, ChinaTime.NowUtc(clock), ct);
            File.Move(part, path);
            return new Result(path, new FileInfo(path).Length, manifest.Files.Count, manifest.AuditLinks, manifest.AuditHead);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return Refusal.Environment("ENV-051", ("file", path), ("reason", denied.Message));
        }
        finally
        {
            foreach (var taken in InOrder)
            {
                DeleteIfThere(SnapshotOf(snapshot, taken));
            }

            DeleteIfThere(part);
        }
    }

    private static string SnapshotOf(string snapshot, DataPart part) => $"{snapshot}.{part}.part";

    private static async Task<List<(string Name, string Path)>> SnapshotsAsync(DataFolder folder, string snapshot, CancellationToken ct)
    {
        var taken = new List<(string Name, string Path)>();
        foreach (var part in InOrder.Where(folder.HasPart))
        {
            var store = await folder.OpenPartAsync(part, ct);
            if (store.IsRefused)
            {
                throw new IOException($"{DataFolder.FileOf(part)}: {store.Refusal.Code}");
            }

            await store.Value.SnapshotAsync(SnapshotOf(snapshot, part), part, ct);
            taken.Add((DataFolder.FileOf(part), SnapshotOf(snapshot, part)));
        }

        return taken;
    }

    private static void DeleteIfThere(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private static async Task<BackupManifest> WriteAsync(DataFolder folder, List<(string Name, string Path)> snapshots, string part, DateTime takenUtc, CancellationToken ct)
    {
        var report = await VerifyAsync(snapshots[0].Path, ct);
        await using var archive = new FileStream(part, NewPrivateFile());
        BackupManifest manifest;
        await using (var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
        {
            var files = new List<BackupFile>();
            foreach (var (name, path) in snapshots.Concat(Contents(folder)))
            {
                files.Add(await AddAsync(zip, name, path, ct));
            }

            manifest = new(BackupManifest.CurrentFormat, typeof(BackUpFolder).Assembly.GetName().Version!.ToString(3), takenUtc, report.Links, report.Head, files);
            await using var entry = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync(ct);
            await entry.WriteAsync(manifest.Write(), ct);
        }

        archive.Flush(flushToDisk: true);
        return manifest;
    }

    private static async Task<AuditReport> VerifyAsync(string snapshot, CancellationToken ct)
    {
        var store = Store.Sqlite(snapshot);
        try
        {
            await using var db = store.NewContext();
            return await VerifyAudit.RunAsync(db, ct);
        }
        finally
        {
            store.Release();
        }
    }

    // Half-written content (.part) is nobody's yet.
    private static IEnumerable<(string Name, string Path)> Contents(DataFolder folder) =>
        Directory.EnumerateFiles(folder.FilesPath, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(folder.KeysPath))
            .Append(Path.Combine(folder.FullPath, SettingsFile.Name))
            .Where(path => File.Exists(path) && !path.EndsWith(".part", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder.FullPath, path).Replace('\\', '/'), path));

    private static async Task<BackupFile> AddAsync(ZipArchive zip, string name, string path, CancellationToken ct)
    {
        await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, bytes) = (new byte[81920], 0L);
        for (int read; (read = await source.ReadAsync(buffer, ct)) > 0; bytes += read)
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return new(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // The archive holds the folder's keys: nobody else on the machine reads it.
    private static FileStreamOptions NewPrivateFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
