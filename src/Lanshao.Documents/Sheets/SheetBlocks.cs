using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Sheets;

/// <summary>Rows and columns that one merged cell of a sheet covers, counted from 0 and both ends included.</summary>
internal readonly record struct MergedArea(int Top, int Left, int Bottom, int Right);

/// <summary>Makes the table of a sheet or CSV file.</summary>
internal sealed class SheetBlocks(GuardedFile file, FindingList findings)
{
    private readonly List<Block> _blocks = [];

    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>Adds a sheet's table; nothing where the sheet is empty.</summary>
    /// <param name="name">The sheet's name; <see langword="null"/> for CSV, whose rows have lines.</param>
    /// <param name="rows">The rows, in order; missing numbers are blank rows.</param>
    /// <param name="merges">Merged cells; asked for after the last row.</param>
    public void Add(string? name, IEnumerable<SheetRow> rows, Func<IReadOnlyList<MergedArea>> merges)
    {
        var origin = new Origin { Part = name, Block = _blocks.Count + 1, Table = _blocks.Count + 1 };
        var drawn = new List<DrawnRow>();
        foreach (var row in rows)
        {
            var number = name is null ? drawn.Count + 1 : row.Number;
            var isEmpty = row.Fields.All(field => field.Length == 0);
            CheckRows(isEmpty ? drawn.Count : number);
            for (; !isEmpty && drawn.Count < number - 1;)
            {
                drawn.Add(new DrawnRow([], IsHeading: false, origin with { Row = drawn.Count + 1 }));
            }

            if (!isEmpty && drawn.Count == number - 1)
            {
                drawn.Add(Draw(row, origin with { Row = number, Line = name is null ? row.Number : null }));
            }
        }

        if (drawn.Count > 0)
        {
            var grid = new TableGrid(file.Budget, findings);
            _blocks.Add(grid.Build(SheetMerges.Apply(drawn, merges(), grid, file.Budget), name, origin, isRagged: true));
        }
    }

    private void CheckRows(int count)
    {
        if (count > file.Budget.Limits.TableRows)
        {
            throw Refuse.Limit(DocumentCodes.LimitTableRows, file.Budget.Limits.TableRows, count);
        }
    }

    private DrawnRow Draw(SheetRow row, Origin origin)
    {
        var cells = new List<DrawnCell>(row.Fields.Count);
        var used = row.Fields.Count;
        while (used > 0 && row.Fields[used - 1].Length == 0)
        {
            used--;
        }

        for (var column = 0; column < used; column++)
        {
            var place = origin with { Cell = column + 1 };
            cells.Add(new DrawnCell(column, 1, VerticalMerge.None, Content(row.Fields[column], place), place));
        }

        return new DrawnRow(cells, IsHeading: false, origin);
    }

    private ParagraphBlock[] Content(string text, Origin cell)
    {
        if (text.Length == 0)
        {
            return [];
        }

        file.Budget.Keep(text.Length);
        var lines = text.Split('\n').Select(line => LetterSpacing.Collapse(line.TrimEnd('\r'))).ToArray();
        return [new ParagraphBlock(LineJoin.Join(lines), lines, ParagraphStyle.Plain, cell with { Paragraph = 1 })];
    }
}
