using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Weather;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Weather;

/// <summary>气象: hours of tables and devices, with angles averaged on the circle.</summary>
public sealed class WeatherTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task List_ImportedHours_KeepFrostAndCountTheWinds(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var source = new ImportSource(IncomingFile.Of("气象.csv", Encoding.UTF8.GetBytes("站点,时间,气温,湿度,气压,风速,风向,降水量\n样例气象站,2024-01-01 00:00,-8.5,40,102.6,3.2,355,0\n样例气象站,2024-01-01 01:00,-9,41,102.6,0.2,10,0.4\n样例气象站,2024-01-01 02:00,,,,2.5,11.2,\n样例气象站,2024-01-01 03:00,,,,2.5,,\n")));

        Assert.Null((await ImportAtOnce.RunAsync(db, new FileStore(Path.Combine(sample.Folder, "files")), ImportStationHours.Weather.Kind, source, "text/csv", Actor.Local, sample.Clock, Ct)).Refusal);
        var station = Assert.Single(await WeatherStation.ListAsync(db, sample.Stores, new(2024, 1, 1), new(2024, 1, 1), Ct));

        Assert.Equal((DeviceKind.Weather, "样例气象站"), (station.Station.Kind, station.Station.Name));
        Assert.Equal([-8.5m, -9m], WeatherHours.OfDay(station.Hours.Temperature, 0));
        var winds = station.Hours.Winds(0, 24);
        Assert.Equal((2, 1, 3), (winds.Sectors[0], winds.Calm, winds.All));
        Assert.Equal([0], winds.Prevailing);
    }

    [Fact]
    public async Task List_MinutesOfADevice_AverageTheAngleOnTheCircle()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite);
        foreach (var (angle, minute) in new[] { (350, 0), (10, 10), (350, 20), (10, 30), (350, 40), (10, 50) })
        {
            _ = await sample.DeriveAsync(MonitoringSample.Frame($"DataTime=2024070108{minute:00}00;a01007-Avg={minute / 10},a01007-Flag=N;a01008-Avg={angle},a01008-Flag=N", cn: 2051, millisecond: minute));
        }

        _ = await new Rollups(sample.Stores, sample.Clock).DrainAsync(Ct);
        await using var db = sample.NewContext();
        var hours = (await WeatherStation.ListAsync(db, sample.Stores, new(2024, 7, 1), new(2024, 7, 1), Ct)).Single().Hours;

        Assert.Equal((2.5m, 0), (hours.WindMps[8], WindSector.Of(hours.WindFromDeg[8]!.Value)));
    }

    [Theory]
    [InlineData(0, "北")]
    [InlineData(11.24, "北")]
    [InlineData(11.25, "北北东")]
    [InlineData(348.75, "北")]
    [InlineData(360, "北")]
    [InlineData(202.5, "南南西")]
    public void Of_AnAngle_LiesInItsSector(double angle, string name) => Assert.Equal(name, WindSector.NameOf(WindSector.Of((decimal)angle)));
}
