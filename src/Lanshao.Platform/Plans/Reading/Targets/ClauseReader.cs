using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Parts a paragraph into sentences and clauses; commas inside brackets, quotes and titles part nothing; 目标分别为：… and 三项工作：一是… part like a comma.</summary>
internal static class ClauseReader
{
    /// <summary>No clause of a plan is longer; what is longer is not read for targets.</summary>
    public const int LongestClause = 400;

    private const int DeepestNesting = 4;

    public static IEnumerable<Sentence> Read(string paragraph)
    {
        var text = ChineseText.ToHalfWidth(paragraph);
        for (int from = 0, i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] is '。' or '；' or ';' or '！' or '？' or '\n')
            {
                if (i > from)
                {
                    yield return ReadSentence(text[from..i]);
                }

                from = i + 1;
            }
        }
    }

    private static Sentence ReadSentence(string text)
    {
        var sentence = new Sentence();
        var (from, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            depth += i < text.Length ? Nesting(text[i]) : 0;
            depth = Math.Clamp(depth, 0, DeepestNesting);
            if (i == text.Length || (IsComma(text, i) && (depth == 0 || !ClosesLater(text, i))))
            {
                AddClause(sentence, text[from..i].Trim());
                from = i + 1;
            }
        }

        return sentence;
    }

    private static void AddClause(Sentence sentence, string text)
    {
        if (text.Length is > 0 and <= LongestClause)
        {
            sentence.Clauses.Add(new Clause(SectionNumber.CutFrom(text), sentence, sentence.Clauses.Count));
        }
    }

    private static bool IsComma(string text, int i) => text[i] switch
    {
        '，' => true,
        ',' => !(i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])),
        '：' or ':' => i > 0 && (text[i - 1] is '为' or '是' or '下' or '标' || SectionNumber.LevelOf(text.AsSpan(i + 1)) >= 4),
        _ => false,
    };

    private static int Nesting(char c) => c switch
    {
        '（' or '(' or '《' or '“' or '【' => 1,
        '）' or ')' or '》' or '”' or '】' => -1,
        _ => 0,
    };

    // A bracket that never closes holds nothing together.
    private static bool ClosesLater(string text, int i) =>
        text.AsSpan(i, Math.Min(LongestClause, text.Length - i)).ContainsAny("）)》”】");
}
