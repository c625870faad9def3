using System.Globalization;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation.Answers;

/// <summary>Says how one row of a table stands: PM2.5累计浓度38.7微克/立方米，区倒第4位（4个并列），市倒第10位，同比下降4.9%.</summary>
public static class AreaAnswer
{
    /// <returns>The clause; null where the row has no figure.</returns>
    public static string? Of(FigureTable table, PlaceRow row)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(row);

        return table.Definition.Layout switch
        {
            TableLayout.Ranking or TableLayout.Bulletin => Ranking(table, row),
            TableLayout.Counts => Counts(table, row),
            _ => Water(table, row),
        };
    }

    private static string? Ranking(FigureTable table, PlaceRow row)
    {
        if (table.Cell(row, ColumnContent.Value) is not { Figure: { } value })
        {
            return null;
        }

        string?[] parts =
        [
            table.Indicator.Name + value.ShownText + table.Indicator.PrintedUnit,
            DistrictRank(table.Cell(row, ColumnContent.DistrictRank)),
            table.Cell(row, ColumnContent.CityRank)?.Figure is { } city ? $"市倒第{city.ShownText}位" : null,
            Direction.Of(table.Cell(row, ColumnContent.Change)),
        ];
        return string.Join('，', parts.OfType<string>());
    }

    private static string? DistrictRank(FigureCell? cell) => cell is { Figure: { } rank, Origin: FigureOrigin.Ranked origin }
        ? $"区倒第{rank.ShownText}位" + (origin.Sharing > 1 ? string.Create(CultureInfo.InvariantCulture, $"（{origin.Sharing}个并列）") : string.Empty)
        : null;

    private static string? Counts(FigureTable table, PlaceRow row)
    {
        var cells = table.Columns.Zip(row.Cells).ToList();
        if (cells.Find(cell => cell.First.Indicator == table.Indicator.Code).Second is not { Figure: { } total } || total.Shown == 0m)
        {
            return null;
        }

        var unit = table.Indicator.PrintedUnit;
        var parts = cells.FindAll(cell => cell.First.Indicator is { } code && table.Indicator.SumOf.Contains(code) && cell.Second.Number > 0m);
        var most = parts.MaxBy(part => part.Second.Number);
        var share = most.Second?.Number is { } number ? Percentage.Compute(number, total.Shown) : null;
        return $"{table.Definition.Subject ?? table.Indicator.Name}{total.ShownText}{unit}"
            + (share is { } known ? $"，{most.First.Heading}{most.Second!.Figure!.Value.ShownText}{unit}最多（{known.ShownText}%）" : string.Empty);
    }

    private static string? Water(FigureTable table, PlaceRow row) => table.Cell(row, ColumnContent.Value) is { Missing: null } cell
        ? $"{row.Name}{cell.Text}{(table.Cell(row, ColumnContent.Target) is { Text: { Length: > 0 } target } ? $"（目标{target}）" : string.Empty)}"
        : null;
}
