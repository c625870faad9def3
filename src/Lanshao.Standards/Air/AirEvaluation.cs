namespace Lanshao.Standards.Air;

/// <summary>The evaluation of one station, or of the mean of stations: days, and any period of them.</summary>
/// <remarks>GB 3095, HJ 633 and HJ 663 in the editions that the day of observation chooses. Made once, read from any thread.</remarks>
public sealed class AirEvaluation
{
    private readonly DayColumn?[] _columns;
    private readonly List<EditionRun> _runs;
    private readonly DayIndices _indices;
    private readonly AirOptions _options;
    private readonly PeriodCounts _counts;

    private AirEvaluation(string name, DateOnly first, DayColumn?[] columns, List<EditionRun> runs, DayIndices indices, AirOptions options)
    {
        (Name, First, Days) = (name, first, runs.Count == 0 ? 0 : runs[^1].To);
        (_columns, _runs, _indices, _options) = (columns, runs, indices, options);
        _counts = new(indices.Aqi);
    }

    /// <summary>Returns the name of the station or area.</summary>
    public string Name { get; }

    /// <summary>Returns the first civil day.</summary>
    public DateOnly First { get; }

    /// <summary>Returns the number of days.</summary>
    public int Days { get; }

    /// <summary>Returns the last civil day.</summary>
    public DateOnly Last => First.AddDays(Days - 1);

    /// <summary>Evaluates one station.</summary>
    /// <param name="series">The hours.</param>
    /// <param name="options">What to take account of.</param>
    /// <returns>The evaluation.</returns>
    public static AirEvaluation Of(HourlySeries series, AirOptions options)
    {
        ArgumentNullException.ThrowIfNull(series);
        var runs = EditionRun.Of(series.First, series.Days, options);
        var rules = runs.Count == 0 ? AirRules.All[^1] : runs[^1].Rules;
        var columns = new DayColumn?[AirItems.Basic.Count + 1];
        for (var item = AirItem.Pm25; item <= AirItem.O3; item++)
        {
            if (series[item] is not { } hours)
            {
                continue;
            }

            if (item == AirItem.O3)
            {
                (columns[(int)item], columns[DayIndices.MaxHour]) = DailyValues.Ozone(hours, rules, OzoneLimit(runs));
            }
            else
            {
                columns[(int)item] = DailyValues.Means(item, hours, rules);
            }
        }

        return new(series.Station, series.First, columns, runs, new(columns, runs, options), options);
    }

    /// <summary>Evaluates an area by the means of its stations: daily values first, index from the mean values.</summary>
    /// <param name="name">Name of the area.</param>
    /// <param name="stations">Its stations, at least one.</param>
    /// <param name="options">What to take account of.</param>
    /// <returns>The evaluation, from the first to the last day of any station.</returns>
    /// <exception cref="ArgumentException">There is no station.</exception>
    public static AirEvaluation OfStations(string name, IReadOnlyList<AirEvaluation> stations, AirOptions options)
    {
        ArgumentNullException.ThrowIfNull(stations);
        ArgumentNullException.ThrowIfNull(options);
        if (stations.Count == 0)
        {
            throw new ArgumentException("At least one station.", nameof(stations));
        }

        var first = stations.Min(station => station.First.DayNumber);
        var days = stations.Max(station => station.First.DayNumber + station.Days) - first;
        var runs = EditionRun.Of(DateOnly.FromDayNumber(first), days, options);
        var columns = new DayColumn?[AirItems.Basic.Count + 1];
        for (var place = 0; place < columns.Length; place++)
        {
            var (measured, offsets) = (new List<DayColumn>(), new List<int>());
            foreach (var station in stations)
            {
                if (station._columns[place] is { } column)
                {
                    measured.Add(column);
                    offsets.Add(station.First.DayNumber - first);
                }
            }

            columns[place] = measured.Count == 0 ? null : DailyValues.OfStations(ItemAt(place), measured, offsets, days, options.CityShareOfStations);
        }

        return new(name, DateOnly.FromDayNumber(first), columns, runs, new(columns, runs, options), options);
    }

    /// <summary>Evaluates the same hours a second time without some days of some items (例外事件、扣除沙尘); days and index stay as they are.</summary>
    /// <param name="days">The civil days of the official list; nothing is left out without one.</param>
    /// <param name="items">The items that leave the days out.</param>
    /// <returns>The second evaluation: means, percentiles and composite index leave the days out, good and heavy days keep them.</returns>
    /// <remarks>环办监测〔2016〕120号 as practised: PM10, PM2.5 and the composite index without sand days, ratios of days with them. The text of 2026 on exceptional events was not available: what is left out is the caller's list.</remarks>
    public AirEvaluation Without(IReadOnlySet<DateOnly> days, IReadOnlySet<AirItem> items)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(items);
        var marked = Enumerable.Range(0, Days).Select(day => days.Contains(First.AddDays(day))).ToArray();
        DayColumn?[] columns = [.. _columns.Select((column, place) => items.Contains(ItemAt(place)) ? column?.Without(marked) : column)];
        return new(Name, First, columns, _runs, _indices, _options);
    }

    /// <summary>Returns one day.</summary>
    /// <param name="day">The day, counted from the first, 0-based.</param>
    /// <returns>The day's evaluation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public AirDay Day(int day)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(day, Days);
        var run = _runs.First(run => day < run.To);
        int? aqi = _indices.Aqi[day] is >= 0 and var known ? known : null;
        AirDayItem? maxHour = run.Index is { } edition && edition.Daily.Contains((AirItem.O3, AirAveraging.Hour)) ? ItemOf(AirItem.O3, AirAveraging.Hour, day, run) : null;
        return new(
            First.AddDays(day), run.Index?.Edition.Id, aqi, aqi is { } found ? AirCategory.Of(found) : null, Bits(_indices.Primary[day]), ReasonOf(day, run),
            Bits(_indices.Missing[day]), [.. AirItems.Basic.Select(item => ItemOf(item, item == AirItem.O3 ? AirAveraging.EightHours : AirAveraging.Day, day, run))], maxHour);
    }

    /// <summary>Returns the index of one day without the rest of its evaluation.</summary>
    /// <param name="day">The day, counted from the first, 0-based.</param>
    /// <returns>The index; <see langword="null"/> where the day has none.</returns>
    public int? AqiOf(int day) => _indices.Aqi[day] is >= 0 and var known ? known : null;

    /// <summary>Returns the figures of all calendar periods that the days touch: years, halves, quarters, months.</summary>
    /// <returns>The figures, year by year.</returns>
    public IEnumerable<AirPeriodFigures> Periods() => Days == 0 ? [] : AirPeriod.Touched(First, Last).Select(period => Figures(period));

    /// <summary>Returns the figures of any period, also of a running year to date.</summary>
    /// <param name="period">The period; days outside the evaluation count as missing.</param>
    /// <param name="limits">Limits to judge by; <see langword="null"/>: those in force on the last day of the period.</param>
    /// <returns>The figures.</returns>
    public AirPeriodFigures Figures(AirPeriod period, AirLimitSet? limits = null)
    {
        ArgumentNullException.ThrowIfNull(period);
        return PeriodStatistics.Of(period, First, Days, _columns, _counts, limits ?? EditionRun.LimitsOn(period.To, _options));
    }

    private AirDayItem ItemOf(AirItem item, AirAveraging averaging, int day, EditionRun run)
    {
        var column = _columns[averaging == AirAveraging.Hour ? DayIndices.MaxHour : (int)item];
        if (column is null)
        {
            return new(item, null, null, 0);
        }

        Reported? value = column.Exact(day) is { } exact ? Reported.Of(exact, AirPrecision.Daily(item)) : null;
        int? iaqi = value is not null && run.Index is { } edition && DayIndices.Iaqi(edition, item, averaging, column.Reported[day]) is >= 0 and var known ? known : null;
        return new(item, value, iaqi, column.ValidHours.Length == 0 ? null : column.ValidHours[day]);
    }

    private AirDayReason ReasonOf(int day, EditionRun run)
    {
        if (_indices.Aqi[day] >= 0)
        {
            return AirDayReason.None;
        }

        var present = AirItems.Basic.Any(item => _columns[(int)item] is { } column && column.Reported[day] >= 0);
        return run.Index is null ? AirDayReason.NoEdition
            : !present ? AirDayReason.NoValidItem
            : _indices.Missing[day] != 0 && run.Index.NeedsAllItemsUpTo > 0 ? AirDayReason.ItemMissing : AirDayReason.NoSubIndex;
    }

    private static AirItem[] Bits(byte bits) => bits == 0 ? [] : [.. AirItems.Basic.Where(item => (bits & (1 << (int)item)) != 0)];

    private static AirItem ItemAt(int place) => place == DayIndices.MaxHour ? AirItem.O3 : (AirItem)place;

    /// <summary>The limit above which an ozone day of few hours counts; the same in all editions.</summary>
    private static decimal OzoneLimit(List<EditionRun> runs) =>
        (runs.Find(run => run.Limits is not null)?.Limits ?? AirLimitSet.All[0]).Limit(AirItem.O3, AirAveraging.EightHours)!.Value;
}
