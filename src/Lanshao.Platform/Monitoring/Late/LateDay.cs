using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring.Late;

/// <summary>A civil day of a device of which data came late (迟到、补传), until the sheet about it is made. Noted in the transaction of its readings.</summary>
[KeptIn(DataPart.Series)]
public sealed class LateDay : IUnrecorded
{
    private LateDay()
    {
    }

    public int DeviceNumber { get; private set; }

    /// <summary>Gets when the day begins.</summary>
    public DateTime StartUtc { get; private set; }

    public int Frames { get; private set; }

    /// <summary>Gets when the first of the frames arrived.</summary>
    public DateTime FirstUtc { get; private set; }

    public DateTime LastUtc { get; private set; }

    /// <summary>Gets when the last of them gave readings.</summary>
    public DateTime NotedUtc { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LateDay>
    {
        public void Configure(EntityTypeBuilder<LateDay> builder) => builder.HasKey(day => new { day.DeviceNumber, day.StartUtc });
    }
}

/// <summary>What stood of a factor on a day with late data, or in its month, before they were summed in.</summary>
[KeptIn(DataPart.Series)]
public sealed class LateFigure : IUnrecorded
{
    private LateFigure() => Factor = string.Empty;

    public int DeviceNumber { get; private set; }

    public string Factor { get; private set; }

    /// <summary>Gets whether it is a day or a month.</summary>
    public RollupSpan Span { get; private set; }

    public DateTime StartUtc { get; private set; }

    /// <summary>Gets the sum; see <see cref="LateSum"/>.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Gets the sums of the 24 hours of a day, with commas between them.</summary>
    public string Hours { get; private set; } = string.Empty;

    public DateTime KeptUtc { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LateFigure>
    {
        public void Configure(EntityTypeBuilder<LateFigure> builder) => builder.HasKey(figure => new { figure.DeviceNumber, figure.Factor, figure.Span, figure.StartUtc });
    }
}
