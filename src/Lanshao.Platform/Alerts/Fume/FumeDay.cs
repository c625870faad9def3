using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts.Fume;

/// <summary>油烟在线: what the rules found at the restaurants of the register on one civil day. A restaurant is its 所属单位, or the device where none is registered.</summary>
/// <param name="On">The day.</param>
/// <param name="Kitchens">The restaurants, in the order of the register.</param>
public sealed record FumeDay(DateOnly On, IReadOnlyList<FumeKitchen> Kitchens)
{
    /// <summary>How many days without the purifier are told by name.</summary>
    public const int LongOff = 3;

    private const int DaysBack = 30;
    private const int StepMinutes = 30;

    /// <summary>Reads a day.</summary>
    public static async Task<FumeDay> ReadAsync(LanshaoContext db, AlertRules rules, DateOnly on, CancellationToken ct)
    {
        var (fromUtc, toUtc) = (ChinaTime.StartUtc(on), ChinaTime.StartUtc(on.AddDays(1)));
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null && device.Kind == DeviceKind.Fume && device.Tier != StationTier.Simulated).OrderBy(device => device.Number).ToListAsync(ct);
        var open = devices.FindAll(device => device.IsOpenOn(on) && (device.OpenedOn is not { } opened || opened <= on));
        var leaves = await LeaveBook.ReadAsync(db, fromUtc, toUtc, ct);
        var found = await FoundAsync(db, rules, on, ct);
        var handed = await HandedAsync(db, found, ct);
        var times = OpenTimes(rules.HoursOf(DeviceKind.Fume), on);
        return new(on, [.. open.GroupBy(device => (device.Subdistrict, Name: device.Owner.Length > 0 ? device.Owner : device.Name)).Select(same => Of(same.Key.Subdistrict, same.Key.Name, [.. same], leaves, times, found, handed, on))]);
    }

    private static FumeKitchen Of(string? area, string name, List<Device> devices, LeaveBook leaves, List<DateTime> times, ILookup<int, Found> found, HashSet<Guid> handed, DateOnly on)
    {
        var (own, opens) = (devices.SelectMany(device => found[device.Number]).ToList(), times[0] - ChinaTime.StartUtc(on));
        var today = own.FindAll(one => one.Touches(on, opens));
        var off = today.FindAll(one => one.Kind == RuleKind.PurifierOff);
        var days = Enumerable.Range(0, DaysBack).TakeWhile(back => own.Exists(one => one.Kind == RuleKind.PurifierOff && one.Touches(on.AddDays(-back), opens))).Count();
        return new(
            area, name, devices.ConvertAll(device => device.Mn), Away(devices, leaves, times), days,
            today.Exists(one => one.Kind is not (RuleKind.PurifierOff or RuleKind.Silent)), today.Exists(one => one.Kind == RuleKind.Silent), off.Exists(one => handed.Contains(one.Alert)));
    }

    // Away is who was reported away through all of the opening hours; a restaurant with several devices, where all of them were.
    private static LeaveKind? Away(List<Device> devices, LeaveBook leaves, List<DateTime> times) =>
        devices.TrueForAll(device => times.All(time => leaves.IsAway(device.Mn, time))) ? leaves.Find(devices[0].Mn, times[0])!.Kind : null;

    private static List<DateTime> OpenTimes(HoursOfDay opening, DateOnly on) =>
        [.. Enumerable.Range(0, 24 * 60 / StepMinutes).Select(step => ChinaTime.StartUtc(on).AddMinutes(step * StepMinutes)).Where(time => opening.Holds(ChinaTime.CivilOf(time)))];

    private static async Task<ILookup<int, Found>> FoundAsync(LanshaoContext db, AlertRules rules, DateOnly on, CancellationToken ct)
    {
        var kinds = rules.All.Where(rule => rule.Devices.Contains(DeviceKind.Fume)).ToDictionary(rule => rule.Code, rule => rule.Kind);
        var (codes, fromUtc, toUtc) = (kinds.Keys.ToList(), ChinaTime.StartUtc(on.AddDays(1 - DaysBack)), ChinaTime.StartUtc(on.AddDays(1)));
        var conditions = await db.Set<AlertCondition>().AsNoTracking()
            .Where(condition => codes.Contains(condition.RuleCode) && condition.WithdrawnUtc == null && condition.StartUtc < toUtc && condition.LastUtc > fromUtc)
            .Select(condition => new { condition.DeviceNumber, condition.RuleCode, condition.AlertId, condition.StartUtc, condition.LastUtc }).ToListAsync(ct);
        return conditions.ToLookup(one => one.DeviceNumber, one => new Found(kinds[one.RuleCode], one.AlertId, one.StartUtc, one.LastUtc));
    }

    private static async Task<HashSet<Guid>> HandedAsync(LanshaoContext db, ILookup<int, Found> found, CancellationToken ct)
    {
        var handed = new HashSet<Guid>();
        foreach (var some in found.SelectMany(one => one).Where(one => one.Kind == RuleKind.PurifierOff).Select(one => one.Alert).Distinct().Chunk(200))
        {
            handed.UnionWith(await db.Set<Alert>().AsNoTracking().Where(alert => some.Contains(alert.Id) && alert.Outcome == AlertOutcome.HandedOver).Select(alert => alert.Id).ToListAsync(ct));
        }

        return handed;
    }

    private sealed record Found(RuleKind Kind, Guid Alert, DateTime StartUtc, DateTime LastUtc)
    {
        // What was seen last before the opening hours of a day is of the day before.
        public bool Touches(DateOnly on, TimeSpan opens) => StartUtc < ChinaTime.StartUtc(on.AddDays(1)) && LastUtc > ChinaTime.StartUtc(on) + opens;
    }
}

/// <summary>A restaurant on one day.</summary>
/// <param name="Subdistrict">The code of its 街道; null where it is in none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Mns">Its devices.</param>
/// <param name="Away">Why it was reported away through all of the opening hours; null where it was not.</param>
/// <param name="DaysOff">On how many days in a row up to this one its purifier was found standing.</param>
/// <param name="IsOver">Whether the fume was found too high.</param>
/// <param name="IsSilent">Whether a device was found silent.</param>
/// <param name="IsHandedOver">Whether an alert of its purifier was handed over to be looked after on the spot.</param>
public sealed record FumeKitchen(string? Subdistrict, string Name, IReadOnlyList<string> Mns, LeaveKind? Away, int DaysOff, bool IsOver, bool IsSilent, bool IsHandedOver)
{
    /// <summary>Gets whether its purifier should have run.</summary>
    public bool IsDue => Away is null;

    public bool IsOff => DaysOff > 0;

    public bool IsLongOff => DaysOff >= FumeDay.LongOff;
}
