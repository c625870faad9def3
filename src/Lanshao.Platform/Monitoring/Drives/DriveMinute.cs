using System.Globalization;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>TSP走航: the readings of one minute on a route, as they were handed in.</summary>
public sealed class DriveMinute : ISpanned
{
    internal const int LongestRoute = 100;

    private DriveMinute(Guid id, string route, DateTime minuteUtc)
    {
        (Id, Route, MinuteUtc) = (id, route, minuteUtc);
        Points = string.Empty;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets 路线.</summary>
    public string Route { get; private set; }

    public DateTime MinuteUtc { get; private set; }

    /// <summary>Gets the points as <see cref="DrivePoint"/> writes them.</summary>
    public string Points { get; private set; }

    /// <summary>Gets the import that brought it.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Gets when an import that brought it in was taken back.</summary>
    public DateTime? VoidedUtc { get; private set; }

    DateOnly? ISpanned.AffectedFromOn => ChinaTime.DayOf(MinuteUtc);

    DateOnly? ISpanned.AffectedToOn => ChinaTime.DayOf(MinuteUtc);

    internal static DriveMinute Of(DriveMinuteRow row, Guid? batch)
    {
        var minute = new DriveMinute(Guid.CreateVersion7(), row.Route, row.MinuteUtc);
        minute.Set(row, batch);
        return minute;
    }

    internal void Set(DriveMinuteRow row, Guid? batch) => (Points, BatchId, VoidedUtc) = (row.Points, batch, null);

    internal void Void(DateTime atUtc) => VoidedUtc = atUtc;

    internal sealed class Mapping : IEntityTypeConfiguration<DriveMinute>
    {
        public void Configure(EntityTypeBuilder<DriveMinute> builder)
        {
            builder.HasKey(minute => minute.Id);
            builder.Property(minute => minute.Id).ValueGeneratedNever();
            builder.HasIndex(minute => new { minute.MinuteUtc, minute.Route }).IsUnique();
            builder.Property(minute => minute.Route).HasMaxLength(LongestRoute);
        }
    }
}

/// <summary>One minute of a drive as files say it.</summary>
public sealed record DriveMinuteRow(string Route, DateTime MinuteUtc, string Points)
{
    private const string MinuteFormat = "yyyyMMddHHmm";

    internal string Key => $"{MinuteUtc.ToString(MinuteFormat, CultureInfo.InvariantCulture)}/{Route}";

    /// <summary>Gets how many points it holds.</summary>
    public int Count => Points.Count(character => character == ';') + 1;

    /// <summary>Gets the highest of them.</summary>
    public decimal HighestUgPerM3 => DrivePoint.Read(MinuteUtc, Points).Max(point => point.TspUgPerM3);

    internal static DriveMinuteRow Of(DriveMinute minute) => new(minute.Route, minute.MinuteUtc, minute.Points);

    internal static DateTime MinuteOf(string key) => DateTime.SpecifyKind(DateTime.ParseExact(key.AsSpan(0, MinuteFormat.Length), MinuteFormat, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
