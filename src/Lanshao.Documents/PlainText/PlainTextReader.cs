using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.PlainText;

/// <summary>Reads the text that a converter makes of an official document to the same blocks as the document itself.</summary>
internal sealed class PlainTextReader
{
    private static readonly string[] EmptyLine = [""];
    private readonly GuardedFile _file;
    private readonly FindingList _findings = new();
    private readonly List<Block> _blocks = [];
    private int _tables;

    private PlainTextReader(GuardedFile file) => _file = file;

    public static SourceDocument Read(GuardedFile file) => new PlainTextReader(file).Read();

    private SourceDocument Read()
    {
        var (encoding, broken) = TextDecoding.Detect(_file.OpenBytes, _file.Budget, _file.Source.Name);
        if (broken > 0)
        {
            _findings.Add(DocumentCodes.BrokenCharacters, null, ("count", Refuse.Number(broken)));
        }

        _file.Budget.KeepBytes(4 * _file.Source.Length);
        var reader = new TextLines(_file.Budget, _findings);
        var lines = reader.Read(encoding.GetString(_file.Bytes.Span));
        ReadBlocks(lines);
        SecrecyMarking.Check(_blocks, []);
        return new SourceDocument(_file.Source, _blocks, WithPlaces(reader.Footnotes), _findings.Close());
    }

    // A note knows its line; the paragraph that stands on it knows table, row and cell.
    private IReadOnlyList<Footnote> WithPlaces(IReadOnlyList<Footnote> notes)
    {
        if (notes.Count == 0)
        {
            return notes;
        }

        var paragraphs = _blocks.SelectMany(block => block is TableBlock table ? table.Rows.SelectMany(row => row.OwnCells).SelectMany(cell => cell.Content) : [block]);
        var places = paragraphs.ToLookup(paragraph => paragraph.Origin.Line, paragraph => paragraph.Origin);
        return [.. notes.Select(note => note with { Origin = places[note.Origin.Line].FirstOrDefault(note.Origin) })];
    }

    private void ReadBlocks(List<TextLine> lines)
    {
        var tables = new TextTableReader(lines);
        var noTableBefore = 0;
        for (var at = 0; at < lines.Count;)
        {
            _file.Budget.Tick();
            if (lines[at].BeginsCell && at >= noTableBefore)
            {
                var columns = tables.CountColumns(at, out noTableBefore);
                if (columns > 1)
                {
                    AddTable(TextRows.Join(tables.ReadGroups(at, columns, _file.Budget, out at), columns), columns);
                    noTableBefore = at;
                    continue;
                }
            }

            _blocks.Add(Paragraph(lines[at], new Origin { Block = _blocks.Count + 1, Line = lines[at].Number }));
            at++;
        }
    }

    private void AddTable(List<TextRow> rows, int columns)
    {
        var origin = new Origin { Block = _blocks.Count + 1, Table = ++_tables, Line = rows[0].Cells[0][0].Number };
        var drawn = new List<DrawnRow>(rows.Count);
        foreach (var row in rows)
        {
            drawn.Add(Draw(row, columns, origin with { Row = drawn.Count + 1, Line = row.Cells[0][0].Number }));
        }

        _blocks.Add(new TableGrid(_file.Budget, _findings).Build(drawn, null, origin, isRagged: true));
    }

    private DrawnRow Draw(TextRow row, int columns, Origin origin)
    {
        if (row.Cells.Count == 1)
        {
            return new DrawnRow([DrawCell(row.Cells[0], 0, columns, origin)], IsHeading: false, origin);
        }

        if (row.Cells.Count != columns)
        {
            _findings.Add(DocumentCodes.RaggedRow, origin, ("found", Refuse.Number(row.Cells.Count)), ("expected", Refuse.Number(columns)));
        }

        return new DrawnRow([.. row.Cells.Select((cell, column) => DrawCell(cell, column, 1, origin))], IsHeading: false, origin);
    }

    private DrawnCell DrawCell(List<TextLine> lines, int column, int span, Origin row)
    {
        var cell = row with { Cell = column + 1, Line = lines[0].Number };
        var characters = lines.Sum(line => (long)line.Text.Length);
        if (characters > _file.Budget.Limits.CellCharacters)
        {
            throw Refuse.Limit(DocumentCodes.LimitCellCharacters, _file.Budget.Limits.CellCharacters, characters);
        }

        var paragraphs = lines.Select((line, i) => Paragraph(line, cell with { Paragraph = i + 1, Line = line.Number }));
        return new DrawnCell(column, span, VerticalMerge.None, [.. paragraphs], cell);
    }

    private ParagraphBlock Paragraph(TextLine line, Origin origin)
    {
        _file.Budget.Keep(line.Text.Length);
        string[] lines = line.Text.Contains('\v', StringComparison.Ordinal) ? [.. line.Text.Split('\v').Select(LetterSpacing.Collapse)]
            : line.Text.Length == 0 ? EmptyLine : [LetterSpacing.Collapse(line.Text)];
        return new ParagraphBlock(LineJoin.Join(lines), lines, ParagraphStyle.Plain, origin);
    }
}
