using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>A yearly target beside a figure of the same year: whether it holds so far, and what the rest of the year may have.</summary>
/// <param name="Target">The target, in the indicator's unit.</param>
/// <param name="Value">The figure as it is reported; the target is judged on what is shown.</param>
/// <param name="Period">The figure's period.</param>
/// <param name="IsMet">Whether the shown figure keeps the target.</param>
/// <param name="Budget">The mean that the days left may have (剩余时段控制线); null where the figure is no mean from 1 January.</param>
public sealed record TargetCheck(decimal Target, Reported Value, Period Period, bool IsMet, RemainingBudget? Budget)
{
    private const string Cumulative = "累计";

    /// <summary>Gets the budget where the yearly mean is judged as it is rounded to the decimals that the target is written with; null where <see cref="Budget"/> is.</summary>
    public RemainingBudget? RoundedBudget { get; private init; }

    /// <summary>Gets how far the shown figure is from the target: positive where it is above.</summary>
    public decimal Distance => Value.Shown - Target;

    /// <summary>Compares a target with a figure; EVA-020 where they are of different years.</summary>
    /// <param name="indicator">The figure's definition: precision and which way is better.</param>
    /// <param name="value">The figure; must have a number.</param>
    /// <param name="year">The year of the target.</param>
    /// <param name="target">The target in the indicator's unit.</param>
    public static Outcome<TargetCheck> Of(IndicatorDefinition indicator, IndicatorValue value, int year, decimal target)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(value);
        var period = value.Period;
        if (period.From.Year != year || period.To.Year != year)
        {
            return Refusal.Invalid("EVA-020", ("target", Text(year)), ("data", Text(period.To.Year)));
        }

        var shown = Reported.Of(value.Number ?? throw new ArgumentException("The figure has no number.", nameof(value)), indicator.Decimals);
        var isMet = indicator.Direction == BetterDirection.Higher ? shown.Shown >= target : shown.Shown <= target;
        var isMean = indicator is { Direction: BetterDirection.Lower, YearOnYear: YearOnYearKind.Percent } && value.PeriodBasis == Cumulative && period.From is { Month: 1, Day: 1 };
        return new TargetCheck(target, shown, period, isMet, isMean ? RemainingBudget.Compute(target, value.Number.Value, period.From, period.To) : null)
        {
            RoundedBudget = isMean ? RemainingBudget.ComputeRounded(target, Rounding.DecimalsOf(target), value.Number.Value, period.From, period.To) : null,
        };
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
