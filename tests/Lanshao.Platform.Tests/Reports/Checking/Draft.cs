using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Reports.Checking;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Small documents of our own making: a line is a paragraph, a line that begins with | is a row of a table; a cell &lt; goes on from the left, a cell ^ from above.</summary>
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
                rows.Add(Row(line, rows.Count == 0 ? null : rows[^1], new Origin { Block = blocks.Count + 1, Table = tables, Row = rows.Count + 1 }));
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

    private static TableRow Row(string line, TableRow? above, Origin row)
    {
        var texts = line.Trim()[1..].Split('|');
        var cells = new List<TableCell>();
        for (var i = 0; i < texts.Length; i++)
        {
            var origin = row with { Cell = i + 1 };
            cells.Add(texts[i] switch
            {
                "<" => TableCell.CoveredFromLeft(i, cells[i - 1].Anchor, origin),
                "^" => TableCell.CoveredFromAbove(i, above!.Cells[i].Anchor, origin),
                var text => new TableCell(i, texts.Skip(i + 1).TakeWhile(next => next == "<").Count() + 1, [Paragraph(text, origin with { Paragraph = 1 })], origin),
            });
        }

        return new TableRow(cells, false, row);
    }

    private static ParagraphBlock Paragraph(string text, Origin origin) => new(text.Trim(), [text.Trim()], ParagraphStyle.Plain, origin);
}
