using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Monitoring;

/// <summary>The hours of a stretch in which one device should report, day by day: those on which it was there, but not those it was reported away, nor those outside the opening times of its kind.</summary>
internal sealed class DutyDays
{
    private readonly int[] _due;
    private DutyHours _beside = new(0, 0, 0, 0, 0);

    private DutyDays(int[] due) => _due = due;

    /// <summary>Lays out the hours of a device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="leaves">What was reported of its absence.</param>
    /// <param name="open">The hours of each day in which its kind is at work.</param>
    /// <param name="whole">The hours of each day that belong to the stretch.</param>
    /// <param name="first">The first day.</param>
    public static DutyDays Of(Device device, LeaveBook leaves, int[] open, int[] whole, DateOnly first)
    {
        var (days, hasLeaves) = (new DutyDays(new int[whole.Length]), !leaves.HasNone(device.Mn));
        var (due, shut) = (0, 0);
        for (var place = 0; place < whole.Length; place++)
        {
            var day = first.AddDays(place);
            var there = device.IsOpenOn(day) && !(day < device.OpenedOn) ? whole[place] : 0;
            there &= hasLeaves ? ~days.Away(device.Mn, leaves, day, there) : DayHours.All;
            days._due[place] = there & open[place];
            due += DayHours.NumberOf(days._due[place]);
            shut += DayHours.NumberOf(there & ~open[place]);
        }

        days._beside = days._beside with { Due = due, ShutHours = shut };
        return days;
    }

    /// <summary>Counts the values that should be there of some factors, at least of one; the hours beside them.</summary>
    public DutyHours Expected(int factors) => _beside with { Due = _beside.Due * Math.Max(1, factors) };

    /// <summary>Counts the hours of one day that fall into those due.</summary>
    public (int Present, int Valid) Count(int place, DayHours hours) => (DayHours.NumberOf(hours.Present & _due[place]), DayHours.NumberOf(hours.Valid & _due[place]));

    private int Away(string mn, LeaveBook leaves, DateOnly day, int there)
    {
        var (away, start) = (0, ChinaTime.StartUtc(day));
        for (var hour = 0; hour < 24; hour++)
        {
            if ((there & (1 << hour)) == 0 || leaves.Find(mn, start.AddHours(hour)) is not { } leave)
            {
                continue;
            }

            away |= 1 << hour;
            _beside = _beside with { AwayHours = _beside.AwayHours + 1, RepairHours = _beside.RepairHours + (leave.Kind == LeaveKind.Maintenance ? 1 : 0), LateHours = _beside.LateHours + (leave.ReportedUtc > start.AddHours(hour) ? 1 : 0) };
        }

        return away;
    }
}
