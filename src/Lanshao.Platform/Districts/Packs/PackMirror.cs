using System.Globalization;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>The pack in force as a folder beside the database (<c>pack/7/…</c>), for verbs that open no database. Derived: written after every revision, rewritten where it is missing.</summary>
public static class PackMirror
{
    private const string Folder = "pack";

    /// <summary>Writes a revision and clears older ones away. A folder appears whole or not at all.</summary>
    /// <returns>Null when done; PACK-023 where the folder cannot be written.</returns>
    public static Refusal? Write(string dataFolder, Pack pack)
    {
        var root = Path.Combine(dataFolder, Folder);
        var target = Path.Combine(root, pack.Revision.ToString(CultureInfo.InvariantCulture));
        try
        {
            if (!Directory.Exists(target))
            {
                var part = Path.Combine(root, "." + Guid.CreateVersion7().ToString("N"));
                if (PackFolder.Write(pack.Files, part) is { } refusal)
                {
                    return refusal;
                }

                Directory.Move(part, target);
            }

            foreach (var (path, _) in Revisions(root).Where(older => older.Number < pack.Revision))
            {
                Directory.Delete(path, recursive: true);
            }

            return null;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return Refusal.Environment("PACK-023", ("folder", root), ("reason", denied.Message));
        }
    }

    /// <summary>Returns the folder of the newest revision; null where there is none.</summary>
    public static string? Find(string dataFolder) => Revisions(Path.Combine(dataFolder, Folder)) is { Count: > 0 } revisions ? revisions.MaxBy(revision => revision.Number).Path : null;

    private static List<(string Path, int Number)> Revisions(string root) =>
        Directory.Exists(root)
            ? [.. Directory.EnumerateDirectories(root).Select(path => (path, Number: int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)).Where(found => found.Number > 0)]
            : [];
}
