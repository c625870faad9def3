using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Noise;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards.Noise;

namespace Lanshao.Rooms.Monitoring.Noise;

/// <summary>导入声环境小时数据 and the zones of its stations by a page.</summary>
internal static class NoiseImports
{
    private static readonly (string Field, Func<NoisePointRow, string> Text)[] Fields =
        [("起始日期", row => $"{row.FromOn:yyyy-MM-dd}"), ("声功能区", row => AmbientNoise.Find(row.Zone)?.Name ?? row.Zone), ("来源", row => row.Source)];

    public static ImportOffer Hours { get; } = ReadingsImport.OfferOf(
        ImportStationHours.Noise.Kind, HourItems.Noise, "声环境小时数据", "一行一个站点和整点小时的表（CSV 或 Excel），列名为站点、时间（小时的开始，如 2024-07-15 08:00）、Leq（小时等效声级，分贝）。", ".csv,.xlsx", NoiseView.Path);

    public static ImportOffer Points { get; } = new(ImportNoisePoints.Kind, "声环境点位功能区", "一行一个站点的声功能区（CSV 或 Excel），列名为站点（名称或设备编号）、声功能区（0类、1类、2类、3类、4a类、4b类）、起始日期、来源；区划调整后另加一行。", ".csv,.xlsx")
    {
        Columns = [new("原内容", ColumnKind.Prose), new("站点"), new("起始日期", ColumnKind.OneLine), new("声功能区", ColumnKind.OneLine), new("来源")],
        CellsAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<IReadOnlyList<Cell>>>([.. rows.Select(Cells)]),
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(Differences)]),
        ResultHref = _ => NoiseView.Path,
    };

    private static IReadOnlyList<Cell> Cells(ImportRow row)
    {
        var raw = Cell.Of(string.Join("｜", row.Cells()));
        return (row.AfterAs<NoisePointRow>() ?? row.BeforeAs<NoisePointRow>()) is { } point
            ? [raw, Cell.Of(point.Station), .. Fields.Select(field => Cell.Of(field.Text(point)))]
            : [raw, .. Enumerable.Repeat(Cell.Blank, Fields.Length + 1)];
    }

    private static IEnumerable<Difference> Differences(ImportRow row)
    {
        var (before, after) = (row.BeforeAs<NoisePointRow>(), row.AfterAs<NoisePointRow>());
        return from field in Fields
               let old = before is null ? null : field.Text(before)
               let now = after is null ? null : field.Text(after)
               where old != now
               select new Difference((after ?? before)!.Station, field.Field, old, now);
    }
}
