using System.Globalization;
using System.Xml.Linq;
using Lanshao.Documents.Language;

namespace Lanshao.Documents.Writing;

/// <summary>Finds the paragraphs that comments belong to and hangs them on.</summary>
internal sealed class CommentPlaces
{
    private readonly XNamespace _w;
    private readonly List<(XElement Paragraph, string Text)> _body;
    private readonly List<XElement> _tables;

    private CommentPlaces(XDocument document)
    {
        _w = WordOf(document);
        var body = document.Root!.Element(_w + "body") ?? document.Root;
        _tables = [.. body.Descendants(_w + "tbl").Where(table => !table.Ancestors(_w + "tbl").Any())];
        _body = [.. body.Descendants(_w + "p").Where(paragraph => !paragraph.Ancestors(_w + "tbl").Any()).Select(paragraph => (paragraph, TextOf(paragraph)))];
    }

    /// <summary>The namespace of the document's words: transitional or strict.</summary>
    public static XNamespace WordOf(XDocument document) => document.Root!.Name.Namespace;

    /// <summary>Hangs the comments on; one whose place is not found stands at the first paragraph.</summary>
    public static void Put(XDocument document, XDocument notes, IReadOnlyList<WordComment> comments, string author)
    {
        var places = new CommentPlaces(document);
        var next = notes.Root!.Elements().Select(note => (int?)note.Attribute(places._w + "id") ?? 0).DefaultIfEmpty(-1).Max() + 1;
        foreach (var comment in comments)
        {
            if (places.Find(comment) is { } paragraph)
            {
                places.Mark(paragraph, next);
                notes.Root.Add(places.Note(next, comment.Text, author));
                next++;
            }
        }
    }

    private XElement? Find(WordComment comment)
    {
        var quote = ChineseText.Compact(comment.Quote.TrimEnd('…'));
        if (comment.Origin.Table is { } number && number <= _tables.Count && InTable(_tables[number - 1], comment, quote) is { } found)
        {
            return found;
        }

        var same = _body.FindAll(place => quote.Length > 0 && place.Text.Contains(quote, StringComparison.Ordinal));
        return same.Count > 0 ? same[0].Paragraph : _body.Count > 0 ? _body[0].Paragraph : null;
    }

    private XElement? InTable(XElement table, WordComment comment, string quote)
    {
        var rows = table.Elements(_w + "tr").Where(row => row.Element(_w + "trPr")?.Element(_w + "del") is null).ToList();
        var row = comment.Origin.Row is { } at && at <= rows.Count ? rows[at - 1] : null;
        var cells = row?.Elements(_w + "tc").ToList();
        var cell = comment.Origin.Cell is { } column && cells is not null && column <= cells.Count ? cells[column - 1] : row ?? table;
        var paragraphs = cell.Descendants(_w + "p").ToList();
        return paragraphs.Find(paragraph => quote.Length > 0 && TextOf(paragraph).Contains(quote, StringComparison.Ordinal)) ?? paragraphs.FirstOrDefault();
    }

    private string TextOf(XElement paragraph) =>
        ChineseText.Compact(string.Concat(paragraph.Descendants(_w + "t").Where(text => text.Ancestors(_w + "p").First() == paragraph && !text.Ancestors(_w + "del").Any()).Select(text => text.Value)));

    private void Mark(XElement paragraph, int id)
    {
        var start = new XElement(_w + "commentRangeStart", Id(id));
        if (paragraph.Element(_w + "pPr") is { } properties)
        {
            properties.AddAfterSelf(start);
        }
        else
        {
            paragraph.AddFirst(start);
        }

        paragraph.Add(new XElement(_w + "commentRangeEnd", Id(id)), new XElement(_w + "r", new XElement(_w + "commentReference", Id(id))));
    }

    private XElement Note(int id, string text, string author) => new(
        _w + "comment",
        Id(id),
        new XAttribute(_w + "author", author),
        new XAttribute(_w + "initials", author[..1]),
        text.Split('\n').Select(line => new XElement(_w + "p", new XElement(_w + "r", new XElement(_w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), SafeText.Xml(line))))));

    private XAttribute Id(int id) => new(_w + "id", id.ToString(CultureInfo.InvariantCulture));
}
