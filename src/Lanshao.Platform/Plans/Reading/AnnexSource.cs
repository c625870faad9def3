using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>The blocks of one annex.</summary>
/// <param name="Number">The printed number; null where none is printed.</param>
/// <param name="Title">The title, lines joined; null where none is printed.</param>
/// <param name="Blocks">Everything below the title.</param>
internal sealed record AnnexSource(int? Number, string? Title, IReadOnlyList<Block> Blocks);

/// <summary>Parts a document into what stands before its annexes and the annexes.</summary>
internal static class AnnexFinder
{
    private const int LongestTitleLine = 60;
    private const int MostTitleLines = 5;

    public static (IReadOnlyList<Block> Head, IReadOnlyList<AnnexSource> Annexes) Split(IReadOnlyList<Block> blocks)
    {
        var marks = MarksIn(blocks);
        if (marks.Count == 0)
        {
            return (blocks, [new AnnexSource(null, null, blocks)]);
        }

        var annexes = new List<AnnexSource>();
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1] : blocks.Count;
            annexes.Add(Read(NumberOf(blocks[marks[i]]), [.. blocks.Skip(marks[i] + 1).Take(end - marks[i] - 1)]));
        }

        return ([.. blocks.Take(marks[0])], annexes);
    }

    private static List<int> MarksIn(IReadOnlyList<Block> blocks)
    {
        var marks = new List<int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (NumberOf(blocks[i]) is not null)
            {
                marks.Add(i);
            }
        }

        return marks;
    }

    // 附件2, 附件 2：, 附表一, 附件 alone; a list of annexes (附件：1.…) is none.
    private static int? NumberOf(Block block)
    {
        if (block is not ParagraphBlock { Text.Length: < 20 } paragraph)
        {
            return null;
        }

        var text = ChineseText.Compact(paragraph.Text).TrimEnd('：', ':');
        if (!text.StartsWith("附件", StringComparison.Ordinal) && !text.StartsWith("附表", StringComparison.Ordinal))
        {
            return null;
        }

        if (text.Length == 2)
        {
            return paragraph.Text.Contains('：') ? null : 1;
        }

        return ChineseNumber.TryReadAt(text, 2, out var number) && number.Length == text.Length - 2 && number.Value is >= 1 and <= 99 ? (int)number.Value : null;
    }

    private static AnnexSource Read(int? number, IReadOnlyList<Block> blocks)
    {
        var lines = new List<string>();
        var at = 0;
        for (; at < blocks.Count && blocks[at] is ParagraphBlock paragraph && lines.Count < MostTitleLines; at++)
        {
            if (paragraph.IsEmpty && lines.Count > 0)
            {
                break;
            }

            var texts = paragraph.Lines.Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
            if (texts.Exists(text => !IsTitleLine(text)))
            {
                break;
            }

            lines.AddRange(texts);
        }

        return new AnnexSource(number, lines.Count == 0 ? null : ChineseText.Compact(LineJoin.Join(lines)), [.. blocks.Skip(at)]);
    }

    private static bool IsTitleLine(string text) =>
        text.Length <= LongestTitleLine && !text.EndsWith('。') && !text.EndsWith('；') && !text.Contains("单位：", StringComparison.Ordinal) && SectionNumber.LevelOf(text) == 0;
}
