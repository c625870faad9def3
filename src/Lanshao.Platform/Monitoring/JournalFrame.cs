using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>One accepted frame as it came: the provenance of every reading, and what they are derived from again. Written by <see cref="FrameJournal"/> only.</summary>
[KeptIn(DataPart.Journal)]
public sealed class JournalFrame : IUnrecorded
{
    private JournalFrame(long seq, string mn, string qn, string cn, string pno, byte[] digest, DateTime receivedUtc, string remote, byte[] bytes, bool isConflict, bool isBackFill)
    {
        (Seq, Mn, Qn, Cn, Pno, Digest) = (seq, mn, qn, cn, pno, digest);
        (ReceivedUtc, Remote, Bytes, IsConflict, IsBackFill) = (receivedUtc, remote, bytes, isConflict, isBackFill);
    }

    /// <summary>Gets its place in the order of arrival.</summary>
    public long Seq { get; private set; }

    public string Mn { get; private set; }

    public string Qn { get; private set; }

    public string Cn { get; private set; }

    public string Pno { get; private set; }

    /// <summary>Gets the digest of its content: tells a resend from other content under the same identity.</summary>
    public byte[] Digest { get; private set; }

    public DateTime ReceivedUtc { get; private set; }

    /// <summary>Gets the address that it came from.</summary>
    public string Remote { get; private set; }

    /// <summary>Gets the frame from <c>##</c> to the check code.</summary>
    public byte[] Bytes { get; private set; }

    /// <summary>Gets whether another frame of the same identity said something else before: both are kept, this one gives no readings until a person decides.</summary>
    public bool IsConflict { get; private set; }

    /// <summary>Gets whether it brings data of the past (补传): marked by the device, or asked for by a query.</summary>
    public bool IsBackFill { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<JournalFrame>
    {
        public void Configure(EntityTypeBuilder<JournalFrame> builder)
        {
            builder.HasKey(frame => frame.Seq);
            builder.Property(frame => frame.Seq).ValueGeneratedNever();

            // QN is a time: what comes now lies together at the end, whatever its device.
            builder.HasIndex(frame => new { frame.Qn, frame.Mn, frame.Cn, frame.Pno, frame.Digest }).IsUnique();
            builder.HasIndex(frame => new { frame.Mn, frame.Seq });
        }
    }
}
