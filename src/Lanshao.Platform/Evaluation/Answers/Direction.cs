using System.Globalization;

namespace Lanshao.Platform.Evaluation.Answers;

/// <summary>How the areas of a table moved against last year.</summary>
internal sealed class Direction
{
    private readonly FigureTable _table;
    private readonly List<(PlaceRow Row, decimal Change)> _changes;
    private readonly List<IGrouping<int, (PlaceRow Row, decimal Change)>> _byWay;

    public Direction(FigureTable table)
    {
        _table = table;
        _changes = [.. from row in table.Rows let change = table.Cell(row, ColumnContent.Change)?.Number where change is not null select (row, change.Value)];
        _byWay = [.. _changes.GroupBy(change => Math.Sign(change.Change)).OrderByDescending(way => way.Count())];
    }

    /// <summary>Gets whether every area has a change, and all go the same way.</summary>
    public bool IsUniform => _byWay.Count == 1 && _changes.Count == _table.Rows.Count && _changes.Count > 1;

    /// <summary>Gets the shared way: 均同比下降.</summary>
    public string Uniform => $"均同比{Way(_byWay[0].Key)}";

    /// <summary>Gets how the areas moved: all alike, all but one, or counted; null where no change is known.</summary>
    public string? Clause() => this switch
    {
        { _changes.Count: 0 } => null,
        _ when _table.Rows.Count == 1 => Of(Change(_table.Rows[0])),
        { IsUniform: true } => Uniform,
        _ when _byWay is [var most, var rest] && rest.Count() == 1 && most.Count() > 2 && _changes.Count == _table.Rows.Count => AllButOne(most, rest.First()),
        _ => Counted(),
    };

    /// <summary>Says one area's change: 同比持平, 同比下降2.6%; null where none is known.</summary>
    public static string? Of(FigureCell? change) => change?.Number is { } number ? $"同比{Way(Math.Sign(number))}{Size(change, number)}" : null;

    private string AllButOne(IEnumerable<(PlaceRow Row, decimal Change)> most, (PlaceRow Row, decimal Change) one)
    {
        var only = $"仅{one.Row.Name}同比{Way(Math.Sign(one.Change))}" + (one.Change == 0m ? string.Empty : $"（{Change(one.Row).Text}）");
        var farthest = most.MaxBy(change => Math.Abs(change.Change));
        var isAlone = most.Count(change => Math.Abs(change.Change) == Math.Abs(farthest.Change)) == 1;
        return isAlone && farthest.Change != 0m
            ? $"{only}，{farthest.Row.Name}{Way(Math.Sign(farthest.Change))}{Size(Change(farthest.Row), farthest.Change)}"
            : only;
    }

    private string Counted() =>
        string.Join('、', new[] { -1, 1, 0 }.Select(Told).OfType<string>().Select((told, at) => at == 0 ? told.Replace("个", "个同比", StringComparison.Ordinal) : told));

    private string? Told(int way) => _byWay.Find(group => group.Key == way)?.Count() is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count}个{Way(way)}") : null;

    private FigureCell Change(PlaceRow row) => _table.Cell(row, ColumnContent.Change)!;

    private static string Size(FigureCell change, decimal number) => number == 0m ? string.Empty : change.Text.TrimStart('-');

    private static string Way(int sign) => sign switch
    {
        < 0 => "下降",
        > 0 => "上升",
        _ => "持平",
    };
}
