using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>The bracket that ends an entry of a list without a table: （责任单位：A、B；完成时限：年底前）.</summary>
/// <param name="Units">The units by the words before them, in order.</param>
/// <param name="DeadlineText">The time limit; null where the bracket gives none.</param>
/// <param name="Start">Where the bracket begins.</param>
/// <param name="End">The place behind it.</param>
internal sealed record DutyBracket(IReadOnlyList<BracketUnits> Units, string? DeadlineText, int Start, int End)
{
    private const int LongestBracket = 400;

    /// <summary>Finds the first bracket with duties at or behind a place of a text; null where there is none.</summary>
    public static DutyBracket? Find(string text, int from)
    {
        for (var open = NextOpen(text, from); open >= 0; open = NextOpen(text, open + 1))
        {
            var close = CloseOf(text, open);
            if (close > 0 && Read(text, open, close) is { } bracket)
            {
                return bracket;
            }
        }

        return null;
    }

    private static int NextOpen(string text, int from)
    {
        var at = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny("（(【[");
        return at < 0 ? -1 : from + at;
    }

    private static int CloseOf(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length && i - open <= LongestBracket; i++)
        {
            depth += text[i] is '（' or '(' or '【' or '[' ? 1 : text[i] is '）' or ')' or '】' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static DutyBracket? Read(string text, int open, int close)
    {
        var units = new List<BracketUnits>();
        string? deadline = null;
        foreach (var (word, value) in PartsOf(text[(open + 1)..close]))
        {
            var column = new TaskColumn(ColumnHeading.RoleOf(word), word);
            if (column.IsUnit)
            {
                units.Add(new BracketUnits(column, value));
            }

            deadline = column.Role == ColumnRole.Deadline ? value : deadline;
        }

        return units.Count > 0 ? new DutyBracket(units, deadline, open, close + 1) : null;
    }

    // 牵头单位：A、B；责任单位：C, also with commas or blanks before the next word.
    private static IEnumerable<(string Word, string Value)> PartsOf(string text)
    {
        var pieces = ChineseText.ToHalfWidth(text).Split('：', ':');
        var word = pieces[0].Trim();
        for (var i = 1; i < pieces.Length; i++)
        {
            var (value, next) = i + 1 < pieces.Length ? CutNextWord(pieces[i]) : (pieces[i], "");
            yield return (word, value.Trim(' ', '，', ',', '；', ';', '。', '、'));
            word = next;
        }
    }

    private static (string Value, string NextWord) CutNextWord(string piece)
    {
        var cut = piece.LastIndexOfAny(['；', ';', '，', ',', '。', ' ', '、']);
        return cut < 0 ? (piece, "") : (piece[..cut], piece[(cut + 1)..].Trim());
    }
}

/// <summary>Units of a bracket.</summary>
/// <param name="Column">The word before them, as a column's heading would say it.</param>
/// <param name="Names">The names.</param>
internal sealed record BracketUnits(TaskColumn Column, string Names);
