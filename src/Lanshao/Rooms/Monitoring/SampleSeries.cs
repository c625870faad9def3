using System.Globalization;
using System.Text;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Platform.Monitoring.Roads;
using Lanshao.Platform.Storage;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The forecasts and roads of the demonstration, all named 演示, brought in by the imports that every table goes through.</summary>
internal static class SampleSeries
{
    private const int Roads = 3;
    private const int Months = 3;
    private static readonly string[] Sources = ["演示预报（市级）", "演示预报（区级）"];

    // The upper end of the index, from today on.
    private static readonly int[] Ahead = [95, 128, 168, 142, 88, 74];

    /// <summary>Imports them once: a later start brings none.</summary>
    public static async Task ImportAsync(DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused || (await ImportQueries.ListAsync(db, ImportForecasts.Code, null, 1, ct)).Rows.Count > 0)
        {
            return;
        }

        var (today, files) = (ChinaTime.Today(clock), new FileStore(folder.FilesPath));
        var forecasts = new ImportSource(IncomingFile.Of("演示空气质量预报.csv", Encoding.UTF8.GetBytes(ForecastTable(today))));
        _ = await ImportAtOnce.RunAsync(db, files, ImportForecasts.Kind, forecasts, "text/csv", Actor.System, clock, ct);
        var roads = new ImportSource(IncomingFile.Of("演示道路尘负荷.csv", Encoding.UTF8.GetBytes(RoadTable(today, pack.Value.District.Subdistricts))));
        _ = await ImportAtOnce.RunAsync(db, files, ImportRoadDust.Kind, roads, "text/csv", Actor.System, clock, ct);
    }

    private static string ForecastTable(DateOnly today)
    {
        var text = new StringBuilder("来源,发布时间,预报日期,区域,指标,下限,上限,首要污染物\n");
        for (var source = 0; source < Sources.Length; source++)
        {
            for (var day = 0; day < Ahead.Length; day++)
            {
                var high = Ahead[day] - (source * 12);
                _ = text.Append(CultureInfo.InvariantCulture, $"{Sources[source]},{today.AddDays(-1):yyyy-MM-dd} 17:00,{today.AddDays(day):yyyy-MM-dd},全区,AQI,{high - 30},{high},PM2.5\n");
            }
        }

        return text.ToString();
    }

    private static string RoadTable(DateOnly today, IReadOnlyList<Subdistrict> areas)
    {
        var text = new StringBuilder("周期,道路,路段,街道,作业等级,尘负荷,市倒排名,养护单位,来源\n");
        for (var month = Months; month > 0; month--)
        {
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-month);
            for (var road = 0; road < Roads * areas.Count; road++)
            {
                var load = 25 + (((road * 7) + (month * 5)) % 31);
                var rank = load > 50 ? (60 - load).ToString(CultureInfo.InvariantCulture) : string.Empty;
                _ = text.Append(CultureInfo.InvariantCulture, $"{first:yyyy-MM},演示道路-{areas[road / Roads].ShortName}-{(road % Roads) + 1:00},,{areas[road / Roads].Name},{"一二三"[road % Roads]}级,0.{load:00},{rank},演示环卫所,演示 市级通报\n");
            }
        }

        return text.ToString();
    }
}
