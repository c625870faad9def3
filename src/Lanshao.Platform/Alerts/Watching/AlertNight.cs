using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Alerts.Watching;

/// <summary>A night as alerts count it: from noon to noon of the civil days, in steps of five minutes, with two hours before it so that what began before noon is seen whole.</summary>
/// <param name="On">The civil day on which it begins.</param>
public readonly record struct AlertNight(DateOnly On)
{
    public const int StepMinutes = 5;
    public const int StepsOfAnHour = 60 / StepMinutes;

    /// <summary>The steps before noon.</summary>
    public const int WarmUp = 2 * StepsOfAnHour;

    /// <summary>All steps.</summary>
    public const int Steps = WarmUp + (24 * StepsOfAnHour);

    private const int Noon = 12;

    /// <summary>Gets the noon at which it begins.</summary>
    public DateTime NoonUtc => ChinaTime.StartUtc(On).AddHours(Noon);

    /// <summary>Gets the first instant that is looked at.</summary>
    public DateTime FromUtc => NoonUtc.AddMinutes(-WarmUp * StepMinutes);

    /// <summary>Gets the noon at which it ends.</summary>
    public DateTime ToUtc => NoonUtc.AddDays(1);

    public AlertNight Next => new(On.AddDays(1));

    public AlertNight Before => new(On.AddDays(-1));

    /// <summary>Returns the night that an instant belongs to.</summary>
    public static AlertNight Of(DateTime instantUtc) => new(ChinaTime.DayOf(instantUtc.AddHours(-Noon)));

    /// <summary>Returns when a step begins.</summary>
    public DateTime StartOf(int step) => FromUtc.AddMinutes(step * StepMinutes);

    /// <summary>Returns the step that an instant lies in, which may be before the first or after the last.</summary>
    public int StepOf(DateTime instantUtc) => (int)Math.Floor((instantUtc - FromUtc).TotalMinutes / StepMinutes);

    /// <summary>Returns how many steps are over at an instant.</summary>
    public int StepsOver(DateTime nowUtc) => Math.Clamp(StepOf(nowUtc), 0, Steps);
}
