using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Reads the numbers that official documents put before headings: 一、 （一） 1. （1） 一是, ①, 第一部分.</summary>
internal static class SectionNumber
{
    /// <summary>Returns the level of a numbered line: 1 for 一、 and 第一章, 2 for （一）, 3 for 1. and 1、, 4 for （1）, 5 for 一是, 一要 and ①; 0 where no number stands.</summary>
    public static int LevelOf(ReadOnlySpan<char> text) => Read(text, out _);

    /// <summary>Reads the number before a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="length">Characters that the number takes, its mark included.</param>
    public static int Read(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.IsEmpty)
        {
            return 0;
        }

        if (text[0] is '（' or '(')
        {
            return ReadBracketed(text, out length);
        }

        if (text[0] is >= '①' and <= '⑳')
        {
            length = 1;
            return 5;
        }

        var start = text[0] == '第' ? 1 : 0;
        var isArabic = start < text.Length && char.IsAsciiDigit(text[start]);
        if (start >= text.Length || !ChineseNumber.TryReadAt(text, start, out var number) || number.Value is < 1 or > 199 || !decimal.IsInteger(number.Figure))
        {
            return 0;
        }

        return ReadMark(text, start + number.Length, start == 1, isArabic, out length);
    }

    /// <summary>Returns a line without the number at its head: 治理工地 of 一是治理工地 and of 1.治理工地; a figure (2.9万辆, 6、10月) stays.</summary>
    public static string CutFrom(string text)
    {
        var level = Read(text, out var length);
        var isFigure = level == 3 && (text[length - 1] == ' ' || (length < text.Length && char.IsAsciiDigit(text[length])));
        return level < 2 || isFigure || length >= text.Length ? text : text[length..].TrimStart();
    }

    private static int ReadMark(ReadOnlySpan<char> text, int at, bool hasOrdinal, bool isArabic, out int length)
    {
        length = at + 1;
        var mark = at < text.Length ? text[at] : '\0';
        if (hasOrdinal)
        {
            length = at + (text[at..].StartsWith("部分") ? 2 : 1);
            return text[at..].StartsWith("部分") || mark is '章' or '节' or '篇' ? 1 : 0;
        }

        if (mark is '、' or '.' or '．' || (isArabic && mark is ' '))
        {
            return isArabic ? 3 : 1;
        }

        return mark is '是' or '要' && !isArabic ? 5 : 0;
    }

    private static int ReadBracketed(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length < 3 || !ChineseNumber.TryReadAt(text, 1, out var number) || number.Length + 1 >= text.Length || text[number.Length + 1] is not ('）' or ')'))
        {
            return 0;
        }

        length = number.Length + 2;
        return char.IsAsciiDigit(text[1]) ? 4 : 2;
    }
}
