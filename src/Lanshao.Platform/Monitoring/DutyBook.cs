using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>应报时次 of many devices, out of the stored sums of hours: each series is looked up by its key, so that years beside it cost nothing.</summary>
public static class DutyBook
{
    /// <summary>Counts the hours of a stretch for each device, by its number.</summary>
    /// <param name="series">On the part of the series.</param>
    /// <param name="devices">The devices.</param>
    /// <param name="leaves">What was reported of their absence.</param>
    /// <param name="isOpen">Whether a whole hour lies in the opening times of a kind.</param>
    /// <param name="fromUtc">The first hour.</param>
    /// <param name="toUtc">Its end, exclusive.</param>
    public static Dictionary<int, DutyHours> Read(BulkSession series, IEnumerable<Device> devices, LeaveBook leaves, Func<DeviceKind, DateTime, bool> isOpen, DateTime fromUtc, DateTime toUtc)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(devices);
        ArgumentNullException.ThrowIfNull(isOpen);
        ArgumentNullException.ThrowIfNull(leaves);
        var (duties, hours) = (new Dictionary<int, DutyHours>(), new Dictionary<DateTime, (int Present, int Valid)>());
        var daily = new Dictionary<DeviceKind, DailyHours?>();
        foreach (var device in devices)
        {
            if (!daily.TryGetValue(device.Kind, out var open))
            {
                daily.Add(device.Kind, open = DailyHours.Of(hour => isOpen(device.Kind, hour), fromUtc, toUtc));
            }

            // Nearly all devices were there all the time and said nothing of being away: the store counts their hours itself.
            if (open is not null && leaves.HasNone(device.Mn) && device.IsThere(fromUtc, toUtc))
            {
                duties[device.Number] = Counted(series, device.Number, open, fromUtc, toUtc);
                continue;
            }

            hours.Clear();
            var factors = FactorsOf(series, device.Number).Count(factor => Add(series, device.Number, factor, fromUtc, toUtc, hours));

            duties[device.Number] = DutyHours.Count(device, hours, factors, leaves, hour => isOpen(device.Kind, hour), fromUtc, toUtc);
        }

        return duties;
    }

    /// <summary>Returns the factors of which a device has sums, in order.</summary>
    public static IEnumerable<string> FactorsOf(BulkSession series, int device)
    {
        ArgumentNullException.ThrowIfNull(series);
        for (var factor = NextFactor(series, device, string.Empty); factor is not null; factor = NextFactor(series, device, factor))
        {
            yield return factor;
        }
    }

    private static DutyHours Counted(BulkSession series, int device, DailyHours open, DateTime fromUtc, DateTime toUtc)
    {
        var (factors, present, valid) = (0, 0, 0);
        foreach (var factor in FactorsOf(series, device))
        {
            var (all, good) = Counted(series, device, factor, open.Bits, fromUtc, toUtc);

            // What came outside the opening times only is reported by the device all the same.
            factors += all > 0 || (open.Shut > 0 && Counted(series, device, factor, DailyHours.AllDay, fromUtc, toUtc).Present > 0) ? 1 : 0;
            (present, valid) = (present + all, valid + good);
        }

        return new(open.Count * Math.Max(1, factors), present, valid, 0, open.Shut);
    }

    private static (int Present, int Valid) Counted(BulkSession series, int device, string factor, long hours, DateTime fromUtc, DateTime toUtc)
    {
        using var rows = series.Rows(series.Kind == StoreKind.Sqlite ? SqliteSql.CountHours : PostgresSql.CountHours, device, factor, RollupSpan.Hour, fromUtc, toUtc, hours);
        return rows.Next() && rows.Count(0) is > 0 and var present ? (present, rows.Count(1)) : (0, 0);
    }

    private static string? NextFactor(BulkSession series, int device, string after)
    {
        using var rows = series.Rows(SeriesSql.NextFactor, device, after);
        return rows.Next() ? rows.Text(0) : null;
    }

    private static bool Add(BulkSession series, int device, string factor, DateTime fromUtc, DateTime toUtc, Dictionary<DateTime, (int Present, int Valid)> hours)
    {
        using var rows = series.Rows(SeriesSql.SumsOf, device, factor, RollupSpan.Hour, fromUtc, toUtc);
        var any = false;
        while (rows.Next())
        {
            var (hour, valid) = (rows.InstantUtc(0), rows.Flag(3) ? 1 : 0);
            var before = hours.GetValueOrDefault(hour);
            hours[hour] = (before.Present + 1, before.Valid + valid);
            any = true;
        }

        return any;
    }

    /// <summary>The hours of a day in which a kind is at work, the same on all days of a stretch.</summary>
    /// <param name="Bits">A bit for each hour of the day in universal time.</param>
    /// <param name="Count">How many hours of the stretch are among them.</param>
    /// <param name="Shut">How many are not.</param>
    private sealed record DailyHours(long Bits, int Count, int Shut)
    {
        public const long AllDay = 0xFFFFFF;

        /// <summary>Returns the hours; null where days differ.</summary>
        public static DailyHours? Of(Func<DateTime, bool> isOpen, DateTime fromUtc, DateTime toUtc)
        {
            var (open, shut, count, all) = (0L, 0L, 0, 0);
            for (var hour = fromUtc; hour < toUtc; hour = hour.AddHours(1), all++)
            {
                var isOne = isOpen(hour);
                (open, shut, count) = isOne ? (open | (1L << hour.Hour), shut, count + 1) : (open, shut | (1L << hour.Hour), count);
            }

            return (open & shut) != 0 ? null : new(shut == 0 ? AllDay : open, count, all - count);
        }
    }
}
