using Lanshao.Documents.Language;
using Lanshao.Platform.Reports.Checking.Rules;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>How a value follows from the cells of a row.</summary>
internal enum RowValueKind
{
    /// <summary>It is printed in a cell, or the sum of the cells of several rows.</summary>
    Cell,

    /// <summary>Two cells of the row, or the cells of two rows, are so far apart.</summary>
    Gap,

    /// <summary>A part of the whole column.</summary>
    Share,

    /// <summary>One cell of the row as a part of another, or the change between them.</summary>
    Ratio,

    /// <summary>The way that is done between a beginning and a target.</summary>
    Progress,
}

/// <summary>A value that follows from cells.</summary>
/// <param name="Value">The value.</param>
/// <param name="Kind">How it follows.</param>
/// <param name="Cells">The cells.</param>
internal readonly record struct RowValue(NumberInterval Value, RowValueKind Kind, CellView[] Cells);

/// <summary>Every value that a row, or several rows together, can give for a figure of the text: whatever the text may mean, it is one of these or it is wrong.</summary>
internal sealed class RowValues
{
    private const int MostColumns = 12;
    private readonly TableView _table;
    private readonly List<TableColumn> _columns;
    private readonly TableColumn? _units;
    private readonly Dictionary<TableColumn, NumberInterval> _wholes = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<TableLine>? _ends;
    private HashSet<TableLine>? _endSet;

    public RowValues(TableView table)
    {
        _table = table;
        _units = table.Columns.FirstOrDefault(column => column.Heading is "单位" or "计量单位");
        _columns = [.. table.Columns.Where(column => column.IsValue || column.Role is ColumnRole.Percent or ColumnRole.Change || (_units is not null && Headings.IsTarget(column.Heading))).Take(MostColumns)];
    }

    /// <summary>Whether each row is an indicator with a unit of its own.</summary>
    public bool IsOfIndicators => _units is not null;

    /// <summary>The columns whose cell in a row can be a figure of such a unit.</summary>
    public List<TableColumn> Fitting(TableLine line, Figure figure) => _columns.FindAll(column => FigureOf(line, column) is not null && IsOfUnit(line, column, figure));

    /// <summary>The cells with a number.</summary>
    public IEnumerable<PrintedCell> Cells() =>
        from line in _table.Lines
        from column in _columns
        let figure = _table.Scaled(line, column)
        where figure is not null
        select new PrintedCell(_table, this, line, column, figure.Value < 0m ? figure with { Value = -figure.Value } : figure);

    /// <summary>Whether a figure can be of the unit of a cell with a number.</summary>
    public bool IsOfUnit(PrintedCell cell, Figure figure) => IsOfUnit(cell.Line, cell.Column, figure);

    /// <summary>Whether the rows have changes, or two values of that unit to set beside each other.</summary>
    public bool HasPair(TableLine line, Figure figure) => _columns.Exists(column => column.Role == ColumnRole.Change && FigureOf(line, column) is not null) || _columns.Count(column => FigureOf(line, column) is not null && (figure.IsPercent() || IsShare(line, column) == figure.IsShare())) > 1;

    /// <summary>The values of the unit of a figure that follow from rows, alone and together, and from them beside others.</summary>
    public IEnumerable<RowValue> Of(IReadOnlyList<TableLine> rows, IReadOnlyList<TableLine> others, Figure figure)
    {
        foreach (var line in rows)
        {
            foreach (var value in InRow(line, figure).Concat(Beside(line, others, figure)))
            {
                yield return value;
            }
        }

        foreach (var column in rows.Count < 2 ? [] : _columns.Where(column => rows.All(line => FigureOf(line, column) is not null) && !IsShare(rows[0], column)))
        {
            var sum = rows.Aggregate(NumberInterval.Of(0m), (total, line) => total.Plus(Printed(line, column)));
            CellView[] cells = [.. rows.Select(line => line.Cell(column))];
            yield return new RowValue(sum, RowValueKind.Cell, cells);
            if (figure.IsShare() && sum.PercentOf(Whole(column)) is { } share)
            {
                yield return new RowValue(share, RowValueKind.Share, cells);
            }
        }
    }

    private IEnumerable<RowValue> InRow(TableLine line, Figure figure)
    {
        var columns = _columns.FindAll(column => FigureOf(line, column) is not null);
        foreach (var one in columns)
        {
            if (IsShare(line, one) == figure.IsShare() || one.Role == ColumnRole.Change)
            {
                yield return new RowValue(Printed(line, one), RowValueKind.Cell, [line.Cell(one)]);
            }

            if (figure.IsShare() && !IsShare(line, one) && Printed(line, one).PercentOf(Whole(one)) is { } share)
            {
                yield return new RowValue(share, RowValueKind.Share, [line.Cell(one)]);
            }

            foreach (var other in columns.Where(other => other != one && IsShare(line, other) == IsShare(line, one)))
            {
                foreach (var value in OfPair(line, one, other, figure).Concat(figure.IsPercent() ? Progress(line, columns, one, other) : []))
                {
                    yield return value;
                }
            }
        }
    }

    private IEnumerable<RowValue> OfPair(TableLine line, TableColumn one, TableColumn other, Figure figure)
    {
        CellView[] cells = [line.Cell(one), line.Cell(other)];
        if (figure.IsShare() == IsShare(line, one))
        {
            yield return new RowValue(Apart(line, one, line, other, figure), RowValueKind.Gap, cells);
        }

        if (figure.IsPercent() && Printed(line, one).PercentOf(Printed(line, other)) is { } ratio)
        {
            yield return new RowValue(ratio, RowValueKind.Ratio, cells);
            yield return new RowValue(ratio.Minus(NumberInterval.Of(100m)), RowValueKind.Ratio, cells);
        }
    }

    // What is printed to the same digit is taken away as it stands; of shares people take away what they have not printed.
    private NumberInterval Apart(TableLine line, TableColumn one, TableLine beside, TableColumn other, Figure figure)
    {
        var (first, second) = (FigureOf(line, one)!, FigureOf(beside, other)!);
        return !figure.IsShare() && first.Step == second.Step && figure.Step == first.Step ? NumberInterval.Of(first.Value - second.Value) : Printed(line, one).Minus(Printed(beside, other));
    }

    // 由46下降到41，目标38: 62.5 % of the way.
    private IEnumerable<RowValue> Progress(TableLine line, List<TableColumn> columns, TableColumn from, TableColumn to)
    {
        var way = FigureOf(line, to)!.Value - FigureOf(line, from)!.Value;
        foreach (var now in way == 0m || IsPart(line, from) ? [] : columns.Where(now => now != from && now != to && IsShare(line, now) == IsShare(line, from)))
        {
            var (all, done) = (Printed(line, to).Minus(Printed(line, from)), Printed(line, now).Minus(Printed(line, from)));
            if ((way > 0m ? done : done.Negated()).PercentOf(way > 0m ? all : all.Negated()) is { } share)
            {
                yield return new RowValue(share, RowValueKind.Progress, [line.Cell(from), line.Cell(to), line.Cell(now)]);
            }
        }
    }

    private bool IsPart(TableLine line, TableColumn column) => column.Role == ColumnRole.Change || FigureOf(line, column) is null;

    private IEnumerable<RowValue> Beside(TableLine line, IReadOnlyList<TableLine> others, Figure figure)
    {
        // Rows of indicators are of several things.
        foreach (var column in _columns.Where(column => !IsOfIndicators && FigureOf(line, column) is not null))
        {
            foreach (var other in others.Where(other => other != line && FigureOf(other, column) is not null))
            {
                CellView[] cells = [line.Cell(column), other.Cell(column)];
                if (IsShare(line, column) == figure.IsShare())
                {
                    yield return new RowValue(Apart(line, column, other, column, figure), RowValueKind.Gap, cells);
                }

                if (figure.IsPercent() && Printed(line, column).PercentOf(Printed(other, column)) is { } ratio)
                {
                    yield return new RowValue(ratio, RowValueKind.Ratio, cells);
                    yield return new RowValue(ratio.Minus(NumberInterval.Of(100m)), RowValueKind.Ratio, cells);
                }

                // 第四周比第三周下降18.7%: what is named last is what is compared with.
                if (figure.IsPercent() && Printed(other, column).PercentOf(Printed(line, column)) is { } turned)
                {
                    yield return new RowValue(turned.Minus(NumberInterval.Of(100m)), RowValueKind.Ratio, cells);
                }
            }
        }
    }

    /// <summary>The rows beside which others are set without being named: totals, means, the greatest and the least.</summary>
    public IReadOnlyList<TableLine> Ends => _ends ??= [.. _table.Lines.Where(line => line.Kind is LineKind.Total or LineKind.Summary)
        .Concat(_columns.SelectMany(column => _table.With(column) is { Count: > 1 } rows ? new[] { rows.MinBy(line => line.Value(column))!, rows.MaxBy(line => line.Value(column))! } : [])).Distinct()];

    /// <summary>Whether a row is one of <see cref="Ends"/>.</summary>
    public bool IsEnd(TableLine line) => (_endSet ??= [.. Ends]).Contains(line);

    /// <summary>The whole of a column: its total where one is printed, else the sum.</summary>
    public NumberInterval Whole(TableColumn column)
    {
        if (!_wholes.TryGetValue(column, out var whole))
        {
            _wholes[column] = whole = Sum(column);
        }

        return whole;
    }

    private NumberInterval Sum(TableColumn column) => _table.Lines.FirstOrDefault(line => line.Kind == LineKind.Total && FigureOf(line, column) is not null) is { } total ? Printed(total, column)
        : _table.With(column).Aggregate(NumberInterval.Of(0m), (sum, line) => sum.Plus(Printed(line, column)));

    // Whole numbers without a unit are counted; in a column with decimals or a unit of measure they are rounded.
    private NumberInterval Printed(TableLine line, TableColumn column)
    {
        var figure = FigureOf(line, column)!;
        return figure.Step < 1m || column.Role is ColumnRole.Percent or ColumnRole.Change || _units is not null || _table.IsMeasured(column) ? NumberInterval.Around(figure.Value, figure.Step) : NumberInterval.Of(figure.Value);
    }

    // ≥65.0 in a column of targets is 65.0.
    private Figure? FigureOf(TableLine line, TableColumn column) => _table.Scaled(line, column)
        ?? (line.Cell(column) is { IsCovered: false, IsEmpty: false } cell && Headings.IsTarget(column.Heading) && FigureReader.FindAll(cell.Text) is [var only] ? only : null);

    private MeasurementUnit? UnitOf(TableLine line, TableColumn column) =>
        FigureOf(line, column)!.Unit ?? (_units is null ? null : MeasurementUnits.ReadAt(line.Cell(_units).Text, 0, out _)) ?? column.Unit ?? (column.IsValue ? _table.Unit : null);

    private bool IsShare(TableLine line, TableColumn column) =>
        UnitOf(line, column)?.Kind is { } kind ? kind is UnitKind.Ratio or UnitKind.Points : column.Role == ColumnRole.Percent || (column.Role == ColumnRole.Change && !Headings.Has(column.Heading, "增减", "差", "变化量"));

    private bool IsOfUnit(TableLine line, TableColumn column, Figure figure) =>
        figure.IsShare() ? IsShare(line, column) : !IsShare(line, column) && column.Role != ColumnRole.Change
            && (UnitOf(line, column) is { } unit ? unit.Name == figure.Unit?.Name : figure.Unit is null or { Kind: UnitKind.Count or UnitKind.Time });
}
