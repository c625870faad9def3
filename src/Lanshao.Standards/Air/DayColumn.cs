namespace Lanshao.Standards.Air;

/// <summary>The daily values of one item: exact as numerators over one denominator, reported as whole numbers of the last reported digit.</summary>
/// <remarks>Two kinds stand side by side without generic arithmetic, which would have to be compiled anew in every process.</remarks>
internal abstract class DayColumn
{
    /// <summary>A day without a valid value.</summary>
    public const int Missing = -1;

    private readonly int[] _validBefore;

    protected DayColumn(int[] reported, byte[] validHours)
    {
        (Reported, ValidHours) = (reported, validHours);
        _validBefore = new int[reported.Length + 1];
        for (var day = 0; day < reported.Length; day++)
        {
            _validBefore[day + 1] = _validBefore[day] + (reported[day] >= 0 ? 1 : 0);
        }
    }

    /// <summary>Gets the reported values in units of their last digit (CO in tenths); <see cref="Missing"/> where there is none.</summary>
    public int[] Reported { get; }

    /// <summary>Gets the valid hours of each day; empty where a value is a mean of stations.</summary>
    public byte[] ValidHours { get; }

    /// <summary>Gets the valid days of all.</summary>
    protected int ValidDays => _validBefore[^1];

    public abstract decimal? Exact(int day);

    /// <summary>Counts the valid days before a day.</summary>
    public int ValidBefore(int day) => _validBefore[day];

    public AirStatistic Statistic(int fromDay, int toDay, int percentile)
    {
        var (from, count) = (_validBefore[fromDay], _validBefore[toDay] - _validBefore[fromDay]);
        return count == 0 ? default : new(Mean(from, count), Percentile(from, count, percentile), count);
    }

    /// <summary>The same values without some days.</summary>
    public DayColumn Without(bool[] days)
    {
        var reported = new int[Reported.Length];
        for (var day = 0; day < reported.Length; day++)
        {
            reported[day] = days[day] ? Missing : Reported[day];
        }

        return With(reported);
    }

    protected abstract DayColumn With(int[] reported);

    /// <summary>The mean of valid days that follow each other.</summary>
    /// <param name="from">The first, counted among the valid days.</param>
    /// <param name="count">How many.</param>
    protected abstract decimal Mean(int from, int count);

    /// <summary>The percentile of valid days that follow each other (HJ 663, annex A).</summary>
    protected abstract decimal Percentile(int from, int count, int percentile);

    /// <summary>Where the percentile stands in the ascending order, and how many hundredths of the way to the next value it lies.</summary>
    protected static (int Below, int Hundredths) PlaceOf(int count, int percentile) => Math.DivRem((count - 1) * percentile, 100);
}
