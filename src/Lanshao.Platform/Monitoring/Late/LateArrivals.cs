using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Late;

/// <summary>A sum that late data touched: as it was, and as it stands.</summary>
/// <param name="Factor">The factor's code.</param>
/// <param name="Span">Hour, day or month.</param>
/// <param name="StartUtc">Its beginning.</param>
/// <param name="Before">Null where nothing was summed.</param>
/// <param name="After">Null where nothing stands.</param>
/// <param name="WasOver">Whether it was over when it was kept: of a span that still ran nothing was shown.</param>
public sealed record LateChange(string Factor, RollupSpan Span, DateTime StartUtc, LateSum? Before, LateSum? After, bool WasOver);

/// <summary>What came late from a device in one go.</summary>
/// <param name="Device">The device.</param>
/// <param name="Frames">How many frames.</param>
/// <param name="From">The first civil day of the data.</param>
/// <param name="To">The last civil day of the data.</param>
/// <param name="Days">How many days have late data.</param>
/// <param name="FirstUtc">When the first arrived.</param>
/// <param name="LastUtc">When the last arrived.</param>
/// <param name="IsAsked">Whether a query of the past fetched them.</param>
/// <param name="Changes">Every sum that they changed, in the order of factors and times.</param>
public sealed record LateArrival(Device Device, long Frames, DateOnly From, DateOnly To, long Days, DateTime FirstUtc, DateTime LastUtc, bool IsAsked, IReadOnlyList<LateChange> Changes);

/// <summary>Late data that have come to rest: nothing more for a while, and all of it summed.</summary>
public static class LateArrivals
{
    /// <summary>How long nothing late may come before what came is taken for all.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    // Who drips late data all day is written about once a day.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Returns what has come to rest, at most some devices of it.</summary>
    public static async Task<IReadOnlyList<LateArrival>> ReadAsync(MonitoringStores stores, int most, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stores);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var resting = Noted(session).Where(noted => IsAtRest(session, noted, ChinaTime.NowUtc(clock))).Take(most).ToList();
        if (resting.Count == 0)
        {
            return [];
        }

        await using var db = stores.Business.NewContext();
        var numbers = resting.ConvertAll(noted => noted.Device);
        var devices = await db.Set<Device>().AsNoTracking().Where(device => numbers.Contains(device.Number)).ToDictionaryAsync(device => device.Number, ct);
        var asked = await AskedAsync(db, [.. devices.Values.Select(device => device.Mn)], ct);
        return [.. resting.Where(noted => devices.ContainsKey(noted.Device)).Select(noted => Arrival(session, devices[noted.Device], noted, asked))];
    }

    /// <summary>Forgets what was written down, unless more has come since.</summary>
    public static async Task ForgetAsync(MonitoringStores stores, LateArrival arrival, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stores);
        ArgumentNullException.ThrowIfNull(arrival);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        await session.BeginAsync(ct);
        _ = session.Execute(LateSql.DeleteFigures, arrival.Device.Number, arrival.Frames);
        _ = session.Execute(LateSql.DeleteDays, arrival.Device.Number, arrival.Frames);
        await session.CommitAsync(ct);
    }

    private static List<NotedDevice> Noted(BulkSession session)
    {
        var noted = new List<NotedDevice>();
        using var rows = session.Rows(LateSql.Devices);
        while (rows.Next())
        {
            noted.Add(new(rows.Count(0), rows.Number(1), rows.InstantUtc(2), rows.InstantUtc(3), rows.InstantUtc(4), rows.InstantUtc(5), rows.InstantUtc(6), rows.Number(7)));
        }

        return noted;
    }

    // The hours of the present always wait for their sums: a late one lies before the last arrival by more than its grace.
    private static bool IsAtRest(BulkSession session, NotedDevice noted, DateTime nowUtc)
    {
        var (endUtc, lateUtc) = (noted.ToUtc.AddDays(1), noted.LastUtc - LateBook.Grace - TimeSpan.FromHours(1));
        return (nowUtc - noted.NotedUtc >= Rest || nowUtc - noted.FirstUtc >= Longest)
            && session.Number(LateSql.WaitingHours, noted.Device, noted.FromUtc, lateUtc < endUtc ? lateUtc : endUtc) == 0;
    }

    private static async Task<ILookup<string, RemoteCommand>> AskedAsync(LanshaoContext db, List<string> mns, CancellationToken ct) =>
        (await db.Set<RemoteCommand>().AsNoTracking().Where(command => mns.Contains(command.Mn) && command.FromUtc != null && command.ToUtc != null).ToListAsync(ct)).ToLookup(command => command.Mn, StringComparer.Ordinal);

    private static LateArrival Arrival(BulkSession session, Device device, NotedDevice noted, ILookup<string, RemoteCommand> asked)
    {
        var isAsked = asked[device.Mn].Any(query => query.AskedUtc <= noted.LastUtc && query.FromUtc < noted.ToUtc.AddDays(1) && query.ToUtc >= noted.FromUtc && noted.FirstUtc - query.AskedUtc < Longest);
        return new(device, noted.Frames, ChinaTime.DayOf(noted.FromUtc), ChinaTime.DayOf(noted.ToUtc), noted.Days, noted.FirstUtc, noted.LastUtc, isAsked, [.. Changes(session, device.Number).Where(change => change.Before != change.After)]);
    }

    private static List<LateChange> Changes(BulkSession session, int device)
    {
        var kept = new List<(string Factor, RollupSpan Span, DateTime StartUtc, string Text, string Hours, DateTime KeptUtc)>();
        using (var rows = session.Rows(LateSql.FiguresOf, device))
        {
            while (rows.Next())
            {
                kept.Add((rows.Text(0)!, Enum.Parse<RollupSpan>(rows.Text(1)!), rows.InstantUtc(2), rows.Text(3)!, rows.Text(4)!, rows.InstantUtc(5)));
            }
        }

        var changes = new List<LateChange>();
        foreach (var (factor, span, startUtc, text, hours, keptUtc) in kept)
        {
            var (before, after) = (hours.Split(','), span == RollupSpan.Day ? LateFigures.Hours(session, device, factor, startUtc) : []);
            changes.AddRange(after.Select((sum, hour) => new LateChange(factor, RollupSpan.Hour, startUtc.AddHours(hour), LateSum.Parse(before[hour]), sum, keptUtc >= startUtc.AddHours(hour + 1))).Where(change => change.WasOver));
            changes.Add(new(factor, span, startUtc, LateSum.Parse(text), LateFigures.SumAt(session, device, factor, span, startUtc), span == RollupSpan.Month || keptUtc >= startUtc.AddDays(1)));
        }

        return changes;
    }

    private sealed record NotedDevice(int Device, long Frames, DateTime FromUtc, DateTime ToUtc, DateTime FirstUtc, DateTime LastUtc, DateTime NotedUtc, long Days);
}
