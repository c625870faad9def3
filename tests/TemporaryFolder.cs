using System.Diagnostics;

namespace Lanshao;

/// <summary>The folder of a test.</summary>
internal static class TemporaryFolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Copies all files of a folder into another.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Takes the folder away. What still runs in the background may put a file into it while it is being emptied: then it is emptied again.</summary>
    public static void Delete(string path)
    {
        for (var watch = Stopwatch.StartNew(); Directory.Exists(path);)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException && watch.Elapsed < Patience)
            {
                Thread.Sleep(20);
            }
        }
    }
}
