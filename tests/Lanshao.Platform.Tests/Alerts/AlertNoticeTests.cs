using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Nights;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Notices;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Alerts;

/// <summary>Who was told of an alert, who took it, and what was known of a night in the morning.</summary>
public class AlertNoticeTests
{
    private const string Duty = "日期,开始,结束,岗位,姓名,电话";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Run_SomebodyOnDuty_TellsThePostOnceAndKnowsWhoReadAndTookIt(StoreKind kind)
    {
        await using var sample = await RaisedAsync(kind, "01 20:31", isOnDuty: true);
        _ = await sample.EvaluateAsync();
        var sent = Assert.Single(await NoticesAsync(sample));
        Assert.Equal(("alert/20240701-001", "夜班岗", "当日处置：东四街道演示设备-A1，偏高，数值160，7月1日20:00起", false), (sent.Subject, sent.Post, sent.Text, sent.IsUrgent));

        await using (var db = sample.NewContext())
        {
            Assert.Equal(1, (await ReadNotices.RunAsync(db, new([sent.Id]), Actor.Local, sample.Clock, Ct)).Value);
            Assert.Equal(0, (await ReadNotices.RunAsync(db, new([sent.Id]), Actor.System, sample.Clock, Ct)).Value);
        }

        await using (var db = sample.NewContext())
        {
            Assert.False((await AcknowledgeAlert.RunAsync(db, new((await sample.AlertsAsync())[0].Alert.Id, "白班岗", 0), Actor.Local, sample.Clock, Ct)).IsRefused);
        }

        var taken = Assert.Single(await NoticesAsync(sample));
        Assert.Equal(("local", "白班岗", ChinaTime.NowUtc(sample.Clock)), (taken.ReadBy, taken.TakenPost, taken.TakenUtc!.Value));
    }

    [Theory, EveryStore]
    public async Task Run_DataThatComeAfterTheChangeOfShifts_TellsWhoIsOnDutyNow(StoreKind kind)
    {
        await using var sample = await RaisedAsync(kind, "02 08:30", isOnDuty: true, "2024-07-02,08:00,18:00,白班岗,,");

        Assert.Equal("白班岗", Assert.Single(await NoticesAsync(sample)).Post);
        Assert.Equal("白班岗", Assert.Single(await sample.AlertsAsync()).Alert.ToldPost);
    }

    [Theory, EveryStore]
    public async Task Run_SeveralPostsOnDuty_TellsThemOnceTogether(StoreKind kind)
    {
        await using var sample = await RaisedAsync(kind, "01 20:31", isOnDuty: true, "2024-07-01,19:00,08:00,带班岗,,", "2024-07-01,20:00,08:00,夜班岗,,");
        await using var db = sample.NewContext();

        Assert.Equal("夜班岗、带班岗", Assert.Single(await db.Set<Notice>().ToListAsync(Ct)).Post);
        Assert.Equal("夜班岗、带班岗", (await db.Set<Alert>().SingleAsync(Ct)).ToldPost);
        Assert.Single(await NoticeBook.ListAsync(db, new(IsOpen: true, IsUnread: false, Post: "带班岗"), null, 10, Ct));
        Assert.Empty(await NoticeBook.ListAsync(db, new(IsOpen: true, IsUnread: false, Post: "班岗"), null, 10, Ct));
    }

    [Theory, EveryStore]
    public async Task Raised_MorePostsOnDutyThanALineHolds_TellsEachOfThem(StoreKind kind)
    {
        await using var sample = await RaisedAsync(kind, "01 20:31", isOnDuty: true, [.. Enumerable.Range(1, 12).Select(number => $"2024-07-01,20:00,08:00,第{number:00}街道夜间值守岗,,")]);
        await using var db = sample.NewContext();

        var told = (await db.Set<Alert>().SingleAsync(Ct)).ToldPost;

        Assert.Equal(13, told!.Split('、').Length);
        Assert.Equal(told, Assert.Single(await db.Set<Notice>().ToListAsync(Ct)).Post);
        Assert.Single(await NoticeBook.ListAsync(db, new(IsOpen: true, IsUnread: false, Post: "第12街道夜间值守岗"), null, 10, Ct));
    }

    [Theory, EveryStore]
    public async Task Post_OfOnePersonWithTwoPosts_IsBothAndOfAnotherNone(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await sample.ImportAsync(ImportDuty.Kind, Duty, "2024-07-01,18:00,08:00,夜班岗,演示人员01,", "2024-07-01,18:00,08:00,带班岗,演示人员02,", "2024-07-01,19:00,08:00,监测岗,演示人员01,");
        await using var db = sample.NewContext();
        var at = ChinaTime.InstantOf(new(2024, 7, 1, 20, 0, 0, DateTimeKind.Unspecified));

        var roster = await DutyRoster.ReadAsync(db, at, at.AddMinutes(1), Ct);

        Assert.Equal("夜班岗、监测岗", roster.PostOfOneAt(at));
        Assert.Equal(3, roster.PostAt(at)!.Split('、').Length);
        Assert.Null(roster.PostAt(at.AddDays(2)));
    }

    [Theory, EveryStore]
    public async Task Run_NobodyOnDuty_TellsNobody(StoreKind kind)
    {
        await using var sample = await RaisedAsync(kind, "01 20:31", isOnDuty: false);

        Assert.Single(await sample.AlertsAsync());
        Assert.Empty(await NoticesAsync(sample));
    }

    [Theory, EveryStore]
    public async Task Run_OfARuleThatOnlyRecords_TellsNobodyAndSaysSo(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High.Replace("same-day", "record", StringComparison.Ordinal));
        await sample.ImportAsync(ImportDuty.Kind, Duty, "2024-07-01,18:00,08:00,夜班岗,,");
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""));
        await sample.SayAsync("A1", "01 20:00", "01 20:30", "a34004-Rtd=160");
        sample.Until("01 20:31");

        Assert.Equal(1, await sample.EvaluateAsync());
        Assert.Empty(await NoticesAsync(sample));
        Assert.Null(Assert.Single(await sample.AlertsAsync()).Alert.ToldPost);
    }

    [Theory, EveryStore]
    public async Task Run_BeyondTheCeilingOfANight_HoldsBackAndTellsNobodyOfIt(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await sample.RulesAsync("night:\n  mostMessages: 1\nrules:\n" + AlertSample.High);
        await sample.ImportAsync(ImportDuty.Kind, Duty, "2024-07-01,18:00,08:00,夜班岗,,");
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""), ("A2", "空气", "龙潭街道", ""));
        await sample.SayAsync("A1", "01 20:00", "01 20:30", "a34004-Rtd=160");
        await sample.SayAsync("A2", "01 20:00", "01 20:30", "a34004-Rtd=170");
        sample.Until("01 20:31");

        Assert.Equal(2, await sample.EvaluateAsync());
        Assert.Single(await NoticesAsync(sample));
        await using var db = sample.NewContext();
        Assert.Equal(1, await AlertQueries.HeldBackAsync(db, new(2024, 7, 1), Ct));
    }

    [Theory, EveryStore]
    public async Task List_PageByPage_ShowsEveryNoticeOnce(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await using var db = sample.NewContext();
        var at = ChinaTime.NowUtc(sample.Clock);
        db.AddRange(Enumerable.Range(0, 5).Select(number => Notice.Of($"alert/20240701-{number:000}", "夜班岗", "样例", false, at)));
        Assert.Null(await db.SaveAsync(Actor.System, sample.Clock, Ct));

        var first = await NoticeBook.ListAsync(db, new(), null, 3, Ct);
        var rest = await NoticeBook.ListAsync(db, new(), NoticeKey.Parse(NoticeKey.Of(first[^1])), 3, Ct);

        Assert.Equal([4, 3, 2, 1, 0], first.Concat(rest).Select(notice => notice.Subject[^1] - '0'));
        Assert.Null(NoticeKey.Parse("99999999999999999~x"));
    }

    [Theory, EveryStore]
    public async Task Sheet_OfANight_StaysAsItWasKnownInTheMorning(StoreKind kind)
    {
        await using var sample = await RaisedAsync(kind, "02 07:00", isOnDuty: true);
        var night = new DateOnly(2024, 7, 1);
        await using (var db = sample.NewContext())
        {
            Assert.False((await MakeNightSheet.RunAsync(db, night, Actor.System, sample.Clock, Ct)).IsRefused);
        }

        sample.Until("02 09:00");
        await using (var db = sample.NewContext())
        {
            Assert.False((await AcknowledgeAlert.RunAsync(db, new((await sample.AlertsAsync())[0].Alert.Id, "白班岗", 0), Actor.Local, sample.Clock, Ct)).IsRefused);
        }

        await using (var db = sample.NewContext())
        {
            var sheet = (await MakeNightSheet.RunAsync(db, night, Actor.System, sample.Clock, Ct)).Value!;
            var (then, now) = (Assert.Single(sheet.Lines), Assert.Single(await NightSheet.KnownAsync(db, (await CurrentPack.ReadAsync(db, Ct)).Value!.Read(AlertRules.Part), night, Ct)));

            Assert.Equal((AlertSample.Utc("02 07:00"), AlertState.Waiting, (string?)null), (sheet.AsOfUtc, then.State, then.TakenPost));
            Assert.Equal((AlertState.Acknowledged, "白班岗"), (now.State, now.TakenPost));
            Assert.Equal(("20240701-001", 160m, "夜班岗", "演示设备-A1"), (then.Number, then.Peak!.Value, then.ToldPost, Assert.Single(then.Devices)));
        }
    }

    private static async Task<AlertSample> RaisedAsync(StoreKind kind, string until, bool isOnDuty, params string[] shifts)
    {
        var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        if (isOnDuty)
        {
            await sample.ImportAsync(ImportDuty.Kind, [Duty, "2024-07-01,18:00,08:00,夜班岗,,", .. shifts]);
        }

        await sample.DevicesAsync(("A1", "空气", "东四街道", ""));
        await sample.SayAsync("A1", "01 20:00", "01 20:30", "a34004-Rtd=160");
        sample.Until(until);
        Assert.Equal(1, await sample.EvaluateAsync());
        return sample;
    }

    private static async Task<List<Notice>> NoticesAsync(AlertSample sample)
    {
        await using var db = sample.NewContext();
        return await NoticeBook.ListAsync(db, new(), null, 50, Ct);
    }
}
