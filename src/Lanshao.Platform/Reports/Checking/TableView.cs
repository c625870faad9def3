using Lanshao.Documents.Language;
using Lanshao.Platform.Reports.Checking.Rules;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>The order of the rows as the table states it.</summary>
/// <param name="Descending">Whether the greatest stands first.</param>
/// <param name="Subject">What is ordered: 浓度.</param>
/// <param name="Spot">Where it is said.</param>
internal sealed record OrderStatement(bool Descending, string Subject, Spot Spot);

/// <summary>A table with what is written around it.</summary>
internal sealed class TableView
{
    private readonly decimal _scale;
    private readonly IReadOnlyList<TableLine>?[] _with;
    private readonly bool?[] _measured;

    public TableView(string label, string? annex, Spot title, IReadOnlyList<Spot> around, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableLine> lines)
    {
        (Label, Annex, Title, Around, Columns, Lines) = (label, annex, title, around, columns, lines);
        Data = [.. lines.Where(line => line.Kind == LineKind.Data)];
        (_with, _measured) = (new IReadOnlyList<TableLine>?[columns.Count], new bool?[columns.Count]);
        HasTimesWithin = Data.Any(line => line.Name.EndsWith('月')) && Data.Any(line => line.Name.EndsWith("季度", StringComparison.Ordinal));
        NameColumn = columns.FirstOrDefault(column => column.Role == ColumnRole.Name);
        (Unit, _scale) = around.Select(spot => UnitIn(spot.Text)).FirstOrDefault(found => found.Unit is not null, (null, 1m));
        Order = around.Select(OrderIn).FirstOrDefault(order => order is not null);
    }

    /// <summary>附件2, or 表3 where it stands in the body.</summary>
    public string Label { get; }

    public string? Annex { get; }

    public Spot Title { get; }

    /// <summary>The paragraphs around it: title, unit, order, source.</summary>
    public IReadOnlyList<Spot> Around { get; }

    public IReadOnlyList<TableColumn> Columns { get; }

    public IReadOnlyList<TableLine> Lines { get; }

    /// <summary>The rows that list one thing each.</summary>
    public IReadOnlyList<TableLine> Data { get; }

    public TableColumn? NameColumn { get; }

    /// <summary>The unit above the table: 单位：微克/立方米.</summary>
    public MeasurementUnit? Unit { get; }

    public OrderStatement? Order { get; }

    /// <summary>Whether quarters stand among their months, so that the rows are neither compared nor added all together.</summary>
    public bool HasTimesWithin { get; }

    /// <summary>The columns of a role.</summary>
    public IEnumerable<TableColumn> Of(ColumnRole role) => Columns.Where(column => column.Role == role);

    /// <summary>The data rows that have a number in a column.</summary>
    public IReadOnlyList<TableLine> With(TableColumn column) => _with[column.Index] ??= [.. Data.Where(line => line.Value(column) is not null)];

    /// <summary>Whether the numbers of a column are measured, so that whole ones among them are rounded: decimals beside them, or a unit of measure.</summary>
    public bool IsMeasured(TableColumn column) => _measured[column.Index] ??= (column.Unit ?? Unit) is { Kind: not (UnitKind.Count or UnitKind.Time) } || Data.Any(line => line.Cell(column).Figure is { Step: < 1m });

    /// <summary>The number of a cell as the text would print it: 86.5 under 罚款（万元） is 865000.</summary>
    public Figure? Scaled(TableLine line, TableColumn column)
    {
        var scale = column.Unit is not null ? column.Scale : _scale;
        return line.Cells[column.Index] is not { IsCovered: false, Figure: { } figure } ? null : scale == 1m || figure.IsPercent() || !column.IsValue ? figure : figure with { Value = figure.Value * scale, Step = figure.Step * scale };
    }

    private static (MeasurementUnit? Unit, decimal Scale) UnitIn(string text)
    {
        var at = text.IndexOf("单位", StringComparison.Ordinal);
        if (at < 0 || at + 3 >= text.Length || text[at + 2] is not ('：' or ':'))
        {
            return (null, 1m);
        }

        var words = ChineseText.Compact(text[(at + 3)..]);
        var scale = Headings.ScaleAt(words, 0);
        return (MeasurementUnits.ReadAt(words, scale.Length, out _), Headings.ScaleOf(scale));
    }

    private static OrderStatement? OrderIn(Spot spot)
    {
        var text = ChineseText.Compact(spot.Text);
        foreach (var (word, descending) in (ReadOnlySpan<(string, bool)>)[("由高到低", true), ("从高到低", true), ("由大到小", true), ("从大到小", true), ("由多到少", true), ("从多到少", true), ("降序", true), ("由低到高", false), ("从低到高", false), ("由小到大", false), ("从小到大", false), ("由少到多", false), ("从少到多", false), ("升序", false)])
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && (text.Contains('序', StringComparison.Ordinal) || text.Contains("排列", StringComparison.Ordinal)) && text.Length <= 80)
            {
                return new OrderStatement(descending, text[..at].Replace("按照", "", StringComparison.Ordinal).Replace("按", "", StringComparison.Ordinal).TrimStart('（', '(', '注', '：', ':'), spot);
            }
        }

        return null;
    }
}
