using System.Globalization;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Reads which days a text is about.</summary>
internal static class PeriodWords
{
    /// <summary>The first year that a text names.</summary>
    public static int? YearIn(string text)
    {
        var plain = ChineseText.ToHalfWidth(text);
        for (var i = 0; i + 4 < plain.Length; i++)
        {
            if (plain[i] is '2' or '1' && plain[i + 4] == '年' && int.TryParse(plain.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100)
            {
                return year;
            }
        }

        return null;
    }

    /// <summary>The first span of days that a text names; null where it names none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="year">The year where the text names none.</param>
    public static DaySpan? SpanOf(string text, int year)
    {
        var plain = ChineseText.ToHalfWidth(text);
        DaySpan? wholeYear = null;
        foreach (var mention in DateMentions.FindAll(plain, year))
        {
            if (mention is not { Kind: DeadlineKind.Within, From: { } from, Due: { } to } || to <= from)
            {
                continue;
            }

            // 2024年1—6月: the months are read with the year before them.
            var isYear = plain[mention.End - 1] == '年';
            if (isYear && mention.End < plain.Length && DateMentions.FindAll(plain[mention.End..], from.Year) is [{ Kind: DeadlineKind.Within, Start: 0, From: { } first, Due: { } last }, ..])
            {
                return new DaySpan(first, last);
            }

            if (!isYear)
            {
                return new DaySpan(from, to);
            }

            wholeYear ??= new DaySpan(from, to);
        }

        return wholeYear;
    }
}
