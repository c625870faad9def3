namespace Lanshao.Benchmarks;

/// <summary>Where the reference documents lie: <c>LANSHAO_REFERENCE</c>, else the folder <c>shared</c> beside the checkout.</summary>
internal static class ReferenceFolder
{
    public static string FileOf(params ReadOnlySpan<string> parts) => Path.Combine([Find(), .. parts]);

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("LANSHAO_REFERENCE") is { Length: > 0 } given)
        {
            return given;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (File.Exists(Path.Combine(shared, "README.md")))
            {
                return shared;
            }
        }

        throw new DirectoryNotFoundException("No reference folder: set LANSHAO_REFERENCE.");
    }
}
