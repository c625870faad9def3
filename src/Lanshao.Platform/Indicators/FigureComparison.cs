using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Indicators;

/// <summary>Compares two stored values, and refuses where they do not stand on the same ground.</summary>
public static class FigureComparison
{
    /// <summary>Says why two values may not be subtracted, ranked or compared; null where they may.</summary>
    /// <returns>IND-013 with the first ground that differs.</returns>
    public static Refusal? Check(IndicatorValue one, IndicatorValue other)
    {
        (string Name, string One, string Other)[] grounds =
        [
            ("指标", one.Indicator, other.Indicator),
            ("基础", FigureWords.Of(one.Basis), FigureWords.Of(other.Basis)),
            ("站点口径", one.StationScope, other.StationScope),
            ("沙尘口径", one.SandBasis, other.SandBasis),
            ("时段口径", one.PeriodBasis, other.PeriodBasis),
        ];
        return Array.Find(grounds, ground => ground.One != ground.Other) is { Name: not null } ground
            ? Refusal.Invalid("IND-013", ("ground", ground.Name), ("expected", ground.One), ("found", ground.Other))
            : null;
    }

    /// <summary>Computes the change of a value against last year's, on the precision that the indicator declares.</summary>
    /// <param name="now">The value of this year.</param>
    /// <param name="before">The value of the same period of last year.</param>
    /// <param name="indicator">Their definition.</param>
    /// <returns>The change: in per cent, or in the indicator's unit; IND-013 on different grounds, IND-016 where it cannot be told (no number, base not above zero, other period).</returns>
    public static Outcome<Reported> Change(IndicatorValue now, IndicatorValue before, IndicatorDefinition indicator)
    {
        if (Check(now, before) is { } refusal)
        {
            return refusal;
        }

        var change = before.Period == now.Period.LastYear() && now.Number is { } current && before.Number is { } previous ? ChangeOf(current, previous, indicator) : null;
        return change is { } told ? told : Refusal.Invalid("IND-016", ("indicator", indicator.Name), ("period", now.Period.ChineseText), ("before", before.Period.ChineseText));
    }

    private static Reported? ChangeOf(decimal now, decimal before, IndicatorDefinition indicator)
    {
        var decimals = indicator.YearOnYearDecimals;
        return indicator.YearOnYear switch
        {
            YearOnYearKind.Percent => YearOnYear.Compute(now, before, decimals),
            YearOnYearKind.Difference => Reported.Of(Rounding.HalfEven(now, decimals) - Rounding.HalfEven(before, decimals), decimals),
            _ => null,
        };
    }
}
