using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>Why a stored and answered frame gives no readings until two posts decide.</summary>
public enum HeldReason
{
    /// <summary>同号异文: another frame with the same identity said something else before.</summary>
    OtherContent,

    /// <summary>超出补传期限: its data are older than back-fill may be, and no query asked for them.</summary>
    BeyondWindow,
}

/// <summary>待裁定报文: a frame of the journal that is kept aside with its reason. Noted in the transaction that derives the readings of its neighbours.</summary>
[KeptIn(DataPart.Series)]
public sealed class HeldFrame : IUnrecorded
{
    private HeldFrame() => Mn = string.Empty;

    /// <summary>Gets its number in the journal.</summary>
    public long Seq { get; private set; }

    public string Mn { get; private set; }

    public HeldReason Reason { get; private set; }

    public DateTime ReceivedUtc { get; private set; }

    /// <summary>Gets the time of its data; that of its arrival where it says none.</summary>
    public DateTime DataUtc { get; private set; }

    /// <summary>Gets whether what was decided about it holds in the readings.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Gets the verdict by which it does; null while it waits.</summary>
    public string? SettledBy { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<HeldFrame>
    {
        public void Configure(EntityTypeBuilder<HeldFrame> builder)
        {
            builder.HasKey(frame => frame.Seq);
            builder.Property(frame => frame.Seq).ValueGeneratedNever();
            builder.Property(frame => frame.SettledBy).HasMaxLength(36);
            builder.HasIndex(frame => new { frame.IsSettled, frame.Seq });
            builder.HasIndex(frame => frame.SettledBy);
        }
    }
}

/// <summary>A frame on its way to being noted as held.</summary>
internal sealed record Holding(long Seq, string Mn, HeldReason Reason, DateTime ReceivedUtc, DateTime DataUtc);
