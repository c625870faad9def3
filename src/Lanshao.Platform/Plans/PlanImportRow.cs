namespace Lanshao.Platform.Plans;

/// <summary>One staged row of a task list: a measure by its id, or the outline of the whole list under <see cref="OutlineKey"/>.</summary>
/// <param name="Outline">Head and order of the list; null in the rows of measures.</param>
/// <param name="Measure">What the measure's row says; null in the outline's row.</param>
public sealed record PlanImportRow(PlanOutline? Outline, MeasureContent? Measure)
{
    /// <summary>The key of the outline's row; all others are ids of measures.</summary>
    public const string OutlineKey = "#outline";
}
