using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring.Late;

/// <summary>Keeps what stands of days with late data before they are summed anew: a row for a factor and a day and one for its month, whatever the number of frames.</summary>
internal static class LateFigures
{
    private const int HoursADay = 24;

    /// <summary>Keeps what stands of those of the hours that lie on late days and is not kept yet; in a transaction before that of the sums.</summary>
    public static async Task KeepAsync(BulkSession session, IEnumerable<(int Device, string Factor, DateTime HourUtc)> hours, DateTime nowUtc, CancellationToken ct)
    {
        if (session.Number(LateSql.HasAny) == 0)
        {
            return;
        }

        List<(int Device, string Factor, DateOnly Day)> late = [];
        foreach (var device in hours.Select(hour => (hour.Device, hour.Factor, Day: ChinaTime.DayOf(hour.HourUtc))).Distinct().GroupBy(hour => hour.Device))
        {
            var days = LateDays(session, device.Key, ChinaTime.StartUtc(device.Min(hour => hour.Day)), ChinaTime.StartUtc(device.Max(hour => hour.Day)).AddDays(1));
            late.AddRange(days.Count == 0 ? [] : device.Where(hour => days.Contains(ChinaTime.StartUtc(hour.Day))));
        }

        if (late.Count == 0)
        {
            return;
        }

        await session.BeginAsync(ct);
        late.ForEach(day => Keep(session, day.Device, day.Factor, day.Day, nowUtc));
        await session.CommitAsync(ct);
    }

    private static HashSet<DateTime> LateDays(BulkSession session, int device, DateTime fromUtc, DateTime toUtc)
    {
        var days = new HashSet<DateTime>();
        using var rows = session.Rows(LateSql.DaysOf, device, fromUtc, toUtc);
        while (rows.Next())
        {
            _ = days.Add(rows.InstantUtc(0));
        }

        return days;
    }

    private static void Keep(BulkSession session, int device, string factor, DateOnly day, DateTime nowUtc)
    {
        var startUtc = ChinaTime.StartUtc(day);
        if (session.Number(LateSql.HasFigure, device, factor, RollupSpan.Day, startUtc) > 0)
        {
            return;
        }

        var (monthUtc, hours) = (ChinaTime.StartUtc(new(day.Year, day.Month, 1)), Hours(session, device, factor, startUtc));
        _ = session.Execute(LateSql.KeepFigure, device, factor, RollupSpan.Day, startUtc, LateSum.TextOf(SumAt(session, device, factor, RollupSpan.Day, startUtc)), string.Join(',', hours.Select(LateSum.TextOf)), nowUtc);
        _ = session.Execute(LateSql.KeepFigure, device, factor, RollupSpan.Month, monthUtc, LateSum.TextOf(SumAt(session, device, factor, RollupSpan.Month, monthUtc)), string.Empty, nowUtc);
    }

    /// <summary>Returns the sums of the hours of a day as they stand.</summary>
    internal static LateSum?[] Hours(BulkSession session, int device, string factor, DateTime startUtc)
    {
        var hours = new LateSum?[HoursADay];
        using var rows = session.Rows(SeriesSql.SumsOf, device, factor, RollupSpan.Hour, startUtc, startUtc.AddHours(HoursADay));
        while (rows.Next())
        {
            hours[(int)((rows.InstantUtc(0) - startUtc).Ticks / TimeSpan.TicksPerHour)] = LateSum.Of(rows);
        }

        return hours;
    }

    /// <summary>Returns one sum as it stands; null for none.</summary>
    internal static LateSum? SumAt(BulkSession session, int device, string factor, RollupSpan span, DateTime startUtc)
    {
        using var rows = session.Rows(SeriesSql.SumsOf, device, factor, span, startUtc, startUtc.AddMilliseconds(1));
        return rows.Next() ? LateSum.Of(rows) : null;
    }
}
