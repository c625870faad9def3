using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>What is noticed about who speaks as a device.</summary>
public enum DeviceNoticeKind
{
    /// <summary>It speaks from a range of addresses from which it never spoke before.</summary>
    NewNetwork,

    /// <summary>It speaks on two live connections.</summary>
    TwoConnections,

    /// <summary>Its data lie more than ten minutes ahead.</summary>
    TimeAhead,
}

/// <summary>设备提醒: something about a device that a person should look at, once a day and detail. It decides nothing.</summary>
[KeptIn(DataPart.Series)]
public sealed class DeviceNotice : IUnrecorded
{
    private DeviceNotice() => (Mn, Detail) = (string.Empty, string.Empty);

    public string Mn { get; private set; }

    public DeviceNoticeKind Kind { get; private set; }

    /// <summary>Gets what was seen: the new range, the two addresses, the time that was said.</summary>
    public string Detail { get; private set; }

    /// <summary>Gets the beginning of the civil day.</summary>
    public DateTime DayUtc { get; private set; }

    public DateTime FirstUtc { get; private set; }

    public DateTime LastUtc { get; private set; }

    public int Times { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DeviceNotice>
    {
        public void Configure(EntityTypeBuilder<DeviceNotice> builder)
        {
            builder.HasKey(notice => new { notice.Mn, notice.Kind, notice.Detail, notice.DayUtc });
            builder.HasIndex(notice => notice.LastUtc);
        }
    }
}

/// <summary>A range of addresses from which a device has spoken and proved itself.</summary>
[KeptIn(DataPart.Series)]
public sealed class DeviceNetwork : IUnrecorded
{
    private DeviceNetwork() => (Mn, Network) = (string.Empty, string.Empty);

    public string Mn { get; private set; }

    /// <summary>Gets the range as <see cref="AddressRanges.Of"/> says it.</summary>
    public string Network { get; private set; }

    public DateTime FirstUtc { get; private set; }

    /// <summary>Gets when it last connected from there.</summary>
    public DateTime LastUtc { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DeviceNetwork>
    {
        public void Configure(EntityTypeBuilder<DeviceNetwork> builder) => builder.HasKey(network => new { network.Mn, network.Network });
    }
}
