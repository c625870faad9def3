namespace Lanshao.Documents.Hourly;

/// <summary>The values of one item: whole numbers scaled by a power of ten that grows with the digits read, or decimals where that does not hold them.</summary>
public sealed class HourlyValues
{
    /// <summary>The largest scaled whole number.</summary>
    public const int LargestScaled = int.MaxValue / 32;

    /// <summary>The most decimals of scaled whole numbers.</summary>
    public const int MostDecimals = 6;

    private readonly Func<(int Start, int Length)> _extent;
    private int[] _scaled;
    private decimal[]? _plain;

    internal HourlyValues(int capacity, Func<(int Start, int Length)> extent)
    {
        (_scaled, _extent) = (new int[capacity], extent);
        _scaled.AsSpan().Fill(HourlyStation.Unseen);
    }

    /// <summary>Returns the digits after the decimal point of the scaled whole numbers.</summary>
    public int Decimals { get; private set; }

    /// <summary>Says whether the values need decimals; then <see cref="Plain"/> holds them.</summary>
    public bool IsPlain => _plain is not null;

    /// <summary>Returns the scaled whole numbers, 24 a day; negative where missing. Of no use where <see cref="IsPlain"/>.</summary>
    public ReadOnlyMemory<int> Scaled => _scaled.AsMemory(_extent().Start, _extent().Length);

    /// <summary>Returns the value of one hour.</summary>
    /// <param name="hour">The place of the hour from the station's first, 0-based.</param>
    /// <returns>The value; <see langword="null"/> where missing.</returns>
    public decimal? this[int hour] => ValueAt(_extent().Start + hour);

    /// <summary>Returns the values as decimals, 24 a day; <see langword="null"/> where missing.</summary>
    /// <returns>A new array.</returns>
    public decimal?[] Plain() => [.. Enumerable.Range(_extent().Start, _extent().Length).Select(ValueAt)];

    /// <summary>Counts the values that are there, and those above a limit.</summary>
    internal (int Present, int Above) CountAbove(int limit)
    {
        var scaledLimit = (long)limit;
        for (var place = 0; place < Decimals; place++)
        {
            scaledLimit *= 10;
        }

        var (present, above) = (0, 0);
        var (start, length) = _extent();
        for (var hour = start; hour < start + length; hour++)
        {
            var isThere = _scaled[hour] >= 0;
            present += isThere ? 1 : 0;
            above += isThere && (_plain is { } plain ? plain[hour] > limit : _scaled[hour] > scaledLimit) ? 1 : 0;
        }

        return (present, above);
    }

    /// <summary>Says whether a row named the hour.</summary>
    internal bool IsSeen(int hour) => _scaled[hour] != HourlyStation.Unseen;

    /// <summary>Takes a value of mantissa and decimals; false where the hour has one already.</summary>
    internal bool Take(int hour, long mantissa, int decimals)
    {
        if (IsSeen(hour))
        {
            return false;
        }

        while (decimals > 0 && mantissa % 10 == 0)
        {
            mantissa /= 10;
            decimals--;
        }

        Set(hour, mantissa, decimals);
        return true;
    }

    internal bool TakeMissing(int hour)
    {
        if (IsSeen(hour))
        {
            return false;
        }

        _scaled[hour] = HourlyStation.Missing;
        return true;
    }

    /// <summary>Takes a value with more digits than a scaled whole number holds.</summary>
    internal bool Take(int hour, decimal value)
    {
        if (IsSeen(hour))
        {
            return false;
        }

        BecomePlain();
        (_scaled[hour], _plain![hour]) = (0, value);
        return true;
    }

    internal bool TakeFrom(HourlyValues other, int theirs, int ours) => other.ValueAt(theirs) is not { } value ? TakeMissing(ours)
        : other.IsPlain ? Take(ours, value)
        : Take(ours, other._scaled[theirs], other.Decimals);

    /// <summary>Makes room before the first and behind the last place.</summary>
    internal void Grow(int before, int after)
    {
        var scaled = new int[before + _scaled.Length + after];
        scaled.AsSpan().Fill(HourlyStation.Unseen);
        _scaled.CopyTo(scaled, before);
        if (_plain is { } plain)
        {
            _plain = new decimal[scaled.Length];
            plain.CopyTo(_plain, before);
        }

        _scaled = scaled;
    }

    private decimal? ValueAt(int hour) => _scaled[hour] < 0 ? null : _plain is { } plain ? plain[hour] : new decimal(_scaled[hour], 0, 0, false, (byte)Decimals);

    private void Set(int hour, long mantissa, int decimals)
    {
        while (!IsPlain && decimals > Decimals)
        {
            Widen();
        }

        for (var place = decimals; !IsPlain && place < Decimals && mantissa <= LargestScaled; place++)
        {
            mantissa *= 10;
            decimals++;
        }

        if (IsPlain || mantissa > LargestScaled || decimals != Decimals)
        {
            BecomePlain();
            (_scaled[hour], _plain![hour]) = (0, new decimal(unchecked((int)mantissa), (int)(mantissa >> 32), 0, false, (byte)decimals));
            return;
        }

        _scaled[hour] = (int)mantissa;
    }

    /// <summary>One decimal more; where that does not hold the values, decimals.</summary>
    private void Widen()
    {
        if (Decimals == MostDecimals || _scaled.AsSpan().ContainsAnyInRange((LargestScaled / 10) + 1, int.MaxValue))
        {
            BecomePlain();
            return;
        }

        foreach (ref var value in _scaled.AsSpan())
        {
            value = value > 0 ? value * 10 : value;
        }

        Decimals++;
    }

    private void BecomePlain()
    {
        if (IsPlain)
        {
            return;
        }

        var plain = new decimal[_scaled.Length];
        for (var hour = 0; hour < plain.Length; hour++)
        {
            plain[hour] = ValueAt(hour) ?? 0m;
        }

        _plain = plain;
    }
}
