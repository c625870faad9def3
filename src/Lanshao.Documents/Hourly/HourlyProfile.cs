using System.Text.Json;

namespace Lanshao.Documents.Hourly;

/// <summary>How hourly tables of one origin are read: shape, units, time label. Columns are found by their names.</summary>
/// <param name="Name">Short name, such as <c>uci-beijing</c>.</param>
/// <param name="Title">What it is for.</param>
/// <param name="Shape">The layout.</param>
/// <param name="Needs">Roles of columns by which the profile is recognised.</param>
/// <param name="CoIsMicrograms">CO stands in µg/m³ where its heading names no unit.</param>
/// <param name="LabelsEnds">Times are the ends of hours; else their starts.</param>
/// <param name="OnlyByName">The profile is never chosen by the heading alone.</param>
public sealed record HourlyProfile(string Name, string Title, HourlyShape Shape, IReadOnlyList<string> Needs, bool CoIsMicrograms, bool LabelsEnds, bool OnlyByName)
{
    private static readonly Lazy<HourlyProfile[]> Shipped = new(() => [.. HourlyWords.Resource("hourly-profiles").EnumerateArray().Select(Read)]);

    /// <summary>Returns the shipped profiles, in the order in which they are tried.</summary>
    public static IReadOnlyList<HourlyProfile> All => Shipped.Value;

    /// <summary>Reads a profile of one's own, in the form of the shipped ones.</summary>
    /// <param name="json">The JSON text of one profile.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="FormatException">The text is no profile.</exception>
    public static HourlyProfile Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(broken.Message, broken);
        }
    }

    private static HourlyProfile Read(JsonElement data) => new(
        data.GetProperty("name").GetString()!,
        data.GetProperty("title").GetString()!,
        Enum.Parse<HourlyShape>(data.GetProperty("shape").GetString()!, ignoreCase: true),
        [.. data.GetProperty("needs").EnumerateArray().Select(need => need.GetString()!)],
        data.GetProperty("units").GetProperty("CO").GetString() == "ug",
        data.TryGetProperty("timeLabel", out var label) && label.GetString() == "end",
        data.TryGetProperty("onlyByName", out var onlyByName) && onlyByName.GetBoolean());
}
