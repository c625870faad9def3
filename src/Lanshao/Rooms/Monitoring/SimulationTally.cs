using System.Diagnostics;
using Lanshao.Hj212.Simulation;

namespace Lanshao.Rooms.Monitoring;

/// <summary>What a simulation has done so far.</summary>
internal sealed class SimulationTally(AckFile? acks)
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly LatencyHistogram _latencies = new();
    private long _sent;
    private long _acknowledged;
    private long _resent;

    public TimeSpan Now => Stopwatch.GetElapsedTime(_began);

    public void Sent() => Interlocked.Increment(ref _sent);

    public void Resent() => Interlocked.Increment(ref _resent);

    public void Acknowledged(SimulatedFrame frame, TimeSpan after)
    {
        acks?.Add(frame);
        _latencies.Add(after);
        _ = Interlocked.Increment(ref _acknowledged);
    }

    public SimulationAnswer Answer(TimeSpan sendingTook) => new(
        Interlocked.Read(ref _sent),
        Interlocked.Read(ref _acknowledged),
        Interlocked.Read(ref _resent),
        _latencies.QuantileMs(0.5),
        _latencies.QuantileMs(0.99),
        decimal.Floor((decimal)sendingTook.TotalSeconds * 1000) / 1000);
}

/// <summary>What a simulation answers at its end.</summary>
internal sealed record SimulationAnswer(long Sent, long Acknowledged, long Resent, decimal? P50Ms, decimal? P99Ms, decimal Seconds);
