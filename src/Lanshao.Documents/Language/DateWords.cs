namespace Lanshao.Documents.Language;

/// <summary>Reads the words of a date without what follows them: 2022年, 6月底, 三季度, 上半年, 11月15日, 雨季, 2022-06-30.</summary>
internal static class DateWords
{
    private static readonly (string Word, int Shift)[] RelativeYears =
        [("本年度", 0), ("今年", 0), ("本年", 0), ("当年", 0), ("明年", 1), ("次年", 1), ("翌年", 1), ("来年", 1), ("去年", -1), ("上年", -1)];

    /// <summary>Reads a date that begins at a place of a text; its year is the given one unless the words say another.</summary>
    public static DatePart? Read(ReadOnlySpan<char> text, int start, int year, Seasons seasons)
    {
        if (start >= text.Length)
        {
            return null;
        }

        var at = SkipYear(text, start, ref year);
        var hasYear = at > start;
        return ReadMonth(text, at, year) ?? ReadQuarter(text, at, year) ?? ReadHalf(text, at, year)
            ?? Festivals.Read(text, at, year, hasYear) ?? ReadYearEnd(text, at, year, hasYear) ?? ReadSeason(text, at, year, seasons)
            ?? (hasYear ? WholeYear(year, at) : DateFigures.Read(text, start));
    }

    /// <summary>Reads a month's number without 月, as it stands before a dash or in a list: the 6 of 6—9月.</summary>
    public static int? ReadMonthNumber(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        if (ReadWhole(text, start, 12, out var length) is not { } month)
        {
            return null;
        }

        end = start + length;
        return month;
    }

    public static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    public static bool At(ReadOnlySpan<char> text, int at, string word) => at <= text.Length && text[at..].StartsWith(word);

    private static int SkipYear(ReadOnlySpan<char> text, int start, ref int year)
    {
        foreach (var (word, shift) in RelativeYears)
        {
            if (At(text, start, word))
            {
                year += shift;
                return start + word.Length;
            }
        }

        if (ReadWhole(text, start, 2100, out var length) is not (>= 1990 and var written) || length != 4 || !At(text, start + 4, "年"))
        {
            return start;
        }

        year = written;
        return start + (At(text, start + 5, "度") ? 6 : 5);
    }

    private static DatePart? ReadMonth(ReadOnlySpan<char> text, int start, int year)
    {
        if (ReadMonthNumber(text, start, out var at) is not { } month || !At(text, at, "月"))
        {
            return null;
        }

        at += At(text, at + 1, "份") ? 2 : 1;
        return ReadDay(text, at, year, month) ?? ReadMonthEnd(text, at, year, month)
            ?? new DatePart(new DateOnly(year, month, 1), EndOfMonth(year, month), IsPoint: false, at);
    }

    private static DatePart? ReadDay(ReadOnlySpan<char> text, int at, int year, int month) =>
        ReadWhole(text, at, DateTime.DaysInMonth(year, month), out var length) is { } day && (At(text, at + length, "日") || At(text, at + length, "号"))
            ? DatePart.Point(new DateOnly(year, month, day), at + length + 1)
            : null;

    private static DatePart? ReadMonthEnd(ReadOnlySpan<char> text, int at, int year, int month)
    {
        if (At(text, at, "底") || At(text, at, "末"))
        {
            return DatePart.Point(EndOfMonth(year, month), at + 1);
        }

        if (At(text, at, "下旬"))
        {
            return DatePart.Point(EndOfMonth(year, month), at + 2);
        }

        if (At(text, at, "中旬"))
        {
            return DatePart.Point(new DateOnly(year, month, 20), at + 2);
        }

        return At(text, at, "上旬") ? DatePart.Point(new DateOnly(year, month, 10), at + 2) : null;
    }

    /// <summary>Reads a quarter's number without 季度, as it stands in a list: the 第一 of 第一、三季度.</summary>
    public static int? ReadQuarterNumber(ReadOnlySpan<char> text, int start, out int end)
    {
        var at = At(text, start, "第") ? start + 1 : start;
        var quarter = ReadWhole(text, at, 4, out var length);
        end = at + length;
        return quarter;
    }

    private static DatePart? ReadQuarter(ReadOnlySpan<char> text, int start, int year)
    {
        if (ReadQuarterNumber(text, start, out var at) is not { } quarter || !At(text, at, "季度"))
        {
            return null;
        }

        at += 2;
        var last = EndOfMonth(year, quarter * 3);
        return At(text, at, "末") || At(text, at, "底")
            ? DatePart.Point(last, at + 1)
            : new DatePart(new DateOnly(year, (quarter * 3) - 2, 1), last, IsPoint: false, at);
    }

    private static DatePart? ReadHalf(ReadOnlySpan<char> text, int start, int year)
    {
        if (At(text, start, "上半年"))
        {
            return new DatePart(new DateOnly(year, 1, 1), new DateOnly(year, 6, 30), IsPoint: false, start + 3);
        }

        return At(text, start, "下半年") ? new DatePart(new DateOnly(year, 7, 1), new DateOnly(year, 12, 31), IsPoint: false, start + 3) : null;
    }

    // 年底, 全年, and the 底 of 2022年底.
    private static DatePart? ReadYearEnd(ReadOnlySpan<char> text, int start, int year, bool hasYear)
    {
        if (!hasYear && At(text, start, "全年"))
        {
            return WholeYear(year, start + 2);
        }

        var at = hasYear ? start : start + 1;
        if (at >= text.Length || (!hasYear && (text[start] != '年' || CountsYears(text, start))))
        {
            return null;
        }

        return text[at] switch
        {
            '底' or '末' or '终' => DatePart.Point(new DateOnly(year, 12, 31), at + 1),
            '中' => DatePart.Point(new DateOnly(year, 6, 30), at + 1),
            '内' => DatePart.Point(new DateOnly(year, 12, 31), at + 1),
            _ => null,
        };
    }

    // 三年内, 近年内, 多年中 are lengths of time.
    private static bool CountsYears(ReadOnlySpan<char> text, int at) =>
        at > 0 && (char.IsAsciiDigit(text[at - 1]) || ChineseNumber.IsNumeral(text[at - 1]) || "几数多来往历近半".Contains(text[at - 1], StringComparison.Ordinal));

    private static DatePart WholeYear(int year, int end) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), IsPoint: false, end);

    private static DatePart? ReadSeason(ReadOnlySpan<char> text, int start, int year, Seasons seasons) =>
        seasons.ReadAt(text, start, out var length) is { } season
            ? new DatePart(season.FirstOf(year), season.LastOf(year), IsPoint: false, start + length, season.Name)
            : null;

    private static int? ReadWhole(ReadOnlySpan<char> text, int start, int most, out int length)
    {
        length = 0;
        if (start >= text.Length || !ChineseNumber.TryReadAt(text, start, out var number) || number.Scale != 1m)
        {
            return null;
        }

        length = number.Length;
        return number.Figure >= 1 && number.Figure <= most && decimal.IsInteger(number.Figure) ? (int)number.Figure : null;
    }
}
