using System.Globalization;

namespace Lanshao.Platform.Foundation;

public enum PeriodKind
{
    Year,
    Half,
    Quarter,
    Month,
    Week,
    Day,

    /// <summary>Any other pair of days: 1—5月, a review period (点评周期).</summary>
    Range,
}

/// <summary>A span of civil days with a printed code: <c>2024</c>, <c>2024H1</c>, <c>2024Q2</c>, <c>2024-06</c>, <c>2024-W26</c>, <c>2024-06-30</c>, <c>2024-07-20..2024-08-19</c>.</summary>
public readonly record struct Period : IComparable<Period>
{
    // A date outside is a slip of the pen.
    private const int FirstYear = 1900;
    private const int LastYearOfAll = 2999;

    private Period(PeriodKind kind, DateOnly from, DateOnly to)
    {
        Kind = kind;
        From = from;
        To = to;
    }

    public PeriodKind Kind { get; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly To { get; }

    public int Days => To.DayNumber - From.DayNumber + 1;

    public string Code => Kind switch
    {
        PeriodKind.Year => Text(From, "yyyy"),
        PeriodKind.Half => $"{Text(From, "yyyy")}H{(From.Month == 1 ? 1 : 2)}",
        PeriodKind.Quarter => $"{Text(From, "yyyy")}Q{((From.Month - 1) / 3) + 1}",
        PeriodKind.Month => Text(From, "yyyy-MM"),
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(From):0000}-W{ISOWeek.GetWeekOfYear(From):00}"),
        PeriodKind.Day => Text(From, "yyyy-MM-dd"),
        _ => $"{Text(From, "yyyy-MM-dd")}..{Text(To, "yyyy-MM-dd")}",
    };

    /// <summary>Gets the period as officials write it: 2024年, 2024年上半年, 2024年二季度, 2024年6月, 2024年第26周, 2024年6月30日, 2024年1—5月.</summary>
    public string ChineseText => Kind switch
    {
        PeriodKind.Year => $"{Text(From, "yyyy")}年",
        PeriodKind.Half => $"{Text(From, "yyyy")}年{(From.Month == 1 ? "上" : "下")}半年",
        PeriodKind.Quarter => $"{Text(From, "yyyy")}年{"一二三四"[(From.Month - 1) / 3]}季度",
        PeriodKind.Month => Text(From, "yyyy年M月"),
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(From)}年第{ISOWeek.GetWeekOfYear(From)}周"),
        PeriodKind.Day => Text(From, "yyyy年M月d日"),
        _ => RangeText(),
    };

    private bool IsWholeMonths => From.Day == 1 && To.Day == DateTime.DaysInMonth(To.Year, To.Month);

    public static Period Year(int year) => new(PeriodKind.Year, new(year, 1, 1), new(year, 12, 31));

    public static Period Half(int year, int half) => Months(PeriodKind.Half, year, ((In(half, 1, 2) - 1) * 6) + 1, 6);

    public static Period Quarter(int year, int quarter) => Months(PeriodKind.Quarter, year, ((In(quarter, 1, 4) - 1) * 3) + 1, 3);

    public static Period Month(int year, int month) => Months(PeriodKind.Month, year, month, 1);

    public static Period Week(int isoYear, int week)
    {
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(isoYear, In(week, 1, ISOWeek.GetWeeksInYear(isoYear)), DayOfWeek.Monday));
        return new(PeriodKind.Week, monday, monday.AddDays(6));
    }

    public static Period Day(DateOnly day) => new(PeriodKind.Day, day, day);

    public static Period Range(DateOnly from, DateOnly to) =>
        to < from ? throw new ArgumentOutOfRangeException(nameof(to), "A period ends on or after its first day.") : new(PeriodKind.Range, from, to);

    /// <summary>Returns the span as the calendar names it where it has a name (a year, half, quarter, month or day), so that one span has one code; else a range.</summary>
    public static Period Spanning(DateOnly from, DateOnly to)
    {
        if (from == to)
        {
            return Day(from);
        }

        var half = from.Month <= 6 ? 1 : 2;
        Period[] named = [Year(from.Year), Half(from.Year, half), Quarter(from.Year, ((from.Month - 1) / 3) + 1), Month(from.Year, from.Month)];
        return Array.Find(named, period => period.From == from && period.To == to) is { Days: > 1 } found ? found : Range(from, to);
    }

    /// <summary>Reads a printed code. Broken text answers false and never throws.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length is < 4 or > 22)
        {
            return false;
        }

        var middle = text.IndexOf("..", StringComparison.Ordinal);
        if (middle > 0)
        {
            if (!TryDay(text[..middle], out var from) || !TryDay(text[(middle + 2)..], out var to) || to < from)
            {
                return false;
            }

            period = Range(from, to);
            return true;
        }

        if (TryDay(text, out var day))
        {
            period = Day(day);
            return true;
        }

        return TryNumber(text[..4], FirstYear, LastYearOfAll, out var year) && TryWithin(year, text[4..], out period);
    }

    public int CompareTo(Period other)
    {
        var byFrom = From.CompareTo(other.From);
        return byFrom != 0 ? byFrom : To.CompareTo(other.To);
    }

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <summary>Returns the same span one year earlier (29 February becomes the 28th; whole months stay whole months; a week becomes the week of the same number).</summary>
    public Period LastYear() => Kind switch
    {
        PeriodKind.Year => Year(From.Year - 1),
        PeriodKind.Half => Half(From.Year - 1, From.Month == 1 ? 1 : 2),
        PeriodKind.Quarter => Quarter(From.Year - 1, ((From.Month - 1) / 3) + 1),
        PeriodKind.Month => Month(From.Year - 1, From.Month),
        PeriodKind.Week => Week(ISOWeek.GetYear(From) - 1, Math.Min(ISOWeek.GetWeekOfYear(From), ISOWeek.GetWeeksInYear(ISOWeek.GetYear(From) - 1))),
        PeriodKind.Day => Day(From.AddYears(-1)),
        _ when IsWholeMonths => Range(From.AddYears(-1), To.AddDays(1).AddYears(-1).AddDays(-1)),
        _ => Range(From.AddYears(-1), To.AddYears(-1)),
    };

    public override string ToString() => Code;

    private static bool TryWithin(int year, string rest, out Period period)
    {
        period = default;
        switch (rest)
        {
            case "":
                period = Year(year);
                return true;
            case ['H' or 'h', var half and ('1' or '2')]:
                period = Half(year, half - '0');
                return true;
            case ['Q' or 'q', var quarter and >= '1' and <= '4']:
                period = Quarter(year, quarter - '0');
                return true;
            case ['-', 'W' or 'w', _, _] when TryNumber(rest[2..], 1, ISOWeek.GetWeeksInYear(year), out var week):
                period = Week(year, week);
                return true;
            case ['-', _, _] when TryNumber(rest[1..], 1, 12, out var month):
                period = Month(year, month);
                return true;
            default:
                return false;
        }
    }

    private static bool TryNumber(string digits, int least, int most, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= FirstYear and <= LastYearOfAll;

    private static Period Months(PeriodKind kind, int year, int first, int count)
    {
        var from = new DateOnly(year, first, 1);
        return new(kind, from, from.AddMonths(count).AddDays(-1));
    }

    private static int In(int number, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, most);
        return number;
    }

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private string RangeText()
    {
        return (IsWholeMonths, From.Year == To.Year) switch
        {
            (true, true) => $"{Text(From, "yyyy年M")}—{Text(To, "%M")}月",
            (true, false) => $"{Text(From, "yyyy年M月")}—{Text(To, "yyyy年M月")}",
            (false, true) => $"{Text(From, "yyyy年M月d日")}—{Text(To, "M月d日")}",
            _ => $"{Text(From, "yyyy年M月d日")}—{Text(To, "yyyy年M月d日")}",
        };
    }
}
