using System.Text.RegularExpressions;
using Xunit;

namespace Lanshao.Platform.Tests.Architecture;

/// <summary>The files of the checkout that these tests were built from.</summary>
internal static class Checkout
{
    private static readonly string[] NotOurs = ["artifacts", ".git", "node_modules", "BenchmarkDotNet.Artifacts", ".lanshao", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Returns the files under a folder, by their path from the root with forward slashes.</summary>
    public static IEnumerable<SourceText> Files(string folder, params string[] endings) => Walk(Path.Combine(Root, folder))
        .Where(path => endings.Length == 0 || endings.Any(e => path.EndsWith(e, StringComparison.Ordinal)))
        .Select(path => new SourceText(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)))
        .OrderBy(file => file.Path, StringComparer.Ordinal);

    /// <summary>Returns the code of the program: no migrations, which a tool writes.</summary>
    public static IEnumerable<SourceText> Code(string folder = "src") =>
        Files(folder, ".cs", ".razor").Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal));

    /// <summary>Fails with every line, not with the first few.</summary>
    public static void AssertNone(IEnumerable<string> found)
    {
        var lines = found.Distinct().ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} found:\n{string.Join('\n', lines)}");
    }

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(Walk));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Lanshao.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The architecture tests read the checkout; Lanshao.slnx was not found above the tests.");
    }
}

/// <summary>One file of the checkout.</summary>
internal sealed record SourceText(string Path, string Text)
{
    /// <summary>Returns every line that a pattern is found in, as <c>path:line: text</c>.</summary>
    public IEnumerable<string> Lines(Regex pattern) => Text.Split('\n')
        .Select((line, n) => (Line: line, Number: n + 1))
        .Where(l => pattern.IsMatch(l.Line))
        .Select(l => $"{Path}:{l.Number}: {l.Line.Trim()}");
}
