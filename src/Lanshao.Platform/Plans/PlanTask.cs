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

    /// <summary>Gets whether no row of the list belongs to it any more; kept for the withdrawn measures.</summary>
    public bool IsVoid { get; private set; }

    /// <summary>Gets number and title as the first row of the task prints them.</summary>
    public string Heading => HeadingOf(Printed, Title);

    public static string HeadingOf(string printed, string title) => $"{printed} {title}".Trim();

    internal static PlanTask New(Guid planId, int annex, string number) => new(planId, annex, number);

    internal void Become(OutlineTask outline, int ordinal) =>
        (Printed, Title, SectionSeq, Ordinal, IsVoid) = (outline.Printed, outline.Title, outline.Section + 1, ordinal, false);

    internal void Withdraw() => IsVoid = true;

    internal sealed class Mapping : IEntityTypeConfiguration<PlanTask>
    {
        public void Configure(EntityTypeBuilder<PlanTask> builder)
        {
            builder.HasKey(t => new { t.PlanId, t.Annex, t.Number });
            builder.Property(t => t.Number).HasMaxLength(20);
            builder.Property(t => t.Printed).HasMaxLength(40);
            builder.Ignore(t => t.Heading);
        }
    }
}
