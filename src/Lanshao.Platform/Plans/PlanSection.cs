using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>A section of an annex: a row across the whole table, on one of two levels.</summary>
public sealed class PlanSection
{
    private PlanSection(Guid planId, int annex, int seq)
    {
        PlanId = planId;
        Annex = annex;
        Seq = seq;
    }

    public Guid PlanId { get; private set; }

    public int Annex { get; private set; }

    public int Seq { get; private set; }

    public int Level { get; private set; }

    public string Title { get; private set; } = string.Empty;

    internal static PlanSection New(Guid planId, int annex, int seq) => new(planId, annex, seq);

    internal void Become(OutlineSection outline) => (Level, Title) = (outline.Level, outline.Title);

    internal sealed class Mapping : IEntityTypeConfiguration<PlanSection>
    {
        public void Configure(EntityTypeBuilder<PlanSection> builder) => builder.HasKey(s => new { s.PlanId, s.Annex, s.Seq });
    }
}
