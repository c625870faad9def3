using System.Globalization;
using System.Text;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Storage;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Reviews;

/// <summary>June 2024 of two stations: one of the district's own in a subdistrict, whose hour of the 10th at noon is far too high, and a national one.</summary>
internal static class ReviewSample
{
    public const string Factor = "a34004";
    public const string National = "国控站甲";
    public static readonly DateTime Noon = ChinaTime.InstantOf(new(2024, 6, 10, 12, 0, 0, DateTimeKind.Unspecified));
    private static readonly IReadOnlyList<PackPart> Parts = [DistrictPart.Part, IndicatorList.Part, PrintedTables.Part, HourChecks.Part];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<MonitoringSample> NewAsync(StoreKind kind) => MonitoringSample.CopyWithDeviceAsync(kind, "hours under review", async sample =>
    {
        await sample.ApplyAsync(Parts);
        Assert.Null((await sample.ImportHoursAsync(Table(MonitoringSample.Mn, 700))).Refusal);
        Assert.Null((await sample.ImportHoursAsync(Table(National, 35), arguments: (ImportReadings.TierArgument, "国控"))).Refusal);
    });

    public static Task<Outcome<HourReview>> ProposeAsync(MonitoringSample sample, LanshaoContext db, ReviewConclusion conclusion = ReviewConclusion.Invalid, string mn = MonitoringSample.Mn, string evidence = "现场照片3张", string reason = "fault", string post = "监测岗") => ProposeReview.RunAsync(
        db, sample.Stores, new FileStore(Path.Combine(sample.Folder, "files")), new(mn, Factor, Noon, 1, conclusion, reason, evidence, null, post), Actor.Local, sample.Clock, Ct);

    public static Task<Outcome<HourReview>> SettleAsync(MonitoringSample sample, LanshaoContext db, HourReview review, bool agrees = true, string post = "质控岗", string note = "") =>
        SettleReview.RunAsync(db, sample.Stores, new(review.Id, agrees, post, note, review.Version), Actor.Local, sample.Clock, Ct);

    /// <summary>Returns the daily mean of PM2.5 on the 10th and the month's, before or after the reviews.</summary>
    public static async Task<(decimal? Day, int? Hours, decimal? Month)> MeansAsync(MonitoringSample sample, bool beforeReview = false)
    {
        await using var db = sample.NewContext();
        var read = await StoredAir.ReadAsync(db, sample.Stores, new(new(2024, 6, 1), new(2024, 6, 30)) { Mn = MonitoringSample.Mn, BeforeReview = beforeReview }, Ct);
        var air = Assert.Single(read.Value!.Stations).Air;
        var day = air.InForce.Day(9).Items[(int)AirItem.Pm25];
        return (day.Value?.Exact, day.ValidHours, air.Figures(AirPeriod.Between(new(2024, 6, 1), new(2024, 6, 30))).InForce[AirItem.Pm25].Mean?.Exact);
    }

    private static string Table(string station, decimal noon)
    {
        var text = new StringBuilder("站点,时间,PM2.5\n");
        for (var hour = 0; hour < 30 * 24; hour++)
        {
            var civil = new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour);
            var value = ChinaTime.InstantOf(civil) == Noon ? noon : 30m + (hour % 2);
            text.Append(CultureInfo.InvariantCulture, $"{station},{civil:yyyy-MM-dd HH:mm},{value}\n");
        }

        return text.ToString();
    }
}
