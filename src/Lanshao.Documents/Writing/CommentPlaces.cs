using System.Globalization;
using System.Xml.Linq;
using Lanshao.Documents.Language;

namespace Lanshao.Documents.Writing;

/// <summary>Finds the paragraphs that comments belong to and hangs them on.</summary>
internal sealed class CommentPlaces
{
    private readonly XNamespace _w;
    private readonly List<(XElement Paragraph, string Text, int Block)> _body;
    private readonly List<XElement> _tables;

    private CommentPlaces(XDocument document)
    {
        _w = WordOf(document);
        var body = document.Root!.Element(_w + "body") ?? document.Root;
        _tables = [.. body.Descendants(_w + "tbl").Where(table => !table.Ancestors(_w + "tbl").Any())];
        _body = [.. Blocks(body).Where(block => block.Element.Name == _w + "p").Select(block => (block.Element, TextOf(block.Element), block.Number))];
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
                places.Mark(paragraph, QuoteOf(comment), next);
                notes.Root.Add(places.Note(next, comment.Text, author));
                next++;
            }
        }
    }

    private static string QuoteOf(WordComment comment) => ChineseText.Compact(comment.Quote.TrimEnd('…'));

    // Paragraphs and tables outside tables with the number that an origin counts by; what stands in a text box has that of its paragraph.
    private IEnumerable<(XElement Element, int Number)> Blocks(XElement body)
    {
        var number = 0;
        foreach (var element in body.Descendants().Where(element => (element.Name == _w + "p" || element.Name == _w + "tbl") && !element.Ancestors(_w + "tbl").Any()))
        {
            number += element.Ancestors(_w + "p").Any() ? 0 : 1;
            yield return (element, number);
        }
    }

    private XElement? Find(WordComment comment)
    {
        var quote = QuoteOf(comment);
        if (comment.Origin.Table is { } number && number <= _tables.Count && InTable(_tables[number - 1], comment, quote) is { } found)
        {
            return found;
        }

        // The same words may stand in several paragraphs: the one that was read is nearest.
        var same = _body.FindAll(place => quote.Length > 0 && place.Text.Contains(quote, StringComparison.Ordinal));
        return (same.Count > 0 ? same.MinBy(place => Math.Abs(place.Block - (comment.Origin.Block ?? 0))) : _body.FirstOrDefault()).Paragraph;
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

    private static string TextOf(XElement paragraph) =>
        ChineseText.Compact(string.Concat(QuotedRuns.Texts(paragraph).Select(text => text.Value)));

    private void Mark(XElement paragraph, string quote, int id)
    {
        var start = new XElement(_w + "commentRangeStart", Id(id));
        if (QuotedRuns.Of(paragraph, quote) is (var first, var last))
        {
            first.AddBeforeSelf(start);
            last.AddAfterSelf(End(id));
            return;
        }

        if (paragraph.Element(_w + "pPr") is { } properties)
        {
            properties.AddAfterSelf(start);
        }
        else
        {
            paragraph.AddFirst(start);
        }

        paragraph.Add(End(id));
    }

    private XElement[] End(int id) => [new(_w + "commentRangeEnd", Id(id)), new(_w + "r", new XElement(_w + "commentReference", Id(id)))];

    private XElement Note(int id, string text, string author) => new(
        _w + "comment",
        Id(id),
        new XAttribute(_w + "author", author),
        new XAttribute(_w + "initials", author[..1]),
        text.Split('\n').Select(line => new XElement(_w + "p", new XElement(_w + "r", new XElement(_w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), SafeText.Xml(line))))));

    private XAttribute Id(int id) => new(_w + "id", id.ToString(CultureInfo.InvariantCulture));
}
