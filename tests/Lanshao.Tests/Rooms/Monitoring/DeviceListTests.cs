using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>设备清单: the page shows it piece by piece, its files hold it whole.</summary>
public sealed class DeviceListTests
{
    private const int Devices = 503;

    private static readonly HttpClient Http = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_OfMoreDevicesThanAPageShows_HoldThemAllAndNoFormula()
    {
        await using var site = await Site.StartWithGatewayAsync();
        await using (var db = site.Data.Store.NewContext())
        {
            var rows = Enumerable.Range(1, Devices).Select(number => $"AB{number:D22},{(number == Devices ? "=1+1" : "演示站")}-{number},扬尘,区自建,123456\n");
            var csv = IncomingFile.Of("devices.csv", Encoding.UTF8.GetBytes("设备编号,名称,类型,站点类别,密码\n" + string.Concat(rows)));
            Assert.Null((await ImportAtOnce.RunAsync(db, new FileStore(site.Data.FilesPath), ImportDevices.Kind, new(csv), "text/csv", Actor.Local, TimeProvider.System, Ct)).Refusal);
        }

        var page = await Http.GetStringAsync(new Uri(site.Address + "/devices"), Ct);
        var file = await Http.GetStringAsync(new Uri(site.Address + "/devices.csv"), Ct);

        var lines = file.Split('\n').Where(line => line.StartsWith("AB0", StringComparison.Ordinal)).ToList();
        Assert.Equal(Devices, lines.Select(line => line.Split(',')[0]).Distinct().Count());
        Assert.Contains($"应联网{Devices}台，在线0台，在线率0.0%（0/{Devices}）", page, StringComparison.Ordinal);
        Assert.DoesNotContain(",=1+1", file, StringComparison.Ordinal);
        Assert.Contains("'=1+1-503", lines[^1], StringComparison.Ordinal);
    }
}
