using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>路段: a stretch of road with the line it takes, to which the points of drives are matched.</summary>
public sealed class RoadSegment
{
    internal const int LongestCode = 40;
    internal const int LongestName = 100;
    internal const int LongestLine = 20_000;

    private RoadSegment(Guid id, string code)
    {
        (Id, Code) = (id, code);
        Road = Stretch = Line = string.Empty;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets 路段编号.</summary>
    public string Code { get; private set; }

    /// <summary>Gets 道路.</summary>
    public string Road { get; private set; }

    /// <summary>Gets 路段; empty for the whole road.</summary>
    public string Stretch { get; private set; }

    /// <summary>Gets the code of the 街道; null where it lies in several.</summary>
    public string? Subdistrict { get; private set; }

    /// <summary>Gets the line as <see cref="RoadLine"/> writes it.</summary>
    public string Line { get; private set; }

    /// <summary>Gets the import that brought it.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Gets when an import that brought it in was taken back.</summary>
    public DateTime? VoidedUtc { get; private set; }

    /// <summary>Gets the name as people say it.</summary>
    public string Name => Road + Stretch;

    internal static RoadSegment Of(RoadSegmentRow row, Guid? batch)
    {
        var segment = new RoadSegment(Guid.CreateVersion7(), row.Code);
        segment.Set(row, batch);
        return segment;
    }

    internal void Set(RoadSegmentRow row, Guid? batch) => (Road, Stretch, Subdistrict, Line, BatchId, VoidedUtc) = (row.Road, row.Stretch, row.Subdistrict, row.Line, batch, null);

    internal void Void(DateTime atUtc) => VoidedUtc = atUtc;

    internal sealed class Mapping : IEntityTypeConfiguration<RoadSegment>
    {
        public void Configure(EntityTypeBuilder<RoadSegment> builder)
        {
            builder.HasKey(segment => segment.Id);
            builder.Property(segment => segment.Id).ValueGeneratedNever();
            builder.HasIndex(segment => segment.Code).IsUnique();
            builder.Ignore(segment => segment.Name);
            builder.Property(segment => segment.Code).HasMaxLength(LongestCode);
            builder.Property(segment => segment.Road).HasMaxLength(LongestName);
            builder.Property(segment => segment.Stretch).HasMaxLength(LongestName);
            builder.Property(segment => segment.Subdistrict).HasMaxLength(LongestCode);
            builder.Property(segment => segment.Line).HasMaxLength(LongestLine);
        }
    }
}

/// <summary>One row of a register of segments as files say it.</summary>
public sealed record RoadSegmentRow(string Code, string Road, string Stretch, string? Subdistrict, string Line)
{
    internal static RoadSegmentRow Of(RoadSegment segment) => new(segment.Code, segment.Road, segment.Stretch, segment.Subdistrict, segment.Line);
}

/// <summary>The corners of a line as text: longitude and latitude in degrees parted by a space, corners by semicolons.</summary>
internal static class RoadLine
{
    private const int Fewest = 2;
    private const int Most = 500;

    /// <summary>Reads a line; null where it is none.</summary>
    public static IReadOnlyList<(decimal LongitudeDeg, decimal LatitudeDeg)>? Parse(string text)
    {
        var corners = new List<(decimal LongitudeDeg, decimal LatitudeDeg)>();
        foreach (var corner in text.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = corner.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length != 2 || corners.Count == Most || DrivePoint.Degrees(parts[0], DrivePoint.West, DrivePoint.East) is not { } longitude || DrivePoint.Degrees(parts[1], DrivePoint.South, DrivePoint.North) is not { } latitude)
            {
                return null;
            }

            corners.Add((longitude, latitude));
        }

        return corners.Count < Fewest ? null : corners;
    }

    public static string Write(IReadOnlyList<(decimal LongitudeDeg, decimal LatitudeDeg)> corners) => string.Join("; ", corners.Select(corner => string.Create(CultureInfo.InvariantCulture, $"{corner.LongitudeDeg:0.######} {corner.LatitudeDeg:0.######}")));
}
