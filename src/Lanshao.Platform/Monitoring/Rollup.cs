using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>What a sum covers.</summary>
public enum RollupSpan
{
    Hour,

    /// <summary>A civil day.</summary>
    Day,

    /// <summary>A civil month.</summary>
    Month,
}

/// <summary>Sum, count, least and most of a factor over an hour, day or month: an hour of readings, a day of hour means, a month of day means. The mean is never stored.</summary>
[KeptIn(DataPart.Series)]
public sealed class Rollup : IUnrecorded
{
    private Rollup() => Factor = string.Empty;

    public int DeviceNumber { get; private set; }

    public string Factor { get; private set; }

    public RollupSpan Span { get; private set; }

    public DateTime StartUtc { get; private set; }

    /// <summary>Gets which readings the hours were made of.</summary>
    public ReadingSpan Source { get; private set; }

    /// <summary>Gets the sum of the valid values below, in millionths.</summary>
    public long Sum { get; private set; }

    /// <summary>Gets how many valid values that were.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the least valid value below, in millionths; null without one.</summary>
    public long? Least { get; private set; }

    public long? Most { get; private set; }

    /// <summary>Gets how many values there were, valid or not.</summary>
    public int Present { get; private set; }

    /// <summary>Gets how many values a whole span has.</summary>
    public int Expected { get; private set; }

    /// <summary>Gets whether there are enough valid values for the mean to count; see <see cref="Coverage"/>.</summary>
    public bool IsValid { get; private set; }

    /// <summary>Gets which hours of a day there are, and which of them count, as <see cref="DayHours.Bits"/> writes it; null for hours and months.</summary>
    public long? Hours { get; private set; }

    /// <summary>Gets the unrounded mean; null without a valid value.</summary>
    public decimal? Mean => Count == 0 ? null : Sum / (1_000_000m * Count);

    internal sealed class Mapping : IEntityTypeConfiguration<Rollup>
    {
        public void Configure(EntityTypeBuilder<Rollup> builder)
        {
            builder.HasKey(rollup => new { rollup.DeviceNumber, rollup.Factor, rollup.Span, rollup.StartUtc });
            builder.Ignore(rollup => rollup.Mean);
        }
    }
}

/// <summary>An hour that must be computed anew, because a reading of it came or changed.</summary>
[KeptIn(DataPart.Series)]
public sealed class RollupDue : IUnrecorded
{
    private RollupDue() => Factor = string.Empty;

    public int DeviceNumber { get; private set; }

    public string Factor { get; private set; }

    public DateTime HourUtc { get; private set; }

    public DateTime SinceUtc { get; private set; }

    /// <summary>Gets how often readings of the hour came or changed since then: a note that grew while it was worked off stays.</summary>
    public long Changes { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RollupDue>
    {
        public void Configure(EntityTypeBuilder<RollupDue> builder)
        {
            builder.HasKey(due => new { due.DeviceNumber, due.Factor, due.HourUtc });
            builder.HasIndex(due => due.SinceUtc);
        }
    }
}

/// <summary>How far the journal has been worked off; moves in the same transaction as the readings.</summary>
[KeptIn(DataPart.Series)]
public sealed class DerivationMark : IUnrecorded
{
    private DerivationMark() => Name = string.Empty;

    public string Name { get; private set; }

    public long Seq { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DerivationMark>
    {
        public void Configure(EntityTypeBuilder<DerivationMark> builder) => builder.HasKey(mark => mark.Name);
    }
}
