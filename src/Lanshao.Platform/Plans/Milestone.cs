using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>A day out of a measure's text that comes before its deadline (里程碑).</summary>
public sealed class Milestone
{
    private Milestone(Guid id, Guid planId, Guid measureId)
    {
        Id = id;
        PlanId = planId;
        MeasureId = measureId;
    }

    public Guid Id { get; private set; }

    public Guid PlanId { get; private set; }

    public Guid MeasureId { get; private set; }

    public int Ordinal { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>Gets the words of the source.</summary>
    public string Quote { get; private set; } = string.Empty;

    internal static Milestone New(Guid planId, Guid measureId) => new(Guid.CreateVersion7(), planId, measureId);

    /// <summary>Gets the cell of the file that says it, e.g. <c>t2r5c3p1</c>; null where it is not known.</summary>
    public string? OriginAt { get; private set; }

    internal void Become(MilestoneContent content, int ordinal, string? originAt) => (DueOn, Quote, Ordinal, OriginAt) = (content.DueOn, content.Quote, ordinal, originAt);

    internal MilestoneContent AsContent() => new(DueOn, Quote);

    internal sealed class Mapping : IEntityTypeConfiguration<Milestone>
    {
        public void Configure(EntityTypeBuilder<Milestone> builder)
        {
            builder.HasKey(m => m.Id);
            builder.Property(m => m.Id).ValueGeneratedNever();
            builder.HasIndex(m => m.PlanId);
            builder.Property(m => m.OriginAt).HasMaxLength(SourcePlace.MostCharacters);
        }
    }
}
