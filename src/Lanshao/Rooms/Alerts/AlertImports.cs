using Lanshao.Front.Imports;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Alerts;

/// <summary>导入值班表 by a page.</summary>
internal static class AlertImports
{
    private static readonly (string Field, Func<DutyRow, string> Text)[] Fields =
        [("开始", row => AlertCells.Time(row.FromUtc)), ("结束", row => AlertCells.Time(row.ToUtc)), ("岗位", row => row.Post), ("姓名", row => row.Person), ("电话", row => row.Phone)];

    public static ImportOffer Duty { get; } = new(ImportDuty.Kind, "值班表", "一行一班的表（CSV 或 Excel），列名为日期、开始、结束、岗位，可有姓名、电话；结束早于开始的为次日。", ".csv,.xlsx")
    {
        Columns = [new("原内容", ColumnKind.Prose), new("开始", ColumnKind.OneLine), new("结束", ColumnKind.OneLine), new("岗位"), new("姓名"), new("电话", ColumnKind.OneLine)],
        CellsAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<IReadOnlyList<Cell>>>([.. rows.Select(Cells)]),
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(Differences)]),
        ResultHref = _ => "/alerts/duty",
    };

    private static IReadOnlyList<Cell> Cells(ImportRow row)
    {
        var raw = Cell.Of(string.Join("｜", row.Cells()));
        return (row.AfterAs<DutyRow>() ?? row.BeforeAs<DutyRow>()) is { } duty ? [raw, .. Fields.Select(field => Cell.Of(field.Text(duty)))] : [raw, .. Enumerable.Repeat(Cell.Blank, Fields.Length)];
    }

    private static IEnumerable<Difference> Differences(ImportRow row)
    {
        var (before, after) = (row.BeforeAs<DutyRow>(), row.AfterAs<DutyRow>());
        return from field in Fields
               let old = before is null ? null : field.Text(before)
               let now = after is null ? null : field.Text(after)
               where old != now
               select new Difference((after ?? before)!.Post, field.Field, old, now);
    }
}
