using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;

namespace Lanshao.CommandLine;

/// <summary>Whose names a verb without a database works with: those of the pack asked for, else of the data folder, else of the sample beside the executable.</summary>
internal static class PackChoice
{
    /// <summary>Reads the names; none where nothing was asked for and no pack is there.</summary>
    public static Outcome<NameBook> ReadNames(string? asked, string data) =>
        (asked ?? Find(data)) is { } folder ? PackFolder.Read(folder).Then(files => (Outcome<NameBook>)new Pack(files).District.Names) : NameBook.Empty;

    private static string? Find(string data)
    {
        var own = Path.Combine(data, "pack");
        if (IsPack(own))
        {
            return own;
        }

        var samples = Path.Combine(AppContext.BaseDirectory, "packs");
        return Directory.Exists(samples) ? Directory.EnumerateDirectories(samples).Order(StringComparer.Ordinal).FirstOrDefault(IsPack) : null;
    }

    private static bool IsPack(string folder) => File.Exists(Path.Combine(folder, "pack.yaml"));
}
