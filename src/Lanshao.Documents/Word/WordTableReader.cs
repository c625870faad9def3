using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>Reads a Word table: rows and cells as drawn, then the grid.</summary>
internal sealed class WordTableReader(WordContext context, StoryReader stories)
{
    private readonly TableGrid _grid = new(context.Budget, context.Findings);

    /// <summary>Reads the current table; <see langword="null"/> where nothing of it is left.</summary>
    public TableBlock? Read(GuardedXml xml, Origin origin)
    {
        var drawn = new Drawn(origin);
        ReadRows(xml, drawn);
        if (drawn.Rows.Count == 0)
        {
            return null;
        }

        GridBoundaries.Snap(drawn.Rows, drawn.Widths);
        return _grid.Build(drawn.Rows, null, origin, isRagged: false);
    }

    private void ReadRows(GuardedXml xml, Drawn drawn)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            switch (xml.Name)
            {
                case "tr":
                    ReadRow(xml, drawn);
                    break;
                case "tblGrid":
                    ReadWidths(xml, drawn.Widths);
                    break;
                case "sdt":
                    ContentControl.Read(xml, context, () => ReadRows(xml, drawn));
                    break;
                case "customXml" or "ins" or "moveTo":
                    ReadRows(xml, drawn);
                    break;
                default:
                    break;
            }
        }
    }

    private static void ReadWidths(GuardedXml xml, List<int> widths)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "gridCol")
            {
                widths.Add(xml.IntegerAttribute("w") ?? 0);
            }
        }
    }

    private void ReadRow(GuardedXml xml, Drawn drawn)
    {
        if (drawn.Rows.Count >= context.Budget.Limits.TableRows)
        {
            throw Refuse.Limit(DocumentCodes.LimitTableRows, context.Budget.Limits.TableRows, drawn.Rows.Count + 1);
        }

        var row = new RowDraft(drawn.Origin with { Row = drawn.Rows.Count + 1 });
        ReadCells(xml, row);
        if (row.IsHidden)
        {
            var text = string.Concat(row.Cells.SelectMany(cell => cell.Content).OfType<ParagraphBlock>().Select(paragraph => paragraph.Text));
            context.Findings.Add(DocumentCodes.HiddenText, row.Origin, ("text", text));
        }
        else if (!row.IsDeleted && row.Cells.Count > 0)
        {
            drawn.Rows.Add(new DrawnRow(row.Cells, row.IsHeading, row.Origin, row.After));
        }
    }

    private void ReadCells(GuardedXml xml, RowDraft row)
    {
        for (var depth = xml.Enter(); !row.IsDeleted && xml.NextChild(depth);)
        {
            switch (xml.Name)
            {
                case "tc":
                    ReadCell(xml, row);
                    break;
                case "trPr":
                    ReadRowProperties(xml, row);
                    break;
                case "sdt":
                    ContentControl.Read(xml, context, () => ReadCells(xml, row));
                    break;
                case "customXml":
                    ReadCells(xml, row);
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadRowProperties(GuardedXml xml, RowDraft row)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            switch (xml.Name)
            {
                case "gridBefore":
                    row.NextColumn = Columns(xml, least: 0);
                    break;
                case "gridAfter":
                    row.After = Columns(xml, least: 0);
                    break;
                case "tblHeader":
                    row.IsHeading = xml.IsOn();
                    break;
                case "hidden":
                    row.IsHidden = xml.IsOn();
                    break;
                case "ins":
                    context.Insertions++;
                    break;
                case "del":
                    context.Deletions++;
                    row.IsDeleted = true;
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadCell(GuardedXml xml, RowDraft row)
    {
        var origin = row.Origin with { Cell = row.Cells.Count + 1 };
        var cell = new CellReader(context, stories).Read(xml, origin);
        if (cell.IsDeleted)
        {
            context.Deletions++;
            return;
        }

        if (cell.ContinuesLeft && row.Cells.Count > 0)
        {
            _grid.ReportCovered(cell.Content, origin);
            row.Cells[^1] = row.Cells[^1] with { Span = row.Cells[^1].Span + cell.Span };
        }
        else
        {
            row.Cells.Add(new DrawnCell(row.NextColumn, cell.Span, cell.Merge, cell.Content, origin));
        }

        row.NextColumn += cell.Span;
    }

    private int Columns(GuardedXml xml, int least) => CellReader.Columns(xml, least, context.Budget.Limits);

    private sealed class Drawn(Origin origin)
    {
        public Origin Origin { get; } = origin;

        public List<int> Widths { get; } = [];

        public List<DrawnRow> Rows { get; } = [];
    }

    private sealed class RowDraft(Origin origin)
    {
        public Origin Origin { get; } = origin;

        public List<DrawnCell> Cells { get; } = [];

        public int NextColumn { get; set; }

        public int After { get; set; }

        public bool IsHeading { get; set; }

        public bool IsHidden { get; set; }

        public bool IsDeleted { get; set; }
    }
}
