using System.Buffers;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>
/// The words that end an entry of a list without a table and say whose it is: （责任单位：A、B；完成时限：年底前）, （A牵头，B、C配合）, or a line 责任单位：A、B.
/// </summary>
/// <param name="Units">The units by the words beside them, in order.</param>
/// <param name="DeadlineText">The time limit; null where none is given.</param>
/// <param name="Start">Where the words begin.</param>
/// <param name="End">The place behind them.</param>
internal sealed record DutyBracket(IReadOnlyList<BracketUnits> Units, string? DeadlineText, int Start, int End)
{
    private const int LongestBracket = 400;
    private const int LongestWord = 10;
    private const int DeepestBracket = 3;
    private const int AnyYear = 2000;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；;！ \t　");
    private static readonly string[] AnyWords = ["单位", "部门", "牵头", "责任", "主责", "配合", "协办", "负责", "落实", "参与", "参加", "协助", "时限", "期限", "时间", "。（", "；（"];
    private static readonly string[] LineWords = ["牵头", "责任", "主责", "配合", "协办", "落实", "主办", "承办", "实施", "完成时", "完成期", "时限", "时间"];

    /// <summary>What stands behind the names where no colon stands before them.</summary>
    private static readonly (string Verb, ColumnRole Role)[] Verbs =
    [
        ("按照职责分工负责", ColumnRole.Responsible), ("按职责分工负责", ColumnRole.Responsible), ("依职责分工负责", ColumnRole.Responsible), ("按职责负责", ColumnRole.Responsible),
        ("按职责落实", ColumnRole.Responsible), ("分工负责", ColumnRole.Responsible), ("共同负责", ColumnRole.Responsible), ("具体负责", ColumnRole.Responsible), ("牵头负责", ColumnRole.Lead),
        ("负责牵头", ColumnRole.Lead), ("牵头", ColumnRole.Lead), ("分别配合", ColumnRole.Assist), ("按职责配合", ColumnRole.Assist), ("配合", ColumnRole.Assist), ("协助", ColumnRole.Assist),
        ("协办", ColumnRole.Assist), ("参与", ColumnRole.Assist), ("参加", ColumnRole.Assist), ("主责", ColumnRole.Main), ("负责", ColumnRole.Responsible), ("落实", ColumnRole.Responsible),
    ];

    /// <summary>Whether the words name units, and not only a time limit.</summary>
    public bool HasUnits => Units.Count > 0;

    /// <summary>Finds the first such words at or behind a place of a text; null where there are none.</summary>
    public static DutyBracket? Find(string text, int from)
    {
        var isBracket = from < text.Length && text[from] is '（' or '(';
        if (!isBracket && !Array.Exists(AnyWords, word => text.AsSpan(Math.Min(from, text.Length)).Contains(word, StringComparison.Ordinal)))
        {
            return null;
        }

        var line = FindLine(text, from);
        for (var open = NextOpen(text, from); open >= 0 && (line is null || open < line.Start); open = NextOpen(text, open + 1))
        {
            var close = CloseOf(text, open);
            if (close > 0 && (Read(text[(open + 1)..close], open, close + 1) ?? ReadNames(text, open, close)) is { } bracket)
            {
                return bracket;
            }
        }

        return line;
    }

    /// <summary>Puts words that follow at once together: （责任单位：A）（完成时限：年底前） is one.</summary>
    public DutyBracket And(DutyBracket next) => new([.. Units, .. next.Units], DeadlineText ?? next.DeadlineText, Start, next.End);

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
            if (depth is 0 or > DeepestBracket)
            {
                return depth == 0 ? i : -1;
            }
        }

        return -1;
    }

    // 治理工地。（区住建委、各街道）: names alone behind a whole sentence.
    private static DutyBracket? ReadNames(string text, int open, int close)
    {
        var names = text[(open + 1)..close];
        return (open == 0 || text[open - 1] is '。' or '；') && names.Split('、').All(name => NameList.IsName(name))
            ? new DutyBracket([new BracketUnits(new TaskColumn(ColumnRole.Responsible, ""), names)], null, open, close + 1)
            : null;
    }

    // 责任单位：A、B without brackets: a sentence of its own, up to the end of the paragraph.
    private static DutyBracket? FindLine(string text, int from)
    {
        for (var colon = NextColon(text, from); colon >= 0; colon = NextColon(text, colon + 1))
        {
            var reach = Math.Max(from, colon - LongestWord - 2);
            var start = reach + text.AsSpan(reach, colon - reach).LastIndexOfAny(SentenceEnds) + 1;
            var word = ChineseText.Compact(text[start..colon]);
            if (word.Length <= LongestWord && Array.Exists(LineWords, word.StartsWith) && IsDuty(ColumnHeading.RoleOf(word)) && text.Length - colon <= LongestBracket)
            {
                return Read(text[start..], start, text.Length);
            }
        }

        return null;
    }

    private static int NextColon(string text, int from)
    {
        var at = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny('：', ':');
        return at < 0 ? -1 : from + at;
    }

    private static bool IsDuty(ColumnRole role) => role == ColumnRole.Deadline || new TaskColumn(role, "").IsUnit;

    private static DutyBracket? Read(string inside, int start, int end)
    {
        var words = ChineseText.ToHalfWidth(inside);
        var parts = words.AsSpan().ContainsAny('：', ':') ? PartsOf(words) : VerbPartsOf(words);
        var units = new List<BracketUnits>();
        string? deadline = null;
        foreach (var (column, value) in parts)
        {
            var names = column.IsUnit ? WithoutDeadline(value, ref deadline) : "";
            if (names.Length > 0)
            {
                units.Add(new BracketUnits(column, names));
            }

            deadline = column.Role == ColumnRole.Deadline ? value : deadline;
        }

        return units.Count > 0 || deadline is not null ? new DutyBracket(units, deadline, start, end) : null;
    }

    // 牵头单位：A、B；责任单位：C, also with commas or blanks before the next word.
    private static IEnumerable<(TaskColumn Column, string Value)> PartsOf(string inside)
    {
        var pieces = inside.Split('：', ':');
        var word = pieces[0].Trim();
        for (var i = 1; i < pieces.Length; i++)
        {
            var (value, next) = i + 1 < pieces.Length ? CutNextWord(pieces[i]) : (pieces[i], "");
            yield return (new TaskColumn(ColumnHeading.RoleOf(word), word), value.Trim(' ', '，', ',', '；', ';', '。', '、'));
            word = next;
        }
    }

    private static (string Value, string NextWord) CutNextWord(string piece)
    {
        var cut = piece.LastIndexOfAny(['；', ';', '，', ',', '。', ' ', '、']);
        return cut < 0 ? (piece, "") : (piece[..cut], piece[(cut + 1)..].Trim());
    }

    // A牵头，B、C配合，年底前完成: every part ends in its verb or is a time limit; anything else is no duty.
    private static List<(TaskColumn Column, string Value)> VerbPartsOf(string inside)
    {
        var parts = new List<(TaskColumn, string)>();
        var open = "";
        foreach (var piece in inside.Split(['，', ',', '；', ';', '。'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (verb, role) = Array.Find(Verbs, pair => piece.EndsWith(pair.Verb, StringComparison.Ordinal));
            var names = open + (verb is null ? piece : piece[..^verb.Length]).TrimStart('由');
            if (verb is null && IsDeadline(piece))
            {
                parts.Add((new TaskColumn(ColumnRole.Deadline, ""), piece));
            }
            else if (!names.Split('、').All(name => NameList.IsName(name)))
            {
                return [];
            }
            else if (verb is null)
            {
                open = names + "、";
            }
            else
            {
                parts.Add((new TaskColumn(role, verb), names));
                open = "";
            }
        }

        return open.Length == 0 && parts.Exists(part => part.Item1.IsUnit) ? parts : [];
    }

    // （责任单位：A、B，6月底前完成）: a time limit among the names.
    private static string WithoutDeadline(string names, ref string? deadline)
    {
        var kept = new List<string>();
        foreach (var piece in names.Split(['，', ',', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!NameList.IsName(piece) && IsDeadline(piece))
            {
                deadline ??= piece;
            }
            else
            {
                kept.Add(piece);
            }
        }

        return string.Join('、', kept);
    }

    private static bool IsDeadline(string words) => DeadlineReader.Read(words, AnyYear).Kind != DeadlineKind.Unknown;
}

/// <summary>Units of a bracket.</summary>
/// <param name="Column">The word beside them, as a column's heading would say it.</param>
/// <param name="Names">The names.</param>
internal sealed record BracketUnits(TaskColumn Column, string Names);
