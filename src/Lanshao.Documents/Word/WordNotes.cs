using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>The notes whose marks were met, in the order of the marks.</summary>
internal sealed class WordNotes
{
    private readonly List<Mark> _marks = [];

    public void Add(string id, bool isEndnote, Origin origin) => _marks.Add(new(id, isEndnote, origin));

    /// <summary>Reads the texts of the notes; a mark without a text gives an empty note.</summary>
    public List<Footnote> Read(WordContext context)
    {
        if (_marks.Count == 0)
        {
            return [];
        }

        var marks = _marks.ToArray();
        var texts = new[] { ReadTexts(context, "footnotes"), ReadTexts(context, "endnotes") };
        var counts = new int[2];
        return [.. marks.Select(mark =>
        {
            var kind = mark.IsEndnote ? 1 : 0;
            return new Footnote(Refuse.Number(++counts[kind]), texts[kind].GetValueOrDefault(mark.Id, ""), mark.IsEndnote, mark.Origin);
        })];
    }

    private static Dictionary<string, string> ReadTexts(WordContext context, string kind)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = context.OpenRelated(kind);
        if (xml is null)
        {
            return texts;
        }

        xml.ReadRoot();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            var id = xml.Attribute("id") ?? "";
            var blocks = new StoryReader(context).Read(xml, StoryPlace.OfBody(kind));
            texts[id] = LineJoin.Join([.. blocks.OfType<ParagraphBlock>().Select(paragraph => paragraph.Text)]).Trim();
        }

        xml.Finish();
        return texts;
    }

    private sealed record Mark(string Id, bool IsEndnote, Origin Origin);
}
