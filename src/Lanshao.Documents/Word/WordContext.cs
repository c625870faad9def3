using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>What the readers of one Word document share.</summary>
internal sealed class WordContext(GuardedArchive archive, string mainPart, ReadingBudget budget)
{
    private readonly List<PackageRelationship> _relationships = PackageRelationships.Of(archive, mainPart);
    private WordStyles? _styles;
    private WordNumbering? _numbering;

    public GuardedArchive Archive { get; } = archive;

    public ReadingBudget Budget { get; } = budget;

    public FindingList Findings { get; } = new();

    public WordNotes Notes { get; } = new();

    /// <summary>Styles and numbers are in parts of their own, often larger than the body: read when first asked for.</summary>
    public WordStyles Styles => _styles ??= WordStyles.Read(OpenRelated("styles"));

    public WordNumbering Numbering => _numbering ??= WordNumbering.Read(OpenRelated("numbering"));

    /// <summary>How many unfilled content controls are open: their text is a prompt.</summary>
    public int OpenPrompts { get; set; }

    public int Insertions { get; set; }

    public int Deletions { get; set; }

    /// <summary>Opens the part of a kind that the body refers to; <see langword="null"/> where there is none.</summary>
    public GuardedXml? OpenRelated(string kind) => RelatedParts(kind).Select(Archive.OpenXml).FirstOrDefault(xml => xml is not null);

    public IEnumerable<string> RelatedParts(string kind) =>
        _relationships.Where(relationship => relationship.Kind == kind && !relationship.IsExternal).Select(relationship => relationship.Target);

    public static bool IsWord(GuardedXml xml) => WordNames.IsMain(xml.Namespace);
}
