using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Reviews;

public class HourReviewTests
{
    // 24 hours of 30 and 31 in turn, the hour at noon 700 instead of 30.
    private const decimal DayBefore = ((11 * 30m) + (12 * 31m) + 700m) / 24m;
    private const decimal DayAfter = ((11 * 30m) + (12 * 31m)) / 23m;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Find_HourFarTooHigh_IsMarkedWithRuleAndValues(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();

        var marks = (await FindMarks.RunAsync(db, sample.Stores, new(new(2024, 6, 10), new(2024, 6, 10), MonitoringSample.Mn), sample.Clock, Ct)).Value!;

        Assert.Equal([HourCheckKind.Jump, HourCheckKind.Jump], marks.Where(mark => mark.Mark.StartUtc >= ReviewSample.Noon).Select(mark => mark.Mark.Kind));
        Assert.Equal(("31", "700"), (marks[0].Mark.Finding.Arguments["before"], marks[0].Mark.Finding.Arguments["value"]));
    }

    [Theory, EveryStore]
    public async Task Settle_SecondPostAgrees_LeavesTheHourOutAndKeepsItsValue(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var before = await ReviewSample.MeansAsync(sample);

        var proposed = await ReviewSample.ProposeAsync(sample, db);
        var waiting = await ReviewSample.MeansAsync(sample);
        var settled = await ReviewSample.SettleAsync(sample, db, proposed.Value!);

        Assert.Equal((ReviewState.Invalid, "700", true), (settled.Value!.State, settled.Value.Values, settled.Value.IsRegisteredOnly));
        Assert.Equal(["MON-071"], settled.Value.Marks.Select(mark => mark.Code));
        Assert.Equal((before, (DayBefore, 24)), (waiting, (before.Day!.Value, before.Hours!.Value)));
        var after = await ReviewSample.MeansAsync(sample);
        Assert.Equal((DayAfter, 23), (after.Day!.Value, after.Hours!.Value));
        Assert.Equal(before.Month!.Value - ((DayBefore - DayAfter) / 30m), after.Month!.Value, 10);
        Assert.Equal(before, await ReviewSample.MeansAsync(sample, beforeReview: true));
        Assert.Equal(700_000_000L, await RawAsync(sample));
    }

    [Theory, EveryStore]
    public async Task Settle_ByTheFirstPost_IsRefusedAndChangesNothing(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var proposed = await ReviewSample.ProposeAsync(sample, db);

        var same = await ReviewSample.SettleAsync(sample, db, proposed.Value!, post: "监测岗");

        Assert.Equal("MON-055", same.Refusal?.Code);
        Assert.Equal(24, (await ReviewSample.MeansAsync(sample)).Hours);
    }

    [Theory, EveryStore]
    public async Task Settle_SentBack_ChangesNothingAndLeavesRoomForAnother(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var proposed = await ReviewSample.ProposeAsync(sample, db);
        Assert.Equal("MON-056", (await ReviewSample.ProposeAsync(sample, db)).Refusal?.Code);

        var returned = await ReviewSample.SettleAsync(sample, db, proposed.Value!, agrees: false, note: "依据不足");

        Assert.Equal((ReviewState.Returned, "依据不足"), (returned.Value!.State, returned.Value.SecondNote));
        Assert.Equal(24, (await ReviewSample.MeansAsync(sample)).Hours);
        Assert.Null((await ReviewSample.ProposeAsync(sample, db)).Refusal);
    }

    [Theory, EveryStore]
    public async Task Settle_ReinstatedByTwo_CountsAgain(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var before = await ReviewSample.MeansAsync(sample);
        _ = await ReviewSample.SettleAsync(sample, db, (await ReviewSample.ProposeAsync(sample, db)).Value!);

        var valid = await ReviewSample.ProposeAsync(sample, db, ReviewConclusion.Valid);
        var settled = await ReviewSample.SettleAsync(sample, db, valid.Value!);

        Assert.Equal((ReviewState.Proposed, ReviewState.Reinstated), (ReviewState.Proposed, settled.Value!.State));
        Assert.Equal(before, await ReviewSample.MeansAsync(sample));
    }

    [Theory, EveryStore]
    public async Task Settle_ReadingsOfTheHourHaveExpired_ItsSumIsLeftOutAndBroughtBack(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        sample.Clock.Advance(TimeSpan.FromDays(120));
        _ = await DeleteExpired.RunAsync(sample.Stores, new(2, 2), sample.Clock, Ct);
        var before = await ReviewSample.MeansAsync(sample);

        _ = await ReviewSample.SettleAsync(sample, db, (await ReviewSample.ProposeAsync(sample, db)).Value!);
        var without = await ReviewSample.MeansAsync(sample);
        _ = await ReviewSample.SettleAsync(sample, db, (await ReviewSample.ProposeAsync(sample, db, ReviewConclusion.Valid)).Value!);

        Assert.Equal((DayAfter, 23), (without.Day!.Value, without.Hours!.Value));
        Assert.Equal(before, await ReviewSample.MeansAsync(sample));
    }

    [Theory, EveryStore]
    public async Task Propose_ValueThatStaysValid_NeedsNoSecondPost(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();

        var kept = await ReviewSample.ProposeAsync(sample, db, ReviewConclusion.Valid, reason: string.Empty);

        Assert.Equal(ReviewState.Kept, kept.Value!.State);
        Assert.Equal(24, (await ReviewSample.MeansAsync(sample)).Hours);
    }

    [Theory]
    [EveryStore("", "fault", "监测岗", "MON-053")]
    [EveryStore("照片", "size", "监测岗", "MON-052")]
    [EveryStore("照片", "fault", "", "MON-054")]
    public async Task Propose_WithoutWhatItNeeds_IsRefused(string evidence, string reason, string post, string code, StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();

        Assert.Equal(code, (await ReviewSample.ProposeAsync(sample, db, evidence: evidence, reason: reason, post: post)).Refusal?.Code);
    }

    [Theory, EveryStore]
    public async Task Propose_NationalStation_IsRefusedAndADoubtChangesNoFigure(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();

        var proposed = await ReviewSample.ProposeAsync(sample, db, mn: ReviewSample.National);
        var doubt = await DoubtReading.RunAsync(db, sample.Stores, new(ReviewSample.National, ReviewSample.Factor, ReviewSample.Noon, 1, "与周边不一致", "市局平台", new(2024, 6, 11), "监测岗"), Actor.Local, sample.Clock, Ct);
        var own = await DoubtReading.RunAsync(db, sample.Stores, new(MonitoringSample.Mn, ReviewSample.Factor, ReviewSample.Noon, 1, "偏高", "电话", new(2024, 6, 11), "监测岗"), Actor.Local, sample.Clock, Ct);

        Assert.Equal(("MON-051", "MON-060"), (proposed.Refusal?.Code, own.Refusal?.Code));
        Assert.Equal((ReviewState.Doubted, "市局平台", new DateOnly(2024, 6, 11)), (doubt.Value!.State, doubt.Value.Channel, doubt.Value.ToldOn));
        Assert.Equal(0, await ApplyReviews.RunAsync(sample.Stores, sample.Clock, Ct));
    }

    [Theory, EveryStore]
    public async Task Import_CorrectsAnInvalidHour_ItStaysInvalidUntilItIsReviewedAgain(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        _ = await ReviewSample.SettleAsync(sample, db, (await ReviewSample.ProposeAsync(sample, db)).Value!);

        Assert.Null((await sample.ImportHoursAsync($"站点,时间,PM2.5\n{MonitoringSample.Mn},2024-06-10 12:00,36\n", arguments: (ImportReadings.CorrectsArgument, "1"))).Refusal);

        Assert.Equal(36_000_000L, await RawAsync(sample));
        Assert.Equal((DayAfter, 23), await DayAsync(sample));
    }

    [Theory, EveryStore]
    public async Task Apply_CutOffBeforeTheSums_IsTakenUpByTheNextRun(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var proposed = (await ReviewSample.ProposeAsync(sample, db)).Value!;
        _ = await db.SaveAsync(db.Set<HourReview>().Single(review => review.Id == proposed.Id).Settle(true, "质控岗", string.Empty, proposed.Version, Actor.Local, ChinaTime.NowUtc(sample.Clock)), Actor.Local, sample.Clock, Ct);
        Assert.Equal(24, (await ReviewSample.MeansAsync(sample)).Hours);

        var first = await ApplyReviews.RunAsync(sample.Stores, sample.Clock, Ct);
        var again = await ApplyReviews.RunAsync(sample.Stores, sample.Clock, Ct);

        Assert.Equal((1, 0, 23), (first, again, (await ReviewSample.MeansAsync(sample)).Hours));
    }

    [Theory, EveryStore]
    public async Task TakeBack_OfWhatTwoPostsDecided_NeedsTwoAndCountsAgain(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var before = await ReviewSample.MeansAsync(sample);
        var invalid = (await ReviewSample.SettleAsync(sample, db, (await ReviewSample.ProposeAsync(sample, db)).Value!)).Value!;

        var mute = await TakeBackAsync(sample, db, invalid, string.Empty);
        var back = (await TakeBackAsync(sample, db, invalid, "复测正常")).Value!;
        var (state, waiting) = (back.State, await ReviewSample.MeansAsync(sample));
        var reinstated = (await ReviewSample.SettleAsync(sample, db, back)).Value!;
        var counted = await ReviewSample.MeansAsync(sample);
        var over = await TakeBackAsync(sample, db, invalid, "复测正常");
        var again = (await TakeBackAsync(sample, db, reinstated, "复测也异常")).Value!;
        _ = await ReviewSample.SettleAsync(sample, db, again);

        Assert.Equal(("MON-053", ReviewState.Proposed, 23, "MON-117"), (mute.Refusal?.Code, state, waiting.Hours!.Value, over.Refusal?.Code));
        Assert.Equal(before, counted);
        Assert.Equal((ReviewConclusion.Invalid, "fault", 23), (again.Conclusion, again.ReasonCode, (await ReviewSample.MeansAsync(sample)).Hours!.Value));
    }

    [Theory, EveryStore]
    public async Task TakeBack_OfAProposal_NeedsOnePostAndLeavesRoomForAnother(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var proposed = (await ReviewSample.ProposeAsync(sample, db)).Value!;

        var withdrawn = (await TakeBackAsync(sample, db, proposed, "看错站点")).Value!;

        Assert.Equal((ReviewState.Withdrawn, "看错站点", "监测岗"), (withdrawn.State, withdrawn.SecondNote, withdrawn.SecondPost));
        Assert.Equal("MON-117", (await TakeBackAsync(sample, db, withdrawn, "看错站点")).Refusal?.Code);
        Assert.Null((await ReviewSample.ProposeAsync(sample, db)).Refusal);
    }

    private static Task<Outcome<HourReview>> TakeBackAsync(MonitoringSample sample, LanshaoContext db, HourReview review, string reason) =>
        TakeBackReview.RunAsync(db, sample.Stores, new FileStore(Path.Combine(sample.Folder, "files")), new(review.Id, reason, "监测岗", review.Version), Actor.Local, sample.Clock, Ct);

    private static async Task<(decimal, int)> DayAsync(MonitoringSample sample)
    {
        var means = await ReviewSample.MeansAsync(sample);
        return (means.Day!.Value, means.Hours!.Value);
    }

    private static async Task<long?> RawAsync(MonitoringSample sample)
    {
        await using var series = sample.NewSeriesContext();
        return await series.Set<Reading>().AsNoTracking().Where(reading => reading.DeviceNumber == 1 && reading.StartUtc == ReviewSample.Noon).Select(reading => reading.Number).SingleAsync(Ct);
    }
}
