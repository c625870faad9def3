using System.Globalization;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Progress;
using Lanshao.Rooms.Evaluation;
using Lanshao.Shell;
using Lanshao.Texts;

namespace Lanshao.Front;

/// <summary>怎么算的 of the figures that stand beside a target.</summary>
internal sealed class HomeHow(UiTexts t)
{
    /// <summary>Explains a stored figure.</summary>
    public HowComputed Stored(string name, IndicatorValue value) => ValueWords.How(name, value, t);

    /// <summary>Explains 距目标.</summary>
    public HowComputed Distance(TargetBoard.Row row, TargetCheck check) => new(
        t["{0} 距目标", row.Indicator!.ShortName],
        [
            ("输入", t["当前值{0}，目标{1}", check.Value.ShownText, Plain(check.Target)]),
            ("计算", $"{check.Value.ShownText}-{Plain(check.Target)}={Plain(check.Distance)}"),
            ("依据", t["按显示的位数判定：{0}位小数（{1}）", check.Value.Decimals, ValueWords.Rounding]),
            ("目标出处", $"{row.Plan} {row.Code}"),
            .. ValueWords.Provenance(row.Now!, t),
        ]);

    /// <summary>Explains 剩余时段控制线.</summary>
    public HowComputed Budget(TargetBoard.Row row, TargetCheck check)
    {
        var budget = check.Budget!;
        var all = budget.DaysSoFar + budget.DaysLeft;
        return new(
            t["{0} 剩余时段控制线 {1}", row.Indicator!.ShortName, budget.Mean!.Value.ShownText],
            [
                ("输入", t["目标{0}，{1}平均{2}（{3}天），余{4}天", Plain(check.Target), row.Now!.Period.ChineseText, ValueWords.Shown(row.Now), budget.DaysSoFar, budget.DaysLeft]),
                ("计算", string.Create(CultureInfo.InvariantCulture, $"（{Plain(check.Target)}×{all}-{ValueWords.Plain(row.Now)}×{budget.DaysSoFar}）÷{budget.DaysLeft}={budget.Mean.Value.ExactText}")),
                ("修约", t["保留一位小数，只舍不入，得{0}；每个日历天同权", budget.Mean.Value.ShownText]),
                ("目标出处", $"{row.Plan} {row.Code}"),
                .. ValueWords.Provenance(row.Now, t),
            ]);
    }

    private static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
