namespace Lanshao.Standards.Air;

/// <summary>The trend of yearly values by Spearman's rank correlation (秩相关系数法).</summary>
/// <param name="Coefficient">1 − 6·Σ(Xi − Yi)² ÷ (N³ − N), shown with three decimals; equal values share the mean of their ranks.</param>
/// <param name="Critical">The critical value for the number of years; <see langword="null"/> where the table has none.</param>
/// <param name="IsSignificant">Whether the coefficient is beyond the critical value; <see langword="null"/> without one.</param>
/// <remarks>HJ 663, annex B; formula V, table of critical values (one-sided, 0.05) recalled (R).</remarks>
public sealed record AirTrend(Reported Coefficient, decimal? Critical, bool? IsSignificant)
{
    /// <summary>Returns the direction: −1 falling, 1 rising, 0 without a significant trend; <see langword="null"/> where that cannot be told.</summary>
    public int? Direction => IsSignificant is { } known ? known ? Math.Sign(Coefficient.Exact) : 0 : null;

    /// <summary>Computes the trend.</summary>
    /// <param name="values">One value a year, in the order of the years, any unit.</param>
    /// <param name="rules">The rules with the table of critical values.</param>
    /// <returns>The trend; <see langword="null"/> for fewer than five years.</returns>
    public static AirTrend? Compute(IReadOnlyList<decimal> values, AirRules rules)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(rules);
        var years = values.Count;
        if (years < rules.TrendYearsAtLeast)
        {
            return null;
        }

        var squares = values.Select((value, year) => RankOf(value, values) - (year + 1)).Sum(difference => difference * difference);
        var coefficient = 1m - (6m * squares / (((decimal)years * years * years) - years));
        decimal? critical = rules.TrendCritical.TryGetValue(years, out var known) ? known : null;
        return new(Reported.Of(coefficient, 3), critical, critical is { } limit ? Math.Abs(coefficient) > limit : null);
    }

    private static decimal RankOf(decimal value, IReadOnlyList<decimal> all) => all.Count(other => other < value) + ((all.Count(other => other == value) + 1) / 2m);
}
