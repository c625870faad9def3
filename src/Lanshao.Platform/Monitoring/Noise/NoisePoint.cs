using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring.Noise;

/// <summary>声环境功能区 of a station from a day on: the limits that hold for it until a later line says otherwise.</summary>
public sealed class NoisePoint
{
    internal const int LongestWord = 10;
    internal const int LongestSource = 100;

    private NoisePoint(Guid id, string station, DateOnly fromOn)
    {
        (Id, Station, FromOn) = (id, station, fromOn);
        Zone = Source = string.Empty;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets the station, by name or 设备编号.</summary>
    public string Station { get; private set; }

    public DateOnly FromOn { get; private set; }

    /// <summary>Gets the class of the zone: 0 to 3, 4a or 4b.</summary>
    public string Zone { get; private set; }

    /// <summary>Gets 来源: the paper that drew the zones.</summary>
    public string Source { get; private set; }

    /// <summary>Gets the import that brought it.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Gets when an import that brought it in was taken back.</summary>
    public DateTime? VoidedUtc { get; private set; }

    internal static NoisePoint Of(NoisePointRow row, Guid? batch)
    {
        var point = new NoisePoint(Guid.CreateVersion7(), row.Station, row.FromOn);
        point.Set(row, batch);
        return point;
    }

    internal void Set(NoisePointRow row, Guid? batch) => (Zone, Source, BatchId, VoidedUtc) = (row.Zone, row.Source, batch, null);

    internal void Void(DateTime atUtc) => VoidedUtc = atUtc;

    internal sealed class Mapping : IEntityTypeConfiguration<NoisePoint>
    {
        public void Configure(EntityTypeBuilder<NoisePoint> builder)
        {
            builder.HasKey(point => point.Id);
            builder.Property(point => point.Id).ValueGeneratedNever();
            builder.HasIndex(point => new { point.Station, point.FromOn }).IsUnique();
            builder.Property(point => point.Station).HasMaxLength(Device.LongestName);
            builder.Property(point => point.Zone).HasMaxLength(LongestWord);
            builder.Property(point => point.Source).HasMaxLength(LongestSource);
        }
    }
}

/// <summary>One row of a list of zones as files say it.</summary>
public sealed record NoisePointRow(string Station, DateOnly FromOn, string Zone, string Source)
{
    internal string Key => $"{Station}/{FromOn:yyyy-MM-dd}";

    internal static NoisePointRow Of(NoisePoint point) => new(point.Station, point.FromOn, point.Zone, point.Source);
}
