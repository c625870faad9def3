using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>A target as a rule found it in a clause; the row adds where it stands and when it is due.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Comparator">How the figure is meant.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record FoundTarget(string Indicator, TargetComparator Comparator, decimal? Value, string Unit)
{
    public string? WaterClass { get; init; }

    /// <summary>The places, one target each; empty for the district itself.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    public TargetStrength Strength { get; init; }

    public int? BaselineYear { get; init; }

    public string? Condition { get; init; }

    public EquivalentFigure? Equivalent { get; init; }

    public bool IsStrict { get; init; }

    /// <summary>The day that the clause itself names.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>Turns the words around a figure into a comparator.</summary>
internal static class Comparators
{
    /// <summary>Returns the comparator of a change: 下降3% asks for at least so much.</summary>
    public static TargetComparator OfChange(Bound bound) => bound is Bound.None or Bound.ByNature ? TargetComparator.AtLeast : Of(bound, "");

    public static TargetComparator Of(Bound bound, string indicator) => bound switch
    {
        Bound.AtLeast => TargetComparator.AtLeast,
        Bound.AtMost => TargetComparator.AtMost,
        Bound.About => TargetComparator.About,
        Bound.AboutAtMost => TargetComparator.AboutAtMost,
        _ => Terms.IsLowerBetter(indicator) ? TargetComparator.AtMost : TargetComparator.AtLeast,
    };
}
