using System.Buffers;
using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Guard;

/// <summary>Finds a secrecy marking (密级) that a document carries; the words in running text are none.</summary>
internal static class SecrecyMarking
{
    // The marking stands above the title: on the first lines of the first page.
    public const int LinesAtTop = 15;
    private static readonly SearchValues<char> TermCharacters = SearchValues.Create("0123456789一二三四五六七八九十年个月日天至-—.");
    private static readonly string[] Levels = ["绝密", "机密", "秘密"];
    private static readonly string[] Stars = ["★", "☆", "*", "✱", "✽", "⭐"];
    private static readonly string[] Labels = ["密级", "保密等级", "涉密等级", "保密级别", "定密"];

    private static readonly string[] Notices = ["内部资料", "内部文件", "内部材料", "内部刊物", "内部使用", "内部参考", "工作秘密"];

    // What a notice may go on with: 内部资料，请妥善保管，严禁外传.
    private static readonly string[] Cautions =
    [
        "注意", "妥善", "严禁", "不得", "请勿", "切勿", "禁止", "谨防", "请", "勿", "保存", "保管", "保密", "外传", "外泄", "传播", "扩散", "公开", "复制", "转载", "遗失", "仅供参考", "参考", "阅后", "收回", "存档",
    ];

    /// <summary>Refuses a document that carries a marking.</summary>
    /// <param name="blocks">The body.</param>
    /// <param name="margins">Lines of headers and footers.</param>
    public static void Check(IEnumerable<Block> blocks, IEnumerable<string> margins)
    {
        foreach (var line in margins)
        {
            RefuseIf(Find(line, isAtTop: true));
        }

        var count = 0;
        foreach (var block in blocks)
        {
            if (block is ParagraphBlock { IsEmpty: true })
            {
                continue;
            }

            var isBox = block.Origin.Part == "textbox";
            foreach (var line in Lines([block]))
            {
                RefuseIf(Find(line, isBox || count++ < LinesAtTop));
            }

            // Past the top, only a paragraph of its own counts; a table may list the markings of other papers.
            count = block is TableBlock ? Math.Max(count, LinesAtTop) : count;
        }
    }

    /// <summary>Refuses a table whose row near the top is a marking.</summary>
    public static void CheckRow(IEnumerable<string> fields)
    {
        foreach (var line in RowLines(fields))
        {
            RefuseIf(Find(line, isAtTop: true));
        }
    }

    /// <summary>Returns the printed lines of blocks that could hold a marking; the cells of a row make one line.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        ParagraphBlock paragraph => paragraph.Lines.Where(line => !string.IsNullOrWhiteSpace(line)),
        TableBlock table => table.Rows.Take(LinesAtTop).SelectMany(row => RowLines(row.OwnCells.Select(cell => cell.Text))),
        _ => [],
    });

    /// <summary>Returns the marking that a line is, or <see langword="null"/>.</summary>
    /// <param name="line">One printed line.</param>
    /// <param name="isAtTop">Whether it stands where markings stand; elsewhere only a line with a star counts.</param>
    public static string? Find(string line, bool isAtTop)
    {
        if (line.Length > 200)
        {
            return null;
        }

        var parts = TextNormalization.Normalize(line).Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries);
        var whole = Bare(string.Concat(parts));
        if (IsMarking(whole, needsStar: !isAtTop))
        {
            return whole;
        }

        // Beside the number of the copy or the urgency: 000001　秘密★1年　特急.
        return isAtTop ? parts.Select(Bare).FirstOrDefault(part => IsMarking(part, needsStar: false) && part.Length < whole.Length && !IsSentence(whole)) : null;
    }

    // A cell alone says nothing (a register may list the markings of other papers), unless it has the star, follows the word 密级, or is the whole row.
    private static IEnumerable<string> RowLines(IEnumerable<string> row)
    {
        var cells = row.Select(text => text.Trim()).Where(text => text.Length is > 0 and <= 40).ToList();
        if (cells.Count == 1)
        {
            return cells;
        }

        return Labelled(cells).Concat(cells.Where(text => Stars.Any(star => text.Contains(star, StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Labelled(List<string> cells)
    {
        for (var i = 0; i + 1 < cells.Count; i++)
        {
            var label = Bare(TextNormalization.WithoutSpaces(cells[i])).TrimEnd(':', '：');
            if (Labels.Contains(label))
            {
                yield return $"{label}：{cells[i + 1]}";
            }
        }
    }

    private static void RefuseIf(string? marking)
    {
        if (marking is not null)
        {
            throw Refuse.Because(DocumentCodes.Secrecy, null, ("marking", marking), ("found", marking));
        }
    }

    private static bool IsSentence(string text) => text.AsSpan().ContainsAny("。；，");

    private static bool IsMarking(string text, bool needsStar)
    {
        var label = Labels.FirstOrDefault(label => text.StartsWith(label, StringComparison.Ordinal));
        var value = label is null ? text : text[label.Length..].TrimStart(':', '：');
        return IsLevel(value, needsStar) || (label is not null && value == "内部") || (!needsStar && IsNotice(WithoutPunctuation(value)));
    }

    private static bool IsNotice(string text)
    {
        var rest = Notices.FirstOrDefault(notice => text.StartsWith(notice, StringComparison.Ordinal)) is { } found ? text[found.Length..] : null;
        while (rest is { Length: > 0 } && Cautions.FirstOrDefault(caution => rest.StartsWith(caution, StringComparison.Ordinal)) is { } caution)
        {
            rest = rest[caution.Length..];
        }

        return rest is "";
    }

    // 秘密★1年, 机密★, 绝密★长期, 秘密：5年 and the bare word.
    private static bool IsLevel(string text, bool needsStar)
    {
        if (!Levels.Any(level => text.StartsWith(level, StringComparison.Ordinal)))
        {
            return false;
        }

        var rest = text.AsSpan(2);
        var hasStar = false;
        foreach (var star in Stars)
        {
            if (rest.StartsWith(star, StringComparison.Ordinal))
            {
                rest = rest[star.Length..];
                hasStar = true;
                break;
            }
        }

        return (hasStar || !needsStar) && IsTerm(rest.TrimStart("级件：:"));
    }

    // How long it is secret: nothing, 长期, or a short figure with its unit.
    private static bool IsTerm(ReadOnlySpan<char> text) =>
        text.IsEmpty || text is "长期" or "永久" || (text.Length <= 12 && !text.ContainsAnyExcept(TermCharacters));

    private static string Bare(string text) => text.Trim('（', '）', '(', ')', '【', '】', '[', ']', '〔', '〕', '《', '》', '—', '-', '_', '.', '。', '！', '!');

    private static string WithoutPunctuation(string text) =>
        string.Concat(text.Where(c => c is not (',' or '，' or '、' or ';' or '；' or '！' or '!' or '。' or '·' or ' ' or '★' or ':' or '：')));
}
