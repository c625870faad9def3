namespace Lanshao.Standards.Air;

/// <summary>Running counts of days with an index, good days and heavy days.</summary>
internal sealed class PeriodCounts
{
    private const int GoodTo = 100;
    private const int HeavyAbove = 200;
    private readonly (int Valid, int Good, int Heavy)[] _before;

    public PeriodCounts(short[] aqi)
    {
        _before = new (int, int, int)[aqi.Length + 1];
        for (var day = 0; day < aqi.Length; day++)
        {
            var (valid, good, heavy) = _before[day];
            _before[day + 1] = aqi[day] < 0 ? (valid, good, heavy) : (valid + 1, good + (aqi[day] <= GoodTo ? 1 : 0), heavy + (aqi[day] > HeavyAbove ? 1 : 0));
        }
    }

    public (int Valid, int Good, int Heavy) Of(int from, int to) =>
        (_before[to].Valid - _before[from].Valid, _before[to].Good - _before[from].Good, _before[to].Heavy - _before[from].Heavy);
}
