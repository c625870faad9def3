using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>An annex of a plan with its own table; a list without annexes has one.</summary>
public sealed class PlanAnnex
{
    private PlanAnnex(Guid planId, int number)
    {
        PlanId = planId;
        Number = number;
    }

    public Guid PlanId { get; private set; }

    public int Number { get; private set; }

    public int Ordinal { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public PlanDomain Domain { get; private set; }

    /// <summary>Gets the printed headings, parted by line feeds.</summary>
    public string Columns { get; private set; } = string.Empty;

    public IReadOnlyList<string> Headings => Columns.Length == 0 ? [] : Columns.Split('\n');

    internal static PlanAnnex New(Guid planId, int number) => new(planId, number);

    internal void Become(OutlineAnnex outline, int ordinal) =>
        (Title, Domain, Columns, Ordinal) = (outline.Title, outline.Domain, string.Join('\n', outline.Columns.Select(c => c.ReplaceLineEndings(string.Empty))), ordinal);

    internal sealed class Mapping : IEntityTypeConfiguration<PlanAnnex>
    {
        public void Configure(EntityTypeBuilder<PlanAnnex> builder)
        {
            builder.HasKey(a => new { a.PlanId, a.Number });
            builder.Ignore(a => a.Headings);
        }
    }
}
