namespace Lanshao.Standards.Air;

/// <summary>The hourly means of one item at one station, in the order of time, each at the start of its hour.</summary>
/// <remarks>
/// Two forms, the same figures: whole numbers scaled by a power of ten (four bytes an hour, for whole years and many stations), or decimals where a value needs more digits.
/// A negative whole number is a missing hour.
/// </remarks>
public sealed class HourlyColumn
{
    /// <summary>The largest scaled whole number: the sum of a day still fits 32 bits.</summary>
    public const int LargestScaled = int.MaxValue / 32;

    /// <summary>A missing hour among scaled whole numbers.</summary>
    public const int Missing = -1;

    /// <summary>The most decimals of scaled whole numbers.</summary>
    public const int MostDecimals = 6;

    private HourlyColumn(ReadOnlyMemory<int> scaled, int decimals, decimal?[]? plain) => (Scaled, Decimals, Plain) = (scaled, decimals, plain);

    /// <summary>Returns the number of hours.</summary>
    public int Length => Plain?.Length ?? Scaled.Length;

    internal ReadOnlyMemory<int> Scaled { get; }

    internal int Decimals { get; }

    internal decimal?[]? Plain { get; }

    /// <summary>Returns the mean of one hour.</summary>
    /// <param name="hour">The place of the hour from the first, 0-based.</param>
    /// <returns>µg/m³ (CO mg/m³); <see langword="null"/> where missing.</returns>
    public decimal? this[int hour] => Plain is { } plain ? plain[hour] : Scaled.Span[hour] is >= 0 and var scaled ? new decimal(scaled, 0, 0, false, (byte)Decimals) : null;

    /// <summary>Takes whole numbers scaled by a power of ten.</summary>
    /// <param name="hours">The hours, 24 a day; negative where missing, at most <see cref="LargestScaled"/>. Not copied.</param>
    /// <param name="decimals">Digits after the decimal point, 0 to 6: 3.4 with one decimal is 34.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The decimals or a value are out of range.</exception>
    public static HourlyColumn OfScaled(ReadOnlyMemory<int> hours, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MostDecimals);
        return hours.Span.ContainsAnyInRange(LargestScaled + 1, int.MaxValue) ? throw new ArgumentOutOfRangeException(nameof(hours)) : new(hours, decimals, null);
    }

    /// <summary>Takes decimals.</summary>
    /// <param name="hours">The hours, 24 a day, µg/m³ (CO mg/m³), not negative; <see langword="null"/> where missing. Not copied.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative.</exception>
    public static HourlyColumn OfDecimals(decimal?[] hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return hours.Any(hour => hour < 0m) ? throw new ArgumentOutOfRangeException(nameof(hours)) : new(default, 0, hours);
    }
}
