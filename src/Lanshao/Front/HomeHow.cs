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
            ("依据", t["按显示的位数判定：{0}位小数（{1}）", check.Value.Decimals, ValueWords.RoundingRule]),
            ("目标出处", $"{row.Plan} {row.Code}"),
            .. ValueWords.Provenance(row.Now!, t),
        ]);

    /// <summary>Explains 剩余时段控制线.</summary>
    public HowComputed Budget(TargetBoard.Row row, TargetCheck check) => new(
        t["{0} 剩余时段控制线 {1}", row.Indicator!.ShortName, check.Budget!.Mean!.Value.ShownText],
        [.. ValueWords.Budget(row.Now!, new(row.Target.Year, check.Target, $"{row.Plan} {row.Code}", row.Condition), check.Budget, check.RoundedBudget!, t)]);

    private static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
