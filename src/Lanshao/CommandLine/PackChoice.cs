using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;

namespace Lanshao.CommandLine;

/// <summary>Which pack a verb works with: the one asked for, else that of the data folder, else the sample beside the executable.</summary>
internal static class PackChoice
{
    /// <summary>Reads the names for a verb that opens no database; none where nothing was asked for and no pack is there.</summary>
    public static Outcome<NameBook> ReadNames(string? asked, string data) =>
        (asked ?? PackMirror.Find(data) ?? Shipped()) is { } folder ? PackFolder.Read(folder).Then(files => (Outcome<NameBook>)DistrictNames.Read(files)) : NameBook.Empty;

    /// <summary>Reads since when the city used the air standards of 2012 as a pilot city; none where no pack is there or it names none.</summary>
    public static DateOnly? ReadAirPilotFrom(string? asked, string data) =>
        (asked ?? PackMirror.Find(data) ?? Shipped()) is { } folder && PackFolder.Read(folder) is { IsRefused: false, Value: { } files } ? DistrictNames.AirPilotFrom(files) : null;

    /// <summary>Returns the folder of the sample that is published with the program; null where it is not there.</summary>
    public static string? Shipped()
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "packs");
        return Directory.Exists(samples) ? Directory.EnumerateDirectories(samples).Where(IsPack).Min(StringComparer.Ordinal) : null;
    }

    private static bool IsPack(string folder) => File.Exists(Path.Combine(folder, "pack.yaml"));
}
