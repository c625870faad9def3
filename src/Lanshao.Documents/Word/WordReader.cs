using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>Reads a .docx file to blocks.</summary>
internal static class WordReader
{
    public static SourceDocument Read(GuardedFile file)
    {
        var archive = file.Archive!;
        var mainPart = PackageFormat.MainPart(archive)!;
        var context = new WordContext(archive, mainPart, file.Budget);
        PackageContents.Report(archive, context.Findings);
        var blocks = ReadBody(context, mainPart);
        var notes = context.Notes.Read(context);
        if (context.Insertions + context.Deletions > 0)
        {
            context.Findings.Add(DocumentCodes.TrackedChanges, null, ("insertions", Refuse.Number(context.Insertions)), ("deletions", Refuse.Number(context.Deletions)));
        }

        SecrecyMarking.Check(blocks, ReadMargins(context));
        return new SourceDocument(file.Source, blocks, notes, context.Findings.Close());
    }

    private static List<Block> ReadBody(WordContext context, string mainPart)
    {
        using var xml = context.Archive.OpenXml(mainPart) ?? throw Refuse.Damaged(mainPart);
        var blocks = new List<Block>();
        xml.ReadRoot();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "body")
            {
                blocks.AddRange(new StoryReader(context).Read(xml, StoryPlace.OfBody(null)));
            }
        }

        xml.Finish();
        return blocks;
    }

    // What stands at the head and foot of pages is no content, but a secrecy marking may stand there.
    private static List<string> ReadMargins(WordContext context)
    {
        var lines = new List<string>();
        foreach (var part in context.RelatedParts("header").Concat(context.RelatedParts("footer")).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var blocks = ReadMargin(context.Archive, part, context.Budget);
            lines.AddRange(SecrecyMarking.Lines(blocks));
        }

        return lines;
    }

    private static List<Block> ReadMargin(GuardedArchive archive, string part, ReadingBudget budget)
    {
        using var xml = archive.OpenXml(part);
        if (xml is null)
        {
            return [];
        }

        xml.ReadRoot();
        var blocks = new StoryReader(new WordContext(archive, part, budget)).Read(xml, StoryPlace.OfBody("header"));
        xml.Finish();
        return blocks;
    }
}
