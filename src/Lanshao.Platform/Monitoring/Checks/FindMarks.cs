using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Checks;

/// <summary>A mark with the device that it is about.</summary>
public sealed record DeviceMark(Device Device, HourCheckRule Rule, HourMark Mark);

/// <summary>Runs the automatic checks over stored hours. Nothing is stored: marks are what the hours and the pack say now, so that late and corrected data need no second look.</summary>
public static class FindMarks
{
    // A flat line and a jump need what came before; more than the longest flat line that a pack can ask for.
    private const int DaysBefore = 2;

    /// <summary>What is asked for.</summary>
    /// <param name="From">First civil day.</param>
    /// <param name="To">Last civil day.</param>
    /// <param name="Mn">设备编号 of one device; null for all stations of air that may stand for the district.</param>
    public sealed record Asked(DateOnly From, DateOnly To, string? Mn = null);

    /// <summary>Finds the marks, by device and time.</summary>
    public static async Task<Outcome<IReadOnlyList<DeviceMark>>> RunAsync(LanshaoContext db, MonitoringStores stores, Asked asked, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var checks = pack.Value.Read(HourChecks.Part);
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null).OrderBy(device => device.Number).ToListAsync(ct);
        var wanted = devices.FindAll(device => asked.Mn is null ? device.Kind == DeviceKind.Air && IsOfficial(device) : device.Mn == asked.Mn);
        var (first, last) = (asked.From.AddDays(-DaysBefore), asked.To);
        var leaves = await LeaveBook.ReadAsync(db, ChinaTime.StartUtc(first), ChinaTime.StartUtc(last.AddDays(1)), ct);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var search = new Search(session, first, last.DayNumber - first.DayNumber + 1, Rollups.HourOf(ChinaTime.NowUtc(clock)), leaves);
        var marks = new List<DeviceMark>();
        foreach (var (kind, some) in wanted.GroupBy(device => device.Kind).Select(group => (group.Key, group.ToList())))
        {
            foreach (var rule in checks.For(kind))
            {
                ct.ThrowIfCancellationRequested();
                marks.AddRange(search.Find(rule, some, [.. devices.Where(device => device.Kind == kind && IsOfficial(device))]));
            }
        }

        return marks.OrderBy(mark => mark.Device.Tier).ThenBy(mark => mark.Device.Number).ThenBy(mark => mark.Mark.StartUtc).ToList();
    }

    private static bool IsOfficial(Device device) => device.Tier <= StationTier.District;

    /// <summary>One look at the store.</summary>
    private sealed class Search(BulkSession session, DateOnly first, int days, DateTime nowUtc, LeaveBook leaves)
    {
        public IEnumerable<DeviceMark> Find(HourCheckRule rule, List<Device> wanted, List<Device> beside)
        {
            var asked = wanted.Concat(rule.BesideBy is null ? [] : beside).DistinctBy(device => device.Number);
            var lines = asked.Select(device => (Device: device, Line: HourLine.Read(session, device.Number, rule.Factor, first, days))).Where(one => one.Line is not null).ToDictionary(one => one.Device.Number, one => one.Line!);
            foreach (var device in wanted.Where(device => lines.ContainsKey(device.Number)))
            {
                var line = lines[device.Number];
                var others = beside.Where(other => other.Number != device.Number && lines.ContainsKey(other.Number)).Select(other => lines[other.Number].Means).ToList();
                var checker = new HourChecker(rule.For(device), line);
                foreach (var mark in checker.Find(DaysBefore * ReadingDay.HoursADay, KnownOf(device, line), hour => Median(others, hour, rule.BesideLeast), atUtc => leaves.IsAway(device.Mn, atUtc)))
                {
                    yield return new(device, rule, mark);
                }
            }
        }

        // Nothing is missing of a device that is gone, nor of an hour that is not over.
        private int KnownOf(Device device, HourLine line) =>
            line.IndexOf(device.ClosedOn is { } closed && ChinaTime.StartUtc(closed) < nowUtc ? ChinaTime.StartUtc(closed) : nowUtc);

        private static long? Median(List<long?[]> others, int hour, int least)
        {
            var values = others.Select(means => means[hour]).OfType<long>().Order().ToList();
            var half = values.Count / 2;
            return values.Count < Math.Max(1, least) ? null : values.Count % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
        }
    }
}
