using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>The hours of one factor of one device as they are stored, where the plain mean of shorter values is not what an hour is.</summary>
internal static class SeriesHours
{
    private const decimal Millionths = 1_000_000m;

    /// <summary>Reads a stretch of civil days; null where an hour is missing or does not count.</summary>
    /// <param name="session">On the part of the series.</param>
    /// <param name="device">The device's short number.</param>
    /// <param name="factor">The factor's code.</param>
    /// <param name="first">The first civil day.</param>
    /// <param name="days">How many days.</param>
    /// <param name="ofShorter">Makes an hour of its minutes or moments; null where their plain mean does. What has expired leaves such an hour missing.</param>
    public static decimal?[] Read(BulkSession session, int device, string factor, DateOnly first, int days, Func<IReadOnlyCollection<decimal>, decimal?>? ofShorter = null)
    {
        var startUtc = ChinaTime.StartUtc(first);
        var (hours, shorter) = (new decimal?[days * ReadingDay.HoursADay], new List<(int Hour, string Source)>());
        using (var rows = session.Rows(SeriesSql.SumsOf, device, factor, RollupSpan.Hour, startUtc, startUtc.AddDays(days)))
        {
            while (rows.Next())
            {
                var hour = (int)((rows.InstantUtc(0) - startUtc).Ticks / TimeSpan.TicksPerHour);
                if (!rows.Flag(3) || rows.Count(2) == 0)
                {
                    continue;
                }

                if (ofShorter is not null && rows.Text(4) is { } source && source != nameof(ReadingSpan.Hour))
                {
                    shorter.Add((hour, source));
                }
                else
                {
                    hours[hour] = rows.Number(1) / (Millionths * rows.Count(2));
                }
            }
        }

        shorter.ForEach(one => hours[one.Hour] = Values(session, device, factor, startUtc.AddHours(one.Hour), one.Source) is { Count: > 0 } values ? ofShorter!(values) : null);
        return hours;
    }

    private static List<decimal> Values(BulkSession session, int device, string factor, DateTime hourUtc, string source)
    {
        var values = new List<decimal>();
        using var rows = session.Rows(SeriesSql.ReadingsOfHour, device, hourUtc, hourUtc.AddHours(1));
        while (rows.Next())
        {
            if (rows.Text(0) == factor && rows.Text(1) == source && rows.Flag(3))
            {
                values.Add(rows.Number(2) / Millionths);
            }
        }

        return values;
    }
}
