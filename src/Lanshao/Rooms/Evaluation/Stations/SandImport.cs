using Lanshao.Front.Imports;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Rooms.Indicators;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Evaluation.Stations;

/// <summary>导入沙尘影响日名单 by a page.</summary>
internal static class SandImport
{
    private static readonly (string Field, Func<SandRow, string> Text)[] Fields =
    [
        ("时段", row => row.Hours), ("来源与文号", row => row.Source), ("版本", row => row.ListVersion), ("状态", row => ImportSandDays.States.First(word => word.Value == row.IsLifted).Key),
    ];

    public static ImportOffer Offer { get; } = new(ImportSandDays.Kind, "沙尘影响日名单", "一行一日的官方名单（CSV 或 Excel），列名为日期、区域（全市、全区或街道）、来源、版本，可有时段、状态（已认定或撤销）。", ".csv,.xlsx")
    {
        Columns = [new("原内容", ColumnKind.Prose), new("日期", ColumnKind.OneLine), new("区域", ColumnKind.OneLine), new("时段", ColumnKind.OneLine), new("来源与文号"), new("版本", ColumnKind.OneLine), new("状态", ColumnKind.OneLine)],
        CellsAsync = async (db, rows, ct) =>
        {
            var names = new FigureNames((await CurrentPack.ReadAsync(db, ct)).Value);
            return [.. rows.Select(row => Cells(row, names))];
        },
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(Differences)]),
        ResultHref = _ => "/air/sand",
    };

    private static IReadOnlyList<Cell> Cells(ImportRow row, FigureNames names)
    {
        var raw = Cell.Of(string.Join("｜", row.Cells()));
        return (row.AfterAs<SandRow>() ?? row.BeforeAs<SandRow>()) is { } day
            ? [raw, Cell.Day(day.Day), Cell.Of(names.Place(day.Place)), .. Fields.Select(field => Cell.Of(field.Text(day)))]
            : [raw, .. Enumerable.Repeat(Cell.Blank, Fields.Length + 2)];
    }

    private static IEnumerable<Difference> Differences(ImportRow row)
    {
        var (before, after) = (row.BeforeAs<SandRow>(), row.AfterAs<SandRow>());
        return from field in Fields
               let old = before is null ? null : field.Text(before)
               let now = after is null ? null : field.Text(after)
               where old != now
               select new Difference($"{(after ?? before)!.Day:yyyy-MM-dd}", field.Field, old, now);
    }
}
