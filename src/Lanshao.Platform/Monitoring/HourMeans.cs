using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Late;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>The hour means of one factor of one device as they are stored: whole civil days, each hour the sum and the count of its valid values, so that no mean is rounded on the way.</summary>
/// <param name="First">The civil day of the first 24 hours.</param>
/// <param name="Sums">The sums in millionths, 24 a day.</param>
/// <param name="Counts">How many values each sum has; 0 where the hour is missing or does not count.</param>
/// <param name="NotCounting">Hours that have values and do not count: flagged by the device, or too few of them.</param>
public sealed record HourMeans(DateOnly First, long[] Sums, int[] Counts, int NotCounting)
{
    private const int HoursADay = 24;

    /// <summary>Gets how many hours count.</summary>
    public int Valid => Counts.Count(count => count > 0);

    /// <summary>Reads a stretch of civil days; an hour below nought is no concentration and does not count.</summary>
    /// <param name="session">On the part of the series.</param>
    /// <param name="device">The device's short number.</param>
    /// <param name="factor">The factor's code.</param>
    /// <param name="first">The first civil day.</param>
    /// <param name="days">How many days.</param>
    /// <param name="beforeReview">Whether hours that two posts declared invalid count all the same: the preliminary figures.</param>
    public static HourMeans Read(BulkSession session, int device, string factor, DateOnly first, int days, bool beforeReview = false)
    {
        var startUtc = ChinaTime.StartUtc(first);
        var (sums, counts, notCounting) = (new long[days * HoursADay], new int[days * HoursADay], 0);
        using var rows = session.Rows(beforeReview ? SeriesSql.SumsBeforeReview : SeriesSql.SumsOf, device, factor, RollupSpan.Hour, startUtc, startUtc.AddDays(days));
        while (rows.Next())
        {
            var hour = (int)((rows.InstantUtc(0) - startUtc).Ticks / TimeSpan.TicksPerHour);
            var (sum, count) = (rows.Number(1), rows.Count(2));
            if (rows.Flag(3) && count > 0 && sum >= 0)
            {
                (sums[hour], counts[hour]) = (sum, count);
            }
            else
            {
                notCounting++;
            }
        }

        return new(first, sums, counts, notCounting);
    }

    /// <summary>Returns these hours with some of them as others have them.</summary>
    /// <param name="fromUtc">The start of the first of them.</param>
    /// <param name="hours">How many.</param>
    /// <param name="others">The same days; null where these hours shall not count.</param>
    public HourMeans With(DateTime fromUtc, int hours, HourMeans? others)
    {
        var (sums, counts) = ((long[])Sums.Clone(), (int[])Counts.Clone());
        var first = (int)((fromUtc - ChinaTime.StartUtc(First)).Ticks / TimeSpan.TicksPerHour);
        for (var hour = Math.Max(0, first); hour < Math.Min(first + hours, sums.Length); hour++)
        {
            (sums[hour], counts[hour]) = (others?.Sums[hour] ?? 0, others?.Counts[hour] ?? 0);
        }

        return this with { Sums = sums, Counts = counts, NotCounting = NotCounting + Valid - counts.Count(count => count > 0) };
    }

    /// <summary>Returns these hours with some of them as they stood.</summary>
    internal HourMeans AsStood(IEnumerable<(DateTime StartUtc, LateSum? Sum)> hours)
    {
        var (sums, counts, startUtc) = ((long[])Sums.Clone(), (int[])Counts.Clone(), ChinaTime.StartUtc(First));
        foreach (var (at, stood) in hours)
        {
            var hour = (int)((at - startUtc).Ticks / TimeSpan.TicksPerHour);
            if (hour >= 0 && hour < sums.Length)
            {
                (sums[hour], counts[hour]) = stood is { IsValid: true, Count: > 0, Sum: >= 0 } counted ? (counted.Sum, counted.Count) : (0, 0);
            }
        }

        return this with { Sums = sums, Counts = counts };
    }
}
