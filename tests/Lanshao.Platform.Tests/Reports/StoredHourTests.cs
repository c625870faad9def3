using System.Globalization;
using System.Text;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Reports;

/// <summary>From one stored hour to the sentences of a weekly bulletin that say something else because of it, and to no others.</summary>
public sealed class StoredHourTests
{
    private const string Station = "演示站-东四-01";
    private const int Hours = 7 * 24;
    private static readonly Period Week = Period.Week(2024, 26);
    private static readonly PackPart[] Parts = [DistrictPart.Part, DistrictPart.Calendar, IndicatorList.Part, PackFigures.Part, PrintedTables.Part, ReportTemplates.Part, AlertRules.Part];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Since_OneHourCorrected_NamesExactlyTheSentenceThatFollowsFromIt(StoreKind kind)
    {
        await using var sample = await SampleAsync(kind, Week);
        await using var db = sample.NewContext();
        var files = FilesOf(sample);
        var rendered = (await RenderReport.RunAsync(db, files, Week, Actor.Local, sample.Clock, Ct)).Value!;
        Assert.Contains(rendered.Draft.Content.Body.SelectMany(block => block.Sentences), sentence => sentence.Text == "按站点小时数据计算，本周全区PM2.5平均浓度为30.0微克/立方米，是初步数，以公布的为准。");

        Assert.Null((await sample.ImportHoursAsync(TableOf(Week, hour => hour == 30 ? 63.6m : 30m), arguments: ("corrects", "1"))).Refusal);
        _ = await new Rollups(sample.Stores, sample.Clock).DrainAsync(Ct);
        Assert.True((await ReportChanges.SinceAsync(db, files, rendered.Report.Id, DateTime.UnixEpoch, Ct)).Value!.IsEmpty);
        Assert.Equal(1, (await ComputeWeek.RunAsync(db, sample.Stores, Week, Actor.System, sample.Clock, Ct)).Value?.Stored);
        var changes = (await ReportChanges.SinceAsync(db, files, rendered.Report.Id, DateTime.UnixEpoch, Ct)).Value!;

        Assert.Empty(changes.Cells);
        var sentence = Assert.Single(changes.Sentences);
        Assert.Equal(("own-air", "按站点小时数据计算，本周全区PM2.5平均浓度为30.2微克/立方米，是初步数，以公布的为准。"), (sentence.Key, sentence.Now));
        Assert.Equal([("own.week-pm25", "30.0微克/立方米", "30.2微克/立方米")], sentence.Figures.Select(figure => (figure.Name, figure.Before, figure.Now)));
    }

    [Theory, EveryStore]
    public async Task Run_SameHoursAgain_StoresNothing(StoreKind kind)
    {
        await using var sample = await SampleAsync(kind, Week);
        await using var db = sample.NewContext();

        Assert.Equal(0, (await ComputeWeek.RunAsync(db, sample.Stores, Week, Actor.System, sample.Clock, Ct)).Value?.Stored);
    }

    [Theory, EveryStore]
    public async Task Read_WeekOfWhichOnlyItsHoursAreKnown_SaysThemAndWhatIsNotThere(StoreKind kind)
    {
        var week = Period.Week(2023, 20);
        await using var sample = await SampleAsync(kind, week);
        await using var db = sample.NewContext();

        var draft = (await ReportDraft.ReadAsync(db, week, null, DateTime.UnixEpoch, Ct)).Value!;

        var said = draft.Content.Body.SelectMany(block => block.Sentences).ToDictionary(sentence => sentence.Key, sentence => sentence.Text);
        Assert.StartsWith("按站点小时数据计算，本周全区PM2.5平均浓度为30.0微克/立方米", said["own-air"], StringComparison.Ordinal);
        Assert.Equal("今年以来还没有公布的全区累计浓度。", said["so-far-air"]);
        Assert.Equal("本周没有扬尘在线设备的小时数据。", said["dust-devices"]);
        Assert.Empty(draft.Annexes.All);
    }

    [Theory, EveryStore]
    public async Task Read_MonthsDaysAndWindThatNobodyPublished_AreDrawnFromTheHoursAndSaySo(StoreKind kind)
    {
        await using var sample = await SampleAsync(kind, Week);
        await using var db = sample.NewContext();
        Assert.Null((await sample.ImportHoursAsync(QuarterTable(), arguments: ("corrects", "1"))).Refusal);
        var wind = new ImportSource(IncomingFile.Of("气象.csv", Encoding.UTF8.GetBytes(WindTable())));
        Assert.Null((await ImportAtOnce.RunAsync(db, FilesOf(sample), ImportStationHours.Weather.Kind, wind, "text/csv", Actor.Local, sample.Clock, Ct)).Refusal);
        _ = await new Rollups(sample.Stores, sample.Clock).DrainAsync(Ct);

        var draft = (await ReportDraft.ReadAsync(db, Period.Month(2024, 6), null, DateTime.UnixEpoch, Ct)).Value!;

        var months = draft.Charts.Find("pm25", ChartKind.Trend)!.Figures!.Rows;
        Assert.Equal(["4月 50.0", "5月 60.0", "6月 70.0"], months.Skip(3).Select(row => string.Join(' ', row)));
        Assert.Equal("良30", draft.Charts.Find("good-days", ChartKind.Calendar)!.Description);
        var rose = draft.Charts.Find("pm25", ChartKind.Rose)!;
        Assert.Equal(["北 50.0 60.0", "南 50.0 80.0"], rose.Figures!.Rows.Where(row => row[1] != "0.0").Select(row => string.Join(' ', row)));
        var charts = draft.Content.Body.Select(block => block.Chart).OfType<ReportContent.Chart>().Where(chart => chart.Kind is ChartKind.Trend or ChartKind.Calendar or ChartKind.Rose).ToList();
        Assert.Equal(3, charts.Count);
        Assert.All(charts, chart => Assert.Contains("区级小时数据（区自建站点1个，自动计算，初步）", chart.Source, StringComparison.Ordinal));
        Assert.All((await ReportDraft.ReadWordsAsync(db, ReportScope.Of(Period.Month(2024, 6)), null, DateTime.UnixEpoch, Ct)).Value!.Content.Body, block => Assert.Null(block.Chart));
    }

    [Fact]
    public void Weeks_BeforeADay_AreTheLastFourWholeOnes() =>
        Assert.Equal(["2024-W26", "2024-W25", "2024-W24", "2024-W23"], ComputeWeek.WeeksBefore(new(2024, 7, 3)).Select(week => week.Code));

    private static FileStore FilesOf(MonitoringSample sample) => new(Path.Combine(sample.Folder, "files"));

    private static async Task<MonitoringSample> SampleAsync(StoreKind kind, Period week)
    {
        var sample = await MonitoringSample.CopyWithDeviceAsync(kind, "device and published figures", async filled =>
        {
            Directory.CreateDirectory(Path.Combine(filled.Folder, "files"));
            await filled.ApplyAsync(Parts);
            await using var business = filled.NewContext();
            Assert.Null((await PackFigures.ImportAsync(business, FilesOf(filled), (await CurrentPack.ReadAsync(business, Ct)).Value!, Actor.System, filled.Clock, Ct)).Refusal);
        });
        await using var db = sample.NewContext();
        Assert.Null((await sample.ImportHoursAsync(TableOf(week, _ => 30m))).Refusal);
        _ = await new Rollups(sample.Stores, sample.Clock).DrainAsync(Ct);
        Assert.Equal(1, (await ComputeWeek.RunAsync(db, sample.Stores, week, Actor.System, sample.Clock, Ct)).Value?.Stored);
        return sample;
    }

    // By day 20 more than by night; only June has all six items.
    private static string QuarterTable()
    {
        var text = new StringBuilder("站点,时间,PM2.5,PM10,SO2,NO2,CO,O3\n");
        for (var at = new DateTime(2024, 4, 1, 0, 0, 0, DateTimeKind.Unspecified); at.Month < 7; at = at.AddHours(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Station},{at:yyyy-MM-dd HH:mm},{(at.Month * 10) + (at.Hour < 12 ? 0 : 20)},{(at.Month == 6 ? "60,5,20,0.4,50" : ",,,,")}\n");
        }

        return text.ToString();
    }

    private static string WindTable()
    {
        var text = new StringBuilder("站点,时间,气温,湿度,气压,风速,风向,降水量\n");
        for (var at = new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Unspecified); at.Month < 7; at = at.AddHours(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"样例气象站,{at:yyyy-MM-dd HH:mm},,,,2.0,{(at.Hour < 12 ? 0 : 180)},\n");
        }

        return text.ToString();
    }

    private static string TableOf(Period week, Func<int, decimal> value)
    {
        var text = new StringBuilder("站点,时间,PM2.5\n");
        for (var hour = 0; hour < Hours; hour++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Station},{week.From.ToDateTime(TimeOnly.MinValue).AddHours(hour):yyyy-MM-dd HH:mm},{value(hour)}\n");
        }

        return text.ToString();
    }
}
