using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;
using Lanshao.Standards.Noise;

namespace Lanshao.Platform.Monitoring.Noise;

/// <summary>The hourly equivalent levels of one device as they are stored: the hour that was reported or imported, else the mean energy of its minutes or moments.</summary>
internal static class NoiseHours
{
    private const decimal Millionths = 1_000_000m;

    /// <summary>Reads a stretch of civil days; null where an hour is missing or does not count.</summary>
    public static decimal?[] Read(BulkSession session, int device, DateOnly first, int days)
    {
        var startUtc = ChinaTime.StartUtc(first);
        var (hours, shorter) = (new decimal?[days * ReadingDay.HoursADay], new List<(int Hour, string Source)>());
        using (var rows = session.Rows(SeriesSql.SumsOf, device, HourItems.Leq, RollupSpan.Hour, startUtc, startUtc.AddDays(days)))
        {
            while (rows.Next())
            {
                var hour = (int)((rows.InstantUtc(0) - startUtc).Ticks / TimeSpan.TicksPerHour);
                if (!rows.Flag(3) || rows.Count(2) == 0)
                {
                    continue;
                }

                if (rows.Text(4) is { } source && source != nameof(ReadingSpan.Hour))
                {
                    shorter.Add((hour, source));
                }
                else
                {
                    hours[hour] = rows.Number(1) / (Millionths * rows.Count(2));
                }
            }
        }

        shorter.ForEach(one => hours[one.Hour] = EnergyOf(session, device, startUtc.AddHours(one.Hour), one.Source));
        return hours;
    }

    // A sum of levels says nothing; minutes that have expired leave the hour missing.
    private static decimal? EnergyOf(BulkSession session, int device, DateTime hourUtc, string source)
    {
        var levels = new List<decimal?>();
        using var rows = session.Rows(SeriesSql.ReadingsOfHour, device, HourItems.Leq, hourUtc, hourUtc.AddHours(1));
        while (rows.Next())
        {
            if (rows.Text(0) == source && rows.Flag(2))
            {
                levels.Add(rows.Number(1) / Millionths);
            }
        }

        return AmbientNoise.EnergyMean(levels);
    }
}
