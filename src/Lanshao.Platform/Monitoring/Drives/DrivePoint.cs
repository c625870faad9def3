using System.Globalization;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>One reading of a drive.</summary>
/// <param name="AtUtc">When, to the second.</param>
/// <param name="LongitudeDeg">Where, WGS 84.</param>
/// <param name="LatitudeDeg">Where, WGS 84.</param>
/// <param name="TspUgPerM3">TSP.</param>
public sealed record DrivePoint(DateTime AtUtc, decimal LongitudeDeg, decimal LatitudeDeg, decimal TspUgPerM3)
{
    // China lies within.
    internal const decimal West = 73;
    internal const decimal East = 136;
    internal const decimal South = 3;
    internal const decimal North = 54;
    internal const decimal MostTsp = 20_000;
    private const int Decimals = 6;

    /// <summary>Reads degrees, cut to six decimals (a tenth of a metre); null where the text is none within the bounds.</summary>
    internal static decimal? Degrees(string text, decimal least, decimal most) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degrees) && degrees >= least && degrees <= most ? Standards.Rounding.Cut(degrees, Decimals) : null;

    /// <summary>Writes the points of a minute: second, longitude, latitude and value of each.</summary>
    internal static string Write(IEnumerable<DrivePoint> points) =>
        string.Join(';', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.AtUtc.Second},{point.LongitudeDeg:0.######},{point.LatitudeDeg:0.######},{point.TspUgPerM3:0.######}")));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static IEnumerable<DrivePoint> Read(DateTime minuteUtc, string points) => points.Split(';').Select(point =>
    {
        var parts = point.Split(',');
        return new DrivePoint(
            minuteUtc.AddSeconds(int.Parse(parts[0], CultureInfo.InvariantCulture)), decimal.Parse(parts[1], CultureInfo.InvariantCulture), decimal.Parse(parts[2], CultureInfo.InvariantCulture), decimal.Parse(parts[3], CultureInfo.InvariantCulture));
    });

    /// <summary>Returns the minute that holds an instant.</summary>
    internal static DateTime MinuteOf(DateTime instantUtc) => new(instantUtc.Ticks - (instantUtc.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
}
