using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Foundation;

/// <summary>One line of the change feed, written in the same transaction as the change. Consumers keep a cursor each and are idempotent.</summary>
public sealed class Change
{
    internal Change(long sequence, string room, string kind, string key, DateOnly? fromOn, DateOnly? toOn, DateTime atUtc)
    {
        Sequence = sequence;
        Room = room;
        Kind = kind;
        Key = key;
        FromOn = fromOn;
        ToOn = toOn;
        AtUtc = atUtc;
    }

    /// <summary>Gets the place in the feed: without gaps, in the order of commits.</summary>
    public long Sequence { get; private set; }

    public string Room { get; private set; }

    public string Kind { get; private set; }

    public string Key { get; private set; }

    /// <summary>Gets the first civil day that the change touches; null where time plays no part.</summary>
    public DateOnly? FromOn { get; private set; }

    /// <summary>Gets the last civil day that the change touches, inclusive.</summary>
    public DateOnly? ToOn { get; private set; }

    public DateTime AtUtc { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Change>
    {
        public void Configure(EntityTypeBuilder<Change> builder)
        {
            builder.HasKey(c => c.Sequence);
            builder.Property(c => c.Sequence).ValueGeneratedNever();
            builder.HasIndex(c => new { c.Room, c.Kind, c.Sequence });
        }
    }
}

/// <summary>How far a consumer has read the change feed.</summary>
public sealed class FeedCursor : IUnrecorded
{
    public FeedCursor(string consumer, long sequence)
    {
        Consumer = consumer;
        Sequence = sequence;
    }

    public string Consumer { get; private set; }

    public long Sequence { get; private set; }

    public void MoveTo(long sequence) => Sequence = sequence >= Sequence ? sequence : throw new ArgumentOutOfRangeException(nameof(sequence), "A cursor moves forward.");

    internal sealed class Mapping : IEntityTypeConfiguration<FeedCursor>
    {
        public void Configure(EntityTypeBuilder<FeedCursor> builder) => builder.HasKey(c => c.Consumer);
    }
}

/// <summary>Marks of the machinery (leases, cursors): saved, but no news and no matter for the audit.</summary>
public interface IUnrecorded;

/// <summary>Rows that a bulk writer put into the store: one line in the feed and in the chain for all of them.</summary>
/// <param name="Room">Whose rows.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Key">What they belong to (a batch, a station).</param>
/// <param name="Rows">How many.</param>
/// <param name="Sha256">Digest of their canonical form, lower-case hex.</param>
/// <param name="FromOn">The first civil day touched.</param>
/// <param name="ToOn">The last civil day touched.</param>
public sealed record BulkChange(string Room, string Kind, string Key, long Rows, string Sha256, DateOnly? FromOn = null, DateOnly? ToOn = null);
