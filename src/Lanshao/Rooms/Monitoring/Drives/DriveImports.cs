using System.Globalization;
using Lanshao.Front.Imports;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring.Drives;
using Lanshao.Rooms.Monitoring.Roads;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Monitoring.Drives;

/// <summary>导入TSP走航 and 路段登记 by a page.</summary>
internal static class DriveImports
{
    private static readonly (string Field, Func<RoadSegmentRow, string> Text)[] Fields = [("道路", row => row.Road), ("路段", row => row.Stretch), ("街道", row => row.Subdistrict ?? string.Empty), ("折线", row => row.Line)];

    public static ImportOffer Track { get; } = new(ImportDrives.Kind, "TSP走航", "走航轨迹：GPX（每个测点 trkpt 带时间和 tsp 读数），或 CSV、Excel 表，列名为时间（如 2024-07-15 08:30:05）、经度、纬度、TSP（微克/立方米）。坐标用WGS-84，与路段登记一致。", ".gpx,.csv,.xlsx")
    {
        Fields = [new(ImportDrives.RouteArgument, "路线", Help: "不填则用文件名。")],
        Columns = [new("原内容", ColumnKind.Prose), new("路线"), new("时间", ColumnKind.OneLine), new("测点数", ColumnKind.Figure), new("最高值", ColumnKind.Figure)],
        CellsAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<IReadOnlyList<Cell>>>([.. rows.Select(Cells)]),
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(Differences)]),
        ResultHref = _ => DrivesView.Path,
    };

    public static ImportOffer Segments { get; } = new(ImportRoadSegments.Kind, "路段登记", "一行一个路段（CSV 或 Excel），列名为路段编号、道路、折线（折点的经度和纬度，空格分开，折点之间用分号；WGS-84），可有路段、街道。", ".csv,.xlsx")
    {
        Columns = [new("原内容", ColumnKind.Prose), new("路段编号", ColumnKind.OneLine), new("道路"), new("路段"), new("街道"), new("折线", ColumnKind.Prose)],
        CellsAsync = async (db, rows, ct) =>
        {
            var pack = (await CurrentPack.ReadAsync(db, ct)).Value;
            return [.. rows.Select(row => SegmentCells(row, pack))];
        },
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(SegmentDifferences)]),
        ResultHref = _ => DrivesView.Path,
    };

    private static IReadOnlyList<Cell> Cells(ImportRow row)
    {
        var raw = Cell.Of(string.Join("｜", row.Cells()));
        return (row.AfterAs<DriveMinuteRow>() ?? row.BeforeAs<DriveMinuteRow>()) is { } minute
            ? [raw, Cell.Of(minute.Route), Cell.Of($"{ChinaTime.CivilOf(minute.MinuteUtc):yyyy-MM-dd HH:mm}"), Cell.Whole(minute.Count), Cell.Of(Number(minute.HighestUgPerM3))]
            : [raw, .. Enumerable.Repeat(Cell.Blank, 4)];
    }

    private static IEnumerable<Difference> Differences(ImportRow row)
    {
        var (before, after) = (row.BeforeAs<DriveMinuteRow>(), row.AfterAs<DriveMinuteRow>());
        if (before?.Points != after?.Points)
        {
            yield return new($"{ChinaTime.CivilOf((after ?? before)!.MinuteUtc):yyyy-MM-dd HH:mm}", "测点", before?.Points, after?.Points);
        }
    }

    private static IReadOnlyList<Cell> SegmentCells(ImportRow row, Pack? pack)
    {
        var raw = Cell.Of(string.Join("｜", row.Cells()));
        return (row.AfterAs<RoadSegmentRow>() ?? row.BeforeAs<RoadSegmentRow>()) is { } segment
            ? [raw, Cell.Of(segment.Code), Cell.Of(segment.Road), Cell.Of(segment.Stretch), Cell.Of(RoadsView.AreaOf(segment.Subdistrict, pack)), Cell.Of(segment.Line)]
            : [raw, .. Enumerable.Repeat(Cell.Blank, 5)];
    }

    private static IEnumerable<Difference> SegmentDifferences(ImportRow row)
    {
        var (before, after) = (row.BeforeAs<RoadSegmentRow>(), row.AfterAs<RoadSegmentRow>());
        return from field in Fields
               let old = before is null ? null : field.Text(before)
               let now = after is null ? null : field.Text(after)
               where old != now
               select new Difference((after ?? before)!.Code, field.Field, old, now);
    }

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
