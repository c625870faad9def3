using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanshao.Documents.Writing;

/// <summary>The page of GB/T 9704 in twentieths of a point: A4, type area 156 × 225 mm, 28 mm binding edge, 22 lines.</summary>
/// <remarks>
/// A page on its side is the same page turned clockwise: the binding edge becomes the head, and the page number stays at the foot of the
/// upright page, so that a bound document is leafed through as one.
/// </remarks>
internal sealed record WordPage(bool IsLandscape)
{
    private const int Short = 11906;
    private const int Long = 16838;
    private const int LinePitch = 579;

    /// <summary>Width of the type area: 156 mm upright, 225 mm on its side.</summary>
    public int TextWidth => IsLandscape ? 12756 : 8845;

    /// <summary>Height of the type area.</summary>
    public int TextHeight => IsLandscape ? 8845 : 12756;

    private string Name => IsLandscape ? "landscape" : "portrait";

    public string FooterPart(bool isEven) => $"word/footer-{Name}-{(isEven ? "even" : "odd")}.xml";

    public string FooterResource(bool isEven) => FooterPart(isEven)["word/".Length..];

    public string FooterId(bool isEven) => $"{Name}{(isEven ? "Even" : "Odd")}";

    public SectionProperties Section(bool hasHeader)
    {
        var section = new SectionProperties();
        if (hasHeader)
        {
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = "header" }, new HeaderReference { Type = HeaderFooterValues.Even, Id = "header" });
        }

        section.Append(
            new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId(isEven: false) },
            new FooterReference { Type = HeaderFooterValues.Even, Id = FooterId(isEven: true) },
            new SectionType { Val = SectionMarkValues.NextPage },
            Size(),
            Margins(),
            new DocGrid { Type = DocGridValues.Lines, LinePitch = LinePitch });
        return section;
    }

    private PageSize Size() => IsLandscape
        ? new() { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape }
        : new() { Width = Short, Height = Long };

    private PageMargin Margins() => IsLandscape
        ? new() { Top = 1587, Right = 2098, Bottom = 1474, Left = 1984, Header = 850, Footer = 567, Gutter = 0 }
        : new() { Top = 2098, Right = 1474, Bottom = 1984, Left = 1587, Header = 1134, Footer = 1304, Gutter = 0 };
}
