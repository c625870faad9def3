using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Late;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Monitoring;

/// <summary>Sums readings to hours, hours to days and days to months, wherever a reading came or changed. What is due is noted with the readings themselves, so that late and corrected data recompute what they touch.</summary>
/// <remarks>An hour's mean goes into its day, and a day's into its month, with the six decimals that are stored.</remarks>
public sealed class Rollups(MonitoringStores stores, TimeProvider clock)
{
    private const int MostTogether = 1000;
    private static readonly DateTime Always = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private Dictionary<int, (int RealtimeSeconds, int MinuteMinutes)> _pace = [];

    /// <summary>Returns the hour that an instant lies in.</summary>
    public static DateTime HourOf(DateTime instantUtc) => new(instantUtc.Ticks - (instantUtc.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);

    /// <summary>Computes everything that is due now; returns how many hours.</summary>
    public async Task<int> DrainAsync(CancellationToken ct)
    {
        var done = 0;
        for (int taken; (taken = await StepAsync(Always, ct)) > 0;)
        {
            done += taken;
        }

        return done;
    }

    /// <summary>Computes the hours before an instant that are due: what devices report of the present meanwhile does not keep it going.</summary>
    public async Task DrainBeforeAsync(DateTime endUtc, CancellationToken ct)
    {
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        while (Read(session, SeriesSql.RollupsDueBefore, endUtc, MostTogether) is { Count: > 0 } due)
        {
            await PutAsync(session, due, ct);
        }
    }

    /// <summary>Computes some hours that are due, and what stands above them, without waiting for their turn.</summary>
    public async Task PutAsync(IReadOnlyCollection<(int Device, string Factor, DateTime HourUtc)> hours, CancellationToken ct)
    {
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var due = new List<Due>();
        foreach (var stretch in hours.GroupBy(hour => (hour.Device, hour.Factor)))
        {
            due.AddRange(Read(session, SeriesSql.RollupsDueOf, stretch.Key.Device, stretch.Key.Factor, stretch.Min(hour => hour.HourUtc), stretch.Max(hour => hour.HourUtc)));
        }

        await PutAsync(session, due, ct);
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
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var due = Read(session, SeriesSql.RollupsDue, sinceUtc, MostTogether);
        if (due.Count > 0)
        {
            await PutAsync(session, due, ct);
        }

        return due.Count;
    }

    private static List<Due> Read(BulkSession session, string sql, params ReadOnlySpan<SeriesValue> values)
    {
        var due = new List<Due>();
        using var rows = session.Rows(sql, values);
        while (rows.Next())
        {
            due.Add(new(rows.Count(0), rows.Text(1)!, rows.InstantUtc(2), rows.Number(3)));
        }

        return due;
    }

    private async Task PutAsync(BulkSession session, List<Due> due, CancellationToken ct)
    {
        await LoadPaceAsync(ct);

        // Hours, then days out of hours, then months out of days: each step reads what the one before has stored. The notes are
        // struck last, and only those that have not grown meanwhile: a run that is killed anywhere is repeated.
        // An hour whose readings have expired keeps the sum that was made of all of them; only whether it counts may change, by a review.
        var keptFrom = session.Number(SeriesSql.MarkOf, DeleteExpired.MarkName);
        await LateFigures.KeepAsync(session, due.Select(hour => (hour.Device, hour.Factor, hour.HourUtc)), ChinaTime.NowUtc(clock), ct);
        await InTurnAsync(session, [.. due.GroupBy(hour => (hour.Device, hour.HourUtc))], hours => Put(session, hours, keptFrom), ct);
        var days = due.Select(hour => new Target(hour.Device, hour.Factor, RollupSpan.Day, ChinaTime.DayOf(hour.HourUtc))).Distinct().ToList();
        await InTurnAsync(session, days, day => PutSum(session, day), ct);
        var months = days.Select(day => day with { Span = RollupSpan.Month, Start = new(day.Start.Year, day.Start.Month, 1) }).Distinct().ToList();
        await InTurnAsync(session, months, month => PutSum(session, month), ct);
        await InTurnAsync(session, due, hour => session.Execute(SeriesSql.DeleteRollupDue, hour.Device, hour.Factor, hour.HourUtc, hour.Changes), ct);
    }

    private static async Task InTurnAsync<T>(BulkSession session, List<T> parts, Action<T> put, CancellationToken ct)
    {
        await session.BeginAsync(ct);
        parts.ForEach(put);
        await session.CommitAsync(ct);
    }

    // The factors of a device lie together: its hour is read once for all of them.
    private void Put(BulkSession session, IGrouping<(int Device, DateTime HourUtc), Due> hours, long keptFrom)
    {
        var heard = Heard(session, hours.Key.Device, hours.Key.HourUtc);
        foreach (var due in hours)
        {
            var isKept = DeleteExpired.UtcMilliseconds(due.HourUtc) >= keptFrom || session.Execute(SeriesSql.JudgeHour, due.Device, due.Factor, RollupSpan.Hour, due.HourUtc) == 0;
            if (isKept && heard.TryGetValue(due.Factor, out var hour))
            {
                Put(session, due, hour);
            }
        }
    }

    private static Dictionary<string, HeardHour> Heard(BulkSession session, int device, DateTime hourUtc)
    {
        var heard = new Dictionary<string, HeardHour>(StringComparer.Ordinal);
        using var rows = session.Rows(SeriesSql.ReadingsOfHour, device, hourUtc, hourUtc.AddHours(1));
        while (rows.Next())
        {
            var factor = rows.Text(0)!;
            if (!heard.TryGetValue(factor, out var hour))
            {
                heard.Add(factor, hour = new());
            }

            hour.Take(Enum.Parse<ReadingSpan>(rows.Text(1)!), rows.Flag(3) ? rows.Number(2) : null);
        }

        return heard;
    }

    private void Put(BulkSession session, Due due, HeardHour hour)
    {
        var (realtime, minute) = _pace.GetValueOrDefault(due.Device, (60, 10));
        var expected = Coverage.ExpectedInHour(hour.Source, realtime, minute);
        var counts = Coverage.IsHourValid(hour.Valid.Count, expected) && session.Number(SeriesSql.CountInvalidHours, due.Device, due.Factor, due.HourUtc, due.HourUtc.AddHours(1)) == 0;
        RollupSums.Put(session, due.Device, due.Factor, RollupSpan.Hour, due.HourUtc, new($"{hour.Source}", hour.Valid, hour.Present, expected, counts));
    }

    private static void PutSum(BulkSession session, Target target) => RollupSums.PutOf(session, target.Device, target.Factor, target.Span, target.Start);

    private async Task LoadPaceAsync(CancellationToken ct)
    {
        await using var db = stores.Business.NewContext();
        _pace = await db.Set<Device>().AsNoTracking().ToDictionaryAsync(device => device.Number, device => (device.RealtimeSeconds, device.MinuteMinutes), ct);
    }

    /// <summary>What a device told of a factor in an hour. What it computed itself comes first: it knows every second.</summary>
    private sealed class HeardHour
    {
        public ReadingSpan Source { get; private set; }

        public int Present { get; private set; }

        public List<long> Valid { get; } = [];

        public void Take(ReadingSpan span, long? valid)
        {
            if (span > Source)
            {
                (Source, Present) = (span, 0);
                Valid.Clear();
            }

            if (span == Source)
            {
                Present++;
                if (valid is { } number)
                {
                    Valid.Add(number);
                }
            }
        }
    }

    private readonly record struct Due(int Device, string Factor, DateTime HourUtc, long Changes);

    private readonly record struct Target(int Device, string Factor, RollupSpan Span, DateOnly Start);
}
