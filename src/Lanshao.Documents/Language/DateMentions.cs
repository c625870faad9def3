namespace Lanshao.Documents.Language;

/// <summary>Finds dates and periods in running text: 6月底前, 11月15日前, 4月1日起, 6—9月, 4、5、6月, 2022年11月至次年3月, 雨季前.</summary>
public static class DateMentions
{
    private const int LongestList = 40;

    /// <summary>Finds every date of a text from left to right.</summary>
    /// <param name="text">The text, full-width forms made plain.</param>
    /// <param name="year">The year that is meant where none is written, 1990 to 2100.</param>
    /// <param name="seasons">The days of seasons; <see langword="null"/> for <see cref="Seasons.Common"/>.</param>
    /// <returns>The dates, without overlaps; what stands inside 《》 is a title and no date.</returns>
    public static IReadOnlyList<DateMention> FindAll(string text, int year, Seasons? seasons = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        seasons ??= Seasons.Common;
        var found = new List<DateMention>();
        var titles = 0;
        for (var i = 0; i < text.Length;)
        {
            titles += text[i] == '《' ? 1 : text[i] == '》' && titles > 0 ? -1 : 0;
            var mention = titles == 0 && CanBegin(text, i, seasons) ? ReadAt(text, i, year, seasons) : null;
            if (mention is not null)
            {
                found.Add(mention);
            }

            i = mention?.End ?? SkipNumber(text, i);
        }

        return found;
    }

    private static DateMention? ReadAt(string text, int start, int year, Seasons seasons)
    {
        if ((ReadMonthList(text, start, year) ?? ReadListedQuarter(text, start, year, seasons)) is { } list)
        {
            return list;
        }

        if (DateWords.Read(text, start, year, seasons) is not { } first)
        {
            return null;
        }

        var part = ReadRangeEnd(text, first, seasons) ?? first;
        return WithEnding(text, start, part, isRange: part != first);
    }

    // Cheap, because it is asked at every character.
    private static bool CanBegin(string text, int i, Seasons seasons)
    {
        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        return text[i] switch
        {
            >= '0' and <= '9' => (i == 0 || !(char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or '第' or '/')) && (HasDateWord(text, i) || HasDateMark(text, i)),
            '年' => next is '底' or '末' or '终' or '中' or '内',
            '今' or '本' or '当' or '明' or '次' or '翌' or '来' or '去' or '全' => next == '年',
            '上' or '下' => next is '半' or '年',
            '第' => ChineseNumber.IsNumeral(next) || char.IsAsciiDigit(next),
            '元' or '春' or '农' or '劳' or '端' or '国' or '“' => true,
            '五' when next == '一' => true,
            '中' when next == '秋' => true,
            var c when ChineseNumber.IsNumeral(c) => (i == 0 || !ChineseNumber.IsNumeral(text[i - 1])) && HasDateWord(text, i),
            _ => seasons.ReadAt(text, i, out _) is not null,
        };
    }

    private static bool HasDateWord(string text, int i) => text.AsSpan(i, Math.Min(LongestList, text.Length - i)).ContainsAny('月', '年', '季');

    private static bool HasDateMark(string text, int i) => i + 4 < text.Length && text[i + 4] is '-' or '.' or '/';

    private static int SkipNumber(string text, int i)
    {
        var from = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return Math.Max(i, from + 1);
    }

    // 6—9月 and 4、5、6月: the first months are written without 月.
    private static DateMention? ReadMonthList(string text, int start, int year)
    {
        if (DateWords.ReadMonthNumber(text, start, out var at) is not { } first)
        {
            return null;
        }

        var last = first;
        for (var months = 1; last > 0 && months <= 12 && !DateWords.At(text, at, "月"); months++)
        {
            var mark = DateWords.At(text, at, "、") ? 1 : RangeDash.LengthAt(text, at);
            last = mark > 0 ? DateWords.ReadMonthNumber(text, at + mark, out at) ?? 0 : 0;
        }

        if (last == 0 || last == first || !DateWords.At(text, at, "月"))
        {
            return null;
        }

        at += DateWords.At(text, at + 1, "份") ? 2 : 1;
        var end = DateWords.EndOfMonth(last < first ? year + 1 : year, last);
        return WithEnding(text, start, new DatePart(new DateOnly(year, first, 1), end, IsPoint: false, at), isRange: true);
    }

    // The 第一 of 第一、三季度: a quarter of its own, limited as the one that ends the list is.
    private static DateMention? ReadListedQuarter(string text, int start, int year, Seasons seasons)
    {
        if (DateWords.ReadQuarterNumber(text, start, out var end) is not { } first)
        {
            return null;
        }

        var (at, next) = (end, 0);
        for (var quarters = 1; quarters < 4 && at < text.Length && text[at] is '、' or '和' or '及'; quarters++)
        {
            next = at + 1;
            if (DateWords.ReadQuarterNumber(text, next, out at) is null)
            {
                return null;
            }
        }

        if (next == 0 || !DateWords.At(text, at, "季度") || DateWords.Read(text, next, year, seasons) is not { } last)
        {
            return null;
        }

        var whole = DateWords.Read($"{first}季度", 0, year, seasons)!.Value;
        var ending = WithEnding(text, next, last, isRange: false);
        var due = ending.Kind != DeadlineKind.By ? whole.Last : last.IsPoint ? whole.Last : whole.First.AddDays(-1);
        return ending.Kind == DeadlineKind.By
            ? new DateMention(DeadlineKind.By, null, due, start, end - start, null)
            : new DateMention(DeadlineKind.Within, whole.First, due, start, end - start, null);
    }

    // 6月1日至9月15日, 2022年11月—2023年3月, 11月至次年3月.
    private static DatePart? ReadRangeEnd(string text, DatePart first, Seasons seasons)
    {
        var dash = RangeDash.LengthAt(text, first.End);
        if (dash == 0 || DateWords.Read(text, first.End + dash, first.First.Year, seasons) is not { } second || second.Season is not null)
        {
            return null;
        }

        var last = second.Last < first.First ? second.Last.AddYears(1) : second.Last;
        return new DatePart(first.First, last, IsPoint: false, second.End);
    }

    private static DateMention WithEnding(string text, int start, DatePart part, bool isRange)
    {
        if (WordAt(text, part.End, "结束前", "结束之前") is > 0 and var untilEnd)
        {
            return new DateMention(DeadlineKind.By, null, part.Last, start, part.End + untilEnd - start, part.Season);
        }

        if (WordAt(text, part.End, "之前", "以前", "前", "来临前", "来临之前", "到来前", "到来之前", "开始前", "开始之前") is > 0 and var before)
        {
            var due = part.IsPoint || isRange ? part.Last : part.First.AddDays(-1);
            return new DateMention(DeadlineKind.By, null, due, start, part.End + before - start, part.Season);
        }

        if (WordAt(text, part.End, "结束后", "结束之后") is > 0 and var after)
        {
            return new DateMention(DeadlineKind.From, part.Last.AddDays(1), null, start, part.End + after - start, part.Season);
        }

        if (WordAt(text, part.End, "起", "开始", "以后", "之后") is > 0 and var beginning)
        {
            return new DateMention(DeadlineKind.From, part.First, null, start, part.End + beginning - start, part.Season);
        }

        return part.IsPoint
            ? new DateMention(DeadlineKind.By, null, part.Last, start, part.End - start, part.Season)
            : new DateMention(DeadlineKind.Within, part.First, part.Last, start, part.End - start, part.Season);
    }

    private static int WordAt(string text, int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (DateWords.At(text, at, word))
            {
                return word.Length;
            }
        }

        return 0;
    }
}
