using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>Why a right frame is not believed.</summary>
public enum QuarantineReason
{
    /// <summary>No such MN in the register.</summary>
    UnknownDevice,

    /// <summary>The password is not the registered one.</summary>
    WrongPassword,

    /// <summary>The device is registered as gone.</summary>
    ClosedDevice,

    /// <summary>SM4 cipher text, and no key, or none that opens it.</summary>
    Encrypted,

    /// <summary>Plain text of a device that has a key.</summary>
    NotEncrypted,

    /// <summary>From outside the network that the register names.</summary>
    OtherNetwork,
}

/// <summary>A right frame of somebody who is not believed: kept aside, never answered, no reading until the MN is claimed.</summary>
[KeptIn(DataPart.Series)]
public sealed class QuarantinedFrame : IUnrecorded
{
    private QuarantinedFrame(long id, string mn, QuarantineReason reason, byte[] digest, DateTime receivedUtc, string remote, byte[] bytes)
    {
        (Id, Mn, Reason, Digest) = (id, mn, reason, digest);
        (ReceivedUtc, Remote, Bytes) = (receivedUtc, remote, bytes);
    }

    public long Id { get; private set; }

    public string Mn { get; private set; }

    public QuarantineReason Reason { get; private set; }

    /// <summary>Gets the digest of the whole frame.</summary>
    public byte[] Digest { get; private set; }

    public DateTime ReceivedUtc { get; private set; }

    public string Remote { get; private set; }

    public byte[] Bytes { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<QuarantinedFrame>
    {
        public void Configure(EntityTypeBuilder<QuarantinedFrame> builder)
        {
            builder.HasKey(frame => frame.Id);
            builder.Property(frame => frame.Id).ValueGeneratedNever();
            builder.HasIndex(frame => new { frame.Mn, frame.Digest }).IsUnique();
            builder.HasIndex(frame => frame.ReceivedUtc);
        }
    }
}
