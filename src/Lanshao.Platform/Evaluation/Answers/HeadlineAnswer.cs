using System.Globalization;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation.Answers;

/// <summary>The first sentence of the home page: 截至6月30日，PM2.5累计38.0微克/立方米，同比下降2.6%；…</summary>
public static class HeadlineAnswer
{
    /// <param name="indicator">What the figure is.</param>
    /// <param name="value">The figure; must have a number.</param>
    /// <param name="change">Its published change; null for none.</param>
    /// <param name="check">Its yearly target; null where none was entered.</param>
    public static Answer Of(IndicatorDefinition indicator, IndicatorValue value, IndicatorValue? change, TargetCheck? check)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(value);
        var shown = Reported.Of(value.Number ?? throw new ArgumentException("The figure has no number.", nameof(value)), indicator.Decimals);
        var day = value.Period.To.ToString("M月d日", CultureInfo.InvariantCulture);
        var moved = change?.Number is { } number ? "，" + Direction.Of(FigureCell.Percent(Reported.Of(number, 1), new FigureOrigin.Stored(change))) : string.Empty;
        var answer = new Answer().Say($"截至{day}，{indicator.ShortName}{value.PeriodBasis}{shown.ShownText}{indicator.PrintedUnit}{moved}");
        return answer.Say(check is null ? string.Create(CultureInfo.InvariantCulture, $"{value.Period.To.Year}年目标未录入") : Left(indicator, check));
    }

    /// <summary>Says what is left of the target: 按目标34（按一位小数判定），后184天平均须控制在30.0以内.</summary>
    public static string Left(IndicatorDefinition indicator, TargetCheck check)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(check);
        var target = check.Target.ToString("0.######", CultureInfo.InvariantCulture);
        return check.Budget switch
        {
            { Mean: { Shown: > 0m } mean, DaysLeft: var days } =>
                string.Create(CultureInfo.InvariantCulture, $"按目标{target}（{Judged(indicator)}），后{days}天平均须控制在{mean.ShownText}以内"),
            { Mean: not null } => $"已不可能达到目标{target}",
            _ => $"{(check.IsMet ? "在" : "未达")}目标{target}{(check.IsMet ? "以内" : string.Empty)}",
        };
    }

    private static string Judged(IndicatorDefinition indicator) => indicator.Decimals == 0 ? "按整数判定" : $"按{"一二三四五六"[indicator.Decimals - 1]}位小数判定";
}
