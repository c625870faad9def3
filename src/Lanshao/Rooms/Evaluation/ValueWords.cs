using System.Globalization;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Shell;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>Words a stored value for 怎么算的.</summary>
internal static class ValueWords
{
    /// <summary>The rule of rounding that every shown figure follows.</summary>
    public const string RoundingRule = "GB/T 8170—2008 3.2";

    /// <summary>Returns what the drawer of a stored figure says.</summary>
    /// <param name="name">What the figure is.</param>
    /// <param name="value">The value.</param>
    /// <param name="t">The words of the page.</param>
    public static HowComputed How(string name, IndicatorValue value, UiTexts t) => new($"{name} {Shown(value)}", [.. Stored(value, t)]);

    /// <summary>Returns the lines of a value that is shown as it was stored.</summary>
    public static IEnumerable<(string Name, string Text)> Stored(IndicatorValue value, UiTexts t) =>
        [("数值", t["{0}（{1}，原样保存，不重算）", Shown(value), FigureWords.Of(value.Basis)]), .. Provenance(value, t)];

    /// <summary>Returns where a value comes from: source, scopes, status, when it was stored.</summary>
    public static IEnumerable<(string Name, string Text)> Provenance(IndicatorValue value, UiTexts t)
    {
        yield return ("来源", BasisWords.Source(value, t));
        yield return ("口径", t["站点：{0}；沙尘：{1}；时段：{2}，{3}", value.StationScope, value.SandBasis, value.PeriodBasis, value.Period.ChineseText]);
        yield return ("状态", FigureWords.Of(value.Status));
        if (value.Remark is { Length: > 0 } remark)
        {
            yield return ("备注", remark);
        }

        yield return ("入库时间", ChinaTime.CivilOf(value.StoredUtc).ToString("yyyy年M月d日 H:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>Returns how the days that are left may be for a target still to hold, by both readings of the target.</summary>
    /// <param name="value">The mean so far.</param>
    /// <param name="target">The target and where it stands.</param>
    /// <param name="exact">What is left where the target is an exact limit.</param>
    /// <param name="rounded">What is left where the yearly mean is rounded before it is judged.</param>
    /// <param name="t">The words of the page.</param>
    public static IEnumerable<(string Name, string Text)> Budget(IndicatorValue value, YearTarget target, RemainingBudget exact, RemainingBudget rounded, UiTexts t)
    {
        var decimals = Rounding.DecimalsOf(target.Value);
        var (limit, isReached) = RemainingBudget.LargestRoundedTo(target.Value, decimals);
        var (aim, end) = (Written(target.Value), Written(limit));
        var condition = isReached ? t["全年平均修约后不高于{0}，即不超过{1}", aim, end] : t["全年平均修约后不高于{0}，即低于{1}", aim, end];
        return
        [
            ("输入", t["目标{0}，{1}平均{2}（{3}天），余{4}天", aim, value.Period.ChineseText, Shown(value), exact.DaysSoFar, exact.DaysLeft]),
            ("按精确限值", t["全年平均不超过{0}：{1}", aim, Sum(value, aim, exact)]),
            ("按取整判定", $"{condition}：{Sum(value, end, rounded)}"),
            ("采用", target.IsJudgedRounded ? t["目标写明取整判定，采用取整判定"] : t["目标没有写明取整判定，采用较严的精确限值"]),
            ("修约", t["保留一位小数，只舍不入；每个日历天同权"]),
            ("目标出处", target.Where),
            .. Provenance(value, t),
        ];
    }

    private static string Sum(IndicatorValue value, string limit, RemainingBudget budget) => string.Create(
        CultureInfo.InvariantCulture,
        $"（{limit}×{budget.DaysSoFar + budget.DaysLeft}-{Plain(value)}×{budget.DaysSoFar}）÷{budget.DaysLeft}={budget.Mean!.Value.ExactText}，得{budget.Mean.Value.ShownText}");

    private static string Written(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>The value as its source wrote it; 39.0 stays 39.0.</summary>
    public static string Shown(IndicatorValue value) => value.Written.Length > 0 ? value.Written : Plain(value);

    /// <summary>The value in full, without zeros that nobody wrote.</summary>
    public static string Plain(IndicatorValue value) => value.Number?.ToString(CultureInfo.InvariantCulture) ?? value.Text ?? string.Empty;
}
