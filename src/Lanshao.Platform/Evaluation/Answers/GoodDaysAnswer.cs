using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation.Answers;

/// <summary>The answer of the air page: 上半年优良122天，比率67.0%（122/182），同比增加3天；重污染1天（扣除沙尘影响）.</summary>
public static class GoodDaysAnswer
{
    /// <summary>The codes by which a pack names these figures.</summary>
    public const string GoodDays = "good-days";
    public const string GoodDaysChange = "good-days-change";
    public const string GoodDayRatio = "good-day-ratio";
    public const string HeavyPollutionDays = "heavy-pollution-days";

    /// <param name="values">The district's published values of the period.</param>
    /// <param name="period">The period.</param>
    public static Answer Of(IReadOnlyCollection<IndicatorValue> values, Period period)
    {
        var answer = new Answer();
        if (Number(values, GoodDays) is { } good)
        {
            string?[] parts = [$"{Span(period)}优良{Text(good)}天", Ratio(values, good, period.Days), Change(Number(values, GoodDaysChange))];
            answer.Say(string.Join('，', parts.OfType<string>()));
        }

        var heavy = values.FirstOrDefault(value => value.Indicator == HeavyPollutionDays);
        var sand = heavy is null or { SandBasis: FigureWords.NotStated or FigureWords.NotApplicable } ? string.Empty : $"（{heavy.SandBasis}）";
        return answer.Say(heavy?.Number is { } days ? $"重污染{Text(days)}天{sand}" : null);
    }

    // 上半年, 二季度, 6月, 全年: the year stands in the page's title.
    private static string Span(Period period) => period.Kind switch
    {
        PeriodKind.Year => "全年",
        PeriodKind.Half or PeriodKind.Quarter or PeriodKind.Month => period.ChineseText[(period.ChineseText.IndexOf('年', StringComparison.Ordinal) + 1)..],
        _ => string.Empty,
    };

    // The fraction is told only where it gives the published ratio: every day of the period was valid.
    private static string? Ratio(IReadOnlyCollection<IndicatorValue> values, decimal good, int days)
    {
        if (Number(values, GoodDayRatio) is not { } ratio)
        {
            return null;
        }

        var shown = Reported.Of(ratio, 1);
        var fits = Percentage.Compute(good, days)?.Shown == shown.Shown;
        return $"比率{shown.ShownText}%" + (fits ? string.Create(CultureInfo.InvariantCulture, $"（{Text(good)}/{days}）") : string.Empty);
    }

    private static string? Change(decimal? days) => days switch
    {
        null => null,
        0m => "同比持平",
        > 0m => $"同比增加{Text(days.Value)}天",
        _ => $"同比减少{Text(-days.Value)}天",
    };

    private static decimal? Number(IReadOnlyCollection<IndicatorValue> values, string indicator) => values.FirstOrDefault(value => value.Indicator == indicator)?.Number;

    private static string Text(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
