using System.Xml.Linq;

namespace Lanshao.Documents.Writing;

/// <summary>The paragraphs of a Word document's main part, and changes within them that keep the look of the words around.</summary>
internal sealed class RevisedParagraphs
{
    // What stands behind u and highlight among the properties of a run.
    private static readonly string[] BehindHighlight = ["u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"];

    private static readonly string[] Pictures = ["drawing", "pict", "object"];

    private readonly XNamespace _w;
    private readonly List<XElement> _paragraphs;

    public RevisedParagraphs(XDocument document)
    {
        _w = CommentPlaces.WordOf(document);
        var body = document.Root!.Element(_w + "body") ?? document.Root;
        _paragraphs = [.. body.Descendants(_w + "p")];
        var tables = body.Descendants(_w + "tbl").Where(table => !table.Ancestors(_w + "tbl").Any()).Select((table, at) => (table, at)).ToDictionary(pair => pair.table, pair => pair.at + 1);
        All = [.. _paragraphs.Select((paragraph, index) => Of(paragraph, index, tables))];
    }

    public IReadOnlyList<WordParagraph> All { get; }

    public void Apply(IReadOnlyList<WordEdit> edits)
    {
        foreach (var group in edits.GroupBy(edit => edit.Paragraph))
        {
            var paragraph = _paragraphs[group.Key];
            foreach (var run in Texts(paragraph).Select(text => text.Parent!).Distinct().ToList())
            {
                Separate(run);
            }

            // From the end, so that earlier places stay where they are.
            foreach (var edit in group.OrderByDescending(edit => edit.Start))
            {
                Apply(paragraph, edit);
            }
        }
    }

    private WordParagraph Of(XElement paragraph, int index, Dictionary<XElement, int> tables)
    {
        var text = string.Concat(Texts(paragraph).Select(part => part.Value));
        var hasPicture = paragraph.Descendants().Any(part => Pictures.Contains(part.Name.LocalName) && part.Ancestors(_w + "p").First() == paragraph && !part.Ancestors(_w + "del").Any());
        if (paragraph.Ancestors(_w + "tbl").LastOrDefault() is not { } table)
        {
            return new(index, text, HasPicture: hasPicture);
        }

        var row = paragraph.Ancestors(_w + "tr").Last();
        var cell = paragraph.Ancestors(_w + "tc").Last();
        return new(index, text, tables[table], row.ElementsBeforeSelf(_w + "tr").Count() + 1, cell.ElementsBeforeSelf(_w + "tc").Count() + 1, hasPicture);
    }

    private IEnumerable<XElement> Texts(XElement paragraph) => paragraph.Descendants(_w + "t")
        .Where(text => text.Parent?.Name == _w + "r" && text.Ancestors(_w + "p").First() == paragraph && !text.Ancestors(_w + "del").Any());

    // One piece of content in a run: tabs and breaks get runs of their own.
    private static void Separate(XElement run)
    {
        var properties = run.Elements().FirstOrDefault(child => child.Name.LocalName == "rPr");
        foreach (var content in run.Elements().Where(child => child != properties).Skip(1).Reverse().ToList())
        {
            content.Remove();
            run.AddAfterSelf(new XElement(run.Name, properties is null ? null : new XElement(properties), content));
        }
    }

    private void Apply(XElement paragraph, WordEdit edit)
    {
        if (edit.Length == 0)
        {
            var added = new XElement(_w + "r", new XElement(_w + "t", edit.Text));
            Mark(added, isUnderlined: !edit.IsNote);
            paragraph.Add(added);
            return;
        }

        var (at, isFirst) = (0, true);
        foreach (var text in Texts(paragraph).ToList())
        {
            var (from, to) = (Math.Max(edit.Start - at, 0), Math.Min(edit.Start + edit.Length - at, text.Value.Length));
            at += text.Value.Length;
            if (from < to)
            {
                Change(text, from, to, edit.Text is null ? null : isFirst ? edit.Text : string.Empty);
                isFirst = false;
            }
        }
    }

    private void Change(XElement text, int from, int to, string? words)
    {
        var (run, value) = (text.Parent!, text.Value);
        if (to < value.Length)
        {
            run.AddAfterSelf(Like(run, value[to..]));
        }

        if (from > 0)
        {
            run.AddBeforeSelf(Like(run, value[..from]));
        }

        text.Value = words ?? value[from..to];
        text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        Mark(run, isUnderlined: words is not null);
    }

    private XElement Like(XElement run, string text) => new(run.Name, run.Element(_w + "rPr") is { } properties ? new XElement(properties) : null, new XElement(_w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private void Mark(XElement run, bool isUnderlined)
    {
        if (run.Element(_w + "rPr") is not { } properties)
        {
            properties = new XElement(_w + "rPr");
            run.AddFirst(properties);
        }

        var mark = isUnderlined ? new XElement(_w + "u", new XAttribute(_w + "val", "single")) : new XElement(_w + "highlight", new XAttribute(_w + "val", "yellow"));
        properties.Element(mark.Name)?.Remove();
        var behind = isUnderlined ? BehindHighlight.AsSpan(1) : BehindHighlight;
        foreach (var child in properties.Elements())
        {
            if (behind.Contains(child.Name.LocalName))
            {
                child.AddBeforeSelf(mark);
                return;
            }
        }

        properties.Add(mark);
    }
}
