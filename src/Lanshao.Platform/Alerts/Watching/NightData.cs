using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts.Watching;

/// <summary>What some devices said in one night, by device and factor, with the usual values of the hours before it.</summary>
internal sealed class NightData(AlertNight night)
{
    private const int DevicesTogether = 40;
    private const int LeastDays = 3;
    private static readonly ReadingSpan[] Spans = [ReadingSpan.Realtime, ReadingSpan.Minute, ReadingSpan.Hour];
    private readonly Dictionary<(int Device, string Factor), StepSeries> _series = [];
    private readonly Dictionary<(int Device, string Factor, int Days), long?[]> _usual = [];

    public AlertNight Night => night;

    /// <summary>Gets whether nothing at all came.</summary>
    public bool IsEmpty => _series.Count == 0;

    /// <summary>Returns what a device said of a factor; null where it said nothing.</summary>
    public StepSeries? Find(int device, string factor) => _series.GetValueOrDefault((device, factor));

    /// <summary>Reads devices anew from an instant on, to the end of the night or another.</summary>
    public async Task ReadAsync(LanshaoContext db, IReadOnlyCollection<Device> devices, IReadOnlyCollection<string> factors, DateTime fromUtc, CancellationToken ct, DateTime? untilUtc = null)
    {
        var from = Math.Max(0, night.StepOf(fromUtc));
        foreach (var some in devices.Chunk(DevicesTogether))
        {
            await ReadAsync(db, some.ToDictionary(device => device.Number), factors, from, untilUtc is { } until && until < night.ToUtc ? until : night.ToUtc, ct);
        }
    }

    private async Task ReadAsync(LanshaoContext db, Dictionary<int, Device> devices, IReadOnlyCollection<string> factors, int from, DateTime toUtc, CancellationToken ct)
    {
        // A mean of an hour covers what comes after its start.
        var (fromUtc, numbers) = (night.StartOf(from - AlertNight.StepsOfAnHour + 1), devices.Keys);
        var rows = await db.Set<Reading>().AsNoTracking()
            .Where(r => numbers.Contains(r.DeviceNumber) && factors.Contains(r.Factor) && Spans.Contains(r.Span) && r.StartUtc >= fromUtc && r.StartUtc < toUtc)
            .Select(r => new { r.DeviceNumber, r.Factor, r.Span, r.StartUtc, r.IsValid, r.Number, r.FrameSeq }).ToListAsync(ct);
        var invalid = (await db.Set<InvalidHour>().AsNoTracking().Where(hour => numbers.Contains(hour.DeviceNumber) && hour.StartUtc >= fromUtc && hour.StartUtc < toUtc).ToListAsync(ct)).Select(hour => (hour.DeviceNumber, hour.Factor, hour.StartUtc)).ToHashSet();
        foreach (var key in devices.Keys.SelectMany(number => factors.Select(factor => (number, factor))))
        {
            _series.GetValueOrDefault(key)?.Clear(from);
        }

        foreach (var row in rows)
        {
            if (!_series.TryGetValue((row.DeviceNumber, row.Factor), out var series))
            {
                _series.Add((row.DeviceNumber, row.Factor), series = new());
            }

            var minutes = row.Span switch { ReadingSpan.Realtime => 1, ReadingSpan.Minute => devices[row.DeviceNumber].MinuteMinutes, _ => 60 };
            series.Put(night.StepOf(row.StartUtc), Math.Max(1, minutes / AlertNight.StepMinutes), from, row.Span, row.IsValid && !invalid.Contains((row.DeviceNumber, row.Factor, Rollups.HourOf(row.StartUtc))) ? row.Number : null, row.FrameSeq > 0);
        }
    }

    /// <summary>Reads the usual values of the hours of a day, from the days before the night.</summary>
    public async Task ReadUsualAsync(LanshaoContext db, IReadOnlyCollection<Device> devices, string factor, int days, CancellationToken ct)
    {
        var missing = devices.Where(device => !_usual.ContainsKey((device.Number, factor, days))).Select(device => device.Number).ToList();
        var (fromUtc, toUtc) = (night.NoonUtc.AddDays(-days), night.NoonUtc);
        foreach (var numbers in missing.Chunk(DevicesTogether))
        {
            var hours = await db.Set<Rollup>().AsNoTracking()
                .Where(r => numbers.Contains(r.DeviceNumber) && r.Factor == factor && r.Span == RollupSpan.Hour && r.StartUtc >= fromUtc && r.StartUtc < toUtc && r.IsValid)
                .Select(r => new { r.DeviceNumber, r.StartUtc, r.Sum, r.Count }).ToListAsync(ct);
            foreach (var number in numbers)
            {
                var byHour = hours.Where(hour => hour.DeviceNumber == number).ToLookup(hour => hour.StartUtc.Hour, hour => hour.Sum / (decimal)hour.Count);
                _usual[(number, factor, days)] = [.. Enumerable.Range(0, 24).Select(hour => byHour[hour].Count() >= LeastDays ? (long?)Standards.Rounding.HalfEven(byHour[hour].Sum() / byHour[hour].Count(), 0) : null)];
            }
        }
    }

    /// <summary>Returns the usual value of the hour that a step lies in; null where too few days are known.</summary>
    public long? Usual(int device, string factor, int days, int step) => _usual.GetValueOrDefault((device, factor, days))?[night.StartOf(step).Hour];
}
