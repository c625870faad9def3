using System.Security.Cryptography;
using Lanshao.Documents.Hourly;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>导入小时数据: hours of stations out of tables, beside what devices report. What is there already stays; a station that the register does not know enters it as 微站, whose figures count nowhere.</summary>
public static class ImportReadings
{
    private const int HoursADay = 24;
    private const int DaysTogether = 40;
    private const int RealtimeSeconds = 60;
    private const int MinuteMinutes = 10;
    private const int DecimalsStored = 6;
    private const decimal Millionths = 1_000_000m;

    // No frame says these values; a frame that comes later does.
    private const long NoFrame = 0;

    private static readonly (string Item, string Factor)[] Factors =
        [("PM2.5", "a34004"), ("PM10", "a34002"), ("SO2", "a21026"), ("NO2", "a21004"), ("CO", "a21005"), ("O3", "a05024")];

    /// <summary>What an import did.</summary>
    /// <param name="Added">Values that are new.</param>
    /// <param name="Unchanged">Values of hours that had one already, which stays.</param>
    /// <param name="Registered">Stations that entered the register.</param>
    public sealed record Counts(long Added, long Unchanged, IReadOnlyList<string> Registered);

    /// <summary>Imports tables; a preview writes nothing.</summary>
    public static async Task<Counts> RunAsync(MonitoringStores stores, IReadOnlyList<HourlyTable> tables, bool preview, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var stations = tables.SelectMany(table => table.Stations).Where(station => station.Days > 0).ToList();
        var (devices, registered) = await DevicesAsync(stores.Business, [.. stations.Select(station => station.Name).Distinct()], preview, actor, clock, ct);
        var (added, unchanged) = (0L, 0L);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        foreach (var station in stations)
        {
            for (var day = 0; day < station.Days; day += DaysTogether)
            {
                ct.ThrowIfCancellationRequested();
                var (news, known) = await StoreAsync(session, devices.GetValueOrDefault(station.Name), station, day, preview, clock, ct);
                (added, unchanged) = (added + news, unchanged + known);
            }
        }

        return new(added, unchanged, registered);
    }

    /// <summary>Some days of a station in a transaction of their own, so that devices need not wait.</summary>
    private static async Task<(long Added, long Unchanged)> StoreAsync(BulkSession session, int device, HourlyStation station, int fromDay, bool preview, TimeProvider clock, CancellationToken ct)
    {
        var (added, unchanged) = (0L, 0L);
        var (nowUtc, toDay) = (ChinaTime.NowUtc(clock), Math.Min(station.Days, fromDay + DaysTogether));
        await session.BeginAsync(ct);
        foreach (var (item, factor) in Factors)
        {
            var values = station[item];
            var isMicrograms = item == "CO" && station.IsCoInMicrograms;
            for (var hour = fromDay * HoursADay; values is not null && hour < toDay * HoursADay; hour++)
            {
                if (values[hour] is not { } value)
                {
                    continue;
                }

                var startUtc = ChinaTime.StartUtc(DateOnly.FromDayNumber(station.FirstDay + (hour / HoursADay))).AddHours(hour % HoursADay);
                var isNew = Insert(session, device, factor, startUtc, isMicrograms ? value / 1000m : value);
                added += isNew ? 1 : 0;
                unchanged += isNew ? 0 : 1;
                _ = isNew ? session.Execute(SeriesSql.InsertRollupDue, device, factor, startUtc, nowUtc) : 0;
            }
        }

        await (preview ? session.RollBackAsync() : session.CommitAsync(ct));
        return (added, unchanged);
    }

    private static bool Insert(BulkSession session, int device, string factor, DateTime startUtc, decimal value)
    {
        var isExact = value == Standards.Rounding.Cut(value, DecimalsStored);
        var text = isExact ? null : value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var doubts = isExact ? ReadingDoubts.None : ReadingDoubts.TooPrecise;
        return session.Execute(
            SeriesSql.InsertReading,
            device, factor, ReadingSpan.Hour, startUtc, (long)Standards.Rounding.HalfEven(value * Millionths, 0), null, null, null, text, string.Empty, true, (int)doubts, NoFrame) > 0;
    }

    /// <summary>Finds each station by its 设备编号 or its name, and registers those that nobody knows; a preview knows them as 0.</summary>
    private static async Task<(Dictionary<string, int> Devices, List<string> Registered)> DevicesAsync(
        Store business, IReadOnlyList<string> names, bool preview, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        await using var db = business.NewContext();
        var known = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null).Select(device => new { device.Mn, device.Name, device.Number }).ToListAsync(ct);
        var devices = new Dictionary<string, int>(StringComparer.Ordinal);
        var register = await DeviceRegister.OpenAsync(db, ct);
        var registered = new List<string>();
        foreach (var name in names)
        {
            var found = known.FirstOrDefault(device => device.Mn == name) ?? (known.Where(device => device.Name == name).ToList() is [var only] ? only : null);
            if (found is null)
            {
                registered.Add(name);
            }

            devices[name] = found?.Number ?? (preview ? 0 : register.Put(RowOf(name)).Number);
        }

        if (registered.Count > 0 && !preview)
        {
            _ = await db.SaveAsync(actor, clock, ct);
        }

        return (devices, registered);
    }

    // Nobody knows its password: no frame can take its place until the register says one.
    private static DeviceRow RowOf(string name)
    {
        var mn = name.Length <= Device.LongestMn ? name : name[..Device.LongestMn];
        return new(mn, name.Length <= Device.LongestName ? name : name[..Device.LongestName], DeviceKind.Air, StationTier.Micro, null, string.Empty,
            DevicePassword.Digest(mn, RandomNumberGenerator.GetBytes(32)), string.Empty, RealtimeSeconds, MinuteMinutes, null, null);
    }
}
