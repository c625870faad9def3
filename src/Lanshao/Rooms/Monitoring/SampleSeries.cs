using System.Globalization;
using System.Text;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Drives;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Platform.Monitoring.Noise;
using Lanshao.Platform.Monitoring.Roads;
using Lanshao.Platform.Storage;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The forecasts, roads, drives, and hours of noise and weather of the demonstration, their sources named 演示, brought in by the imports that every table goes through.</summary>
internal static class SampleSeries
{
    private const int Roads = 3;
    private const int Months = 3;
    private static readonly string[] Sources = ["演示预报（市级）", "演示预报（区级）"];

    // The upper end of the index, from today on.
    private static readonly int[] Ahead = [95, 128, 168, 142, 88, 74];

    // Who has just started the demonstration wants its first pages before the rest.
    private static readonly TimeSpan HeadStart = TimeSpan.FromSeconds(12);

    /// <summary>Imports each of them once: a later start brings none.</summary>
    public static async Task ImportAsync(DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return;
        }

        var (today, areas) = (ChinaTime.Today(clock), pack.Value.District.Subdistricts);
        await OnceAsync(folder, ImportForecasts.Kind, "演示空气质量预报.csv", () => ForecastTable(today), clock, ct);
        await OnceAsync(folder, ImportRoadDust.Kind, "演示道路尘负荷.csv", () => RoadTable(today, areas), clock, ct);
        await Task.Delay(HeadStart, clock, ct);
        await OnceAsync(folder, ImportNoisePoints.Kind, "演示声环境点位.csv", () => SampleNoise.Points(today, areas), clock, ct);
        await OnceAsync(folder, ImportStationHours.Noise.Kind, "演示声环境小时值.csv", () => SampleNoise.Hours(today, areas), clock, ct);
        await OnceAsync(folder, ImportStationHours.Weather.Kind, "演示气象小时值.csv", () => SampleWeather.Hours(today, areas), clock, ct);
        await OnceAsync(folder, ImportRoadSegments.Kind, "演示路段登记.csv", () => SampleDrive.Register(areas), clock, ct);
        await OnceAsync(folder, ImportDrives.Kind, SampleDrive.Route + ".gpx", () => SampleDrive.Track(today), clock, ct);
    }

    private static async Task OnceAsync(DataFolder folder, ImportKind kind, string name, Func<string> table, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        if ((await ImportQueries.ListAsync(db, kind.Code, null, 1, ct)).Rows.Count == 0)
        {
            var source = new ImportSource(IncomingFile.Of(name, Encoding.UTF8.GetBytes(table())), new Dictionary<string, string> { [ImportReadings.TierArgument] = DeviceWords.Of(StationTier.District) });
            _ = await ImportAtOnce.RunAsync(db, new FileStore(folder.FilesPath), kind, source, "text/csv", Actor.System, clock, ct);
        }
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
                _ = text.Append(CultureInfo.InvariantCulture, $"{first:yyyy-MM},{SampleRoads.NameOf(road)},,{areas[road / Roads].Name},{"一二三"[road % Roads]}级,0.{load:00},{rank},演示环卫所,演示 市级通报\n");
            }
        }

        return text.ToString();
    }
}
