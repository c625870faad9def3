using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>A row of a table that a text names.</summary>
/// <param name="Line">The row.</param>
/// <param name="Start">Where the name begins.</param>
/// <param name="Length">Characters of the name.</param>
internal sealed record NameMention(TableLine Line, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Finds the rows of a table by their names in running text: as printed, without 街道, and under their other names.</summary>
internal sealed class NameFinder
{
    private static readonly string[] Endings = ["街道", "地区", "镇", "乡", "断面", "区"];
    private static readonly string[] KindEndings = ["领域", "类", "行业", "方面"];
    private const int LongestKey = 6;
    private const int FewestShared = 3;
    private const int ShortestShared = 3;
    private readonly Dictionary<string, List<TableLine>> _byName = new(StringComparer.Ordinal);
    private readonly NameLexicon _lexicon;

    public NameFinder(TableView table, Districts.NameBook names)
    {
        var shared = SharedEnding(table);
        foreach (var line in table.Lines.Where(line => line.Kind is LineKind.Data or LineKind.Summary or LineKind.Earlier && line.Name.Length is > 0 and <= 24 && !line.Name.StartsWith("平均", StringComparison.Ordinal)))
        {
            foreach (var name in NamesOf(line.Name, names).Concat(shared > 0 && line.Kind == LineKind.Data ? [line.Name[..^shared]] : []).Distinct(StringComparer.Ordinal))
            {
                if (!_byName.TryGetValue(name, out var lines))
                {
                    _byName[name] = lines = [];
                }

                lines.Add(line);
            }
        }

        _lexicon = new NameLexicon(_byName.Keys);
    }

    // 仓储物流片区, 综合配套片区: what all rows end with is left out in a list.
    private static int SharedEnding(TableView table)
    {
        var printed = table.Data.Where(line => line.Name.Length <= 24).Select(line => line.Name).Distinct(StringComparer.Ordinal).ToList();
        if (printed.Count < FewestShared || printed.Exists(name => name.Length < ShortestShared + 2))
        {
            return 0;
        }

        var length = 0;
        while (printed.TrueForAll(name => name.Length - length > ShortestShared && name[^(length + 1)] == printed[0][^(length + 1)]) && !char.IsAsciiDigit(printed[0][^(length + 1)]))
        {
            length++;
        }

        return length > 1 ? length : 0;
    }

    /// <summary>Finds the names in a text, from left to right.</summary>
    public IReadOnlyList<NameMention> FindAll(string text) =>
        [.. from place in _lexicon.FindAll(text)
            where !IsInRange(text, place.Start) && !IsOfLonger(text, place.Start, place.Length)
            let line = LineOf(text, text.Substring(place.Start, place.Length))
            where line is not null && !IsOtherMonth(text, place.Start, place.Length, line)
            select new NameMention(line, place.Start, place.Length)];

    // Of several rows of one name the one of which the text says more: 4类区 by day and by night.
    private TableLine? LineOf(string text, string name)
    {
        var lines = _byName[name].Distinct().ToList();
        return lines.Count == 1 ? lines[0]
            : lines.FindAll(line => line.Name == name) is [var whole] ? whole
            : lines.FindAll(line => line.Cells.Any(cell => cell.Figure is null && cell.Text != line.Name && cell.Text.Length is > 1 and <= LongestKey && text.Contains(cell.Text, StringComparison.Ordinal))) is [var told] ? told : null;
    }

    // The 1月 of 2023年1月 is not that of 2024年1月, 1月9日 is a day.
    private static bool IsOtherMonth(string text, int at, int length, TableLine line) =>
        text[at + length - 1] == '月' && length < 4 && line.Name.Length > length && ((at > 0 && text[at - 1] == '年') || (at + length < text.Length && (char.IsAsciiDigit(text[at + length]) || text[at + length] is '底' or '末')));

    // The 6月 of 4—6月 and of 16月 is no row, nor the 5日 of PM2.5日均.
    private static bool IsInRange(string text, int at) => at > 0 && char.IsAsciiDigit(text[at]) && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.' || (at > 1 && char.IsAsciiDigit(text[at - 2]) && text[at - 1] is '—' or '-' or '–' or '~' or '～' or '至'));

    // The 三季度 of 前三季度 is no row where that is the whole.
    private static bool IsOfLonger(string text, int at, int length) => at > 0 && text[at - 1] == '前' && text[at] == '三' && text[at + length - 1] == '度';

    private static IEnumerable<string> NamesOf(string printed, Districts.NameBook names)
    {
        if (printed.Length == 1)
        {
            // 水 is no name in running text, 水领域 is one.
            foreach (var ending in KindEndings)
            {
                yield return printed + ending;
            }

            yield break;
        }

        yield return printed;
        // 2024年1月 is 1月 where no other year has one.
        if (printed.Length is 7 or 8 && printed[4] == '年' && printed[^1] == '月' && char.IsAsciiDigit(printed[0]))
        {
            yield return printed[5..];
        }

        if (printed.IndexOf('月', StringComparison.Ordinal) is > 0 and < 3 and var month && printed.EndsWith('日') && month + 2 < printed.Length)
        {
            yield return printed[(month + 1)..];
        }

        if (Array.Find(Endings, ending => printed.Length > ending.Length + 1 && printed.EndsWith(ending, StringComparison.Ordinal)) is { } found)
        {
            yield return printed[..^found.Length];
        }

        if (names.Resolve(printed) is { } entry)
        {
            foreach (var name in entry.Aliases.Select(alias => alias.Text).Append(entry.Name).Append(entry.FullName).Where(name => name.Length > 1))
            {
                yield return name;
            }
        }
    }
}
