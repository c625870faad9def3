namespace Lanshao.Standards.Air;

/// <summary>Daily values as decimals: means of stations, and values of more digits than whole numbers hold.</summary>
internal sealed class DecimalDays : DayColumn
{
    private readonly decimal[] _values;
    private readonly decimal[] _valid;
    private readonly decimal[] _sumBefore;

    public DecimalDays(decimal[] values, int[] reported, byte[] validHours)
        : base(reported, validHours)
    {
        _values = values;
        _valid = new decimal[ValidDays];
        _sumBefore = new decimal[_valid.Length + 1];
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

    public override decimal? Exact(int day) => Reported[day] < 0 ? null : Rounding.WithoutNoise(_values[day]);

    protected override DayColumn With(int[] reported) => new DecimalDays(_values, reported, ValidHours);

    protected override decimal Mean(int from, int count) => Rounding.WithoutNoise((_sumBefore[from + count] - _sumBefore[from]) / count);

    protected override decimal Percentile(int from, int count, int percentile)
    {
        var copy = new decimal[count];
        Array.Copy(_valid, from, copy, 0, count);
        Sort(copy);
        var (below, hundredths) = PlaceOf(count, percentile);
        var high = hundredths == 0 ? copy[below] : copy[below + 1];
        return Rounding.WithoutNoise(((copy[below] * (100 - hundredths)) + (high * hundredths)) / 100m);
    }

    /// <summary>Shell's sort: a few hundred values, and nothing generic to compile.</summary>
    private static void Sort(decimal[] values)
    {
        for (var gap = values.Length / 2; gap > 0; gap = gap == 2 ? 1 : gap * 5 / 11)
        {
            for (var i = gap; i < values.Length; i++)
            {
                var value = values[i];
                var at = i;
                for (; at >= gap && values[at - gap] > value; at -= gap)
                {
                    values[at] = values[at - gap];
                }

                values[at] = value;
            }
        }
    }
}
