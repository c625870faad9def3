using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>A cell with a number.</summary>
/// <param name="Table">The table.</param>
/// <param name="Values">What its rows can give.</param>
/// <param name="Line">The row.</param>
/// <param name="Column">The column.</param>
/// <param name="Figure">The number as the text would print it, without its sign.</param>
internal sealed record PrintedCell(TableView Table, RowValues Values, TableLine Line, TableColumn Column, Figure Figure);

/// <summary>The numbers of several tables in order, so that a figure of the text finds its like without asking every cell.</summary>
internal sealed class PrintedCells
{
    private readonly PrintedCell[] _cells;
    private readonly decimal[] _values;
    private readonly decimal _longestHalf;

    public PrintedCells(IEnumerable<PrintedCell> cells)
    {
        _cells = [.. cells.OrderBy(cell => cell.Figure.Value)];
        _values = Array.ConvertAll(_cells, cell => cell.Figure.Value);
        _longestHalf = _cells.Select(cell => cell.Figure.Step / 2m).DefaultIfEmpty(0m).Max();
    }

    /// <summary>The cells that a figure may be read from: of its unit, and the same but for the sign.</summary>
    public IEnumerable<PrintedCell> Like(Figure figure)
    {
        var wanted = figure.Value < 0m ? figure with { Value = -figure.Value } : figure;
        var (low, high) = (wanted.Interval.Low - _longestHalf, wanted.Interval.High + _longestHalf);
        for (var at = FirstFrom(low); at < _cells.Length && _values[at] <= high; at++)
        {
            if (wanted.Agrees(_cells[at].Figure) && _cells[at].Values.IsOfUnit(_cells[at], figure))
            {
                yield return _cells[at];
            }
        }
    }

    private int FirstFrom(decimal low)
    {
        var (from, to) = (0, _values.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = _values[middle] < low ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
