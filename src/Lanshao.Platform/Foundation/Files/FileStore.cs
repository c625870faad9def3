using System.Security.Cryptography;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Files;

/// <summary>The folder in which content lies under its hash: written aside, flushed to disk, renamed into place, and only then named by a row.</summary>
public sealed class FileStore(string folder)
{
    /// <summary>Puts content into the folder and its row into the context; the caller's save makes the row. Content that is there already is not written again.</summary>
    public async Task<StoredFile> PutAsync(LanshaoContext db, IncomingFile file, string mediaType, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var path = PathOf(file.Sha256);
        if (!File.Exists(path))
        {
            await WriteAsync(path, file.Bytes, ct);
        }

        if (await db.Set<StoredFile>().SingleOrDefaultAsync(f => f.Sha256 == file.Sha256, ct) is { } known)
        {
            return known;
        }

        var stored = StoredFile.Of(file, mediaType, actor, ChinaTime.NowUtc(clock));
        db.Add(stored);
        return stored;
    }

    /// <summary>Opens content by its hash; null when there is none, or when the text is no hash.</summary>
    public FileStream? OpenRead(string sha256)
    {
        if (!IsHash(sha256))
        {
            return null;
        }

        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Returns whether the content is there and still has its hash.</summary>
    public async Task<bool> VerifyAsync(string sha256, CancellationToken ct)
    {
        await using var content = OpenRead(sha256);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)) == sha256;
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    private async Task WriteAsync(string path, byte[] bytes, CancellationToken ct)
    {
        var shelf = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(shelf);
        var aside = Path.Combine(folder, $"{Guid.CreateVersion7():N}.part");
        try
        {
            await using (var part = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await part.WriteAsync(bytes, ct);
                part.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
            FolderFlush.Run(shelf);
            FolderFlush.Run(folder);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
