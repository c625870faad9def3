namespace Lanshao.Standards.Air;

/// <summary>The figures of one period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Rules">Id of the edition of HJ 663, in force on the last day of the period.</param>
/// <param name="Limits">Id of the limits of GB 3095, in force on the last day of the period; <see langword="null"/> where none were.</param>
/// <param name="Items">The six items.</param>
/// <param name="GoodDays">Days with an index up to 100 (优良天数).</param>
/// <param name="HeavyDays">Days with an index above 200 (重污染天数).</param>
/// <param name="ValidDays">Days with an index.</param>
/// <param name="CalendarDays">Days of the period within the evaluation.</param>
/// <param name="CompositeIndex">环境空气质量综合指数; <see langword="null"/> where an item or the limits are missing.</param>
/// <param name="LargestPart">The item with the largest part of the composite index (主要污染物).</param>
public sealed record AirPeriodFigures(
    AirPeriod Period, string Rules, string? Limits, IReadOnlyList<AirPeriodItem> Items, int GoodDays, int HeavyDays, int ValidDays, int CalendarDays, Reported? CompositeIndex, AirItem? LargestPart)
{
    /// <summary>Returns the share of good days among days with an index (优良天数比率), %; <see langword="null"/> without such days.</summary>
    /// <remarks>HJ 663: one decimal; the denominator is the valid days.</remarks>
    public Reported? GoodRatioOfValidDays => Ratio(GoodDays, ValidDays);

    /// <summary>Returns the share of good days among calendar days, %; <see langword="null"/> without days.</summary>
    public Reported? GoodRatioOfCalendarDays => Ratio(GoodDays, CalendarDays);

    /// <summary>Returns the share of heavy days among days with an index (重污染天数比率), %; <see langword="null"/> without such days.</summary>
    public Reported? HeavyRatioOfValidDays => Ratio(HeavyDays, ValidDays);

    /// <summary>Returns the share of heavy days among calendar days, %; <see langword="null"/> without days.</summary>
    public Reported? HeavyRatioOfCalendarDays => Ratio(HeavyDays, CalendarDays);

    /// <summary>Returns the figures of an item.</summary>
    /// <param name="item">One of the six items.</param>
    /// <returns>The figures.</returns>
    public AirPeriodItem this[AirItem item] => Items[(int)item];

    private static Reported? Ratio(int days, int of) => of == 0 ? null : Reported.Of(100m * days / of, AirPrecision.Rate);
}
