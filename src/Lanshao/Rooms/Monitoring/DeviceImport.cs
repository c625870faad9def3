using Lanshao.Front.Imports;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Monitoring;

/// <summary>导入设备登记表 by a page. Passwords are never shown.</summary>
internal static class DeviceImport
{
    public static ImportOffer Offer { get; } = new(
        ImportDevices.Kind, "设备登记表", "一行一台设备的表（CSV 或 Excel），列名为设备编号、名称、类型、站点类别，可有街道、所属单位、密码、因子、实时间隔（秒）、分钟间隔、启用日期、拆除日期。", ".csv,.xlsx")
    {
        Columns = [new("原内容", ColumnKind.Prose), new("设备编号", ColumnKind.OneLine), new("名称"), new("类型", ColumnKind.Mark), new("站点类别", ColumnKind.Mark), new("街道"), new("因子", ColumnKind.Prose)],
        CellsAsync = CellsAsync,
        DifferencesAsync = DifferencesAsync,
    };

    private static async Task<IReadOnlyList<IReadOnlyList<Cell>>> CellsAsync(LanshaoContext db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var pack = (await CurrentPack.ReadAsync(db, ct)).Value;
        return [.. rows.Select(row => Cells(row, pack))];
    }

    private static IReadOnlyList<Cell> Cells(ImportRow row, Pack? pack)
    {
        var raw = Cell.Of(string.Join("｜", row.Cells()));
        return (row.AfterAs<DeviceRow>() ?? row.BeforeAs<DeviceRow>()) is { } device
            ? [raw, Cell.Of(device.Mn), Cell.Of(device.Name), Cell.Of(DeviceWords.Of(device.Kind)), Cell.Of(DeviceWords.Of(device.Tier)), Cell.Of(Area(device, pack)), Cell.Of(device.Factors)]
            : [raw, .. Enumerable.Repeat(Cell.Blank, 6)];
    }

    private static async Task<IReadOnlyList<Difference>> DifferencesAsync(LanshaoContext db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var pack = (await CurrentPack.ReadAsync(db, ct)).Value;
        return [.. rows.SelectMany(row => Differences(row.BeforeAs<DeviceRow>(), row.AfterAs<DeviceRow>(), pack))];
    }

    private static IEnumerable<Difference> Differences(DeviceRow? before, DeviceRow? after, Pack? pack)
    {
        (string Field, Func<DeviceRow, string?> Text)[] fields =
        [
            ("名称", row => row.Name), ("类型", row => DeviceWords.Of(row.Kind)), ("站点类别", row => DeviceWords.Of(row.Tier)), ("街道", row => Area(row, pack)), ("所属单位", row => row.Owner),
            ("因子", row => row.Factors), ("启用日期", row => $"{row.OpenedOn:yyyy-MM-dd}"), ("拆除日期", row => $"{row.ClosedOn:yyyy-MM-dd}"),
        ];
        return from field in fields
               let old = before is null ? null : field.Text(before)
               let now = after is null ? null : field.Text(after)
               where old != now
               select new Difference((after ?? before)!.Mn, field.Field, old, now);
    }

    private static string Area(DeviceRow row, Pack? pack) => row.Subdistrict is { } code ? pack?.District.FindSubdistrict(code)?.Name ?? code : string.Empty;
}
