using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>How a figure came about: what 怎么算的 tells.</summary>
public abstract record FigureOrigin
{
    private FigureOrigin()
    {
    }

    /// <summary>Gets the stored values that went in, the shown one first.</summary>
    public abstract IEnumerable<IndicatorValue> Values { get; }

    /// <summary>The figure stands as it was stored: published, reported or imported.</summary>
    public sealed record Stored(IndicatorValue Value) : FigureOrigin
    {
        public override IEnumerable<IndicatorValue> Values => [Value];
    }

    /// <summary>Rounded once from a value that is known exactly.</summary>
    public sealed record Rounded(IndicatorValue Value, Reported Result) : FigureOrigin
    {
        public override IEnumerable<IndicatorValue> Values => [Value];
    }

    /// <summary>A place among areas, ties sharing the better one.</summary>
    /// <param name="Value">The value that is ranked.</param>
    /// <param name="Decimals">The precision on which values are compared.</param>
    /// <param name="Order">Which value is first.</param>
    /// <param name="Compared">How many areas have a place.</param>
    /// <param name="Sharing">How many areas share this place, this one counted.</param>
    /// <param name="LeftOut">Names of the areas without a place: no value, or one on another scope.</param>
    public sealed record Ranked(IndicatorValue Value, int Decimals, RankOrder Order, int Compared, int Sharing, IReadOnlyList<string> LeftOut) : FigureOrigin
    {
        public override IEnumerable<IndicatorValue> Values => [Value];
    }

    /// <summary>A change against last year: as published, and side by side as computed here where both years are known on one basis and scope.</summary>
    /// <param name="Published">The published change; null where none was published.</param>
    /// <param name="Now">The value of the period at the precision on which changes are computed; null where none is stored.</param>
    /// <param name="Before">The value of the same period of the year before, on the same basis and scope; null where none is stored.</param>
    /// <param name="Computed">The change that follows from both; null where one is missing or the base is zero.</param>
    /// <param name="Inferred">Last year's value worked back from the published change: shown as such, never computed with.</param>
    public sealed record Changed(IndicatorValue? Published, IndicatorValue? Now, IndicatorValue? Before, Reported? Computed, IndicatorValue? Inferred) : FigureOrigin
    {
        public override IEnumerable<IndicatorValue> Values => new[] { Published, Now, Before, Inferred }.OfType<IndicatorValue>();
    }

    /// <summary>A yearly target, as the plan sets it.</summary>
    public sealed record Targeted(YearTarget Target) : FigureOrigin
    {
        public override IEnumerable<IndicatorValue> Values => [];
    }

    /// <summary>What the days left may have, so that a target still holds: by the exact limit, and where the yearly mean is rounded before it is judged.</summary>
    public sealed record Budgeted(IndicatorValue Value, YearTarget Target, RemainingBudget Budget, RemainingBudget OfRounded) : FigureOrigin
    {
        public override IEnumerable<IndicatorValue> Values => [Value];
    }

    /// <summary>Last month's place and this month's, both computed on the same basis and scope.</summary>
    public sealed record Moved(IndicatorValue Now, IndicatorValue Before) : FigureOrigin
    {
        public override IEnumerable<IndicatorValue> Values => [Now, Before];
    }

    /// <summary>A sum of stored values, where no total was published.</summary>
    public sealed record Summed(IReadOnlyList<IndicatorValue> Parts) : FigureOrigin
    {
        public override IEnumerable<IndicatorValue> Values => Parts;
    }
}
