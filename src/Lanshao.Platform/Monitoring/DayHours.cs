using System.Numerics;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Monitoring;

/// <summary>The hours of one civil day that a factor has, a bit each from midnight on.</summary>
/// <param name="Present">The hours that are there.</param>
/// <param name="Valid">Those of them that count.</param>
internal readonly record struct DayHours(int Present, int Valid)
{
    /// <summary>The hours of a whole day.</summary>
    public const int All = (1 << Count) - 1;

    private const int Count = 24;

    /// <summary>Gets both in the number that is stored: the hours that are there in the lower 24 bits, those that count above them.</summary>
    public long Bits => (uint)Present | ((long)(uint)Valid << Count);

    public static DayHours Of(long bits) => new((int)(bits & All), (int)((bits >> Count) & All));

    public static int NumberOf(int hours) => BitOperations.PopCount((uint)hours);

    /// <summary>Returns the day with one more hour.</summary>
    public DayHours With(DateTime hourUtc, bool isValid) => new(Present | BitOf(hourUtc), isValid ? Valid | BitOf(hourUtc) : Valid);

    /// <summary>Returns the hours of each day of a stretch that satisfy a condition.</summary>
    public static int[] Where(DateTime fromUtc, DateTime toUtc, Func<DateTime, bool> holds)
    {
        var first = ChinaTime.DayOf(fromUtc).DayNumber;
        var days = new int[Math.Max(0, ChinaTime.DayOf(toUtc.AddTicks(-1)).DayNumber - first + 1)];
        for (var hour = fromUtc; hour < toUtc; hour = hour.AddHours(1))
        {
            days[ChinaTime.DayOf(hour).DayNumber - first] |= holds(hour) ? BitOf(hour) : 0;
        }

        return days;
    }

    /// <summary>Returns the bit of an hour.</summary>
    public static int BitOf(DateTime hourUtc) => 1 << ChinaTime.CivilOf(hourUtc).Hour;
}
