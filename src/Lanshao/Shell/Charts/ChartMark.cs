namespace Lanshao.Shell.Charts;

/// <summary>One mark of a chart; its class says what it is, the stylesheet how that looks.</summary>
/// <param name="Class">Class of the stylesheet.</param>
public abstract record ChartMark(string Class);

/// <summary>A straight line.</summary>
public sealed record LineMark(double X1, double Y1, double X2, double Y2, string Class) : ChartMark(Class);

/// <summary>A filled circle; <paramref name="Tip"/> is shown on hover.</summary>
public sealed record DotMark(double X, double Y, double Radius, string Class, string? Tip = null) : ChartMark(Class);

/// <summary>A rectangle; a hatched one is exceptional; <paramref name="Tip"/> is shown on hover.</summary>
public sealed record BoxMark(double X, double Y, double Width, double Height, string Class, bool IsHatched = false, string? Tip = null) : ChartMark(Class);

/// <summary>A label.</summary>
public sealed record TextMark(double X, double Y, string Text, string Class, TextAnchor Anchor = TextAnchor.Start) : ChartMark(Class);

/// <summary>Which end of a label stands at its place.</summary>
public enum TextAnchor
{
    Start,
    Middle,
    End,
}
