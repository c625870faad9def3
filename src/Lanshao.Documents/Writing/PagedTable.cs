using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Lanshao.Documents.Writing;

/// <summary>One long table as tables of a page each. Heights are reckoned as <see cref="WordTable"/> sets them, a little too high, so that a page is rather left a line short than a row pushed onto a page alone.</summary>
/// <param name="writer">Receives the tables.</param>
/// <param name="parts">Properties and grid of the table.</param>
internal sealed class PagedTable(XmlWriter writer, IReadOnlyList<XElement> parts)
{
    private const double Safety = 1.08;
    private const int FirstPageHead = 3600;   // label, title and note above the table
    private const int CellMargins = 114;
    private const int RowMargins = 40;
    private const double NarrowEms = 0.65;   // digits of the widest fonts that stand in for Times New Roman
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly List<XElement> _heads = [];
    private readonly int _pageHeight = new WordPage(IsLandscape: WidthOf(parts) > new WordPage(IsLandscape: false).TextWidth).TextHeight;
    private double _used = FirstPageHead;
    private bool _isOpen;

    /// <summary>Adds the next row; rows that repeat as heads come first.</summary>
    public void Add(XElement row)
    {
        if (!_isOpen && row.Element(W + "trPr")?.Element(W + "tblHeader") is not null)
        {
            _heads.Add(row);
            return;
        }

        var height = HeightOf(row);
        if (_isOpen && _used + height > _pageHeight && !ContinuesAbove(row))
        {
            writer.WriteEndElement();
            _isOpen = false;
            _used = 0;
            NewPage.WriteTo(writer);
        }

        Open();
        row.WriteTo(writer);
        _used += height;
    }

    /// <summary>Ends the last table.</summary>
    public void End()
    {
        Open();
        writer.WriteEndElement();
    }

    // Between two tables stands a paragraph, here of no height on top of the next page.
    private static XElement NewPage { get; } = new(
        W + "p",
        new XElement(
            W + "pPr",
            new XElement(W + "pageBreakBefore"),
            new XElement(W + "snapToGrid", new XAttribute(W + "val", "0")),
            new XElement(W + "spacing", new XAttribute(W + "before", "0"), new XAttribute(W + "after", "0"), new XAttribute(W + "line", "20"), new XAttribute(W + "lineRule", "exact")),
            new XElement(W + "rPr", new XElement(W + "sz", new XAttribute(W + "val", "2")))));

    private void Open()
    {
        if (_isOpen)
        {
            return;
        }

        writer.WriteStartElement("w", "tbl", W.NamespaceName);
        foreach (var part in parts.Concat(_heads))
        {
            part.WriteTo(writer);
        }

        _isOpen = true;
        _used += _heads.Sum(HeightOf);
    }

    private static int WidthOf(IReadOnlyList<XElement> parts) => Number(parts.FirstOrDefault(part => part.Name == W + "tblPr")?.Element(W + "tblW"), "w");

    private static bool ContinuesAbove(XElement row) => row.Elements(W + "tc").Any(cell => cell.Element(W + "tcPr")?.Element(W + "vMerge") is { } merge && (string?)merge.Attribute(W + "val") is null or "continue");

    private static double HeightOf(XElement row)
    {
        var cells = row.Elements(W + "tc").Max(cell => cell.Elements(W + "p").Sum(paragraph => HeightOf(paragraph, Number(cell.Element(W + "tcPr")?.Element(W + "tcW"), "w") - CellMargins)));
        return Math.Max(Number(row.Element(W + "trPr")?.Element(W + "trHeight"), "val"), cells + RowMargins) * Safety;
    }

    private static double HeightOf(XElement paragraph, int room)
    {
        var isSmall = ((string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val"))?.EndsWith("Small", StringComparison.Ordinal) == true;
        var (size, line) = isSmall ? (210, 272) : (240, 330);
        var (lines, width, wasWide) = (1, 0d, false);
        foreach (var character in paragraph.Descendants().SelectMany(part => part.Name == W + "t" ? part.Value : part.Name == W + "br" ? "\n" : string.Empty))
        {
            // A wide letter beside a narrow one stands a quarter off.
            var isWide = character >= 0x2000;
            var step = (isWide ? size : size * NarrowEms) + (isWide != wasWide && width > 0 ? size / 4d : 0);
            (lines, width, wasWide) = character == '\n' || width + step > Math.Max(room, size) ? (lines + 1, character == '\n' ? 0 : step, isWide) : (lines, width + step, isWide);
        }

        return lines * line;
    }

    private static int Number(XElement? element, string name) => int.TryParse((string?)element?.Attribute(W + name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
