using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Held;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>How many whole months are kept beside the current one; 0 for ever.</summary>
/// <param name="Journal">Frames as they came.</param>
/// <param name="Moments">Readings of moments and minutes; hours, days and months stay for ever.</param>
public sealed record KeptMonths(int Journal, int Moments)
{
    /// <summary>Gets whether anything ever expires.</summary>
    public bool Any => Journal > 0 || Moments > 0;
}

/// <summary>What has expired on a day, counted and not yet deleted.</summary>
/// <param name="FramesBeforeUtc">Frames that came before this instant; null where they are kept for ever.</param>
/// <param name="Frames">How many they are.</param>
/// <param name="ReadingsBeforeUtc">Readings of moments and minutes before this instant; null where they are kept for ever.</param>
/// <param name="Readings">How many they are, with what stood before corrections.</param>
public sealed record ExpiredData(DateTime? FramesBeforeUtc, long Frames, DateTime? ReadingsBeforeUtc, long Readings)
{
    private const int FramesTogether = 5_000;

    /// <summary>Gets what expires of the readings.</summary>
    internal static IReadOnlyList<ReadingSpan> Spans { get; } = [ReadingSpan.Realtime, ReadingSpan.Minute];

    /// <summary>Counts what is older than the settings say on a civil day; reads only, and leaves room to whoever writes.</summary>
    public static async Task<ExpiredData> ReadAsync(MonitoringStores stores, KeptMonths kept, DateOnly on, CancellationToken ct)
    {
        var (frames, readings) = (KeptFromUtc(on, kept.Journal), KeptFromUtc(on, kept.Moments));
        return new(frames, frames is { } before ? await CountFramesAsync(stores, before, ct) : 0, readings, readings is { } from ? await CountReadingsAsync(stores, from, ct) : 0);
    }

    /// <summary>Returns what goes on record: a line for each kind that loses rows.</summary>
    internal List<BulkChange> Changes()
    {
        var changes = new List<BulkChange>();
        foreach (var (kind, before, rows) in new[] { ("ExpiredFrame", FramesBeforeUtc, Frames), ("ExpiredReading", ReadingsBeforeUtc, Readings) })
        {
            if (before is { } from && rows > 0)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"before/{ChinaTime.DayOf(from):yyyy-MM-dd}");
                changes.Add(new("Monitoring", kind, key, rows, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}\n{key}\n{rows}\n"))))));
            }
        }

        return changes;
    }

    /// <summary>Returns the frames that wait for a person's decision, in their order.</summary>
    internal static async Task<List<long>> HeldAsync(MonitoringStores stores, CancellationToken ct)
    {
        await using var series = stores.Series.NewContext();
        return await series.Set<HeldFrame>().AsNoTracking().Where(frame => !frame.IsSettled).OrderBy(frame => frame.Seq).Select(frame => frame.Seq).ToListAsync(ct);
    }

    /// <summary>Returns stretches of frame numbers up to the mark, around those that are held, as long as they begin before an instant. The next one is looked for when the last was dealt with.</summary>
    internal static IEnumerable<(long First, long Last)> Stretches(BulkSession session, long mark, List<long> held, DateTime keptFromUtc)
    {
        for (var first = session.Number(SeriesSql.NextFrame, 0L); first > 0 && first <= mark && session.Instant(SeriesSql.FrameReceived, first) < keptFromUtc;)
        {
            var last = Math.Min(first + FramesTogether - 1, mark);
            var kept = held.Find(seq => seq >= first && seq <= last);
            yield return (first, kept == 0 ? last : kept - 1);
            first = session.Number(SeriesSql.NextFrame, kept == 0 ? last : kept);
        }
    }

    /// <summary>Returns the devices and factors that have readings, device by device.</summary>
    internal static ILookup<int, (int Device, string Factor)> Series(BulkSession session)
    {
        var series = new List<(int Device, string Factor)>();
        using var rows = session.Rows(SeriesSql.SummedSeries, RollupSpan.Month);
        while (rows.Next())
        {
            series.Add((rows.Count(0), rows.Text(1)!));
        }

        return series.ToLookup(one => one.Device);
    }

    /// <summary>Returns since when is kept what is kept for some months; null for ever.</summary>
    internal static DateTime? KeptFromUtc(DateOnly on, int months) => months == 0 ? null : ChinaTime.StartUtc(new DateOnly(on.Year, on.Month, 1).AddMonths(-months));

    private static async Task<long> CountFramesAsync(MonitoringStores stores, DateTime keptFromUtc, CancellationToken ct)
    {
        await using var series = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var mark = series.Number(SeriesSql.MarkOf, Derivation.MarkName);
        var held = await HeldAsync(stores, ct);
        await using var session = await BulkSession.OpenAsync(stores.Journal, DataPart.Journal, ct);
        return Stretches(session, mark, held, keptFromUtc).Sum(stretch => session.Number(SeriesSql.CountExpiredFrames, stretch.First, stretch.Last, keptFromUtc));
    }

    private static async Task<long> CountReadingsAsync(MonitoringStores stores, DateTime keptFromUtc, CancellationToken ct)
    {
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        return Series(session).Sum(device => Spans.Sum(span =>
            session.Number(SeriesSql.CountExpiredReadings, device.Key, span, keptFromUtc)
            + device.Sum(series => session.Number(SeriesSql.CountExpiredEarlier, series.Device, series.Factor, span, keptFromUtc))));
    }
}
