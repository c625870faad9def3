using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>A paragraph of a plan that is written as text.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record ListLine(string Text, Origin Origin)
{
    private const int LongestHeading = 40;

    /// <summary>How deep its number is (see <see cref="SectionNumber"/>); 0 for none.</summary>
    public int Level { get; } = SectionNumber.LevelOf(Text);

    public bool HasUnits { get; } = DutyBracket.Find(Text, 0) is { HasUnits: true };

    /// <summary>Whether the line, number and duties aside, is a heading and no sentence.</summary>
    public static bool IsHeading(string text) => text.Length <= LongestHeading && !text.Contains('；') && text.TrimEnd('。').IndexOf('。') < 0 && !text.EndsWith('）');
}

/// <summary>A section of such a plan: its heading and what stands below.</summary>
/// <param name="Heading">The line 一、…; null for what stands before the first.</param>
/// <param name="Lines">The lines below the heading.</param>
internal sealed record ListSection(ListLine? Heading, IReadOnlyList<ListLine> Lines)
{
    private static readonly string[] GoalWords = ["目标", "指标"];

    public bool HasUnits => Heading is { HasUnits: true } || Lines.Any(line => line.HasUnits);

    /// <summary>Whether it sets goals for all, and so has no units of its own.</summary>
    public bool SetsGoals => Heading is { Text: var text } && ListLine.IsHeading(text) && Array.Exists(GoalWords, text.Contains);

    /// <summary>The kind of number that counts its tasks: the first kind below the heading; 0 where there is none.</summary>
    public int TaskLevel => Lines.Select(line => line.Level).Where(level => level is > 1 and < 5).DefaultIfEmpty(0).First();
}

/// <summary>Parts the paragraphs of a plan into sections and leaves out what stands around them: title, preamble, list of annexes, signature.</summary>
internal static class ListOutline
{
    private const int LongestSignature = 30;

    public static List<ListSection> Of(IEnumerable<Block> blocks)
    {
        var lines = blocks.OfType<ParagraphBlock>().Where(paragraph => !paragraph.IsEmpty)
            .Select(paragraph => new ListLine(paragraph.Text.Trim(), paragraph.Origin))
            .TakeWhile(line => !line.Text.StartsWith("附件：", StringComparison.Ordinal) && !line.Text.StartsWith("附件:", StringComparison.Ordinal)).ToList();
        var end = lines.FindLastIndex(line => !IsSignature(line)) + 1;
        var first = lines.FindIndex(line => line.Level is > 0 and < 5);
        var start = first >= 0 ? first : Math.Max(0, lines.FindIndex(line => line.HasUnits));
        return SectionsOf(lines.GetRange(Math.Min(start, end), Math.Max(0, end - start)));
    }

    private static List<ListSection> SectionsOf(List<ListLine> lines)
    {
        var sections = new List<ListSection>();
        for (int from = 0, i = 0; i <= lines.Count; i++)
        {
            if (i == lines.Count || (lines[i].Level == 1 && i > from))
            {
                var isHeaded = i > from && lines[from].Level == 1;
                sections.Add(new ListSection(isHeaded ? lines[from] : null, lines.GetRange(isHeaded ? from + 1 : from, i - from - (isHeaded ? 1 : 0))));
                from = i;
            }
        }

        return sections;
    }

    // 甲区人民政府办公室 and the day below the text.
    private static bool IsSignature(ListLine line)
    {
        var text = ChineseText.Compact(line.Text);
        return text.Length <= LongestSignature && line.Level == 0 && !text.AsSpan().ContainsAny("。；：，（")
            && (NameList.IsName(text) || (DateMentions.FindAll(text, 2000) is [{ Start: 0 } only] && only.End == text.Length));
    }
}
