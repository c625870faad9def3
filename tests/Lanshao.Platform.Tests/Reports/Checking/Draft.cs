using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Reports.Checking;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Small documents of our own making: a line is a paragraph, a line that begins with | is a row of a table.</summary>
internal static class Draft
{
    public static CheckReport Check(string text, NameBook? names = null) => DocumentChecker.Check(Of(text), names ?? NameBook.Empty);

    /// <summary>What is found, notes left out.</summary>
    public static IReadOnlyList<CheckFinding> Findings(string text) => [.. Check(text).Findings.Where(finding => finding.Severity != Platform.Foundation.Severity.Note)];

    public static SourceDocument Of(string text)
    {
        var blocks = new List<Block>();
        var rows = new List<TableRow>();
        var tables = 0;
        foreach (var line in text.Split('\n').Append(""))
        {
            if (line.StartsWith('|'))
            {
                tables += rows.Count == 0 ? 1 : 0;
                rows.Add(Row(line, new Origin { Block = blocks.Count + 1, Table = tables, Row = rows.Count + 1 }));
                continue;
            }

            if (rows.Count > 0)
            {
                blocks.Add(new TableBlock(null, rows[0].Cells.Count, [.. rows], new Origin { Block = blocks.Count + 1, Table = tables }));
                rows.Clear();
            }

            blocks.Add(Paragraph(line, new Origin { Block = blocks.Count + 1 }));
        }

        return new SourceDocument(new SourceFile("draft.docx", new string('a', 64), SourceFormat.Docx, 1), blocks, [], []);
    }

    private static TableRow Row(string line, Origin row) =>
        new([.. line.Trim()[1..].Split('|').Select((text, i) => new TableCell(i, 1, [Paragraph(text, row with { Cell = i + 1, Paragraph = 1 })], row with { Cell = i + 1 }))], false, row);

    private static ParagraphBlock Paragraph(string text, Origin origin) => new(text.Trim(), [text.Trim()], ParagraphStyle.Plain, origin);
}
