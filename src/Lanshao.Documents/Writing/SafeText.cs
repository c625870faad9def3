using System.Buffers;
using System.Text;
using System.Xml;

namespace Lanshao.Documents.Writing;

/// <summary>Typed text made fit for a file: it stays text, whatever was typed.</summary>
internal static class SafeText
{
    private const char Replacement = '\uFFFD';
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '\uFFFE', '\uFFFF', .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    /// <summary>Splits at line breaks of every kind; text without one is one line.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        text.AsSpan().IndexOfAny('\r', '\n') < 0 ? [text] : text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Replaces what XML 1.0 cannot hold (control characters, halves of surrogate pairs) by the replacement character.</summary>
    public static string Xml(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspicious) < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text, i++, 2);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : Replacement);
            }
        }

        return clean.ToString();
    }
}
