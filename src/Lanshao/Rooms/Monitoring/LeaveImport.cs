using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Monitoring;

/// <summary>导入停业、检修报备 by a page.</summary>
internal static class LeaveImport
{
    private static readonly (string Field, Func<LeaveRow, string> Text)[] Fields =
    [
        ("报备类别", row => ImportLeaves.Kinds.First(word => word.Value == row.Kind).Key), ("开始时间", row => Time(row.FromUtc)), ("结束时间", row => row.ToUtc is { } to ? Time(to) : string.Empty),
        ("报备时间", row => Time(row.ReportedUtc) + (row.ReportedUtc > row.FromUtc ? "（事后报备）" : string.Empty)), ("说明", row => row.Note),
    ];

    public static ImportOffer Offer { get; } = new(ImportLeaves.Kind, "停业、检修报备表", "一行一次报备的表（CSV 或 Excel），列名为设备编号、报备类别（停业或检修）、开始时间，可有结束时间、报备时间、说明；报备时间晚于开始时间的记为事后报备。", ".csv,.xlsx")
    {
        Columns = [new("原内容", ColumnKind.Prose), new("设备编号", ColumnKind.OneLine), new("报备类别", ColumnKind.Mark), new("开始时间", ColumnKind.OneLine), new("结束时间", ColumnKind.OneLine), new("报备时间", ColumnKind.OneLine), new("说明", ColumnKind.Prose)],
        CellsAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<IReadOnlyList<Cell>>>([.. rows.Select(Cells)]),
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(Differences)]),
        ResultHref = _ => "/devices",
    };

    private static IReadOnlyList<Cell> Cells(ImportRow row)
    {
        var raw = Cell.Of(string.Join("｜", row.Cells()));
        return (row.AfterAs<LeaveRow>() ?? row.BeforeAs<LeaveRow>()) is { } leave ? [raw, Cell.Of(leave.Mn), .. Fields.Select(field => Cell.Of(field.Text(leave)))] : [raw, .. Enumerable.Repeat(Cell.Blank, Fields.Length + 1)];
    }

    private static IEnumerable<Difference> Differences(ImportRow row)
    {
        var (before, after) = (row.BeforeAs<LeaveRow>(), row.AfterAs<LeaveRow>());
        return from field in Fields
               let old = before is null ? null : field.Text(before)
               let now = after is null ? null : field.Text(after)
               where old != now
               select new Difference((after ?? before)!.Mn, field.Field, old, now);
    }

    private static string Time(DateTime atUtc) => $"{ChinaTime.CivilOf(atUtc):yyyy-MM-dd HH:mm}";
}
