using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>A numbered revision of the district's configuration. The highest number is in force; older ones stay, since results name them.</summary>
public sealed class PackRevision
{
    internal PackRevision(int number, string contentHash, int fileCount, string title, DateTime appliedAtUtc, string appliedBy)
    {
        Number = number;
        ContentHash = contentHash;
        FileCount = fileCount;
        Title = title;
        AppliedAtUtc = appliedAtUtc;
        AppliedBy = appliedBy;
    }

    public int Number { get; private set; }

    /// <summary>Gets the SHA-256 over all paths and bytes.</summary>
    public string ContentHash { get; private set; }

    public int FileCount { get; private set; }

    public string Title { get; private set; }

    public DateTime AppliedAtUtc { get; private set; }

    public string AppliedBy { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PackRevision>
    {
        public void Configure(EntityTypeBuilder<PackRevision> builder)
        {
            builder.HasKey(revision => revision.Number);
            builder.Property(revision => revision.Number).ValueGeneratedNever();
            builder.Property(revision => revision.ContentHash).HasMaxLength(64);
            builder.Property(revision => revision.Title).HasMaxLength(200);
            builder.Property(revision => revision.AppliedBy).HasMaxLength(64);
        }
    }
}

/// <summary>One file of a revision. The audit chain vouches for it by the revision's content hash.</summary>
public sealed class PackRevisionFile : IUnrecorded
{
    internal PackRevisionFile(int revision, string path, byte[] content)
    {
        Revision = revision;
        Path = path;
        Content = content;
    }

    public int Revision { get; private set; }

    public string Path { get; private set; }

    public byte[] Content { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PackRevisionFile>
    {
        public void Configure(EntityTypeBuilder<PackRevisionFile> builder)
        {
            builder.HasKey(file => new { file.Revision, file.Path });
            builder.Property(file => file.Path).HasMaxLength(200);
            builder.HasOne<PackRevision>().WithMany().HasForeignKey(file => file.Revision).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
