using System.Globalization;

namespace Lanshao.Platform.Evaluation.Answers;

/// <summary>The answer of a monthly bulletin: 6月，9个街道当月浓度同比下降；区内最高甲街道40.1，最低乙街道33.2；后三名为甲、丙、丁街道.</summary>
internal static class BulletinAnswer
{
    private const int Last = 3;

    public static Answer Of(FigureTable table)
    {
        var answer = new Answer();
        var rows = table.Rows.Where(row => Value(table, row) is not null).ToList();
        var noun = table.Columns[table.ColumnOf(ColumnContent.Area)].Heading;
        var month = string.Create(CultureInfo.InvariantCulture, $"{table.Period.To.Month}月");
        if (rows.Count == 0)
        {
            return table.HasFigures ? answer.Say($"{month}当月浓度尚未导入，只列累计数据") : answer;
        }

        var changes = rows.Select(row => table.Cell(row, ColumnContent.Change)?.Number).OfType<decimal>().ToList();
        var falling = changes.Count == 0 ? "当月同比未公布" : string.Create(CultureInfo.InvariantCulture, $"{changes.Count(change => change < 0m)}个{noun}当月浓度同比下降");
        var order = rows.OrderByDescending(row => Value(table, row)).ToList();
        var third = Value(table, order[Math.Min(Last, order.Count) - 1]);
        return answer.Say($"{month}，{falling}")
            .Say($"区内最高{Named(table, order, Value(table, order[0]), noun)}，最低{Named(table, order, Value(table, order[^1]), noun)}")
            .Say(order.Count <= Last ? null : $"后三名为{NameList.Join([.. order.Where(row => Value(table, row) >= third).Select(row => row.Name)], noun)}");
    }

    private static string Named(FigureTable table, List<PlaceRow> rows, decimal? value, string noun)
    {
        var sharing = rows.FindAll(row => Value(table, row) == value);
        return NameList.Join(sharing.ConvertAll(row => row.Name), noun) + table.Cell(sharing[0], ColumnContent.Value)!.Text;
    }

    private static decimal? Value(FigureTable table, PlaceRow row) => table.Cell(row, ColumnContent.Value)?.Number;
}
