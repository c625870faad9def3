using System.Xml.Linq;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Tracks;

/// <summary>Reads the points of GPX tracks with a reading that each carries, as texts: what they mean is for the caller to say.</summary>
public static class GpxReader
{
    // As much as 20,000 points with their readings need, many times over: a tree takes ten times its file.
    private const long MostBytes = 16L << 20;

    /// <summary>Says whether a file's content is that of a track.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="name">The file's name.</param>
    /// <returns><see langword="true"/> for markup in a file that calls itself .gpx, or that begins as one.</returns>
    public static bool IsTrack(ReadOnlySpan<byte> content, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var head = TextDecoding.Preview(content[..Math.Min(content.Length, 4096)]).TrimStart();
        return head.StartsWith('<') && (name.EndsWith(".gpx", StringComparison.OrdinalIgnoreCase) || head.Contains("<gpx", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads the points of all tracks of a file.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="name">The file's name, a label.</param>
    /// <param name="reading">The name of the element inside a point that holds the reading, such as <c>tsp</c>; case and namespace do not count.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <returns>The points in the order of the file.</returns>
    /// <exception cref="DocumentRefusedException">The file is too large, damaged, or beyond a limit.</exception>
    public static IReadOnlyList<GpxPoint> Read(byte[] bytes, string name, string reading, DocumentLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var allowed = limits ?? DocumentLimits.Default;
        var most = Math.Min(MostBytes, allowed.FileBytes);
        if (bytes.Length > most)
        {
            throw Refuse.Limit(DocumentCodes.LimitFileBytes, most, bytes.Length);
        }

        var root = Foreign.Read(name, () => GuardedXml.Tree(new MemoryStream(bytes, writable: false), allowed.XmlDepth, name)).Root!;
        var points = root.Descendants().Where(element => element.Name.LocalName == "trkpt").Take(allowed.TableRows + 1).Select((point, at) => Point(point, at + 1, reading)).ToList();
        return points.Count <= allowed.TableRows ? points : throw Refuse.Limit(DocumentCodes.LimitTableRows, allowed.TableRows, points.Count);
    }

    private static GpxPoint Point(XElement point, int number, string reading) => new(
        number, TextOf(point.Elements().FirstOrDefault(element => element.Name.LocalName == "time")), Cut((string?)point.Attribute("lon")), Cut((string?)point.Attribute("lat")),
        TextOf(point.Descendants().FirstOrDefault(element => string.Equals(element.Name.LocalName, reading, StringComparison.OrdinalIgnoreCase))));

    private static string TextOf(XElement? element) => Cut(element?.Value);

    private static string Cut(string? text) => Refuse.Label((text ?? string.Empty).Trim());
}
