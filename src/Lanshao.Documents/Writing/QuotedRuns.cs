using System.Text;
using System.Xml.Linq;
using Lanshao.Documents.Language;

namespace Lanshao.Documents.Writing;

/// <summary>Gives quoted words of a paragraph runs of their own, so that a comment marks them and not the whole paragraph.</summary>
internal static class QuotedRuns
{
    /// <summary>Returns what stands directly in the paragraph and holds the first and the last of the words; <see langword="null"/> where the quotation is not there or is the whole paragraph.</summary>
    /// <param name="paragraph">The paragraph, to be changed in place.</param>
    /// <param name="quote">The words without blanks, as <see cref="ChineseText.Compact"/> gives them.</param>
    public static (XElement First, XElement Last)? Of(XElement paragraph, string quote)
    {
        var (compact, places) = Places(paragraph);
        var start = quote.Length == 0 || quote.Length >= compact.Length ? -1 : compact.IndexOf(quote, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var (first, last) = (places[start], places[start + quote.Length - 1]);
        Separate(first.Text.Parent!);
        Separate(last.Text.Parent!);
        CutBehind(last.Text, last.At + 1);
        CutBefore(first.Text, first.At);
        return (Top(first.Text, paragraph), Top(last.Text, paragraph));
    }

    /// <summary>Returns the pieces of text of a paragraph itself: not those of a text box in it, nor what a tracked change deletes.</summary>
    public static IEnumerable<XElement> Texts(XElement paragraph)
    {
        var w = paragraph.Name.Namespace;
        return paragraph.Descendants(w + "t").Where(text => text.Ancestors(w + "p").First() == paragraph && !text.Ancestors(w + "del").Any());
    }

    private static (string Compact, List<(XElement Text, int At)> Places) Places(XElement paragraph)
    {
        var (compact, places) = (new StringBuilder(), new List<(XElement, int)>());
        foreach (var text in Texts(paragraph).Where(text => text.Parent!.Name.LocalName == "r"))
        {
            foreach (var (at, c) in ChineseText.ToHalfWidth(text.Value).Index())
            {
                if (!ChineseText.IsBlank(c))
                {
                    compact.Append(c);
                    places.Add((text, at));
                }
            }
        }

        return (compact.ToString(), places);
    }

    // One piece of content in a run: tabs and breaks get runs of their own.
    private static void Separate(XElement run)
    {
        var properties = Properties(run);
        foreach (var content in run.Elements().Where(child => child != properties).Skip(1).Reverse().ToList())
        {
            content.Remove();
            run.AddAfterSelf(new XElement(run.Name, properties is null ? null : new XElement(properties), content));
        }
    }

    private static void CutBehind(XElement text, int at)
    {
        var value = text.Value;
        at += at < value.Length && char.IsLowSurrogate(value[at]) ? 1 : 0;
        if (at < value.Length)
        {
            text.Parent!.AddAfterSelf(Like(text.Parent, value[at..]));
            Set(text, value[..at]);
        }
    }

    private static void CutBefore(XElement text, int at)
    {
        var value = text.Value;
        at -= at > 0 && char.IsLowSurrogate(value[at]) ? 1 : 0;
        if (at > 0)
        {
            text.Parent!.AddBeforeSelf(Like(text.Parent, value[..at]));
            Set(text, value[at..]);
        }
    }

    private static XElement Like(XElement run, string words)
    {
        var text = new XElement(run.Name.Namespace + "t");
        Set(text, words);
        return new XElement(run.Name, Properties(run) is { } properties ? new XElement(properties) : null, text);
    }

    private static void Set(XElement text, string words)
    {
        text.Value = words;
        text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
    }

    private static XElement? Properties(XElement run) => run.Element(run.Name.Namespace + "rPr");

    private static XElement Top(XElement text, XElement paragraph) => text.Ancestors().First(element => element.Parent == paragraph);
}
