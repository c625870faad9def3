using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;
using Lanshao.Standards;

namespace Lanshao.Platform.Monitoring.Checks;

/// <summary>The hour means of one factor of one device over whole civil days, valid or reviewed as invalid: what the checks look at.</summary>
/// <param name="FirstUtc">The start of the first hour.</param>
/// <param name="Means">The means in millionths; null where no valid value came.</param>
/// <param name="IsThere">Whether anything came in the hour, valid or not.</param>
public sealed record HourLine(DateTime FirstUtc, long?[] Means, bool[] IsThere)
{
    /// <summary>Reads the hours of some civil days; null where the device never reported the factor.</summary>
    internal static HourLine? Read(BulkSession session, int device, string factor, DateOnly first, int days)
    {
        if (session.Instant(SeriesSql.FirstStart, device, factor, RollupSpan.Hour) is not { } begins)
        {
            return null;
        }

        var startUtc = ChinaTime.StartUtc(first);
        var line = new HourLine(startUtc, new long?[days * ReadingDay.HoursADay], new bool[days * ReadingDay.HoursADay]);

        // Before its first hour nothing is missing.
        Array.Fill(line.IsThere, true, 0, line.IndexOf(begins));
        using var rows = session.Rows(SeriesSql.SumsOf, device, factor, RollupSpan.Hour, startUtc, startUtc.AddDays(days));
        while (rows.Next())
        {
            var hour = line.IndexOf(rows.InstantUtc(0));
            line.IsThere[hour] = true;
            line.Means[hour] = rows.Count(2) == 0 ? null : (long)Rounding.HalfEven(rows.Number(1) / (decimal)rows.Count(2), 0);
        }

        return line;
    }

    /// <summary>Returns the place of an hour, held within the line.</summary>
    internal int IndexOf(DateTime startUtc) => (int)Math.Clamp((startUtc - FirstUtc).Ticks / TimeSpan.TicksPerHour, 0, Means.Length);
}
