using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>Reads a pack from a folder and writes it back, byte for byte.</summary>
public static class PackFolder
{
    private const int MostFiles = 500;
    private const long LargestFileBytes = 4 * 1024 * 1024;
    private const long LargestPackBytes = 32 * 1024 * 1024;

    /// <summary>Reads all files of a folder; names that begin with a full stop are left alone.</summary>
    /// <returns>The files; PACK-001 where there is no pack, PACK-017 where it is too large, PACK-019 where it holds a link.</returns>
    public static Outcome<PackFiles> Read(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "pack.yaml")))
        {
            return Refusal.Unreadable("PACK-001", ("file", Path.Combine(folder, "pack.yaml")));
        }

        var files = new List<PackFile>();
        long total = 0;
        foreach (var entry in Entries(new DirectoryInfo(folder)))
        {
            var path = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
            if (entry.LinkTarget is not null)
            {
                return Refusal.Unreadable("PACK-019", ("file", path));
            }

            if (entry is not FileInfo file)
            {
                continue;
            }

            total += file.Length;
            if (file.Length > LargestFileBytes || total > LargestPackBytes || files.Count >= MostFiles)
            {
                return Refusal.Unreadable("PACK-017", ("file", path));
            }

            files.Add(new(path, File.ReadAllBytes(file.FullName)));
        }

        return new PackFiles(files);
    }

    /// <summary>Writes all files into a folder that is empty or does not exist yet.</summary>
    /// <returns>Null when done; PACK-022 where the folder holds something.</returns>
    public static Refusal? Write(PackFiles files, string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return Refusal.Conflict("PACK-022", ("folder", folder));
        }

        foreach (var file in files.All)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.ToArray());
        }

        return null;
    }

    private static IEnumerable<FileSystemInfo> Entries(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.')))
        {
            yield return entry;
            if (entry is DirectoryInfo { LinkTarget: null } inside)
            {
                foreach (var below in Entries(inside))
                {
                    yield return below;
                }
            }
        }
    }
}
