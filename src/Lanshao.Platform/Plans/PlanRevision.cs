using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>One state of a list: the file that it came from, what the file changed, and its whole content, to which an undo goes back.</summary>
public sealed class PlanRevision
{
    private PlanRevision(Guid planId, int number, string sourceSha256, string sourceName, string contentSha256, DateTime importedAtUtc, string importedBy)
    {
        PlanId = planId;
        Number = number;
        SourceSha256 = sourceSha256;
        SourceName = sourceName;
        ContentSha256 = contentSha256;
        ImportedAtUtc = importedAtUtc;
        ImportedBy = importedBy;
    }

    public Guid PlanId { get; private set; }

    public int Number { get; private set; }

    public string SourceSha256 { get; private set; }

    public string SourceName { get; private set; }

    /// <summary>Gets the hash under which the content lies among the files.</summary>
    public string ContentSha256 { get; private set; }

    public DateTime ImportedAtUtc { get; private set; }

    public string ImportedBy { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Withdrawn { get; private set; }

    public int Unchanged { get; private set; }

    public DateTime? UndoneAtUtc { get; private set; }

    public string? UndoneBy { get; private set; }

    internal static PlanRevision Of(Guid planId, int number, PlanDraft draft, string contentSha256, PlanDifference difference, Actor actor, DateTime nowUtc) =>
        new(planId, number, draft.SourceSha256, draft.SourceName, contentSha256, nowUtc, actor.Id)
        {
            Added = difference.Added,
            Changed = difference.Changed,
            Withdrawn = difference.Withdrawn,
            Unchanged = difference.Unchanged,
        };

    internal void Undo(Actor actor, DateTime nowUtc) => (UndoneAtUtc, UndoneBy) = (nowUtc, actor.Id);

    internal sealed class Mapping : IEntityTypeConfiguration<PlanRevision>
    {
        public void Configure(EntityTypeBuilder<PlanRevision> builder)
        {
            builder.HasKey(r => new { r.PlanId, r.Number });
            builder.HasIndex(r => r.SourceSha256);
            builder.Property(r => r.SourceSha256).HasMaxLength(64);
            builder.Property(r => r.ContentSha256).HasMaxLength(64);
        }
    }
}
