using System.Globalization;

namespace Lanshao.Documents.Writing;

/// <summary>How the marks of a chart look on paper, by the classes that the stylesheet of the pages knows; the colours are those of its light theme.</summary>
/// <param name="Fill">Colour of the area, 0xRRGGBB; <see langword="null"/> for none.</param>
/// <param name="Stroke">Colour of the line; <see langword="null"/> for none.</param>
/// <param name="Width">Width of the line in units of the drawing.</param>
/// <param name="On">Length of a dash; 0 for an unbroken line.</param>
/// <param name="Off">Length of the gap between dashes.</param>
internal readonly record struct ChartInk(int? Fill, int? Stroke = null, double Width = 1, double On = 0, double Off = 0)
{
    private const int Ink = 0x17212B;
    private const int Secondary = 0x5A6673;
    private const int Rule = 0xDFE4E8;
    private const int RuleStrong = 0x8C98A4;
    private const int PaleRule = 0xC0C7CE;   // the strong rule at 55 %, as the stylesheet draws last year's bars
    private const int Paper = 0xFFFFFF;
    private const int Blue = 0x0B62A8;
    private const int Late = 0xB3261E;
    private const int LateSoft = 0xFBECEB;
    private const int Risk = 0x8F5100;
    private const int RiskSoft = 0xFBF1E2;
    private const int Good = 0x1A764A;
    private const int GoodSoft = 0xE8F4ED;

    private static readonly int[] Categories = [0x8ED993, 0xF4E04D, 0xF6A54A, 0xCF3A30, 0x8F1A5A, 0x6B1226];

    /// <summary>Returns the look of a line, area, box or dot.</summary>
    public static ChartInk Of(string classes) => classes switch
    {
        "chart-bar" => new(Blue),
        "chart-bar last-year" => new(PaleRule),
        "chart-baseline" => new(null, Secondary),
        "chart-grid" => new(null, Rule),
        "chart-ring" => new(null, RuleStrong, 0.75),
        "chart-target" => new(null, Ink, 1, 6, 3),
        "chart-line" => new(null, Blue, 2),
        "chart-line last-year" => new(null, RuleStrong, 1.5),
        "chart-sector" => new(Blue, Paper, 0.75),
        "chart-slope" => new(null, Secondary),
        "chart-slope worse" => new(null, Ink, 2),
        "chart-slope better" => new(null, RuleStrong, 1.25, 5, 3),
        "chart-dot" => new(Ink),
        "chart-dot-now" => new(Blue),
        "chart-dot-open" => new(Paper, Blue, 1.5),
        "chart-dot last-year" => new(RuleStrong),
        "chart-day missing" or "chart-tile missing" => new(null, RuleStrong, 1, 3, 3),
        "chart-tile" => new(Paper, RuleStrong),
        "chart-tile fair" => new(GoodSoft, Good),
        "chart-tile raised" => new(RiskSoft, Risk, 1.5, 6, 3),
        "chart-tile high" => new(LateSoft, Late, 2.5),
        _ when CategoryOf(classes) is { } level => new(Categories[level - 1], RuleStrong),
        _ => throw new ArgumentOutOfRangeException(nameof(classes), classes, "A mark that print does not know."),
    };

    /// <summary>Returns the colour, size and weight of a label, and whether it covers what lies behind.</summary>
    public static (int Colour, double Size, bool IsBold, bool Covers) OfText(string classes) => classes switch
    {
        "chart-head" => (Ink, 13, true, false),
        "chart-head last-year" => (Secondary, 13, true, false),
        "chart-axis" or "chart-axis last-year" => (Secondary, 12, false, false),
        "chart-axis chart-end" => (Ink, 12, false, true),
        "chart-value" => (Ink, 11, false, true),
        "chart-target-label" => (Ink, 12, false, false),
        "chart-label" => (Ink, 13, false, false),
        "chart-label last-year" => (Secondary, 13, false, false),
        "chart-day-number on-light" or "chart-day-number" => (Ink, 10, false, false),
        "chart-day-number on-dark" => (Paper, 10, false, false),
        "chart-day-word on-light" or "chart-day-word" => (Ink, 11, true, false),
        "chart-day-word on-dark" => (Paper, 11, true, false),
        _ => throw new ArgumentOutOfRangeException(nameof(classes), classes, "A label that print does not know."),
    };

    /// <summary>The hatching of exceptional marks.</summary>
    public static ChartInk Hatch { get; } = new(null, Ink, 0.75);

    /// <summary>What a label that covers lies on.</summary>
    public static ChartInk Cover { get; } = new(Paper);

    private static int? CategoryOf(string classes) =>
        classes.StartsWith("chart-day aqi-", StringComparison.Ordinal) && int.TryParse(classes["chart-day aqi-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 6
            ? level
            : null;
}
