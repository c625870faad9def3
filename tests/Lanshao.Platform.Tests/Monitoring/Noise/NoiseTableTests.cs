using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Noise;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Noise;

/// <summary>声环境: hours that devices report or tables bring become levels of day and night beside the limits of their zone.</summary>
public sealed class NoiseTableTests
{
    private const string Station = "样例声站";
    private const string Device = "010000A8900016F00016NOIS," + Station + ",噪声,区自建,东四街道,,123456,,300,10,,";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Read_ImportedHours_AreJudgedByTheZoneOfTheirDay(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind, withDevice: false);
        _ = await ImportAsync(sample, ImportNoisePoints.Kind, "站点,声功能区,起始日期,来源\n样例声站,1类,2024-01-01,样例区划\n样例声站,2,2024-06-02,样例区划\n");
        var imported = await ImportAsync(sample, ImportStationHours.Noise.Kind, Hours(new(2024, 6, 1), days: 3, day: "56.0", night: "44"));

        var noise = await ReadAsync(sample, new(2024, 6, 1), new(2024, 6, 2));

        Assert.Equal((3, 72), (imported.Batch.Added, imported.Rows.Sum(row => row.AfterAs<ReadingDay>()?.Values ?? 0)));
        var days = Assert.Single(noise.Stations).Days;
        Assert.Equal([("1", true, false, "56.0", "44.0"), ("2", false, false, "56.0", "44.0")], days.Select(day => (day.Zone!.Code, day.IsDayOver!.Value, day.IsNightOver!.Value, day.Levels.Day!.Value.ShownText, day.Levels.Night!.Value.ShownText)));
        Assert.Equal((48, 48, "56.0"), (noise.Stations[0].ValidHours, noise.Stations[0].Hours, noise.Stations[0].Day!.Value.ShownText));
    }

    [Theory, EveryStore]
    public async Task Import_TheSameAgainAndTakenBack_BringsNothingAndLeavesNothing(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind, withDevice: false);
        var table = Hours(new(2024, 6, 1), days: 2, day: "56", night: "44");
        var first = await ImportAsync(sample, ImportStationHours.Noise.Kind, table);

        var again = await ImportAsync(sample, ImportStationHours.Noise.Kind, table);
        await using var db = sample.NewContext();
        Assert.Null((await UndoImport.RunAsync(db, ImportStationHours.Noise.Kind, first.Batch.Id, Actor.Local, sample.Clock, Ct)).Refusal);

        Assert.True(again.IsNothingNew);
        Assert.Equal(0, (await ReadAsync(sample, new(2024, 6, 1), new(2024, 6, 1))).Stations.Single().ValidHours);
    }

    [Fact]
    public async Task Read_MinutesOfADevice_AreAveragedByTheirEnergy()
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite, withDevice: false);
        Assert.False((await sample.ImportAsync(Device)).IsRefused);
        for (var minute = 0; minute < 60; minute += 10)
        {
            _ = await sample.DeriveAsync(MonitoringSample.Frame($"DataTime=2024070108{minute:00}00;Leq-Avg={(minute == 0 ? 70 : 50)},Leq-Flag=N", cn: 2051, millisecond: minute, mn: "010000A8900016F00016NOIS"));
        }

        _ = await new Rollups(sample.Stores, sample.Clock).DrainAsync(Ct);
        await using var session = await BulkSession.OpenAsync(sample.Stores.Series, DataPart.Series, Ct);
        await using var db = sample.NewContext();

        // 10 lg((10^7 + 5·10^5) / 6); the mean of the levels would say 53.3.
        Assert.Equal(62.4303m, decimal.Truncate(NoiseTable.HoursOf(session, db.Set<Device>().Single().Number, new(2024, 7, 1), 1)[8]!.Value * 10000) / 10000);
    }

    [Theory]
    [InlineData("样例声站,2024-06-01 08:30,56", "时间")]
    [InlineData("样例声站,2024-06-01 08:00,201", "Leq")]
    [InlineData(",2024-06-01 08:00,56", "站点")]
    public async Task Import_ALineThatDoesNotFit_IsKeptAsideWithWhatWasExpected(string line, string heading)
    {
        await using var sample = await MonitoringSample.NewAsync(StoreKind.Sqlite, withDevice: false);

        var imported = await ImportAsync(sample, ImportStationHours.Noise.Kind, "站点,时间,Leq\n样例声站,2024-06-01 07:00,55\n" + line + "\n");

        Assert.Equal((1, 1), (imported.Batch.Added, imported.Batch.Rejected));
        Assert.Equal(("MON-101", heading), imported.Rows.SelectMany(row => row.Findings).Select(finding => (finding.Code, finding.Arguments["heading"])).Single());
    }

    private static string Hours(DateOnly first, int days, string day, string night)
    {
        var text = new StringBuilder("站点,时间,Leq\n");
        for (var hour = 0; hour < 24 * days; hour++)
        {
            _ = text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Station},{first.AddDays(hour / 24):yyyy-MM-dd} {hour % 24:00}:00,{(hour % 24 is >= 6 and < 22 ? day : night)}\n");
        }

        return text.ToString();
    }

    private static async Task<NoiseTable> ReadAsync(MonitoringSample sample, DateOnly from, DateOnly to)
    {
        await using var db = sample.NewContext();
        return await NoiseTable.ReadAsync(db, sample.Stores, Period.Spanning(from, to), sample.Clock, Ct);
    }

    private static async Task<ImportDraft> ImportAsync(MonitoringSample sample, ImportKind kind, string text)
    {
        await using var db = sample.NewContext();
        var source = new ImportSource(IncomingFile.Of("声环境.csv", Encoding.UTF8.GetBytes(text)));
        var imported = await ImportAtOnce.RunAsync(db, new FileStore(Path.Combine(sample.Folder, "files")), kind, source, "text/csv", Actor.Local, sample.Clock, Ct);
        Assert.Null(imported.Refusal);
        return imported.Value!;
    }
}
