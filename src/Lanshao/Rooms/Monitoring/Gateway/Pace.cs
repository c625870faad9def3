namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>How fast one device may send: ten seconds' worth at once, then one after the other.</summary>
internal sealed class Pace(int perSecond)
{
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(10);
    private readonly TimeSpan _each = TimeSpan.FromSeconds(1.0 / perSecond);
    private readonly Lock _lock = new();
    private TimeSpan _next = TimeSpan.MinValue / 2;

    /// <summary>Takes one frame and returns how long its connection must wait for it.</summary>
    public TimeSpan Take(TimeSpan now)
    {
        lock (_lock)
        {
            _next = (_next > now - Burst ? _next : now - Burst) + _each;
            return _next > now ? _next - now : TimeSpan.Zero;
        }
    }
}
