using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>应报时次 of many devices, out of the stored sums of days, each of which knows its hours: a series is looked up by its key, so that years beside it cost nothing, and a month of it is thirty rows.</summary>
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
        var stretch = new Stretch(series, DayHours.Where(fromUtc, toUtc, _ => true), ChinaTime.DayOf(fromUtc));
        var (duties, open) = (new Dictionary<int, DutyHours>(), new Dictionary<DeviceKind, int[]>());
        foreach (var device in devices)
        {
            if (!open.TryGetValue(device.Kind, out var hours))
            {
                open.Add(device.Kind, hours = DayHours.Where(fromUtc, toUtc, hour => isOpen(device.Kind, hour)));
            }

            duties[device.Number] = stretch.Count(device.Number, DutyDays.Of(device, leaves, hours, stretch.Whole, stretch.First));
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

    private static string? NextFactor(BulkSession series, int device, string after)
    {
        using var rows = series.Rows(SeriesSql.NextFactor, device, after);
        return rows.Next() ? rows.Text(0) : null;
    }

    /// <summary>The days that are looked at.</summary>
    private sealed record Stretch(BulkSession Series, int[] Whole, DateOnly First)
    {
        private readonly DateTime _fromUtc = ChinaTime.StartUtc(First);

        public DutyHours Count(int device, DutyDays due)
        {
            var (factors, present, valid) = (0, 0, 0);
            foreach (var factor in FactorsOf(Series, device))
            {
                var (isReported, all, good) = Count(device, factor, due);
                (factors, present, valid) = (factors + (isReported ? 1 : 0), present + all, valid + good);
            }

            return due.Expected(factors) with { Present = present, Valid = valid };
        }

        // What came while nothing was due is reported by the device all the same.
        private (bool IsReported, int Present, int Valid) Count(int device, string factor, DutyDays due)
        {
            var (isReported, present, valid) = (false, 0, 0);
            using var rows = Series.Rows(SeriesSql.HoursOfDays, device, factor, _fromUtc, _fromUtc.AddDays(Whole.Length));
            while (rows.Next())
            {
                var (place, hours) = ((int)((rows.InstantUtc(0) - _fromUtc).Ticks / TimeSpan.TicksPerDay), DayHours.Of(rows.Number(1)));
                var (all, good) = due.Count(place, hours);
                (isReported, present, valid) = (isReported || (hours.Present & Whole[place]) != 0, present + all, valid + good);
            }

            return (isReported, present, valid);
        }
    }
}
