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
        var (present, source, means) = Below(session, device, factor, below, ChinaTime.StartUtc(start), ChinaTime.StartUtc(end));
        if (source is null)
        {
            _ = session.Execute(SeriesSql.DeleteRollup, device, factor, span, ChinaTime.StartUtc(start));
            return;
        }

        Put(session, device, factor, span, ChinaTime.StartUtc(start), new(source, means, present, Coverage.ExpectedIn(span, start), Coverage.IsValid(span, start, means.Count)));
    }

    public static void Put(BulkSession session, int device, string factor, RollupSpan span, DateTime startUtc, Sums sums) => session.Execute(
        SeriesSql.PutRollup,
        device, factor, span, startUtc, sums.Source, sums.Values.Sum(), sums.Values.Count,
        sums.Values.Count == 0 ? null : sums.Values.Min(), sums.Values.Count == 0 ? null : sums.Values.Max(), sums.Present, sums.Expected, sums.IsValid);

    private static (int Present, string? Source, List<long> Means) Below(BulkSession session, int device, string factor, RollupSpan below, DateTime fromUtc, DateTime toUtc)
    {
        var (present, source, means) = (0, (string?)null, new List<long>());
        using var rows = session.Rows(SeriesSql.SumsOf, device, factor, below, fromUtc, toUtc);
        while (rows.Next())
        {
            present++;
            source ??= rows.Text(4);
            if (rows.Flag(3))
            {
                means.Add((long)Rounding.HalfEven(rows.Number(1) / (decimal)rows.Count(2), 0));
            }
        }

        return (present, source, means);
    }

    /// <summary>What a sum is made of; the source is the name of a <see cref="ReadingSpan"/>.</summary>
    internal readonly record struct Sums(string Source, IReadOnlyList<long> Values, int Present, int Expected, bool IsValid);
}
