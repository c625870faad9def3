using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>A target out of a measure's text: it belongs to its plan's year and place, and is compared only with figures of the same.</summary>
public sealed class PlanTarget : ISequenced
{
    private PlanTarget(Guid planId, Guid measureId, int seq)
    {
        PlanId = planId;
        MeasureId = measureId;
        Seq = seq;
    }

    public Guid MeasureId { get; private set; }

    public int Seq { get; private set; }

    public Guid PlanId { get; private set; }

    public int Year { get; private set; }

    /// <summary>Gets the indicator in the document's words.</summary>
    public string Indicator { get; private set; } = string.Empty;

    /// <summary>Gets the pack's indicator; null where none is meant for certain.</summary>
    public string? IndicatorCode { get; private set; }

    public TargetComparator Comparator { get; private set; }

    /// <summary>Gets the value in <see cref="Unit"/>; null for classes, for comparators without a value, and where the document leaves it to someone else.</summary>
    public decimal? Value { get; private set; }

    /// <summary>Gets the class of water, Ⅰ to 劣Ⅴ.</summary>
    public string? WaterClass { get; private set; }

    public string? Unit { get; private set; }

    /// <summary>Gets the place in the document's words.</summary>
    public string Scope { get; private set; } = string.Empty;

    /// <summary>Gets the place's code; null where the words name no place that the pack knows.</summary>
    public string? PlaceCode { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public TargetStrength Strength { get; private set; }

    public string Quote { get; private set; } = string.Empty;

    /// <summary>Gets whether the figure itself does not suffice (超过).</summary>
    public bool IsStrict { get; private set; }

    /// <summary>Gets a condition, e.g. 扣除沙尘影响.</summary>
    public string? Condition { get; private set; }

    /// <summary>Gets the year that a change is compared with.</summary>
    public int? BaselineYear { get; private set; }

    /// <summary>Gets the same target in other figures, e.g. 266天 beside 73%.</summary>
    public string? Equivalent { get; private set; }

    /// <summary>Gets the cell of the file that says it, e.g. <c>t2r5c3p1</c>; null where it is not known.</summary>
    public string? OriginAt { get; private set; }

    /// <summary>Gets the target as <see cref="MeasurePrint.Target"/> prints it.</summary>
    public TargetContent AsPrinted => AsContent();

    internal static PlanTarget New(Guid planId, Guid measureId, int seq) => new(planId, measureId, seq);

    internal void Become(TargetContent content, int year, string? originAt)
    {
        OriginAt = originAt;
        (Year, Indicator, IndicatorCode, Comparator, Value) = (year, content.Indicator, content.IndicatorCode, content.Comparator, content.Value);
        (WaterClass, Unit, Scope, PlaceCode, DueOn) = (content.WaterClass, content.Unit, content.Scope, content.PlaceCode, content.DueOn);
        (Strength, Quote, IsStrict, Condition) = (content.Strength, content.Quote, content.IsStrict, content.Condition);
        (BaselineYear, Equivalent) = (content.BaselineYear, content.Equivalent);
    }

    internal TargetContent AsContent() =>
        new(Indicator, IndicatorCode, Comparator, Value, WaterClass, Unit, Scope, PlaceCode, DueOn, Strength, Quote, IsStrict, Condition, BaselineYear, Equivalent);

    internal sealed class Mapping : IEntityTypeConfiguration<PlanTarget>
    {
        public void Configure(EntityTypeBuilder<PlanTarget> builder)
        {
            builder.HasKey(t => new { t.MeasureId, t.Seq });
            builder.HasIndex(t => new { t.IndicatorCode, t.Year });
            builder.HasIndex(t => t.PlanId);
            builder.Property(t => t.IndicatorCode).HasMaxLength(60);
            builder.Property(t => t.PlaceCode).HasMaxLength(60);
            builder.Property(t => t.WaterClass).HasMaxLength(4);
            builder.Property(t => t.OriginAt).HasMaxLength(SourcePlace.MostCharacters);
            builder.Ignore(t => t.AsPrinted);
        }
    }
}
