namespace Lanshao;

/// <summary>The checkout in which the tests were built.</summary>
internal static class RepositoryFolder
{
    /// <summary>Gives the way to a file or folder of the checkout.</summary>
    public static string At(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lanshao.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine([folder?.FullName ?? throw new DirectoryNotFoundException("no checkout above the tests"), .. path]);
    }
}
