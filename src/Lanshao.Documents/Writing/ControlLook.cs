using System.Globalization;
using System.Xml.Linq;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Writing;

/// <summary>Gives what is put into a template the template's look: styles are found by their names, since every Word numbers them in its own way; direct formatting is that of the pattern paragraph.</summary>
internal sealed class ControlLook
{
    private static readonly XNamespace Own = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly string[] AfterLowered = ["rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"];
    private static readonly Dictionary<string, string> OwnNames = ReadOwnNames();

    private static readonly string ChartPrefix = WordWriter.ChartId(0)[..^1];
    private readonly XNamespace _w;
    private readonly Dictionary<string, string> _idOf;

    public ControlLook(XDocument? styles, XNamespace word)
    {
        _w = word;
        _idOf = styles is null ? [] : Names(styles, word).DistinctBy(style => style.Name).ToDictionary(style => style.Name, style => style.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Returns the paragraph of a control that has the style of a new one; else the first of body text; else the first.</summary>
    public XElement? PatternFor(XElement generated, IReadOnlyList<XElement> patterns)
    {
        var wanted = StyleOf(generated, Own) is { } id && OwnNames.TryGetValue(id, out var name) ? _idOf.GetValueOrDefault(name) : null;
        return patterns.FirstOrDefault(pattern => wanted is not null && StyleOf(pattern, _w) == wanted);
    }

    /// <summary>Returns a new paragraph or table in the template's namespace and styles, and in the look of its pattern.</summary>
    public XElement Dress(XElement generated, XElement? pattern)
    {
        var element = InNamespace(generated);
        foreach (var style in element.Descendants().Where(child => child.Name == _w + "pStyle" || child.Name == _w + "tblStyle").ToList())
        {
            Rename(style);
        }

        if (pattern is null || element.Name != _w + "p")
        {
            return element;
        }

        var properties = pattern.Element(_w + "pPr") is { } own ? new XElement(own) : new XElement(_w + "pPr");
        properties.Elements(_w + "sectPr").Remove();
        var look = LookOf(pattern);
        var runs = element.Elements().Where(child => child.Name != _w + "pPr").Select(run => Dressed(run, look)).ToList();
        KeepNext(properties, element.Element(_w + "pPr")?.Element(_w + "keepNext") is not null);
        return new XElement(_w + "p", properties.HasElements ? properties : null, runs);
    }

    /// <summary>Returns a text as runs in the look of what stands there.</summary>
    public IReadOnlyList<XElement> Runs(string text, XElement there)
    {
        var look = LookOf(there);
        var lines = SafeText.Lines(text).ToList();
        return [.. lines.SelectMany((line, at) => InNamespace(WordWriter.Elements(new OfficialSection([new BodyBlock(line)]))[0]).Elements(_w + "r")
            .Select(run => Dressed(run, look)).Prepend(at == 0 ? null : new XElement(_w + "r", look is null ? null : new XElement(look), new XElement(_w + "br")))).OfType<XElement>()];
    }

    /// <summary>Lets a paragraph begin a page.</summary>
    public void BeginPage(XElement paragraph)
    {
        var properties = paragraph.Element(_w + "pPr");
        if (properties is null)
        {
            properties = new XElement(_w + "pPr");
            paragraph.AddFirst(properties);
        }

        if (properties.Element(_w + "pageBreakBefore") is null)
        {
            Put(properties, new XElement(_w + "pageBreakBefore"), ["pStyle", "keepNext", "keepLines"]);
        }
    }

    /// <summary>Returns the template's page as it is, or turned on its side with its binding edge as the head.</summary>
    public static XElement Page(XElement section, bool isLandscape)
    {
        var (page, w) = (new XElement(section), section.Name.Namespace);
        var isTurned = (string?)page.Element(w + "pgSz")?.Attribute(w + "orient") == "landscape";
        if (isTurned == isLandscape || page.Element(w + "pgSz") is not { } size)
        {
            return page;
        }

        var (width, height) = ((string?)size.Attribute(w + "w"), (string?)size.Attribute(w + "h"));
        size.SetAttributeValue(w + "w", height);
        size.SetAttributeValue(w + "h", width);
        size.SetAttributeValue(w + "orient", isLandscape ? "landscape" : null);
        if (page.Element(w + "pgMar") is { } margins)
        {
            var (top, right, bottom, left) = ((string?)margins.Attribute(w + "top"), (string?)margins.Attribute(w + "right"), (string?)margins.Attribute(w + "bottom"), (string?)margins.Attribute(w + "left"));
            margins.SetAttributeValue(w + "top", left);
            margins.SetAttributeValue(w + "right", top);
            margins.SetAttributeValue(w + "bottom", right);
            margins.SetAttributeValue(w + "left", bottom);
        }

        return page;
    }

    private static Dictionary<string, string> ReadOwnNames()
    {
        using var styles = Parts.Open("styles.xml");
        return Names(GuardedXml.Tree(styles), Own).ToDictionary(style => style.Id, style => style.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Id, string Name)> Names(XDocument styles, XNamespace w) =>
        from style in styles.Root!.Elements(w + "style")
        let id = (string?)style.Attribute(w + "styleId")
        let name = (string?)style.Element(w + "name")?.Attribute(w + "val")
        where id is not null && name is not null
        select (id, name);

    private static string? StyleOf(XElement paragraph, XNamespace w) => (string?)paragraph.Element(w + "pPr")?.Element(w + "pStyle")?.Attribute(w + "val");

    private static void Put(XElement properties, XElement property, string[] before)
    {
        var last = properties.Elements().LastOrDefault(element => Array.IndexOf(before, element.Name.LocalName) >= 0);
        if (last is null)
        {
            properties.AddFirst(property);
        }
        else
        {
            last.AddAfterSelf(property);
        }
    }

    private void KeepNext(XElement properties, bool keeps)
    {
        if (keeps && properties.Element(_w + "keepNext") is null)
        {
            Put(properties, new XElement(_w + "keepNext"), ["pStyle"]);
        }
    }

    // A style that the template has not got is not named.
    private void Rename(XElement style)
    {
        if (OwnNames.TryGetValue((string?)style.Attribute(_w + "val") ?? string.Empty, out var name) && _idOf.TryGetValue(name, out var id))
        {
            style.SetAttributeValue(_w + "val", id);
        }
        else
        {
            style.Remove();
        }
    }

    private XElement? LookOf(XElement there)
    {
        var look = there.DescendantsAndSelf(_w + "r").FirstOrDefault()?.Element(_w + "rPr") is { } own ? new XElement(own) : null;
        look?.Elements().Where(element => element.Name.LocalName is "rStyle" or "vertAlign").Remove();
        look?.Elements(_w + "rFonts").Attributes(_w + "hint").Remove();
        look?.Elements(_w + "rFonts").Where(fonts => !fonts.HasAttributes).Remove();
        return look is { HasElements: true } ? look : null;
    }

    // The look of the pattern, with what the text itself asks for: low digits, Chinese quotation marks, a title drawn closer.
    private XElement Dressed(XElement run, XElement? look)
    {
        if (look is null || run.Name != _w + "r")
        {
            return run;
        }

        var (dressed, asked) = (new XElement(look), run.Element(_w + "rPr"));
        if (asked?.Element(_w + "rFonts")?.Attribute(_w + "hint") is { } hint)
        {
            if (dressed.Element(_w + "rFonts") is not { } fonts)
            {
                dressed.AddFirst(fonts = new XElement(_w + "rFonts"));
            }

            fonts.SetAttributeValue(_w + "hint", hint.Value);
        }

        if (asked?.Element(_w + "vertAlign") is { } low)
        {
            var next = dressed.Elements().FirstOrDefault(element => Array.IndexOf(AfterLowered, element.Name.LocalName) >= 0);
            (next is null ? (Action<object>)dressed.Add : next.AddBeforeSelf)(new XElement(low));
        }

        asked?.Remove();
        return new XElement(run.Name, dressed, run.Elements());
    }

    private XElement InNamespace(XElement element)
    {
        var copy = new XElement(element);
        copy.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == Own.NamespaceName).Remove();
        foreach (var embed in copy.Descendants().Attributes().Where(attribute => attribute.Name.LocalName == "embed" && attribute.Value.StartsWith(ChartPrefix, StringComparison.Ordinal)))
        {
            embed.Value = ForeignWord.PictureId(int.Parse(embed.Value[ChartPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture));
        }

        if (_w != Own)
        {
            foreach (var part in copy.DescendantsAndSelf())
            {
                part.Name = part.Name.Namespace == Own ? _w + part.Name.LocalName : part.Name;
                part.ReplaceAttributes(part.Attributes().Select(attribute => attribute.Name.Namespace == Own ? new XAttribute(_w + attribute.Name.LocalName, attribute.Value) : attribute).ToList());
            }
        }

        return copy;
    }
}
