using System.Globalization;
using System.Text;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class ComputeMonthTests
{
    private const string Station = "演示站-东四-01";
    private static readonly Period June = Period.Month(2024, 6);
    private static readonly IReadOnlyList<PackPart> Parts = [DistrictPart.Part, IndicatorList.Part, PrintedTables.Part];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Run_WholeMonthOfHours_StoresTheUnroundedMeanAsPreliminary(StoreKind kind)
    {
        await using var sample = await SampleAsync(kind, new(2024, 6, 1), 30);
        await using var db = sample.NewContext();

        var first = await ComputeMonth.RunAsync(db, sample.Stores, June, Actor.System, sample.Clock, Ct);
        var again = await ComputeMonth.RunAsync(db, sample.Stores, June, Actor.System, sample.Clock, Ct);

        Assert.Equal((2, 0), (first.Value!.Stored, again.Value!.Stored));
        var values = await db.Set<IndicatorValue>().AsNoTracking().ToListAsync(Ct);
        var month = values.Single(value => value.PeriodBasis == "当月");
        var days = Enumerable.Range(0, 30).Select(day => Enumerable.Range(day * 24, 24).Average(Value)).ToList();
        Assert.Equal((FigureBasis.Computed, FigureStatus.Preliminary, "街道站", Station, "有效30天"), (month.Basis, month.Status, month.StationScope, month.SourceTable, month.Remark));
        Assert.Equal(ComputeMonth.Stored(days.Average()), month.Number);
        var table = (await FigureTables.LoadAsync(db, "pm25-month", June, Ct)).Value!;
        Assert.Equal("各街道PM2.5月度快报（2024年6月，初步数据）", table.Title);
        Assert.Equal(["东四街道 1"], table.Rows.Where(row => table.Cell(row, ColumnContent.Value)!.Number is not null).Select(row => $"{row.Name} {table.Cell(row, ColumnContent.DistrictRank)!.Text}"));
    }

    [Theory, EveryStore]
    public async Task Run_TooFewDays_StoresTheReasonAndNoNumber(StoreKind kind)
    {
        await using var sample = await SampleAsync(kind, new(2024, 6, 1), 26);
        await using var db = sample.NewContext();

        Assert.Null((await ComputeMonth.RunAsync(db, sample.Stores, June, Actor.System, sample.Clock, Ct)).Refusal);

        var month = await db.Set<IndicatorValue>().AsNoTracking().SingleAsync(value => value.PeriodBasis == "当月", Ct);
        Assert.Equal((null, MissingReason.BelowCoverage, "有效26天"), (month.Number, month.Missing, month.Remark));
    }

    [Theory]
    [InlineData("38.2500000004", "38.250001", "38.3")]   // rounded to six decimals it would be a tie and give 38.2
    [InlineData("38.25", "38.25", "38.2")]
    [InlineData("38.1499999996", "38.149999", "38.1")]
    [InlineData("38.1234560001", "38.123457", "38.1")]
    public void Stored_MoreDecimalsThanAreKept_MakesNoTie(string exact, string stored, string shown)
    {
        var kept = ComputeMonth.Stored(decimal.Parse(exact, CultureInfo.InvariantCulture));

        Assert.Equal(decimal.Parse(stored, CultureInfo.InvariantCulture), kept);
        Assert.Equal(shown, Reported.Of(kept, 1).ShownText);
    }

    [Fact]
    public void Schedule_FirstOfTheMonth_IsTheOnlyDay()
    {
        var schedule = ComputeMonth.ScheduleOf(ComputeMonth.KindWith(_ => throw new InvalidOperationException()));

        Assert.Equal(["2024-07-01 07:00"], schedule.Missed(Instant("2024-06-05 12:00"), Instant("2024-07-20 12:00")).Select(planned => ChinaTime.CivilOf(planned).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        Assert.Equal(CatchUp.Every, schedule.CatchUp);
    }

    private static DateTime Instant(string civil) => ChinaTime.InstantOf(DateTime.ParseExact(civil, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    private static decimal Value(int hour) => 20m + (hour * 7 % 31 * 0.7m);

    private static async Task<MonitoringSample> SampleAsync(StoreKind kind, DateOnly first, int days)
    {
        var sample = await MonitoringSample.NewAsync(kind);
        await sample.ApplyAsync(Parts);
        var text = new StringBuilder("站点,时间,PM2.5\n");
        for (var hour = 0; hour < days * 24; hour++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Station},{first.ToDateTime(TimeOnly.MinValue).AddHours(hour):yyyy-MM-dd HH:mm},{Value(hour)}\n");
        }

        Assert.Null((await sample.ImportHoursAsync(text.ToString())).Refusal);
        _ = await new Rollups(sample.Stores, sample.Clock).DrainAsync(Ct);
        return sample;
    }
}
