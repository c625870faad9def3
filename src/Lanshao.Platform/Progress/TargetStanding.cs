using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;

namespace Lanshao.Platform.Progress;

/// <summary>Judges a target by its figure.</summary>
public static class TargetStanding
{
    private const string Classes = "ⅠⅡⅢⅣⅤ劣";

    /// <summary>Says how a target stands on the last day of the figure; no data where the two are not of one indicator, unit and year.</summary>
    public static TargetState Of(PlanTarget target, IndicatorDefinition? indicator, IndicatorValue? now)
    {
        if (target is { Comparator: TargetComparator.ClassAtMost, WaterClass: { Length: > 0 } wanted })
        {
            return indicator is not null && now?.Text is { Length: > 0 } found && Classes.Contains(found[0], StringComparison.Ordinal)
                ? Kept(Classes.IndexOf(found[0], StringComparison.Ordinal) <= Classes.IndexOf(wanted[0], StringComparison.Ordinal), IsOver(target, now))
                : TargetState.NoData;
        }

        if (indicator is null || now?.Number is not { } number || target.Value is not { } value || !indicator.IsIn(target.Unit))
        {
            return TargetState.NoData;
        }

        var shown = Standards.Rounding.HalfEven(number, indicator.Decimals);
        var isOver = IsOver(target, now);
        return target.Comparator switch
        {
            TargetComparator.AtMost or TargetComparator.AboutAtMost or TargetComparator.About => Kept(shown <= value, isOver),
            TargetComparator.AtLeast when indicator.Unit == "%" => Kept(shown >= value, isOver),
            TargetComparator.AtLeast => Reached(shown, value, now, isOver),
            _ => TargetState.NoData,
        };
    }

    private static bool IsOver(PlanTarget target, IndicatorValue now) => now.ToOn >= (target.DueOn ?? new DateOnly(now.ToOn.Year, 12, 31));

    // A mean or a share may still turn until the year ends.
    private static TargetState Kept(bool holds, bool isOver) => (holds, isOver) switch
    {
        (true, true) => TargetState.Met,
        (true, false) => TargetState.OnTrack,
        (false, true) => TargetState.Overdue,
        _ => TargetState.NeedsAttention,
    };

    // A count only grows: it is on track while its share of the target is not behind the share of the year.
    private static TargetState Reached(decimal shown, decimal target, IndicatorValue now, bool isOver)
    {
        if (shown >= target)
        {
            return TargetState.Met;
        }

        var days = DateTime.IsLeapYear(now.ToOn.Year) ? 366 : 365;
        return isOver ? TargetState.Overdue : shown * days >= target * now.ToOn.DayOfYear ? TargetState.OnTrack : TargetState.NeedsAttention;
    }
}
