using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>Says that the figures and task lists of a revision are in. Written last: whoever was interrupted before it begins again, and what came in by then comes in once.</summary>
public sealed class PackTakenIn(int revision, DateTime atUtc) : IUnrecorded
{
    public int Revision { get; private set; } = revision;

    public DateTime AtUtc { get; private set; } = atUtc;

    /// <summary>Returns whether everything that a revision carries is in.</summary>
    public static Task<bool> IsAsync(LanshaoContext db, int revision, CancellationToken ct) => db.Set<PackTakenIn>().AnyAsync(mark => mark.Revision == revision, ct);

    /// <summary>Says so.</summary>
    public static Task<Refusal?> MarkAsync(LanshaoContext db, int revision, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        db.Add(new PackTakenIn(revision, ChinaTime.NowUtc(clock)));
        return db.SaveAsync(actor, clock, ct);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<PackTakenIn>
    {
        public void Configure(EntityTypeBuilder<PackTakenIn> builder)
        {
            builder.HasKey(mark => mark.Revision);
            builder.Property(mark => mark.Revision).ValueGeneratedNever();
            builder.HasOne<PackRevision>().WithOne().HasForeignKey<PackTakenIn>(mark => mark.Revision).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
