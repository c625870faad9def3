namespace Lanshao.Documents.Language;

/// <summary>The values that a printed number allows: 38.0 is [37.95, 38.05], 3.2万余 is (32000, 33000).</summary>
/// <param name="Low">The smallest value, in the unit of the number.</param>
/// <param name="High">The greatest value.</param>
/// <param name="LowOpen">Whether the smallest value itself is left out.</param>
/// <param name="HighOpen">Whether the greatest value itself is left out.</param>
public readonly record struct NumberInterval(decimal Low, decimal High, bool LowOpen = false, bool HighOpen = false)
{
    /// <summary>Beyond every number that an official document prints; stands for "no bound".</summary>
    public const decimal Boundless = 1_000_000_000_000_000m;

    /// <summary>Whether it is a single value.</summary>
    public bool IsPoint => Low == High;

    /// <summary>Returns the interval of exactly one value.</summary>
    /// <param name="value">The value.</param>
    public static NumberInterval Of(decimal value) => new(value, value);

    /// <summary>Returns the values that round to a printed one, either rounding habit, ends included.</summary>
    /// <param name="value">The printed value.</param>
    /// <param name="step">The value of one unit of its last printed digit; 0 for a counted number.</param>
    public static NumberInterval Around(decimal value, decimal step) => new(value - (step / 2), value + (step / 2));

    /// <summary>Tells whether a value may stand for the number.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(decimal value) => (LowOpen ? value > Low : value >= Low) && (HighOpen ? value < High : value <= High);

    /// <summary>Tells whether one value may stand for both numbers.</summary>
    /// <param name="other">The other number.</param>
    public bool Overlaps(NumberInterval other)
    {
        var low = Math.Max(Low, other.Low);
        var high = Math.Min(High, other.High);
        return low < high || (low == high && Contains(low) && other.Contains(low));
    }

    /// <summary>Returns the interval with its sign turned.</summary>
    public NumberInterval Negated() => new(-High, -Low, HighOpen, LowOpen);

    /// <summary>Returns the sums of a value of each.</summary>
    /// <param name="other">The other interval.</param>
    public NumberInterval Plus(NumberInterval other) => new(Low + other.Low, High + other.High, LowOpen || other.LowOpen, HighOpen || other.HighOpen);

    /// <summary>Returns the differences of a value of each.</summary>
    /// <param name="other">What is taken away.</param>
    public NumberInterval Minus(NumberInterval other) => Plus(other.Negated());

    /// <summary>Returns the multiples of every value.</summary>
    /// <param name="factor">The factor, not negative.</param>
    public NumberInterval Times(decimal factor) => new(Low * factor, High * factor, LowOpen, HighOpen);

    /// <summary>Returns every part in percent of every whole; <see langword="null"/> where a whole may be 0 or less.</summary>
    /// <param name="whole">The wholes.</param>
    public NumberInterval? PercentOf(NumberInterval whole)
    {
        if (whole.Low <= 0m || Math.Abs(Low) >= Boundless || Math.Abs(High) >= Boundless)
        {
            return null;
        }

        var smallest = Low * 100m / (Low >= 0m ? whole.High : whole.Low);
        var greatest = High * 100m / (High >= 0m ? whole.Low : whole.High);
        return new NumberInterval(smallest, greatest);
    }

    /// <summary>Returns the changes in percent from every earlier value to every later one; <see langword="null"/> where an earlier value may be 0 or less.</summary>
    /// <param name="now">The later values.</param>
    /// <param name="before">The earlier values.</param>
    public static NumberInterval? Change(NumberInterval now, NumberInterval before) =>
        now.PercentOf(before) is { } ratio ? new NumberInterval(ratio.Low - 100m, ratio.High - 100m) : null;
}
