using System.Buffers;
using System.Numerics;

namespace Lanshao.Standards.Air;

/// <summary>The daily values of one item: exact as numerators over one denominator, reported as whole numbers of the last reported digit.</summary>
internal abstract class DayColumn(int[] reported, byte[] validHours)
{
    /// <summary>A day without a valid value.</summary>
    public const int Missing = -1;

    /// <summary>Gets the reported values in units of their last digit (CO in tenths); <see cref="Missing"/> where there is none.</summary>
    public int[] Reported { get; } = reported;

    /// <summary>Gets the valid hours of each day; empty where a value is a mean of stations.</summary>
    public byte[] ValidHours { get; } = validHours;

    public abstract decimal? Exact(int day);

    /// <summary>Counts the valid days before a day.</summary>
    public abstract int ValidBefore(int day);

    public abstract AirStatistic Statistic(int fromDay, int toDay, int percentile);

    /// <summary>The same values without some days.</summary>
    public abstract DayColumn Without(ReadOnlySpan<bool> days);
}

/// <summary>Daily values over a number type: whole numbers for stations, decimals for means of stations and for values of many digits.</summary>
internal sealed class DayColumn<T> : DayColumn
    where T : struct, INumber<T>
{
    private readonly T[] _values;
    private readonly decimal _denominator;
    private readonly T[] _valid;
    private readonly T[] _sumBefore;
    private readonly int[] _validBefore;

    public DayColumn(T[] values, decimal denominator, int[] reported, byte[] validHours)
        : base(reported, validHours)
    {
        (_values, _denominator) = (values, denominator);
        _validBefore = new int[reported.Length + 1];
        for (var day = 0; day < reported.Length; day++)
        {
            _validBefore[day + 1] = _validBefore[day] + (reported[day] >= 0 ? 1 : 0);
        }

        _valid = new T[_validBefore[^1]];
        _sumBefore = new T[_valid.Length + 1];
        for (int day = 0, at = 0; day < reported.Length; day++)
        {
            if (reported[day] >= 0)
            {
                _valid[at] = values[day];
                _sumBefore[at + 1] = _sumBefore[at] + values[day];
                at++;
            }
        }
    }

    public override decimal? Exact(int day) => Reported[day] < 0 ? null : Quotient(_values[day], _denominator);

    public override int ValidBefore(int day) => _validBefore[day];

    public override AirStatistic Statistic(int fromDay, int toDay, int percentile)
    {
        var (from, to) = (_validBefore[fromDay], _validBefore[toDay]);
        var count = to - from;
        if (count == 0)
        {
            return default;
        }

        var mean = Quotient(_sumBefore[to] - _sumBefore[from], _denominator * count);
        return new(mean, Quotient(HundredfoldPercentile(_valid.AsSpan(from, count), percentile), _denominator * 100), count);
    }

    public override DayColumn Without(ReadOnlySpan<bool> days)
    {
        var reported = Reported.ToArray();
        for (var day = 0; day < reported.Length; day++)
        {
            reported[day] = days[day] ? Missing : reported[day];
        }

        return new DayColumn<T>(_values, _denominator, reported, ValidHours);
    }

    /// <summary>A hundred times the percentile, so that whole numbers stay whole (HJ 663, annex A).</summary>
    private static T HundredfoldPercentile(ReadOnlySpan<T> values, int percentile)
    {
        var rented = ArrayPool<T>.Shared.Rent(values.Length);
        var copy = rented.AsSpan(0, values.Length);
        values.CopyTo(copy);
        var (below, hundredths) = Math.DivRem((copy.Length - 1) * percentile, 100);
        var low = Select(copy, below);
        var high = hundredths == 0 ? low : Least(copy[(below + 1)..]);
        ArrayPool<T>.Shared.Return(rented);
        return (low * T.CreateChecked(100 - hundredths)) + (high * T.CreateChecked(hundredths));
    }

    /// <summary>The value at a place of the ascending order; afterwards none behind the place is smaller (Hoare's selection).</summary>
    private static T Select(Span<T> values, int place)
    {
        var (left, right) = (0, values.Length - 1);
        while (left < right)
        {
            var pivot = values[left + ((right - left) / 2)];
            var (from, to) = (left, right);
            while (from <= to)
            {
                for (; values[from] < pivot; from++)
                {
                }

                for (; pivot < values[to]; to--)
                {
                }

                if (from <= to)
                {
                    (values[from], values[to]) = (values[to], values[from]);
                    from++;
                    to--;
                }
            }

            (left, right) = place <= to ? (left, to) : place >= from ? (from, right) : (place, place);
        }

        return values[place];
    }

    private static T Least(ReadOnlySpan<T> values)
    {
        var least = values[0];
        foreach (var value in values)
        {
            least = value < least ? value : least;
        }

        return least;
    }

    /// <summary>One division at the end. Sums of decimal quotients carry noise in their last digits: cut away, so that a tie stays a tie.</summary>
    private static decimal Quotient(T numerator, decimal denominator)
    {
        var quotient = decimal.CreateChecked(numerator) / denominator;
        return typeof(T) == typeof(decimal) ? Rounding.HalfEven(quotient, DailyValues.NoiseFreeDecimals) : quotient;
    }
}
