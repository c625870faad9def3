using Lanshao.Platform.Foundation;

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

    /// <summary>Counts the hours of a stretch.</summary>
    /// <param name="device">The device.</param>
    /// <param name="hours">By the start of each hour how many factors have a value, and how many a valid one.</param>
    /// <param name="factors">How many factors it reports; at least one is expected of every device.</param>
    /// <param name="leaves">What was reported of its absence.</param>
    /// <param name="isOpen">Whether the whole hour lies in the opening times of its kind.</param>
    /// <param name="fromUtc">The first hour.</param>
    /// <param name="toUtc">Its end, exclusive.</param>
    public static DutyHours Count(Device device, IReadOnlyDictionary<DateTime, (int Present, int Valid)> hours, int factors, LeaveBook leaves, Func<DateTime, bool> isOpen, DateTime fromUtc, DateTime toUtc)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentNullException.ThrowIfNull(isOpen);
        var (due, present, valid, away, shut, repair, late) = (0, 0, 0, 0, 0, 0, 0);
        for (var hour = fromUtc; hour < toUtc; hour = hour.AddHours(1))
        {
            var day = ChinaTime.DayOf(hour);
            if (!device.IsOpenOn(day) || day < device.OpenedOn)
            {
                continue;
            }

            if (leaves.Find(device.Mn, hour) is { } leave)
            {
                away++;
                repair += leave.Kind == LeaveKind.Maintenance ? 1 : 0;
                late += leave.ReportedUtc > hour ? 1 : 0;
            }
            else if (!isOpen(hour))
            {
                shut++;
            }
            else
            {
                var values = hours.GetValueOrDefault(hour);
                (due, present, valid) = (due + Math.Max(1, factors), present + values.Present, valid + values.Valid);
            }
        }

        return new(due, present, valid, away, shut) { RepairHours = repair, LateHours = late };
    }
}
