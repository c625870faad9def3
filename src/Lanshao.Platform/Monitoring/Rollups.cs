using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Monitoring;

/// <summary>Sums readings to hours, hours to days and days to months, wherever a reading came or changed. What is due is noted with the readings themselves, so that late and corrected data recompute what they touch.</summary>
/// <remarks>An hour's mean goes into its day, and a day's into its month, with the six decimals that are stored.</remarks>
public sealed class Rollups(MonitoringStores stores, TimeProvider clock)
{
    private const int MostTogether = 300;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private Dictionary<int, (int RealtimeSeconds, int MinuteMinutes)> _pace = [];

    /// <summary>Returns the hour that an instant lies in.</summary>
    public static DateTime HourOf(DateTime instantUtc) => new(instantUtc.Ticks - (instantUtc.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);

    /// <summary>Computes everything that is due now; returns how many hours.</summary>
    public async Task<int> DrainAsync(CancellationToken ct)
    {
        var done = 0;
        for (int taken; (taken = await StepAsync(DateTime.MaxValue, ct)) > 0;)
        {
            done += taken;
        }

        return done;
    }

    /// <summary>Computes some hours that are due, and what stands above them, without waiting for their turn.</summary>
    public async Task PutAsync(IReadOnlyCollection<(int Device, string Factor, DateTime HourUtc)> hours, CancellationToken ct)
    {
        await using var db = stores.Series.NewContext();
        var due = new List<RollupDue>();
        foreach (var stretch in hours.GroupBy(hour => (hour.Device, hour.Factor)))
        {
            var (first, last) = (stretch.Min(hour => hour.HourUtc), stretch.Max(hour => hour.HourUtc));
            due.AddRange(await db.Set<RollupDue>().AsNoTracking().Where(hour => hour.DeviceNumber == stretch.Key.Device && hour.Factor == stretch.Key.Factor && hour.HourUtc >= first && hour.HourUtc <= last).ToListAsync(ct));
        }

        await PutAsync(db, due, ct);
    }

    /// <summary>Computes what has been due for a while, until it is stopped: an hour that is still filling is not computed with every reading.</summary>
    public async Task RunAsync(ILogger log, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await StepAsync(ChinaTime.NowUtc(clock) - Settling, ct) == 0)
                {
                    await Task.Delay(Idle, clock, ct);
                }
            }
            catch (Exception stumble) when (!ct.IsCancellationRequested && Trouble.Of(stumble) is { } trouble)
            {
                JournalLog.TriesAgain(log, nameof(Rollups), trouble.Code, stumble);
                await Task.Delay(Idle * 5, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> StepAsync(DateTime sinceUtc, CancellationToken ct)
    {
        await using var db = stores.Series.NewContext();
        var waiting = db.Set<RollupDue>().AsNoTracking();
        var due = await (sinceUtc == DateTime.MaxValue ? waiting : waiting.Where(hour => hour.SinceUtc <= sinceUtc)).OrderBy(hour => hour.SinceUtc).Take(MostTogether).ToListAsync(ct);
        if (due.Count == 0)
        {
            return 0;
        }

        await PutAsync(db, due, ct);
        return due.Count;
    }

    private async Task PutAsync(LanshaoContext db, List<RollupDue> due, CancellationToken ct)
    {
        await LoadPaceAsync(ct);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);

        // Hours, then days out of hours, then months out of days: each step reads what the one before has stored. The notes are
        // struck last, and only those that have not grown meanwhile: a run that is killed anywhere is repeated.
        // An hour whose readings have expired keeps the sum that was made of all of them.
        var keptFrom = session.Number(SeriesSql.MarkOf, DeleteExpired.MarkName);
        var whole = due.FindAll(hour => DeleteExpired.UtcMilliseconds(hour.HourUtc) >= keptFrom || session.Number(SeriesSql.HasRollup, hour.DeviceNumber, hour.Factor, RollupSpan.Hour, hour.HourUtc) == 0);
        await InTurnAsync(session, whole, hour => PutHourAsync(db, session, hour, ct), ct);
        var days = due.Select(hour => new Target(hour.DeviceNumber, hour.Factor, RollupSpan.Day, ChinaTime.DayOf(hour.HourUtc))).Distinct().ToList();
        await InTurnAsync(session, days, day => PutSum(session, day), ct);
        var months = days.Select(day => day with { Span = RollupSpan.Month, Start = new(day.Start.Year, day.Start.Month, 1) }).Distinct().ToList();
        await InTurnAsync(session, months, month => PutSum(session, month), ct);
        await InTurnAsync(session, due, hour => Strike(session, hour), ct);
    }

    private static async Task InTurnAsync<T>(BulkSession session, List<T> parts, Func<T, Task> put, CancellationToken ct)
    {
        await session.BeginAsync(ct);
        foreach (var part in parts)
        {
            await put(part);
        }

        await session.CommitAsync(ct);
    }

    private static Task Strike(BulkSession session, RollupDue hour)
    {
        _ = session.Execute(SeriesSql.DeleteRollupDue, hour.DeviceNumber, hour.Factor, hour.HourUtc, hour.Changes);
        return Task.CompletedTask;
    }

    private async Task PutHourAsync(LanshaoContext db, BulkSession session, RollupDue due, CancellationToken ct)
    {
        var end = due.HourUtc.AddHours(1);
        var values = await db.Set<Reading>().AsNoTracking()
            .Where(r => r.DeviceNumber == due.DeviceNumber && r.Factor == due.Factor && r.StartUtc >= due.HourUtc && r.StartUtc < end && r.Span != ReadingSpan.Day)
            .Select(r => new { r.Span, r.Number, r.IsValid }).ToListAsync(ct);
        if (values.Count == 0)
        {
            return;
        }

        // What the device itself computed comes first: it knows every second.
        var source = values.Max(value => value.Span);
        var own = values.Where(value => value.Span == source).ToList();
        var (realtime, minute) = _pace.GetValueOrDefault(due.DeviceNumber, (60, 10));
        var expected = Coverage.ExpectedInHour(source, realtime, minute);
        var valid = own.Where(value => value.IsValid).Select(value => value.Number!.Value).ToList();
        var counts = Coverage.IsHourValid(valid.Count, expected) && session.Number(SeriesSql.CountInvalidHours, due.DeviceNumber, due.Factor, due.HourUtc, end) == 0;
        RollupSums.Put(session, due.DeviceNumber, due.Factor, RollupSpan.Hour, due.HourUtc, new($"{source}", valid, own.Count, expected, counts));
    }

    private static Task PutSum(BulkSession session, Target target)
    {
        RollupSums.PutOf(session, target.Device, target.Factor, target.Span, target.Start);
        return Task.CompletedTask;
    }

    private async Task LoadPaceAsync(CancellationToken ct)
    {
        await using var db = stores.Business.NewContext();
        _pace = await db.Set<Device>().AsNoTracking().ToDictionaryAsync(device => device.Number, device => (device.RealtimeSeconds, device.MinuteMinutes), ct);
    }

    private readonly record struct Target(int Device, string Factor, RollupSpan Span, DateOnly Start);
}
