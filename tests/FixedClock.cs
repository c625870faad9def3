namespace Lanshao;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class FixedClock(DateTime nowUtc) : TimeProvider
{
    private DateTimeOffset _now = new(DateTime.SpecifyKind(nowUtc, DateTimeKind.Utc));

    public FixedClock()
        : this(new DateTime(2024, 7, 1, 1, 0, 0, DateTimeKind.Utc))
    {
    }

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
