using System.Diagnostics;

namespace Lanshao;

/// <summary>Takes the folder of a test away. What still runs in the background may put a file into it while it is being emptied: then it is emptied again.</summary>
internal static class TemporaryFolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

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
