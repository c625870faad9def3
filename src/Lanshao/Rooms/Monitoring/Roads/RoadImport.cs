using System.Globalization;
using Lanshao.Front.Imports;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring.Roads;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Monitoring.Roads;

/// <summary>导入道路尘负荷 by a page.</summary>
internal static class RoadImport
{
    private static readonly (string Field, Func<RoadDustRow, string> Text)[] Fields =
    [
        ("道路", row => row.Road), ("路段", row => row.Stretch), ("作业等级", row => row.Grade), ("尘负荷", row => row.LoadGPerM2.ToString("0.######", CultureInfo.InvariantCulture)),
        ("市倒排名", row => row.CityRank?.ToString(CultureInfo.InvariantCulture) ?? string.Empty), ("养护单位", row => row.Owner), ("来源", row => row.Source),
    ];

    public static ImportOffer Offer { get; } = new(ImportRoadDust.Kind, "道路尘负荷表", "一行一个路段和周期的表（CSV 或 Excel），列名为周期（如 2024-06、2024Q2、2024-06-01..2024-06-20）、道路、尘负荷（克/平方米）、来源，可有路段、街道、作业等级、市倒排名（1为最差）、养护单位。", ".csv,.xlsx")
    {
        Columns = [new("原内容", ColumnKind.Prose), new("周期", ColumnKind.OneLine), new("街道"), new("道路"), new("路段"), new("作业等级", ColumnKind.OneLine), new("尘负荷", ColumnKind.Figure), new("市倒排名", ColumnKind.Mark), new("养护单位"), new("来源")],
        CellsAsync = async (db, rows, ct) =>
        {
            var pack = (await CurrentPack.ReadAsync(db, ct)).Value;
            return [.. rows.Select(row => Cells(row, pack))];
        },
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(Differences)]),
        ResultHref = _ => RoadsView.Path,
    };

    private static IReadOnlyList<Cell> Cells(ImportRow row, Pack? pack)
    {
        var raw = Cell.Of(string.Join("｜", row.Cells()));
        return (row.AfterAs<RoadDustRow>() ?? row.BeforeAs<RoadDustRow>()) is { } load
            ? [raw, Cell.Of(PeriodOf(load)), Cell.Of(RoadsView.AreaOf(load.Subdistrict, pack)), .. Fields.Select(field => Cell.Of(field.Text(load)))]
            : [raw, .. Enumerable.Repeat(Cell.Blank, Fields.Length + 2)];
    }

    private static string PeriodOf(RoadDustRow row) => Period.TryParse(row.PeriodCode, out var period) ? period.ChineseText : row.PeriodCode;

    private static IEnumerable<Difference> Differences(ImportRow row)
    {
        var (before, after) = (row.BeforeAs<RoadDustRow>(), row.AfterAs<RoadDustRow>());
        return from field in Fields
               let old = before is null ? null : field.Text(before)
               let now = after is null ? null : field.Text(after)
               where old != now
               select new Difference($"{(after ?? before)!.Road}{(after ?? before)!.Stretch}", field.Field, old, now);
    }
}
