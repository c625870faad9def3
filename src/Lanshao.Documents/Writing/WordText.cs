using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanshao.Documents.Writing;

/// <summary>Paragraphs and runs of a Word file. Text goes into text elements only: nothing typed becomes a field or XML.</summary>
internal static partial class WordText
{
    public static Paragraph Paragraph(string style, string text, params ReadOnlySpan<OpenXmlElement> properties)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        foreach (var property in properties)
        {
            paragraph.ParagraphProperties!.Append(property);
        }

        paragraph.Append(Runs(text));
        return paragraph;
    }

    /// <summary>The text as runs; the digits of chemical names are set low (PM₂.₅), which changes nothing in the text itself.</summary>
    public static IEnumerable<Run> Runs(string text)
    {
        var clean = SafeText.Xml(text);
        var at = 0;
        foreach (Match match in ChemicalDigits().Matches(clean))
        {
            if (match.Index > at)
            {
                yield return Run(clean[at..match.Index]);
            }

            yield return Subscript(match.Value);
            at = match.Index + match.Length;
        }

        if (at < clean.Length)
        {
            yield return Run(clean[at..]);
        }
    }

    /// <summary>A title over several lines is one paragraph, so that navigation shows it whole.</summary>
    /// <param name="style">The paragraph's style.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="tighten">By how many twentieths of a point the characters are drawn closer.</param>
    public static Paragraph BrokenParagraph(string style, IReadOnlyList<string> lines, int tighten = 0)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        foreach (var (index, line) in lines.Index())
        {
            if (index > 0)
            {
                paragraph.Append(new Run(new Break()));
            }

            paragraph.Append(Runs(line).Select(run => tighten == 0 ? run : Tightened(run, tighten)));
        }

        return paragraph;
    }

    private static Run Run(string text)
    {
        var run = new Run();
        if (text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
        {
            // Quotation marks, dashes and Roman numerals are set as Chinese ones, not as Latin.
            run.Append(new RunProperties(new RunFonts { Hint = FontTypeHintValues.EastAsia }));
        }

        foreach (var (index, piece) in text.Split('\t').Index())
        {
            if (index > 0)
            {
                run.Append(new TabChar());
            }

            if (piece.Length > 0)
            {
                run.Append(new Text(piece) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return run;
    }

    private static Run Subscript(string text)
    {
        var run = Run(text);
        run.PrependChild(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Subscript }));
        return run;
    }

    private static Run Tightened(Run run, int twentieths)
    {
        var properties = run.RunProperties ?? run.PrependChild(new RunProperties());
        properties.Spacing = new Spacing { Val = -twentieths };
        return run;
    }

    [GeneratedRegex(@"(?<=(?<![A-Za-z0-9])PM)(?:2\.5|10|1)(?![0-9.])|(?<=(?<![A-Za-z0-9])(?:SO|NO|CO|N))2(?![0-9A-Za-z])|(?<=(?<![A-Za-z0-9])(?:O|NH))3(?![0-9A-Za-z])|(?<=(?<![A-Za-z0-9])NO)x(?![A-Za-z])",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChemicalDigits();
}
