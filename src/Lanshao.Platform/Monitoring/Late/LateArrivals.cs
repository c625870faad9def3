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
public sealed record LateArrival(Device Device, long Frames, DateOnly From, DateOnly To, long Days, DateTime FirstUtc, DateTime LastUtc, bool IsAsked, IReadOnlyList<LateChange> Changes)
{
    /// <summary>Gets the notes that it was read from, so that these and no others are forgotten.</summary>
    internal LateNotes Notes { get; init; } = LateNotes.None;
}

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
        return [.. resting.Where(noted => devices.ContainsKey(noted.Device)).Select(noted => Arrival(session, devices[noted.Device], noted, asked, ChinaTime.NowUtc(clock)))];
    }

    /// <summary>Forgets what was told: of what has come since, the figures as they were told are what stood before.</summary>
    public static async Task ForgetAsync(MonitoringStores stores, LateArrival arrival, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stores);
        ArgumentNullException.ThrowIfNull(arrival);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        await session.BeginAsync(ct);
        arrival.Notes.Forget(session, arrival.Device.Number);
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

    private static LateArrival Arrival(BulkSession session, Device device, NotedDevice noted, ILookup<string, RemoteCommand> asked, DateTime nowUtc)
    {
        var isAsked = asked[device.Mn].Any(query => query.AskedUtc <= noted.LastUtc && query.FromUtc < noted.ToUtc.AddDays(1) && query.ToUtc >= noted.FromUtc && noted.FirstUtc - query.AskedUtc < Longest);
        var (days, kept) = (LateNotes.DaysOf(session, device.Number), Kept(session, device.Number));
        return new(device, noted.Frames, ChinaTime.DayOf(noted.FromUtc), ChinaTime.DayOf(noted.ToUtc), noted.Days, noted.FirstUtc, noted.LastUtc, isAsked, [.. kept.SelectMany(ChangesOf).Where(change => change.Before != change.After)])
        {
            Notes = new(days, kept.ConvertAll(figure => figure.Told), nowUtc),
        };
    }

    private static List<KeptFigure> Kept(BulkSession session, int device)
    {
        var kept = new List<KeptFigure>();
        using (var rows = session.Rows(LateSql.FiguresOf, device))
        {
            while (rows.Next())
            {
                kept.Add(new(rows.Text(0)!, Enum.Parse<RollupSpan>(rows.Text(1)!), rows.InstantUtc(2), rows.Text(3)!, rows.Text(4)!, rows.InstantUtc(5), null, []));
            }
        }

        return kept.ConvertAll(figure => figure with
        {
            Now = LateFigures.SumAt(session, device, figure.Factor, figure.Span, figure.StartUtc),
            HoursNow = figure.Span == RollupSpan.Day ? LateFigures.Hours(session, device, figure.Factor, figure.StartUtc) : [],
        });
    }

    private static IEnumerable<LateChange> ChangesOf(KeptFigure figure)
    {
        var before = figure.Hours.Split(',');
        return
        [
            .. figure.HoursNow.Select((sum, hour) => new LateChange(figure.Factor, RollupSpan.Hour, figure.StartUtc.AddHours(hour), LateSum.Parse(before[hour]), sum, figure.KeptUtc >= figure.StartUtc.AddHours(hour + 1))).Where(change => change.WasOver),
            new(figure.Factor, figure.Span, figure.StartUtc, LateSum.Parse(figure.Text), figure.Now, figure.Span == RollupSpan.Month || figure.KeptUtc >= figure.StartUtc.AddDays(1)),
        ];
    }

    private sealed record KeptFigure(string Factor, RollupSpan Span, DateTime StartUtc, string Text, string Hours, DateTime KeptUtc, LateSum? Now, LateSum?[] HoursNow)
    {
        public LateNotes.Figure Told => new(Factor, Span, StartUtc, LateSum.TextOf(Now), string.Join(',', HoursNow.Select(LateSum.TextOf)));
    }

    private sealed record NotedDevice(int Device, long Frames, DateTime FromUtc, DateTime ToUtc, DateTime FirstUtc, DateTime LastUtc, DateTime NotedUtc, long Days);
}
