namespace Lanshao.Platform.Monitoring;

/// <summary>应报时次: how many hourly values a device should have brought over a stretch, and how many it has. Hours before it was there and after it was removed count nowhere; hours reported as closed or under repair, and hours outside its opening times, stand in no denominator and are counted beside.</summary>
/// <param name="Due">How many values of factors should be there.</param>
/// <param name="Present">How many of them are.</param>
/// <param name="Valid">How many of these count.</param>
/// <param name="AwayHours">Hours that were reported as closed or under repair.</param>
/// <param name="ShutHours">Hours outside the opening times.</param>
public sealed record DutyHours(int Due, int Present, int Valid, int AwayHours, int ShutHours)
{
    /// <summary>Gets how many of the hours away were reported as under repair; the others as closed.</summary>
    public int RepairHours { get; init; }

    /// <summary>Gets how many of the hours away were reported after they had begun: 事后报备.</summary>
    public int LateHours { get; init; }

    public static DutyHours operator +(DutyHours one, DutyHours other) =>
        new(one.Due + other.Due, one.Present + other.Present, one.Valid + other.Valid, one.AwayHours + other.AwayHours, one.ShutHours + other.ShutHours) { RepairHours = one.RepairHours + other.RepairHours, LateHours = one.LateHours + other.LateHours };
}
