using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans;

/// <summary>What kind of task list it is; several stand side by side in a year.</summary>
public enum PlanKind
{
    /// <summary>年度计划.</summary>
    Annual,

    /// <summary>强化措施.</summary>
    Strengthening,

    /// <summary>季度重点任务.</summary>
    Quarterly,
}

/// <summary>Reads kind and period off a title.</summary>
public static class PlanTitle
{
    private const string Quarters = "一二三四";

    /// <summary>Returns what a list with this title is, and the span for which it is set: a quarter where the title names one, else the year.</summary>
    public static (PlanKind Kind, Period Period) Read(string title, int year)
    {
        var compact = ChineseText.Compact(title);
        var at = compact.IndexOf("季度", StringComparison.Ordinal);
        if (at > 0 && QuarterOf(compact[at - 1]) is { } quarter)
        {
            return (PlanKind.Quarterly, Period.Quarter(year, quarter));
        }

        return (compact.Contains("强化", StringComparison.Ordinal) ? PlanKind.Strengthening : PlanKind.Annual, Period.Year(year));
    }

    private static int? QuarterOf(char c) =>
        c is >= '1' and <= '4' ? c - '0' : Quarters.IndexOf(c, StringComparison.Ordinal) is >= 0 and var index ? index + 1 : null;
}
