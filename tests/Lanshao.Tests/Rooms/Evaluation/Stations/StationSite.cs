using System.Globalization;
using System.Text;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Xunit;

namespace Lanshao.Tests.Rooms.Evaluation.Stations;

/// <summary>A site with the hours of two stations over two months, imported as a clerk would.</summary>
public sealed class StationSite : IAsyncLifetime
{
    private Site? _site;

    public Site Site => _site!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        var file = IncomingFile.Of("hours.csv", Encoding.UTF8.GetBytes(Table("演示站-甲-01", "演示站-乙-02")));
        await using var db = _site.Data.Store.NewContext();
        var imported = await ImportAtOnce.RunAsync(
            db, new(_site.Data.FilesPath), ImportReadings.Kind, new(file, new Dictionary<string, string> { [ImportReadings.TierArgument] = "国控" }), "text/csv", Actor.Local, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Null(imported.Refusal);
        var sand = IncomingFile.Of("sand.csv", Encoding.UTF8.GetBytes("日期,区域,来源,版本\n2024-05-02,全区,样例总站〔2024〕1号,第1版\n"));
        Assert.Null((await ImportAtOnce.RunAsync(db, new(_site.Data.FilesPath), ImportSandDays.Kind, new(sand), "text/csv", Actor.Local, TimeProvider.System, TestContext.Current.CancellationToken)).Refusal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    private static string Table(params string[] stations)
    {
        var text = new StringBuilder("站点,时间,PM2.5,PM10,SO2,NO2,CO,O3\n");
        foreach (var (place, station) in stations.Index())
        {
            for (var hour = 0; hour < 61 * 24; hour++)
            {
                var pm25 = hour % 24 == 5 ? "NA" : (30 + (10 * place) + (hour / 24 % 5 * 20)).ToString(CultureInfo.InvariantCulture);
                text.Append(CultureInfo.InvariantCulture, $"{station},{new DateTime(2024, 5, 1).AddHours(hour):yyyy-MM-dd HH:mm},{pm25},60,4,30,0.6,{80 + (hour % 24)}\n");
            }
        }

        return text.ToString();
    }
}
