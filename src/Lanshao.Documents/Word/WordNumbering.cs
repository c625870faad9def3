using System.Text;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>The automatic numbers of a document: counts the paragraphs of each list and writes the number that is printed.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, ListPattern> _patterns = [];
    private readonly Dictionary<int, NumberedList> _lists = [];

    public static WordNumbering Read(GuardedXml? part)
    {
        var numbering = new WordNumbering();
        using var xml = part;
        if (xml is null)
        {
            return numbering;
        }

        xml.ReadRoot();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "abstractNum" && xml.IntegerAttribute("abstractNumId") is { } patternId)
            {
                numbering._patterns[patternId] = ListPattern.Read(xml);
            }
            else if (xml.Name == "num" && xml.IntegerAttribute("numId") is { } id)
            {
                numbering._lists[id] = NumberedList.Read(xml);
            }
        }

        xml.Finish();
        return numbering;
    }

    /// <summary>Counts one more paragraph of a list and returns its number as printed.</summary>
    /// <param name="listId">The list.</param>
    /// <param name="level">Level, 0–8; where it is not stated the style's own level, else 0.</param>
    /// <param name="styleId">The style that brought the number, if it did.</param>
    /// <returns>The number, e.g. <c>（一）</c>; <see langword="null"/> for bullets and for lists that do not exist.</returns>
    public string? Next(int listId, int? level, string? styleId)
    {
        if (!_lists.TryGetValue(listId, out var list) || !_patterns.TryGetValue(list.PatternId, out var pattern))
        {
            return null;
        }

        var at = Math.Clamp(level ?? pattern.LevelOfStyle(styleId) ?? 0, 0, Levels - 1);
        list.RestartOnce(pattern);
        pattern.Count(at, list);
        return Print(pattern, list, at);
    }

    private static string? Print(ListPattern pattern, NumberedList list, int at)
    {
        var level = list.LevelAt(at) ?? pattern.Levels[at];
        if (level.Format is "bullet" or "none" && !level.Text.Contains('%', StringComparison.Ordinal))
        {
            return level.Format == "bullet" || level.Text.Length == 0 ? null : level.Text;
        }

        var text = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] == '%' && i + 1 < level.Text.Length && level.Text[i + 1] is >= '1' and <= '9')
            {
                var of = level.Text[++i] - '1';
                var format = level.IsLegal ? "decimal" : (list.LevelAt(of) ?? pattern.Levels[of]).Format;
                text.Append(NumberText.Write(pattern.CountAt(of, list), format));
            }
            else
            {
                text.Append(level.Text[i]);
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }
}
