using System.Globalization;
using System.Text.Json;

namespace Lanshao.Standards.Air;

/// <summary>One dated edition of the rules of evaluation: validity, percentiles, what a year is judged by, and the trend's critical values.</summary>
/// <remarks>HJ 663-2013 and HJ 663-2026 with table 4 of GB 3095. The full text of 2026 was not available: what it says beyond 2013 is configuration, see docs/standards/hj663.md.</remarks>
public sealed class AirRules
{
    private static readonly Lazy<AirRules[]> Shipped = new(() => [Load("hj663-2013"), Load("hj663-2026")]);
    private readonly int[] _percentiles = new int[AirItems.Basic.Count];
    private readonly bool[] _judgedByMean = new bool[AirItems.Basic.Count];
    private readonly Lazy<Dictionary<int, decimal>> _critical;

    private AirRules(JsonElement data)
    {
        Edition = StandardEdition.Read(data);
        var validity = data.GetProperty("validity");
        (HoursADay, HoursAnEightHourMean, EightHourMeansADay) = (Whole(validity, "hoursADay"), Whole(validity, "hoursAnEightHourMean"), Whole(validity, "eightHourMeansADay"));
        (DaysAYear, DaysAMonth, DaysAFebruary) = (Whole(validity, "daysAYear"), Whole(validity, "daysAMonth"), Whole(validity, "daysAFebruary"));
        for (var item = AirItem.Pm25; item <= AirItem.O3; item++)
        {
            _percentiles[(int)item] = Whole(data.GetProperty("percentiles"), AirItems.NameOf(item));
        }

        foreach (var name in data.GetProperty("judgedByMean").GetProperty("items").EnumerateArray())
        {
            _judgedByMean[(int)AirItems.ParseKey(name.GetString() + "@year").Item] = true;
        }

        CommonDenominator = LeastCommonMultiple(LeastCommonMultiple(1L, HoursADay, OzoneDay.Hours), HoursAnEightHourMean, OzoneDay.Window);
        TrendYearsAtLeast = Whole(data.GetProperty("trend"), "yearsAtLeast");
        _critical = new(() => data.GetProperty("trend").GetProperty("critical").EnumerateObject().ToDictionary(row => int.Parse(row.Name, CultureInfo.InvariantCulture), row => row.Value.GetDecimal()));
    }

    /// <summary>Returns a number that every valid count of hours divides, so that means stay whole numbers.</summary>
    internal long CommonDenominator { get; }

    /// <summary>Returns the shipped editions, oldest first.</summary>
    public static IReadOnlyList<AirRules> All => Shipped.Value;

    /// <summary>Returns the edition, with its dates, source and confidence.</summary>
    public StandardEdition Edition { get; }

    /// <summary>Returns the hourly means that a valid daily mean needs: 20.</summary>
    public int HoursADay { get; }

    /// <summary>Returns the hourly means that a valid 8-hour mean needs: 6.</summary>
    public int HoursAnEightHourMean { get; }

    /// <summary>Returns the valid 8-hour means that a day's maximum needs: 14 of 17.</summary>
    public int EightHourMeansADay { get; }

    /// <summary>Returns the valid daily values that a year needs: 324.</summary>
    public int DaysAYear { get; }

    /// <summary>Returns the valid daily values that a month needs: 27.</summary>
    public int DaysAMonth { get; }

    /// <summary>Returns the valid daily values that a February needs: 25.</summary>
    public int DaysAFebruary { get; }

    /// <summary>Returns the years that a trend needs: 5.</summary>
    public int TrendYearsAtLeast { get; }

    /// <summary>Returns Spearman's critical values by number of years (one-sided, 0.05); recalled.</summary>
    public IReadOnlyDictionary<int, decimal> TrendCritical => _critical.Value;

    /// <summary>Finds the edition in force on a day; before the first one the first, whose numbers are those of GB 3095-2012.</summary>
    /// <param name="day">The civil day of the observation.</param>
    /// <returns>The edition.</returns>
    public static AirRules InForceOn(DateOnly day) => All.FirstOrDefault(rules => rules.Edition.IsInForceOn(day)) ?? All[0];

    /// <summary>Returns the percentile of daily values that an item is judged by.</summary>
    /// <param name="item">One of the six basic items.</param>
    /// <returns>98 (SO2, NO2), 95 (PM2.5, PM10, CO) or 90 (O3).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The item has no percentile.</exception>
    public int Percentile(AirItem item) => (uint)item < _percentiles.Length ? _percentiles[(int)item] : throw new ArgumentOutOfRangeException(nameof(item));

    /// <summary>Says whether a year is judged by the mean of an item as well as by its percentile.</summary>
    /// <param name="item">The item.</param>
    /// <returns><see langword="true"/> for PM2.5, PM10, SO2 and NO2.</returns>
    public bool JudgesMean(AirItem item) => (uint)item < _judgedByMean.Length && _judgedByMean[(int)item];

    /// <summary>Returns the valid daily values that a month needs.</summary>
    /// <param name="month">1 to 12.</param>
    /// <returns>27, in February 25.</returns>
    public int DaysOfMonth(int month) => month == 2 ? DaysAFebruary : DaysAMonth;

    private static long LeastCommonMultiple(long of, int from, int to)
    {
        for (var number = from; number <= to; number++)
        {
            var (one, other) = (of, (long)number);
            while (other != 0)
            {
                (one, other) = (other, one % other);
            }

            of = of / one * number;
        }

        return of;
    }

    private static int Whole(JsonElement data, string name) => data.GetProperty(name).GetInt32();

    private static AirRules Load(string file) => new(StandardData.Read($"air.{file}.json"));
}
