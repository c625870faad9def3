using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>An MN that somebody looked at and refused: 拒收. Its frames are neither kept nor answered until somebody claims it after all.</summary>
public sealed class RejectedDevice : IVersioned
{
    internal RejectedDevice(string mn, string reason, DateTime atUtc, string by) => (Mn, Reason, AtUtc, By) = (mn, reason, atUtc, by);

    public string Mn { get; private set; }

    public string Reason { get; private set; }

    public DateTime AtUtc { get; private set; }

    public string By { get; private set; }

    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RejectedDevice>
    {
        public void Configure(EntityTypeBuilder<RejectedDevice> builder)
        {
            builder.HasKey(rejected => rejected.Mn);
            builder.Property(rejected => rejected.Mn).HasMaxLength(Device.LongestMn);
            builder.Property(rejected => rejected.Reason).HasMaxLength(200);
        }
    }
}
