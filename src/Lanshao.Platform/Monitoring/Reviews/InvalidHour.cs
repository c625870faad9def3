using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring.Reviews;

/// <summary>An hour that two posts declared invalid: its sum stays and does not count. Follows from the reviews, see <see cref="ApplyReviews"/>.</summary>
[KeptIn(DataPart.Series)]
public sealed class InvalidHour : IUnrecorded
{
    private InvalidHour() => Factor = string.Empty;

    public int DeviceNumber { get; private set; }

    public string Factor { get; private set; }

    public DateTime StartUtc { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<InvalidHour>
    {
        public void Configure(EntityTypeBuilder<InvalidHour> builder) => builder.HasKey(hour => new { hour.DeviceNumber, hour.Factor, hour.StartUtc });
    }
}
