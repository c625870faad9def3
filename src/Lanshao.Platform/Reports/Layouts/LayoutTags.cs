namespace Lanshao.Platform.Reports.Layouts;

/// <summary>The tags by which controls of a layout ask for what stands in them.</summary>
internal static class LayoutTags
{
    public const string RedHead = "red-head";
    public const string Preface = "preface";
    public const string AnnexList = "annex-list";
    public const string Signature = "signature";
    public const string Issuer = "issuer";
    public const string Date = "date";
    public const string Number = "number";
    public const string Annexes = "annexes";
    public const string TitlePrefix = "title:";
    public const string SectionPrefix = "section:";
    public const string SentencePrefix = "sentence:";
    public const string FactPrefix = "fact:";
    public const string WordPrefix = "word:";
    public const string TablePrefix = "table:";

    public static IReadOnlyList<string> Plain { get; } = [RedHead, Number, Preface, AnnexList, Signature, Issuer, Date, Annexes];

    /// <summary>Returns the tag of the title, which says what kind of report a layout is for.</summary>
    public static string TitleOf(ReportKind kind) => TitlePrefix + ReportKinds.CodeOf(kind);

    /// <summary>Returns the kind that a title's tag names; null for none.</summary>
    public static ReportKind? KindOf(string tag) => tag.StartsWith(TitlePrefix, StringComparison.Ordinal) ? ReportKinds.Find(tag[TitlePrefix.Length..]) : null;

    /// <summary>Parts blocks into sections: what stands before the first heading, then every heading of the first level with what stands below it.</summary>
    public static IEnumerable<(string Tag, IReadOnlyList<T> Blocks)> Sections<T>(IEnumerable<(int Level, string Key, T Block)> blocks)
    {
        var (tag, held) = (Preface, new List<T>());
        foreach (var (level, key, block) in blocks)
        {
            if (level == 1)
            {
                if (held.Count > 0)
                {
                    yield return (tag, held);
                }

                (tag, held) = (SectionPrefix + key, []);
            }

            held.Add(block);
        }

        if (held.Count > 0)
        {
            yield return (tag, held);
        }
    }
}
