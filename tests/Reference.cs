using Xunit;

namespace Lanshao;

/// <summary>The reference documents and data, which live beside the checkout and never in it.</summary>
internal static class Reference
{
    private static readonly string? Folder = Find();

    /// <summary>Opens the way to a file of the reference; skips the test by name where there is none, fails on CI.</summary>
    public static string File(params string[] path)
    {
        if (Folder is null)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null or "", "no reference folder: set LANSHAO_REFERENCE");
            Assert.Fail("CI needs the reference folder: set LANSHAO_REFERENCE");
        }

        return Path.Combine([Folder!, .. path]);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("LANSHAO_REFERENCE") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "shared");
            if (System.IO.File.Exists(Path.Combine(beside, "README.md")))
            {
                return beside;
            }
        }

        return null;
    }
}
