using System.Globalization;
using Lanshao.Front.Imports;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Rooms.Indicators;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Monitoring.Forecasts;

/// <summary>导入空气质量预报 by a page.</summary>
internal static class ForecastImport
{
    private static readonly (string Field, Func<ForecastRow, string> Text)[] Fields =
    [
        ("来源", row => row.Source), ("发布时间", row => $"{ChinaTime.CivilOf(row.IssuedUtc):yyyy-MM-dd HH:mm}"), ("指标", row => ForecastItems.WordOf(row.Item)), ("下限", row => Number(row.Low)), ("上限", row => Number(row.High)), ("首要污染物", row => row.Primary),
    ];

    public static ImportOffer Offer { get; } = new(ImportForecasts.Kind, "空气质量预报", "一行一日一项的预报（CSV 或 Excel），列名为来源、发布时间、预报日期、区域（全市、全区或街道）、指标（AQI、PM2.5、PM10、SO2、NO2、CO、O3）、上限，可有下限、首要污染物。", ".csv,.xlsx")
    {
        Columns = [new("原内容", ColumnKind.Prose), new("预报日期", ColumnKind.OneLine), new("区域", ColumnKind.OneLine), new("来源"), new("发布时间", ColumnKind.OneLine), new("指标", ColumnKind.OneLine), new("下限", ColumnKind.Figure), new("上限", ColumnKind.Figure), new("首要污染物", ColumnKind.OneLine)],
        CellsAsync = async (db, rows, ct) =>
        {
            var names = new FigureNames((await CurrentPack.ReadAsync(db, ct)).Value);
            return [.. rows.Select(row => Cells(row, names))];
        },
        DifferencesAsync = (_, rows, _) => Task.FromResult<IReadOnlyList<Difference>>([.. rows.SelectMany(Differences)]),
        ResultHref = _ => ForecastsView.Path,
    };

    internal static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static IReadOnlyList<Cell> Cells(ImportRow row, FigureNames names)
    {
        var raw = Cell.Of(string.Join("｜", row.Cells()));
        return (row.AfterAs<ForecastRow>() ?? row.BeforeAs<ForecastRow>()) is { } forecast
            ? [raw, Cell.Day(forecast.DueOn), Cell.Of(names.Place(forecast.PlaceCode)), .. Fields.Select(field => Cell.Of(field.Text(forecast)))]
            : [raw, .. Enumerable.Repeat(Cell.Blank, Fields.Length + 2)];
    }

    private static IEnumerable<Difference> Differences(ImportRow row)
    {
        var (before, after) = (row.BeforeAs<ForecastRow>(), row.AfterAs<ForecastRow>());
        return from field in Fields
               let old = before is null ? null : field.Text(before)
               let now = after is null ? null : field.Text(after)
               where old != now
               select new Difference($"{(after ?? before)!.DueOn:yyyy-MM-dd}", field.Field, old, now);
    }
}
