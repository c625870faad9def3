using System.Diagnostics;

namespace Lanshao.Documents.Guard;

/// <summary>What reading one file has cost so far: time, unpacked bytes and the memory of its blocks.</summary>
internal sealed class ReadingBudget(DocumentLimits limits, CancellationToken ct)
{
    private const int TicksBetweenLooks = 1024;
    private const int BytesOfBlock = 320;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _ticks;
    private long _unpackedBytes;
    private long _keptBytes;

    public DocumentLimits Limits { get; } = limits;

    /// <summary>Counts one step of a loop over foreign content; looks at the clock now and then.</summary>
    public void Tick()
    {
        if (++_ticks >= TicksBetweenLooks)
        {
            _ticks = 0;
            Look();
        }
    }

    /// <summary>Looks at the clock and at cancellation.</summary>
    public void Look()
    {
        ct.ThrowIfCancellationRequested();
        var elapsed = _clock.Elapsed;
        if (elapsed > Limits.Time)
        {
            throw Refuse.Limit(DocumentCodes.LimitTime, (long)Limits.Time.TotalSeconds, (long)elapsed.TotalSeconds);
        }
    }

    /// <summary>Stops the clock while somebody else works on what was read.</summary>
    public void Pause() => _clock.Stop();

    /// <summary>Lets the clock run on.</summary>
    public void Resume() => _clock.Start();

    /// <summary>Counts bytes that an archive gave.</summary>
    public void Unpack(long bytes)
    {
        _unpackedBytes += bytes;
        if (_unpackedBytes > Limits.UnpackedBytes)
        {
            throw Refuse.Limit(DocumentCodes.LimitUnpackedBytes, Limits.UnpackedBytes, _unpackedBytes);
        }
    }

    /// <summary>Counts a block, cell or row that stays in memory, with its characters.</summary>
    public void Keep(long characters) => KeepBytes(BytesOfBlock + (2 * characters));

    /// <summary>Counts bytes that stay in memory.</summary>
    public void KeepBytes(long bytes)
    {
        _keptBytes += bytes;
        if (_keptBytes > Limits.MemoryBytes)
        {
            throw Refuse.Limit(DocumentCodes.LimitMemory, Limits.MemoryBytes, _keptBytes);
        }
    }
}
