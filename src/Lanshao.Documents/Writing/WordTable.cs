using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanshao.Documents.Writing;

/// <summary>A table in a Word file, written row by row: heads repeat on every page, rows do not split, merged cells keep their borders.</summary>
internal sealed class WordTable
{
    private const int CellMargin = 57;
    private const int FewestOnLastPage = 4;
    private readonly PrintTable _table;
    private readonly WordPage _page;
    private readonly WordFlow _flow;
    private readonly OpenXmlWriter _writer;
    private readonly int[] _widths;

    private WordTable(PrintTable table, WordPage page, WordFlow flow)
    {
        _table = table;
        _page = page;
        _flow = flow;
        _writer = flow.Writer;
        _widths = Stretch(table.Columns, page.TextWidth);
    }

    private int TextSize => _table.IsSmall ? 210 : 240;

    private int LineHeight => _table.IsSmall ? 272 : 330;

    private uint RowHeight => _table.IsSmall ? 302u : 410u;

    private string Suffix => _table.IsSmall ? "Small" : string.Empty;

    public static void Write(PrintTable table, WordPage page, WordFlow flow)
    {
        if (table.NoteAboveLeft.Length + table.NoteAboveRight.Length > 0)
        {
            var tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = page.TextWidth });
            flow.Add(WordText.Paragraph("NoteAbove", $"{table.NoteAboveLeft}\t{table.NoteAboveRight}", tabs));
        }
        else
        {
            flow.Add(WordText.Paragraph("NoteAbove", string.Empty));
        }

        new WordTable(table, page, flow).WriteRows();
        foreach (var note in table.NotesBelow)
        {
            flow.Add(WordText.Paragraph("NoteBelow", note));
        }

        // Two tables that touch would run together.
        if (table.NotesBelow.Count == 0)
        {
            flow.Add(WordText.Paragraph("TableEnd", string.Empty));
        }
    }

    private void WriteRows()
    {
        _writer.WriteStartElement(new Table());
        _writer.WriteElement(Properties());
        _writer.WriteElement(new TableGrid(_widths.Select(width => new GridColumn { Width = Text(width) })));
        foreach (var (row, below, isNearEnd) in WithNext(TableHead.Rows(_table.Columns)))
        {
            WriteRow(row, below, isHead: true, keepsNext: isNearEnd);
        }

        foreach (var (row, below, isNearEnd) in WithNext(_table.Rows))
        {
            WriteRow(row, below, isHead: false, keepsNext: isNearEnd || row.IsSection || (below is null && _table.NotesBelow.Count > 0));
        }

        _writer.WriteEndElement();
    }

    private TableProperties Properties() => new(
        new TableStyle { Val = "TableGrid" },
        new TableWidth { Width = Text(_page.TextWidth), Type = TableWidthUnitValues.Dxa },
        new TableJustification { Val = TableRowAlignmentValues.Center },
        Borders<TableBorders>(withInside: true),
        new TableLayout { Type = TableLayoutValues.Fixed },
        new TableCellMarginDefault(
            new TopMargin { Width = "15", Type = TableWidthUnitValues.Dxa },
            new TableCellLeftMargin { Width = CellMargin, Type = TableWidthValues.Dxa },
            new BottomMargin { Width = "15", Type = TableWidthUnitValues.Dxa },
            new TableCellRightMargin { Width = CellMargin, Type = TableWidthValues.Dxa }),
        new TableLook { Val = "0020", FirstRow = true },
        new TableCaption { Val = SafeText.Xml(_table.Title) });

    private void WriteRow(PrintRow row, PrintRow? below, bool isHead, bool keepsNext)
    {
        var cells = row.Across(_widths.Length);
        var next = below?.Across(_widths.Length);
        _writer.WriteStartElement(new TableRow());
        _writer.WriteElement(RowProperties(cells, isHead));
        for (var i = 0; i < cells.Length; i += Span(cells, i))
        {
            WriteCell(row, cells, next, i, isHead, keepsNext);
        }

        _writer.WriteEndElement();
    }

    private TableRowProperties RowProperties(PrintCell[] cells, bool isHead)
    {
        var properties = new TableRowProperties();

        // A row that fills most of a page may split: kept whole, it would leave a page empty or be cut off.
        if (EstimateHeight(cells) < _page.TextHeight / 2)
        {
            properties.Append(new CantSplit());
        }

        properties.Append(new TableRowHeight { Val = RowHeight, HeightType = HeightRuleValues.AtLeast });
        if (isHead)
        {
            properties.Append(new TableHeader());
        }

        return properties;
    }

    private void WriteCell(PrintRow row, PrintCell[] cells, PrintCell[]? next, int index, bool isHead, bool keepsNext)
    {
        var cell = cells[index];
        var span = Span(cells, index);
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(Width(index, span)), Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.Append(new GridSpan { Val = span });
        }

        if (cell.IsAbove || next?[index].IsAbove == true)
        {
            properties.Append(new VerticalMerge { Val = cell.IsAbove ? MergedCellValues.Continue : MergedCellValues.Restart });
            properties.Append(Borders<TableCellBorders>(withInside: false));
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var element = new TableCell(properties);
        element.Append(Paragraphs(row, cell, index, isHead, keepsNext));
        _writer.WriteElement(element);
    }

    private IEnumerable<Paragraph> Paragraphs(PrintRow row, PrintCell cell, int index, bool isHead, bool keepsNext)
    {
        var style = (isHead ? "TableHead" : "TableText") + Suffix;
        if (_table.Columns[index].IsKey && row.Key is { } key)
        {
            return [KeyParagraph(style, key, cell.Text, keepsNext)];
        }

        var align = row.IsSection ? CellAlign.Center : _table.Columns[index].Align;
        if (isHead)
        {
            return [WordText.BrokenParagraph(style, cell.Paragraphs.Count == 0 ? [string.Empty] : cell.Paragraphs)];
        }

        IReadOnlyList<string> paragraphs = cell.Paragraphs.Count == 0 ? [string.Empty] : cell.Paragraphs;
        return paragraphs.Select(text => WordText.Paragraph(style, text, Alignment(align, keepsNext)));
    }

    // The key stands in a locked content control whose tag repeats it: a filled file is still matched when the printed key was damaged.
    private Paragraph KeyParagraph(string style, string key, string text, bool keepsNext)
    {
        var paragraph = WordText.Paragraph(style, string.Empty, Alignment(CellAlign.Center, keepsNext));
        var control = new SdtRun(
            new SdtProperties(
                new SdtAlias { Val = _table.Columns.First(column => column.IsKey).Name },
                new Tag { Val = SafeText.Xml(key) },
                new SdtId { Val = _flow.NextId() },
                new DocumentFormat.OpenXml.Wordprocessing.Lock { Val = LockingValues.SdtContentLocked },
                new SdtContentText()),
            new SdtContentRun(WordText.Runs(text)));
        paragraph.Append(control);
        return paragraph;
    }

    // Never justified: a few characters to the line would be pulled apart.
    private static OpenXmlElement[] Alignment(CellAlign align, bool keepsNext)
    {
        List<OpenXmlElement> properties = keepsNext ? [new KeepNext()] : [];
        if (align != CellAlign.Center)
        {
            properties.Add(new Justification { Val = align == CellAlign.Right ? JustificationValues.Right : JustificationValues.Left });
        }

        return [.. properties];
    }

    private int EstimateHeight(PrintCell[] cells)
    {
        var lines = 1;
        for (var i = 0; i < cells.Length; i += Span(cells, i))
        {
            var room = Math.Max(1, (Width(i, Span(cells, i)) - (2 * CellMargin)) / (TextSize / 2));
            lines = Math.Max(lines, cells[i].Paragraphs.Sum(text => (HalfWidths(text) + room - 1) / room));
        }

        return lines * LineHeight;
    }

    private int Width(int index, int span) => _widths.AsSpan(index, span).ToArray().Sum();

    private static int HalfWidths(string text) => Math.Max(1, text.Sum(c => c < 0x2000 ? 1 : 2));

    private static int Span(PrintCell[] cells, int index)
    {
        var span = 1;
        while (index + span < cells.Length && cells[index + span].IsLeft)
        {
            span++;
        }

        return span;
    }

    private static T Borders<T>(bool withInside)
        where T : OpenXmlCompositeElement, new()
    {
        var borders = new T();
        borders.Append(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>());
        if (withInside)
        {
            borders.Append(Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
        }

        return borders;
    }

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    /// <summary>Stretches the columns together to the width, to the last twentieth of a point.</summary>
    private static int[] Stretch(IReadOnlyList<PrintColumn> columns, int width)
    {
        var total = columns.Sum(column => column.WidthMm);
        var edges = columns.Aggregate((Edges: new List<int> { 0 }, Sum: 0d), (state, column) =>
        {
            var sum = state.Sum + column.WidthMm;
            state.Edges.Add((int)(sum / total * width));
            return (state.Edges, sum);
        }).Edges;
        edges[^1] = width;
        return [.. edges.Zip(edges.Skip(1), (left, right) => right - left)];
    }

    // Each row with the one below it, and whether it is one of the last, which stand together: one row is no page.
    private static IEnumerable<(PrintRow Row, PrintRow? Below, bool IsNearEnd)> WithNext(IEnumerable<PrintRow> rows)
    {
        var held = new Queue<PrintRow>();
        foreach (var row in rows)
        {
            held.Enqueue(row);
            if (held.Count > FewestOnLastPage)
            {
                yield return (held.Dequeue(), held.Peek(), false);
            }
        }

        while (held.TryDequeue(out var row))
        {
            yield return (row, held.TryPeek(out var below) ? below : null, held.Count > 0);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
