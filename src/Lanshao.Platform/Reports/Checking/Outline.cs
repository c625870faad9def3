using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Follows the headings of an official document: 一、 （一） 1. （1）, and says where a paragraph stands as people do: 一（二）2.</summary>
internal sealed class Outline
{
    private readonly string[] _numbers = new string[4];

    /// <summary>The number of the annex that we are in; null in the body.</summary>
    public string? Annex { get; private set; }

    /// <summary>Title of the heading above, levels joined: what the paragraph is about.</summary>
    public string Subject => string.Concat(_titles);

    private readonly string[] _titles = ["", "", "", ""];

    /// <summary>Goes on to a paragraph.</summary>
    /// <returns>The level of its heading number, 0 for none.</returns>
    public int Enter(string text)
    {
        var level = LevelOf(text, out var number, out var length);
        if (level == 0)
        {
            return 0;
        }

        _numbers[level - 1] = number;
        _titles[level - 1] = TitleOf(text[length..]);
        for (var below = level; below < _numbers.Length; below++)
        {
            (_numbers[below], _titles[below]) = ("", "");
        }

        return level;
    }

    /// <summary>Begins an annex.</summary>
    public void EnterAnnex(string name)
    {
        Annex = name;
        Array.Fill(_numbers, "");
        Array.Fill(_titles, "");
    }

    /// <summary>Says where we are; the number of the paragraph where there is no heading.</summary>
    public string Where(int paragraph)
    {
        var path = string.Concat(_numbers);
        return (Annex, path) switch
        {
            (null, "") => $"第{Numbers.Count(paragraph)}段",
            (null, _) => path,
            (_, "") => Annex,
            _ => $"{Annex} {path}",
        };
    }

    /// <summary>Reads the number of a heading.</summary>
    public static int LevelOf(string text, out string number, out int length)
    {
        (number, length) = ("", 0);
        var trimmed = text.AsSpan().TrimStart();
        var skipped = text.Length - trimmed.Length;
        var level = trimmed.IsEmpty ? 0 : Level(trimmed, out number, out length);
        length += skipped;
        return level;
    }

    private static int Level(ReadOnlySpan<char> text, out string number, out int length)
    {
        (number, length) = ("", 0);
        var open = text[0] is '（' or '(' ? 1 : 0;
        var end = open;
        while (end < text.Length && end < 6 && (ChineseNumber.IsNumeral(text[end]) || char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        if (end == open || end >= text.Length || char.IsAsciiDigit(text[open]) != char.IsAsciiDigit(text[end - 1]))
        {
            return 0;
        }

        var isDigits = char.IsAsciiDigit(text[open]);
        var closes = open == 1 ? text[end] is '）' or ')' : text[end] is '、' || (isDigits && text[end] is '.' or '．' && !(end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));
        length = end + 1;
        number = open == 1 ? $"（{text[1..end]}）" : text[..end].ToString();
        return !closes ? 0 : (isDigits ? 3 : 1) + open;
    }

    private static string TitleOf(string rest)
    {
        var stop = rest.AsSpan().IndexOfAny('。', '：', '；');
        return stop is >= 0 and < 40 ? rest[..stop] : rest.Length <= 40 ? rest : "";
    }
}
