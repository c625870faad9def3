using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;
using Lanshao.Standards;

namespace Lanshao.Platform.Monitoring;

/// <summary>Sums hours to a day and days to a month, in the caller's transaction.</summary>
internal static class RollupSums
{
    /// <summary>Sums a day of its hours or a month of its days; strikes the sum where nothing is left below.</summary>
    public static void PutOf(BulkSession session, int device, string factor, RollupSpan span, DateOnly start)
    {
        var (below, end) = span == RollupSpan.Day ? (RollupSpan.Hour, start.AddDays(1)) : (RollupSpan.Day, start.AddMonths(1));
        var parts = new Parts();
        using (var rows = session.Rows(SeriesSql.SumsOf, device, factor, below, ChinaTime.StartUtc(start), ChinaTime.StartUtc(end)))
        {
            while (rows.Next())
            {
                parts.Add(rows);
            }
        }

        Put(session, device, factor, span, start, parts);
    }

    /// <summary>Sums some days of their hours, which are read at once.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="device">The device's short number.</param>
    /// <param name="factor">The factor's code.</param>
    /// <param name="days">In order, at least one.</param>
    public static void PutDays(BulkSession session, int device, string factor, IReadOnlyList<DateOnly> days)
    {
        var (first, startUtc) = (days[0], ChinaTime.StartUtc(days[0]));
        Parts[] parts = [.. Enumerable.Range(0, days[^1].DayNumber - first.DayNumber + 1).Select(_ => new Parts())];
        using (var rows = session.Rows(SeriesSql.SumsOf, device, factor, RollupSpan.Hour, startUtc, startUtc.AddDays(parts.Length)))
        {
            while (rows.Next())
            {
                parts[(rows.InstantUtc(0) - startUtc).Days].Add(rows);
            }
        }

        foreach (var day in days)
        {
            Put(session, device, factor, RollupSpan.Day, day, parts[day.DayNumber - first.DayNumber]);
        }
    }

    /// <summary>Returns the mean of a sum as it goes into the one above it.</summary>
    public static long MeanOf(long sum, int count) => count == 1 ? sum : (long)Rounding.HalfEven(sum / (decimal)count, 0);

    public static void Put(BulkSession session, int device, string factor, RollupSpan span, DateTime startUtc, Sums sums) => session.Execute(
        SeriesSql.PutRollup,
        device, factor, span, startUtc, sums.Source, sums.Values.Sum(), sums.Values.Count,
        sums.Values.Count == 0 ? default(long?) : sums.Values.Min(), sums.Values.Count == 0 ? default(long?) : sums.Values.Max(), sums.Present, sums.Expected, sums.IsValid, sums.Hours);

    private static void Put(BulkSession session, int device, string factor, RollupSpan span, DateOnly start, Parts parts)
    {
        if (parts.Source is not { } source)
        {
            _ = session.Execute(SeriesSql.DeleteRollup, device, factor, span, ChinaTime.StartUtc(start));
            return;
        }

        Put(session, device, factor, span, ChinaTime.StartUtc(start), new(source, parts.Means, parts.Present, Coverage.ExpectedIn(span, start), Coverage.IsValid(span, start, parts.Means.Count)) { Hours = span == RollupSpan.Day ? parts.Hours.Bits : null });
    }

    /// <summary>The rows below a sum, as they come.</summary>
    private sealed class Parts
    {
        public int Present { get; private set; }

        public string? Source { get; private set; }

        public List<long> Means { get; } = [];

        public DayHours Hours { get; private set; }

        public void Add(SeriesRows rows)
        {
            Present++;
            Hours = Hours.With(rows.InstantUtc(0), rows.Flag(3));
            Source ??= rows.Text(4);
            if (rows.Flag(3))
            {
                var (sum, count) = (rows.Number(1), rows.Count(2));
                Means.Add(MeanOf(sum, count));
            }
        }
    }

    /// <summary>What a sum is made of; the source is the name of a <see cref="ReadingSpan"/>.</summary>
    internal readonly record struct Sums(string Source, IReadOnlyList<long> Values, int Present, int Expected, bool IsValid)
    {
        /// <summary>Gets the hours of a day; null for an hour or a month.</summary>
        public long? Hours { get; init; }
    }
}
