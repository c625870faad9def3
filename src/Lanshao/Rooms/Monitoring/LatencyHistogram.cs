namespace Lanshao.Rooms.Monitoring;

/// <summary>Counts durations in steps of two per cent, so that a long run takes no more memory than a short one.</summary>
internal sealed class LatencyHistogram
{
    private const double SmallestMs = 0.01;
    private const double Step = 1.02;
    private readonly long[] _counts = new long[1000];
    private long _total;

    public void Add(TimeSpan duration)
    {
        var bucket = (int)(Math.Log(Math.Max(1, duration.TotalMilliseconds / SmallestMs)) / Math.Log(Step));
        _ = Interlocked.Increment(ref _counts[Math.Min(bucket, _counts.Length - 1)]);
        _ = Interlocked.Increment(ref _total);
    }

    /// <summary>Returns the duration that a share of all stays within, in ms with two decimals; null of none.</summary>
    public decimal? QuantileMs(double share)
    {
        var wanted = (long)Math.Ceiling(Interlocked.Read(ref _total) * share);
        for (var (bucket, seen) = (0, 0L); wanted > 0 && bucket < _counts.Length; bucket++)
        {
            seen += _counts[bucket];
            if (seen >= wanted)
            {
                return Rounded(SmallestMs * Math.Pow(Step, bucket + 1));
            }
        }

        return null;
    }

    private static decimal Rounded(double ms) => decimal.Floor(((decimal)ms * 100) + 0.5m) / 100;
}
