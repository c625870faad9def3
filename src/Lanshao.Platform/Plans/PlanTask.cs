using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>A task of a list (重点任务); its measures are found by annex and number.</summary>
public sealed class PlanTask
{
    private PlanTask(Guid planId, int annex, string number)
    {
        PlanId = planId;
        Annex = annex;
        Number = number;
    }

    public Guid PlanId { get; private set; }

    public int Annex { get; private set; }

    /// <summary>Gets the number inside the annex, as it stands in the codes of its measures.</summary>
    public string Number { get; private set; }

    public string Printed { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    /// <summary>Gets the section that it stands in, by its place in the annex from 1; null for none.</summary>
    public int? SectionSeq { get; private set; }

    public int Ordinal { get; private set; }

    public int? VoidedInRevision { get; private set; }

    internal static PlanTask New(Guid planId, int annex, string number) => new(planId, annex, number);

    internal void Become(TaskDraft draft, int ordinal) =>
        (Printed, Title, SectionSeq, Ordinal, VoidedInRevision) = (draft.Printed, draft.Title, draft.Section + 1, ordinal, null);

    internal void Withdraw(int revision) => VoidedInRevision ??= revision;

    internal sealed class Mapping : IEntityTypeConfiguration<PlanTask>
    {
        public void Configure(EntityTypeBuilder<PlanTask> builder)
        {
            builder.HasKey(t => new { t.PlanId, t.Annex, t.Number });
            builder.Property(t => t.Number).HasMaxLength(20);
            builder.Property(t => t.Printed).HasMaxLength(40);
        }
    }
}
