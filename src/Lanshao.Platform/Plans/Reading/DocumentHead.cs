using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>What stands above the annexes: number, issuer, titles, year, place.</summary>
internal sealed record DocumentHead(string? Title, string? NoticeTitle, string? DocumentNumber, string? Issuer, int? Year, string? Place)
{
    /// <summary>The words before the number on a cover sheet.</summary>
    public const string NumberLabel = "文号：";

    /// <summary>The words before the issuer on a cover sheet.</summary>
    public const string IssuerLabel = "发文机关：";

    private const int LongestTitle = 120;
    private const int LongestPlace = 8;

    // Stands before the name in the title of a sample: 演示甲区2024年….
    private const string SampleWord = "演示";
    private const int LongestTitleLine = 60;
    private const string Issuing = "关于印发";

    public static DocumentHead Read(IReadOnlyList<Block> head, IReadOnlyList<AnnexSource> annexes)
    {
        var groups = GroupsOf(head).ConvertAll(ChineseText.Compact);
        var notice = groups.Find(group => group.Contains("关于", StringComparison.Ordinal) && group.Contains("通知", StringComparison.Ordinal) && group.Length <= LongestTitle);
        var title = InTitleMarks(notice) ?? InNotice(notice) ?? groups.Find(IsTitle) ?? annexes.Select(annex => annex.Title).FirstOrDefault(text => text is not null);
        var number = Labelled(head, NumberLabel) ?? groups.Select(DocumentNumberIn).FirstOrDefault(found => found is not null);
        var issuer = Labelled(head, IssuerLabel) ?? notice?[..Math.Max(0, notice.IndexOf("关于", StringComparison.Ordinal))];
        var titles = annexes.Select(annex => annex.Title).Prepend(title).OfType<string>().ToList();
        var dated = titles.Append(number).FirstOrDefault(text => YearIn(text) is not null);
        var place = titles.Select(PlaceIn).FirstOrDefault(found => found is not null) ?? PlaceIn(issuer);
        return new DocumentHead(title, notice, number, string.IsNullOrEmpty(issuer) ? null : issuer, YearIn(dated), place);
    }

    // Lines that stand together are one text: titles are broken over lines. Sentences, numbered lines and the document's number stand alone.
    private static List<string> GroupsOf(IReadOnlyList<Block> head)
    {
        var groups = new List<string>();
        var lines = new List<string>();
        foreach (var block in head.Append(new ParagraphBlock("", [""], ParagraphStyle.Plain, new Origin())))
        {
            var paragraph = block as ParagraphBlock;
            if (paragraph is { IsEmpty: false } && lines.Count < 12 && !StandsAlone(paragraph))
            {
                lines.AddRange(paragraph.Lines.Select(line => line.Trim()));
                continue;
            }

            if (lines.Count > 0)
            {
                groups.Add(LineJoin.Join(lines));
                lines.Clear();
            }

            if (paragraph is { IsEmpty: false })
            {
                groups.Add(paragraph.Text.Trim());
            }
        }

        return groups;
    }

    // A text box, as the letterhead often is, has nothing to do with the lines around it.
    private static bool StandsAlone(ParagraphBlock paragraph)
    {
        var text = paragraph.Text.Trim();
        return paragraph.Origin.Part is not null || text.Length > LongestTitleLine || text is [.., '。' or '：' or '；']
            || text.EndsWith("文件", StringComparison.Ordinal) || IsLabelled(paragraph) || SectionNumber.LevelOf(text) > 0 || DocumentNumberIn(text) is not null;
    }

    // 文号：…, 发文机关：… as a cover sheet prints them.
    private static string? Labelled(IReadOnlyList<Block> head, string label) =>
        head.OfType<ParagraphBlock>().Select(paragraph => paragraph.Text.Trim()).Where(text => text.StartsWith(label, StringComparison.Ordinal)).Select(text => text[label.Length..].Trim()).FirstOrDefault(text => text.Length > 0);

    private static bool IsLabelled(ParagraphBlock paragraph) => paragraph.Text.Trim() is var text && (text.StartsWith(NumberLabel, StringComparison.Ordinal) || text.StartsWith(IssuerLabel, StringComparison.Ordinal));

    private static bool IsTitle(string text) =>
        !text.StartsWith("附件", StringComparison.Ordinal) && SectionNumber.LevelOf(text) == 0 && text.Length is > 4 and <= LongestTitle && !text.Contains('。') && !text.EndsWith('：') && DocumentNumberIn(text) is null && !text.EndsWith("文件", StringComparison.Ordinal);

    // 甲区人民政府关于印发2024年重点任务清单的通知: what is issued is the plan.
    private static string? InNotice(string? notice)
    {
        var from = notice is null ? -1 : notice.IndexOf(Issuing, StringComparison.Ordinal);
        var to = notice is null ? -1 : notice.LastIndexOf("的通知", StringComparison.Ordinal);
        return from >= 0 && to > from + Issuing.Length ? notice![(from + Issuing.Length)..to] : notice;
    }

    private static string? InTitleMarks(string? text)
    {
        var open = text?.IndexOf('《') ?? -1;
        var close = text?.LastIndexOf('》') ?? -1;
        return open >= 0 && close > open + 1 ? text![(open + 1)..close] : null;
    }

    // 某政办发〔2022〕2号, also with other brackets.
    private static string? DocumentNumberIn(string text)
    {
        var compact = ChineseText.Compact(text);
        var open = compact.AsSpan().IndexOfAny("〔[［(");
        var close = open < 1 ? -1 : compact.AsSpan(open).IndexOfAny("〕]］)") + open;
        if (open < 1 || close - open != 5 || !int.TryParse(compact.AsSpan(open + 1, 4), out _))
        {
            return null;
        }

        var end = compact.IndexOf('号', close);
        return end > close && end - close <= 8 && open <= 16 ? compact[..(end + 1)] : null;
    }

    private static int? YearIn(string? text)
    {
        var compact = text is null ? "" : ChineseText.Compact(text);
        for (var i = 0; i + 4 < compact.Length; i++)
        {
            if (ChineseNumber.TryReadAt(compact, i, out var number) && number.Length == 4 && number.Value is >= 1990 and <= 2100
                && compact[i + 4] is '年' or '〕' or ']' or '］' or ')')
            {
                return (int)number.Value;
            }

            i += Math.Max(0, number.Length - 1);
        }

        return null;
    }

    // 甲市乙区深入…: the innermost division before the title's subject.
    private static string? PlaceIn(string? title) => title?.Split(' ', '\u3000').Select(PlaceAtHead).FirstOrDefault(place => place is not null);

    private static string? PlaceAtHead(string title)
    {
        string? place = null;
        var start = title.StartsWith(SampleWord, StringComparison.Ordinal) ? SampleWord.Length : 0;
        for (int from = start, i = start + 1; i < title.Length && i - from < LongestPlace; i++)
        {
            if (title[i] is '区' or '县' or '旗' or '市' or '省' && i > from && title.AsSpan(from, i - from).IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0)
            {
                place = title[from..(i + 1)];
                from = i + 1;
            }
        }

        return place;
    }
}
