namespace Lanshao.Standards.Air;

/// <summary>The pollutants and averaging times by their printed names.</summary>
public static class AirItems
{
    private static readonly string[] Names = ["PM2.5", "PM10", "SO2", "NO2", "CO", "O3", "TSP", "NOx", "Pb", "BaP"];
    private static readonly string[] AveragingNames = ["1h", "8h", "24h", "quarter", "year"];

    /// <summary>Returns the six items of the air quality index, in the order in which results list them.</summary>
    public static IReadOnlyList<AirItem> Basic { get; } = [AirItem.Pm25, AirItem.Pm10, AirItem.So2, AirItem.No2, AirItem.Co, AirItem.O3];

    /// <summary>Returns the printed name of an item, such as PM2.5.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The name in ASCII, without subscripts.</returns>
    public static string NameOf(AirItem item) => Names[(int)item];

    /// <summary>Returns the short name of an averaging time: 1h, 8h, 24h, quarter or year.</summary>
    /// <param name="averaging">The averaging time.</param>
    /// <returns>The name.</returns>
    public static string NameOf(AirAveraging averaging) => AveragingNames[(int)averaging];

    /// <summary>Reads an item by its name, whatever its case; the point of PM2.5 may be missing.</summary>
    /// <param name="text">The name, such as PM2.5, pm25, O3.</param>
    /// <param name="item">The item.</param>
    /// <returns><see langword="false"/> where the name is none of the items.</returns>
    public static bool TryParse(string? text, out AirItem item)
    {
        var name = string.Equals(text, "PM25", StringComparison.OrdinalIgnoreCase) || string.Equals(text, "PM2_5", StringComparison.OrdinalIgnoreCase) ? Names[0] : text;
        var at = Array.FindIndex(Names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        item = (AirItem)Math.Max(at, 0);
        return at >= 0;
    }

    /// <summary>Reads an averaging time: 1h, 8h, 24h, quarter or year.</summary>
    /// <param name="text">The short name.</param>
    /// <param name="averaging">The averaging time.</param>
    /// <returns><see langword="false"/> where the name is none of them.</returns>
    public static bool TryParse(string? text, out AirAveraging averaging)
    {
        var at = Array.IndexOf(AveragingNames, text);
        averaging = (AirAveraging)Math.Max(at, 0);
        return at >= 0;
    }

    /// <summary>The number of items and averaging times: room for a table by <see cref="PlaceOf"/>.</summary>
    internal const int Places = 50;

    private const int AveragingTimes = 5;

    /// <summary>The place of an item and averaging time in a table; −1 where there is none.</summary>
    internal static int PlaceOf(AirItem item, AirAveraging averaging) =>
        (uint)item < Places / AveragingTimes && (uint)averaging < AveragingTimes ? ((int)item * AveragingTimes) + (int)averaging : -1;

    /// <summary>Reads the key of a data file: <c>PM2.5@24h</c>.</summary>
    internal static (AirItem Item, AirAveraging Averaging) ParseKey(string key) =>
        key.Split('@') is [var name, var time] && TryParse(name, out AirItem item) && TryParse(time, out AirAveraging averaging) ? (item, averaging) : throw new FormatException(key);
}
