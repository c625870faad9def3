using System.Text.Json.Serialization;

namespace Lanshao.Documents.Charts;

/// <summary>One mark of a chart; its class says what it is, the stylesheet how that looks. Kept drawings name the kinds of marks by short words.</summary>
/// <param name="Class">Class of the stylesheet.</param>
[JsonDerivedType(typeof(LineMark), "line")]
[JsonDerivedType(typeof(PathMark), "path")]
[JsonDerivedType(typeof(DotMark), "dot")]
[JsonDerivedType(typeof(BoxMark), "box")]
[JsonDerivedType(typeof(TextMark), "text")]
public abstract record ChartMark(string Class);

/// <summary>A straight line.</summary>
/// <param name="X1">Where it begins.</param>
/// <param name="Y1">Where it begins, from the top.</param>
/// <param name="X2">Where it ends.</param>
/// <param name="Y2">Where it ends, from the top.</param>
/// <param name="Class">Class of the stylesheet.</param>
public sealed record LineMark(double X1, double Y1, double X2, double Y2, string Class) : ChartMark(Class);

/// <summary>A line through points, or an area where it is closed.</summary>
/// <param name="Points">The corners in order.</param>
/// <param name="Class">Class of the stylesheet.</param>
/// <param name="IsClosed">Whether it ends where it begins and is filled.</param>
/// <param name="Tip">Shown on hover; <see langword="null"/> for nothing.</param>
public sealed record PathMark(IReadOnlyList<ChartPoint> Points, string Class, bool IsClosed = false, string? Tip = null) : ChartMark(Class);

/// <summary>A filled circle.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Y">Its middle, from the top.</param>
/// <param name="Radius">Its radius.</param>
/// <param name="Class">Class of the stylesheet.</param>
/// <param name="Tip">Shown on hover; <see langword="null"/> for nothing.</param>
public sealed record DotMark(double X, double Y, double Radius, string Class, string? Tip = null) : ChartMark(Class);

/// <summary>A rectangle.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Class">Class of the stylesheet.</param>
/// <param name="IsHatched">Whether it is exceptional.</param>
/// <param name="Tip">Shown on hover; <see langword="null"/> for nothing.</param>
public sealed record BoxMark(double X, double Y, double Width, double Height, string Class, bool IsHatched = false, string? Tip = null) : ChartMark(Class);

/// <summary>A label.</summary>
/// <param name="X">Where its anchor stands.</param>
/// <param name="Y">Its baseline, from the top.</param>
/// <param name="Text">The text.</param>
/// <param name="Class">Class of the stylesheet.</param>
/// <param name="Anchor">Which end stands at its place.</param>
public sealed record TextMark(double X, double Y, string Text, string Class, TextAnchor Anchor = TextAnchor.Start) : ChartMark(Class);

/// <summary>A place in a drawing.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
public readonly record struct ChartPoint(double X, double Y);

/// <summary>Which end of a label stands at its place.</summary>
public enum TextAnchor
{
    /// <summary>The beginning.</summary>
    Start,

    /// <summary>The middle.</summary>
    Middle,

    /// <summary>The end.</summary>
    End,
}
