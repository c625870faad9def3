using Lanshao.Platform.Monitoring;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>What the gateway has counted since it started.</summary>
internal sealed class GatewayCounts
{
    private readonly long[] _beliefs = new long[Enum.GetValues<Belief>().Length];
    private long _refused;
    private long _closed;
    private long _garbageBytes;
    private long _malformed;
    private long _encrypted;
    private long _slowed;
    private long _faulted;

    /// <summary>Gets connections that were not taken.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Gets connections that were closed for a limit.</summary>
    public long Closed => Interlocked.Read(ref _closed);

    public long GarbageBytes => Interlocked.Read(ref _garbageBytes);

    /// <summary>Gets right frames without an identity.</summary>
    public long Malformed => Interlocked.Read(ref _malformed);

    public long Encrypted => Interlocked.Read(ref _encrypted);

    /// <summary>Gets how often a device had to wait because it sent too fast.</summary>
    public long Slowed => Interlocked.Read(ref _slowed);

    /// <summary>Returns how many frames were judged so.</summary>
    public long Of(Belief belief) => Interlocked.Read(ref _beliefs[(int)belief]);

    public void Judged(Belief belief) => Interlocked.Increment(ref _beliefs[(int)belief]);

    /// <summary>Gets connections that a fault of the program has ended.</summary>
    public long Faulted => Interlocked.Read(ref _faulted);

    public void FaultedOne() => Interlocked.Increment(ref _faulted);

    public void RefusedOne() => Interlocked.Increment(ref _refused);

    public void ClosedOne() => Interlocked.Increment(ref _closed);

    public void MalformedOne() => Interlocked.Increment(ref _malformed);

    public void EncryptedOne() => Interlocked.Increment(ref _encrypted);

    public void SlowedOne() => Interlocked.Increment(ref _slowed);

    public void Garbage(int bytes) => Interlocked.Add(ref _garbageBytes, bytes);
}
