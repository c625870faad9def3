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
        var (duties, hours) = (new Dictionary<int, DutyHours>(), new Dictionary<DateTime, (int Present, int Valid)>());
        foreach (var device in devices)
        {
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
}
