namespace Lanshao.Documents.Language;

/// <summary>Reads dates that are written in figures alone: 2022-06-30, 2022.6.30, 2022/6.</summary>
internal static class DateFigures
{
    public static DatePart? Read(ReadOnlySpan<char> text, int start)
    {
        var year = Digits(text, start, out var at);
        if (at - start != 4 || year is < 1990 or > 2100 || at >= text.Length || text[at] is not ('-' or '.' or '/'))
        {
            return null;
        }

        var mark = text[at];
        var month = Digits(text, at + 1, out var afterMonth);
        if (month is < 1 or > 12 || afterMonth - at > 3)
        {
            return null;
        }

        return ReadDay(text, afterMonth, mark, year, month)
            ?? new DatePart(new DateOnly(year, month, 1), DateWords.EndOfMonth(year, month), IsPoint: false, afterMonth);
    }

    private static DatePart? ReadDay(ReadOnlySpan<char> text, int at, char mark, int year, int month)
    {
        if (at >= text.Length || text[at] != mark)
        {
            return null;
        }

        var day = Digits(text, at + 1, out var end);
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) && end - at <= 3 ? DatePart.Point(new DateOnly(year, month, day), end) : null;
    }

    private static int Digits(ReadOnlySpan<char> text, int start, out int end)
    {
        var value = 0;
        for (end = start; end < text.Length && end - start < 5 && char.IsAsciiDigit(text[end]); end++)
        {
            value = (value * 10) + (text[end] - '0');
        }

        return value;
    }
}
