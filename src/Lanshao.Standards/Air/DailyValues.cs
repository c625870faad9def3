namespace Lanshao.Standards.Air;

/// <summary>From hours to days: the kernel on scaled whole numbers, and the same by the plain functions where values have too many digits for it.</summary>
internal static class DailyValues
{
    private const int Hours = OzoneDay.Hours;

    public static DayColumn Means(AirItem item, HourlyColumn hours, AirRules rules) =>
        hours.Plain is { } plain ? PlainMeans(item, plain, rules) : ScaledMeans(item, hours, rules);

    /// <summary>The largest 8-hour mean and the largest hour of each day.</summary>
    public static (DayColumn EightHours, DayColumn MaxHour) Ozone(HourlyColumn hours, AirRules rules, decimal limitUgPerM3) =>
        hours.Plain is { } plain ? PlainOzone(plain, rules, limitUgPerM3) : ScaledOzone(hours, rules, (int)limitUgPerM3);

    /// <summary>Means of stations, day by day: of the stations with a valid value, where enough have one.</summary>
    public static DayColumn OfStations(AirItem item, IReadOnlyList<DayColumn> stations, IReadOnlyList<int> offsets, int days, decimal shareAtLeast)
    {
        var denominator = CommonDenominator(stations);
        var (values, reported) = (new decimal[days], new int[days]);
        for (var day = 0; day < days; day++)
        {
            var (sum, whole, count) = (0m, 0L, 0);
            for (var station = 0; station < stations.Count; station++)
            {
                var (column, at) = (stations[station], day - offsets[station]);
                if (at < 0 || at >= column.Reported.Length || column.Reported[at] < 0)
                {
                    continue;
                }

                whole += denominator is null ? 0L : ((ScaledDays)column).Numerator(at);
                sum += denominator is null ? column.Exact(at)!.Value : 0m;
                count++;
            }

            var enough = count > 0 && count >= shareAtLeast * stations.Count;
            values[day] = enough ? Rounding.WithoutNoise(denominator is { } common ? whole / (common * count) : sum / count) : 0m;
            reported[day] = enough ? Units(item, values[day]) : DayColumn.Missing;
        }

        return new DecimalDays(values, reported, []);
    }

    /// <summary>The denominator that all stations share, so that their numerators can be added; null where they do not.</summary>
    private static decimal? CommonDenominator(IReadOnlyList<DayColumn> stations)
    {
        var common = (stations[0] as ScaledDays)?.Denominator;
        for (var station = 1; station < stations.Count; station++)
        {
            common = (stations[station] as ScaledDays)?.Denominator == common ? common : null;
        }

        return common;
    }

    private static ScaledDays ScaledMeans(AirItem item, HourlyColumn hours, AirRules rules)
    {
        var days = hours.Length / Hours;
        var (values, reported, valid) = (new long[days], new int[days], new byte[days]);
        var common = rules.CommonDenominator;
        var unit = Unit(item, common, hours.Decimals);
        var multiples = Multiples(common, Hours, rules.HoursADay);
        var all = hours.Scaled.Span;
        unchecked
        {
            for (var day = 0; day < days; day++)
            {
                var (sum, count) = (0, 0);
                foreach (var hour in all.Slice(day * Hours, Hours))
                {
                    var present = ~(hour >> 31);
                    sum += hour & present;
                    count -= present;
                }

                valid[day] = (byte)count;
                values[day] = sum * multiples[count];
                reported[day] = count >= rules.HoursADay ? HalfEven(values[day], unit) : DayColumn.Missing;
            }
        }

        return new(values, Denominator(common, hours.Decimals), reported, valid);
    }

    private static (DayColumn EightHours, DayColumn MaxHour) ScaledOzone(HourlyColumn hours, AirRules rules, int limitUgPerM3)
    {
        var days = hours.Length / Hours;
        var (values, reported, valid) = (new long[days], new int[days], new byte[days]);
        var (maxima, maxReported) = (new long[days], new int[days]);
        var common = rules.CommonDenominator;
        var (unit, hourUnit) = (Unit(AirItem.O3, common, hours.Decimals), Unit(AirItem.O3, 1, hours.Decimals));
        var multiples = Multiples(common, OzoneDay.Window, rules.HoursAnEightHourMean);
        for (var day = 0; day < days; day++)
        {
            var today = hours.Scaled.Span.Slice(day * Hours, Hours);
            var (largest, means) = LargestMean(today, multiples, rules.HoursAnEightHourMean);
            var rounded = means > 0 ? HalfEven(largest, unit) : DayColumn.Missing;
            var counts = means >= rules.EightHourMeansADay || rounded > limitUgPerM3;
            (values[day], reported[day]) = (largest, counts ? rounded : DayColumn.Missing);
            var (maximum, present) = Largest(today);
            (maxima[day], maxReported[day]) = (maximum, counts ? HalfEven(maximum, hourUnit) : DayColumn.Missing);
            valid[day] = (byte)present;
        }

        return (new ScaledDays(values, Denominator(common, hours.Decimals), reported, valid), new ScaledDays(maxima, Denominator(1, hours.Decimals), maxReported, valid));
    }

    /// <summary>What a sum of so many hours is multiplied by to stand over the common denominator; 0 where they are too few.</summary>
    private static long[] Multiples(long common, int hours, int hoursAtLeast)
    {
        var multiples = new long[hours + 1];
        for (var count = hoursAtLeast; count <= hours; count++)
        {
            multiples[count] = common / count;
        }

        return multiples;
    }

    /// <summary>The largest of the 17 running means as a numerator over the common denominator, and how many are valid.</summary>
    private static (long Largest, int Means) LargestMean(ReadOnlySpan<int> hours, long[] multiples, int hoursAtLeast)
    {
        var (sum, count, means) = (0, 0, 0);
        var largest = -1L;
        unchecked
        {
            for (var hour = 0; hour < Hours; hour++)
            {
                var present = ~(hours[hour] >> 31);
                sum += hours[hour] & present;
                count -= present;
                if (hour >= OzoneDay.Window)
                {
                    var gone = ~(hours[hour - OzoneDay.Window] >> 31);
                    sum -= hours[hour - OzoneDay.Window] & gone;
                    count += gone;
                }

                if (hour >= OzoneDay.Window - 1 && count >= hoursAtLeast)
                {
                    largest = Math.Max(largest, sum * multiples[count]);
                    means++;
                }
            }
        }

        return (largest, means);
    }

    private static (int Largest, int Count) Largest(ReadOnlySpan<int> hours)
    {
        var (largest, count) = (-1, 0);
        foreach (var hour in hours)
        {
            largest = Math.Max(largest, hour);
            count += hour >= 0 ? 1 : 0;
        }

        return (largest, count);
    }

    private static DecimalDays PlainMeans(AirItem item, decimal?[] hours, AirRules rules)
    {
        var days = Enumerable.Range(0, hours.Length / Hours).Select(day => DailyMean.Compute(hours.AsSpan(day * Hours, Hours), rules)).ToList();
        return Plain(item, [.. days.Select(day => day.Exact)], [.. days.Select(day => (byte)day.ValidHours)]);
    }

    private static (DayColumn EightHours, DayColumn MaxHour) PlainOzone(decimal?[] hours, AirRules rules, decimal limitUgPerM3)
    {
        var days = Enumerable.Range(0, hours.Length / Hours).Select(day => OzoneDay.Compute(hours.AsSpan(day * Hours, Hours), rules, limitUgPerM3)).ToList();
        byte[] valid = [.. days.Select(day => (byte)day.ValidHours)];
        return (Plain(AirItem.O3, [.. days.Select(day => day.Exact)], valid), Plain(AirItem.O3, [.. days.Select(day => day.MaxHour)], valid));
    }

    private static DecimalDays Plain(AirItem item, decimal?[] values, byte[] validHours) =>
        new([.. values.Select(value => value ?? 0m)], [.. values.Select(value => value is { } known ? Units(item, known) : DayColumn.Missing)], validHours);

    private static int Units(AirItem item, decimal value) => (int)(AirPrecision.Rounded(item, value) * (decimal)Power(AirPrecision.Daily(item)));

    /// <summary>How much of the numerator one unit of the last reported digit is, as a fraction: numerator over <c>Over</c>.</summary>
    private static (long Over, long Times) Unit(AirItem item, long common, int decimals)
    {
        var places = decimals - AirPrecision.Daily(item);
        return places >= 0 ? (common * Power(places), 1) : (common, Power(-places));
    }

    private static decimal Denominator(long common, int decimals) => common * Power(decimals);

    private static int HalfEven(long numerator, (long Over, long Times) unit)
    {
        unchecked
        {
            var times = numerator * unit.Times;
            var whole = times / unit.Over;
            var twice = 2 * (times - (whole * unit.Over));
            return (int)(twice > unit.Over || (twice == unit.Over && (whole & 1) == 1) ? whole + 1 : whole);
        }
    }

    private static long Power(int decimals) => decimals == 0 ? 1 : 10 * Power(decimals - 1);
}
