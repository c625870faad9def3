using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring.Late;

/// <summary>The hours of one factor that an import changed, and the days and months above them, before and after: from the import's own rows, over what else is stored.</summary>
internal sealed class ImportedSums(BulkSession session, Device device, string factor, DateTime atUtc)
{
    private const int HoursADay = 24;

    /// <summary>Returns what changed, hours, then days, then months.</summary>
    /// <param name="days">The days with the 24 hours as they were and as they became; null for a day without a value.</param>
    public IEnumerable<LateChange> Changes(IReadOnlyList<(DateOnly Day, decimal?[]? Before, decimal?[]? After)> days)
    {
        var (hours, sums) = (new List<LateChange>(), new List<LateChange>());
        foreach (var (day, before, after) in days.Where(day => !(day.Before ?? []).SequenceEqual(day.After ?? [])))
        {
            var startUtc = ChinaTime.StartUtc(day);
            var now = LateFigures.Hours(session, device.Number, factor, startUtc);
            var (was, became) = ((LateSum?[])now.Clone(), (LateSum?[])now.Clone());
            for (var hour = 0; hour < HoursADay; hour++)
            {
                var (old, said, hourUtc) = (before?[hour], after?[hour], startUtc.AddHours(hour));
                if (old == said)
                {
                    continue;
                }

                (was[hour], became[hour]) = (SumOf(old, hourUtc), SumOf(said, hourUtc));
                hours.Add(new(factor, RollupSpan.Hour, hourUtc, was[hour], became[hour], atUtc >= hourUtc.AddHours(1)));
            }

            sums.Add(new(factor, RollupSpan.Day, startUtc, Above(was, RollupSpan.Day, day), Above(became, RollupSpan.Day, day), atUtc >= startUtc.AddDays(1)));
        }

        return [.. hours.Where(hour => hour.WasOver && hour.Before != hour.After), .. sums.Where(day => day.Before != day.After), .. Months(sums)];
    }

    private IEnumerable<LateChange> Months(List<LateChange> days) =>
        from month in days.GroupBy(day => MonthOf(day.StartUtc))
        let stored = DaysOf(month.Key)
        let before = Above(stored.Select(day => month.FirstOrDefault(change => change.StartUtc == day.StartUtc) is { } changed ? changed.Before : day.Sum), RollupSpan.Month, month.Key)
        let after = Above(stored.Select(day => month.FirstOrDefault(change => change.StartUtc == day.StartUtc) is { } changed ? changed.After : day.Sum), RollupSpan.Month, month.Key)
        where before != after
        select new LateChange(factor, RollupSpan.Month, ChinaTime.StartUtc(month.Key), before, after, atUtc >= ChinaTime.StartUtc(month.Key.AddMonths(1)));

    private static DateOnly MonthOf(DateTime startUtc) => ChinaTime.DayOf(startUtc) is var day ? new(day.Year, day.Month, 1) : default;

    private List<(DateTime StartUtc, LateSum? Sum)> DaysOf(DateOnly month)
    {
        var stored = new Dictionary<DateTime, LateSum>();
        using (var rows = session.Rows(SeriesSql.SumsOf, device.Number, factor, RollupSpan.Day, ChinaTime.StartUtc(month), ChinaTime.StartUtc(month.AddMonths(1))))
        {
            while (rows.Next())
            {
                stored[rows.InstantUtc(0)] = LateSum.Of(rows);
            }
        }

        return [.. Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(day => ChinaTime.StartUtc(month.AddDays(day))).Select(startUtc => (startUtc, stored.TryGetValue(startUtc, out var sum) ? sum : (LateSum?)null))];
    }

    // As RollupSums has it: the means below, those that count.
    private static LateSum? Above(IEnumerable<LateSum?> parts, RollupSpan span, DateOnly start)
    {
        var present = parts.OfType<LateSum>().ToList();
        List<long> means = [.. present.Where(sum => sum.IsValid).Select(sum => RollupSums.MeanOf(sum.Sum, sum.Count))];
        return present.Count == 0 ? null : new(means.Sum(), means.Count, Coverage.IsValid(span, start, means.Count));
    }

    private LateSum? SumOf(decimal? imported, DateTime hourUtc)
    {
        var counts = session.Number(SeriesSql.CountInvalidHours, device.Number, factor, hourUtc, hourUtc.AddHours(1)) == 0;
        return imported is { } value ? new(HourWriter.Stored(value), 1, counts) : Shorter(hourUtc) is { } shorter ? shorter with { IsValid = shorter.IsValid && counts } : null;
    }

    // Without the imported hour the device's own minutes or moments say what it is.
    private LateSum? Shorter(DateTime hourUtc)
    {
        var values = new List<(ReadingSpan Span, long? Valid)>();
        using (var rows = session.Rows(SeriesSql.ReadingsOfHour, device.Number, hourUtc, hourUtc.AddHours(1)))
        {
            while (rows.Next())
            {
                if (rows.Text(0) == factor && Enum.Parse<ReadingSpan>(rows.Text(1)!) is var span && span != ReadingSpan.Hour)
                {
                    values.Add((span, rows.Flag(3) ? rows.Number(2) : null));
                }
            }
        }

        if (values.Count == 0)
        {
            return null;
        }

        var source = values.Max(value => value.Span);
        List<long> valid = [.. values.Where(value => value.Span == source).Select(value => value.Valid).OfType<long>()];
        return new(valid.Sum(), valid.Count, Coverage.IsHourValid(valid.Count, Coverage.ExpectedInHour(source, device.RealtimeSeconds, device.MinuteMinutes)));
    }
}
