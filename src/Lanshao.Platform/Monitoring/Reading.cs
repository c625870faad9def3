using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>What a device's value is a value of.</summary>
public enum ReadingSpan
{
    /// <summary>A moment (CN 2011).</summary>
    Realtime,

    /// <summary>Some minutes (CN 2051).</summary>
    Minute,

    /// <summary>An hour (CN 2061).</summary>
    Hour,

    /// <summary>A civil day (CN 2031).</summary>
    Day,
}

/// <summary>What the automatic checks noticed about a reading. A doubt explains; only <see cref="Reading.IsValid"/> decides.</summary>
[Flags]
public enum ReadingDoubts
{
    None = 0,

    /// <summary>The number stands for no value (−99, 99999 …).</summary>
    Placeholder = 1,

    /// <summary>Outside the device's plausible range.</summary>
    OutOfRange = 2,

    /// <summary>The number fits another unit.</summary>
    OtherUnit = 4,

    /// <summary>What was sent is no number.</summary>
    Unreadable = 8,

    /// <summary>Its time lies more than ten minutes ahead of its arrival.</summary>
    TimeAhead = 16,

    /// <summary>A data flag that the standard does not know.</summary>
    UnknownFlag = 32,

    /// <summary>More than six decimals; the text as sent stands beside.</summary>
    TooPrecise = 64,

    /// <summary>Two posts let another content of the same frame hold, which does not say it.</summary>
    Overruled = 128,
}

/// <summary>One value of a device as its newest frame says it. What stood before a later frame changed it is an <see cref="EarlierReading"/>.</summary>
[KeptIn(DataPart.Series)]
public sealed class Reading : IUnrecorded
{
    private Reading()
    {
        Factor = string.Empty;
        Flag = string.Empty;
    }

    public int DeviceNumber { get; private set; }

    /// <summary>Gets the code of 2017, or that of a piece of equipment (SB1).</summary>
    public string Factor { get; private set; }

    public ReadingSpan Span { get; private set; }

    public DateTime StartUtc { get; private set; }

    /// <summary>Gets the value in millionths: Rtd of a moment, else Avg; null where there is none.</summary>
    public long? Number { get; private set; }

    public long? Least { get; private set; }

    public long? Most { get; private set; }

    /// <summary>Gets Cou, the amount over the span, in millionths.</summary>
    public long? Total { get; private set; }

    /// <summary>Gets the text as sent, where it is no number or has more decimals than are stored.</summary>
    public string? Text { get; private set; }

    /// <summary>Gets the data flag as sent; empty where there was none.</summary>
    public string Flag { get; private set; }

    /// <summary>Gets whether the value counts: a number that stands for itself, with a flag that says normal.</summary>
    public bool IsValid { get; private set; }

    /// <summary>Gets the doubts as the number that is stored.</summary>
    public int DoubtBits { get; private set; }

    public ReadingDoubts Doubts => (ReadingDoubts)DoubtBits;

    /// <summary>Gets the frame that says so.</summary>
    public long FrameSeq { get; private set; }

    /// <summary>Gets 1, and one more for every change by a later frame.</summary>
    public int Revision { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Reading>
    {
        public void Configure(EntityTypeBuilder<Reading> builder)
        {
            // In the order in which they come: the factors of a frame lie together, so that a frame touches one page and not one for each factor.
            builder.HasKey(reading => new { reading.DeviceNumber, reading.Span, reading.StartUtc, reading.Factor });
            builder.Ignore(reading => reading.Doubts);
        }
    }
}

/// <summary>The newest moment of a factor of a device, for whoever asks for all of them at once.</summary>
[KeptIn(DataPart.Series)]
public sealed class LatestReading : IUnrecorded
{
    private LatestReading()
    {
        Factor = string.Empty;
        Flag = string.Empty;
    }

    public string Factor { get; private set; }

    public int DeviceNumber { get; private set; }

    public DateTime StartUtc { get; private set; }

    /// <summary>Gets the value in millionths; null where there is none.</summary>
    public long? Number { get; private set; }

    /// <summary>Gets the data flag as sent; empty where there was none.</summary>
    public string Flag { get; private set; }

    public bool IsValid { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LatestReading>
    {
        public void Configure(EntityTypeBuilder<LatestReading> builder) => builder.HasKey(latest => new { latest.Factor, latest.DeviceNumber });
    }
}

/// <summary>A reading that a later frame changed: never hidden.</summary>
[KeptIn(DataPart.Series)]
public sealed class EarlierReading : IUnrecorded
{
    private EarlierReading()
    {
        Factor = string.Empty;
        Flag = string.Empty;
    }

    public int DeviceNumber { get; private set; }

    public string Factor { get; private set; }

    public ReadingSpan Span { get; private set; }

    public DateTime StartUtc { get; private set; }

    public int Revision { get; private set; }

    public long? Number { get; private set; }

    public long? Least { get; private set; }

    public long? Most { get; private set; }

    public long? Total { get; private set; }

    public string? Text { get; private set; }

    public string Flag { get; private set; }

    public bool IsValid { get; private set; }

    /// <summary>Gets the doubts as the number that is stored.</summary>
    public int DoubtBits { get; private set; }

    public ReadingDoubts Doubts => (ReadingDoubts)DoubtBits;

    public long FrameSeq { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EarlierReading>
    {
        public void Configure(EntityTypeBuilder<EarlierReading> builder)
        {
            builder.HasKey(reading => new { reading.DeviceNumber, reading.Factor, reading.Span, reading.StartUtc, reading.Revision });
            builder.Ignore(reading => reading.Doubts);
        }
    }
}
