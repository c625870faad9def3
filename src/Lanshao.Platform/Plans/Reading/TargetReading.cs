using Lanshao.Documents.Blocks;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>A target read out of a sentence.</summary>
/// <param name="Annex">Number of the annex.</param>
/// <param name="Task">Number of the task, as printed.</param>
/// <param name="Row">The measure row of the annex.</param>
/// <param name="Indicator">What is measured.</param>
/// <param name="Comparator">How the figure is meant.</param>
/// <param name="Value">The figure in the unit; null for classes, deliverables and figures that others set.</param>
/// <param name="WaterClass">Ⅰ to Ⅴ or 劣Ⅴ where the target is a class.</param>
/// <param name="Unit">The unit; empty where there is none.</param>
/// <param name="Scope">The place, group or kind of thing that it holds for.</param>
/// <param name="Due">The day until which it is to be met; null where the row gives none.</param>
/// <param name="Strength">How firmly it is meant.</param>
/// <param name="Quote">The words, at most 300 characters.</param>
public sealed record TargetReading(
    int Annex,
    string Task,
    int Row,
    string Indicator,
    TargetComparator Comparator,
    decimal? Value,
    string? WaterClass,
    string Unit,
    IReadOnlyList<string> Scope,
    DateOnly? Due,
    TargetStrength Strength,
    string Quote)
{
    /// <summary>The paragraph that says it.</summary>
    public Origin Origin { get; init; } = new();

    /// <summary>The year that a change is compared with.</summary>
    public int? BaselineYear { get; init; }

    /// <summary>A condition in brackets or in the sentence: 扣除沙尘影响.</summary>
    public string? Condition { get; init; }

    /// <summary>The same figure in another unit, as printed in brackets.</summary>
    public EquivalentFigure? Equivalent { get; init; }

    /// <summary>Whether the figure itself does not suffice (超过).</summary>
    public bool IsStrict { get; init; }
}

/// <summary>A figure in brackets that repeats another in a second unit.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
public sealed record EquivalentFigure(decimal Value, string Unit);
