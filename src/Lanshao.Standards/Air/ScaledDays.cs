namespace Lanshao.Standards.Air;

/// <summary>Daily values of a station as whole numbers over one denominator: sums stay whole, and one division ends each figure.</summary>
internal sealed class ScaledDays : DayColumn
{
    private const int MostOnStack = 512;
    private readonly long[] _values;
    private readonly long[] _valid;
    private readonly long[] _sumBefore;

    public ScaledDays(long[] values, decimal denominator, int[] reported, byte[] validHours)
        : base(reported, validHours)
    {
        (_values, Denominator) = (values, denominator);
        _valid = new long[ValidDays];
        _sumBefore = new long[_valid.Length + 1];
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

    public decimal Denominator { get; }

    /// <summary>The numerator of a valid day.</summary>
    public long Numerator(int day) => _values[day];

    public override decimal? Exact(int day) => Reported[day] < 0 ? null : _values[day] / Denominator;

    protected override DayColumn With(int[] reported) => new ScaledDays(_values, Denominator, reported, ValidHours);

    protected override decimal Mean(int from, int count) => (_sumBefore[from + count] - _sumBefore[from]) / (Denominator * count);

    protected override decimal Percentile(int from, int count, int percentile)
    {
        Span<long> copy = count <= MostOnStack ? stackalloc long[count] : new long[count];
        _valid.AsSpan(from, count).CopyTo(copy);
        var (below, hundredths) = PlaceOf(count, percentile);
        var low = Select(copy, below);
        var high = hundredths == 0 ? low : Least(copy[(below + 1)..]);
        return ((low * (100 - hundredths)) + (high * hundredths)) / (Denominator * 100m);
    }

    /// <summary>The value at a place of the ascending order; afterwards none behind the place is smaller (Hoare's selection).</summary>
    private static long Select(Span<long> values, int place)
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

    private static long Least(ReadOnlySpan<long> values)
    {
        var least = values[0];
        foreach (var value in values)
        {
            least = Math.Min(least, value);
        }

        return least;
    }
}
