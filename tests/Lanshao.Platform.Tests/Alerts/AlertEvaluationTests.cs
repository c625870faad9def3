using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Alerts;

public class AlertEvaluationTests
{
    private const string Duty = "日期,开始,结束,岗位,姓名,电话";
    private const string Silent = "  - {code: silent, name: 离线, kind: silent, devices: [air], factor: a34004, minutes: 30, clearMinutes: 5, grade: same-day}\n";
    private const string Off = "  - {code: off, name: 净化器未开启, kind: purifier-off, devices: [fume], factor: SB2, running: SB1, minutes: 20, clearMinutes: 10, grade: same-day, group: subdistrict}\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Run_AboveTheLimitLongEnough_RaisesOneAlertHoweverOftenItRuns(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""));
        await sample.SayAsync("A1", "01 20:00", "01 20:30", "a34004-Rtd=160");
        sample.Until("01 20:31");

        var counts = (await sample.EvaluateAsync(), await sample.EvaluateAsync());
        sample.Restart();
        var after = await sample.EvaluateAsync();

        var line = Assert.Single(await sample.AlertsAsync());
        var condition = Assert.Single(line.Conditions);
        Assert.Equal(((1, 0), 0), (counts, after));
        Assert.Equal(("20240701-001", AlertState.Waiting, AlertGrade.SameDay, new DateOnly(2024, 7, 1)), (line.Alert.Number, line.Alert.State, line.Alert.Grade, line.Alert.Night));
        Assert.Equal((AlertSample.Utc("01 20:00"), AlertSample.Utc("01 20:30"), 160m, 150m), (condition.StartUtc, condition.RaisedUtc, condition.Peak, condition.Limit));
        Assert.Equal(160m, condition.Evidence[^1].Value);
    }

    [Theory]
    [EveryStore]
    public async Task Run_AboveTheLimitTooShort_RaisesNothing(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""));
        await sample.SayAsync("A1", "01 20:00", "01 20:25", "a34004-Rtd=160");
        await sample.SayAsync("A1", "01 20:25", "01 21:00", "a34004-Rtd=149");
        sample.Until("01 21:01");

        Assert.Equal(0, await sample.EvaluateAsync());
    }

    [Theory]
    [EveryStore]
    public async Task Run_BetweenClearAndLimit_HoldsTheCondition(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""));
        await sample.SayAsync("A1", "01 20:00", "01 21:00", "a34004-Rtd=160");
        await sample.SayAsync("A1", "01 21:00", "01 22:00", "a34004-Rtd=130");
        await sample.SayAsync("A1", "01 22:00", "01 23:00", "a34004-Rtd=170");
        await sample.SayAsync("A1", "01 23:00", "01 23:30", "a34004-Rtd=100");
        sample.Until("01 23:31");

        Assert.Equal(1, await sample.EvaluateAsync());
        var condition = Assert.Single(Assert.Single(await sample.AlertsAsync()).Conditions);
        Assert.Equal((AlertSample.Utc("01 20:00"), AlertSample.Utc("01 23:00"), 170m), (condition.StartUtc, condition.EndUtc!.Value, condition.Peak));
    }

    [Theory]
    [EveryStore]
    public async Task Run_InPiecesAndAcrossRestarts_FindsWhatOneRunFinds(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""));
        var raised = 0;
        for (var hour = 9; hour < 16; hour++)
        {
            await sample.SayAsync("A1", $"01 {hour:00}:00", $"01 {hour + 1:00}:00", hour is 11 or 12 ? "a34004-Rtd=180" : "a34004-Rtd=40");
            sample.Until($"01 {hour + 1:00}:01");
            raised += await sample.EvaluateAsync();
            if (hour % 2 == 0)
            {
                sample.Restart();
            }
        }

        var line = Assert.Single(await sample.AlertsAsync());
        var condition = Assert.Single(line.Conditions);
        Assert.Equal(1, raised);
        Assert.Equal((AlertSample.Utc("01 11:00"), AlertSample.Utc("01 13:00")), (condition.StartUtc, condition.EndUtc!.Value));
    }

    [Theory]
    [EveryStore]
    public async Task Run_CorrectedDataSayItNeverWas_WithdrawsTheAlertNobodyTouched(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""));
        await sample.SayAsync("A1", "01 20:00", "01 20:40", "a34004-Rtd=160");
        sample.Until("01 20:41");
        _ = await sample.EvaluateAsync();

        await sample.SayAsync("A1", "01 20:00", "01 20:40", "a34004-Rtd=60");
        _ = await sample.EvaluateAsync();

        var line = Assert.Single(await sample.AlertsAsync());
        Assert.Equal((AlertState.Settled, AlertOutcome.DataCorrected), (line.Alert.State, line.Alert.Outcome!.Value));
        Assert.NotNull(line.Conditions[0].WithdrawnUtc);
    }

    [Theory]
    [EveryStore("02", AlertGrade.SameDay, "")]
    [EveryStore("03", AlertGrade.Record, GradeReasons.Late)]
    public async Task Run_LateData_RaisesItInItsNightAndOnlyRecordsWhatIsLongOver(string day, AlertGrade grade, string reason, StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""));
        await sample.SayAsync("A1", $"{day} 20:00", $"{day} 20:10", "a34004-Rtd=40");
        sample.Until($"{day} 20:11");
        _ = await sample.EvaluateAsync();
        _ = await sample.EvaluateAsync();

        await sample.SayAsync("A1", "01 20:00", "01 20:40", "a34004-Rtd=160");
        var raised = await sample.EvaluateAsync();

        var alert = Assert.Single(await sample.AlertsAsync()).Alert;
        Assert.Equal((1, "20240701-001", grade, reason), (raised, alert.Number, alert.Grade, alert.GradeReason));
    }

    [Theory]
    [EveryStore(false, false, AlertGrade.SameDay, GradeReasons.Alone)]
    [EveryStore(true, false, AlertGrade.SameDay, GradeReasons.NobodyOnDuty)]
    [EveryStore(false, true, AlertGrade.SameDay, GradeReasons.Alone)]
    [EveryStore(true, true, AlertGrade.Immediate, "")]
    public async Task Run_OfAnImmediateRule_NeedsASecondDeviceAndSomebodyOnDuty(bool agrees, bool isOnDuty, AlertGrade grade, string reason, StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High.Replace("same-day", "immediate", StringComparison.Ordinal));
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""), ("A2", "扬尘", "东四街道", ""));
        await sample.SayAsync("A1", "01 20:00", "01 20:30", "a34004-Rtd=160");
        await sample.SayAsync("A2", "01 20:00", "01 20:30", agrees ? "a34004-Rtd=155" : "a34004-Rtd=90");
        if (isOnDuty)
        {
            await sample.ImportAsync(ImportDuty.Kind, Duty, "2024-07-01,18:00,08:00,演示夜班岗,演示人员01,000-00000000");
        }

        await sample.RulesAsync("rules:\n" + AlertSample.High.Replace("same-day", "immediate", StringComparison.Ordinal).Replace("[air]", "[air, dust]", StringComparison.Ordinal).Replace("over: 150", "over: 152", StringComparison.Ordinal));
        sample.Until("01 20:31");
        _ = await sample.EvaluateAsync();

        var alert = (await sample.AlertsAsync())[0].Alert;
        Assert.Equal((grade, reason, isOnDuty ? "演示夜班岗" : null), (alert.Grade, alert.GradeReason, alert.ToldPost));
    }

    [Theory]
    [EveryStore]
    public async Task Run_PurifiersOffInOneStreet_GiveOneLineForTheEvening(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, Off + "openingHours:\n  fume: 17:00-21:30\n");
        await sample.DevicesAsync(("F1", "油烟", "东四街道", "甲"), ("F2", "油烟", "东四街道", "乙"), ("F3", "油烟", "景山街道", "丙"));
        await sample.SayAsync("F1", "01 18:00", "01 18:30", "SB1-RS=1;SB2-RS=0");
        await sample.SayAsync("F2", "01 19:00", "01 19:30", "SB1-RS=1;SB2-RS=0");
        await sample.SayAsync("F3", "01 15:00", "01 16:00", "SB1-RS=1;SB2-RS=0");
        sample.Until("01 20:00");

        Assert.Equal(1, await sample.EvaluateAsync());
        var line = Assert.Single(await sample.AlertsAsync());
        Assert.Equal(("东四街道", 2), (line.Alert.Subject, line.Conditions.Count));
    }

    [Theory]
    [EveryStore(false, AlertGrade.SameDay)]
    [EveryStore(true, AlertGrade.Immediate)]
    public async Task Run_OfAnImmediateRuleWithoutValues_NeedsASecondDeviceInTheSameState(bool agrees, AlertGrade grade, StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, Off.Replace("same-day", "immediate", StringComparison.Ordinal));
        await sample.DevicesAsync(("F1", "油烟", "东四街道", "甲"), ("F2", "油烟", "东四街道", "乙"));
        await sample.ImportAsync(ImportDuty.Kind, Duty, "2024-07-01,18:00,08:00,演示夜班岗,,");
        await sample.SayAsync("F1", "01 18:00", "01 18:30", "SB1-RS=1;SB2-RS=0");
        await sample.SayAsync("F2", "01 18:00", "01 18:10", agrees ? "SB1-RS=1;SB2-RS=0" : "SB1-RS=1;SB2-RS=1");
        sample.Until("01 18:31");
        _ = await sample.EvaluateAsync();

        Assert.Equal(grade, Assert.Single(await sample.AlertsAsync()).Alert.Grade);
    }

    [Theory]
    [EveryStore(false)]
    [EveryStore(true)]
    public async Task Run_ADeviceThatFallsSilent_IsAnAlertUnlessItWasReported(bool isReported, StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, Silent);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""), ("A2", "空气", "景山街道", ""), ("A3", "空气", "前门街道", ""), ("A4", "空气", "天坛街道", ""));
        if (isReported)
        {
            await sample.ImportAsync(ImportLeaves.Kind, "设备编号,报备类别,开始时间,结束时间,报备时间,说明", "A1,检修,2024-07-01 19:00,2024-07-01 23:00,2024-07-01 21:00,演示检修");
        }

        foreach (var mn in new[] { "A1", "A2", "A3", "A4" })
        {
            await sample.SayAsync(mn, "01 19:00", mn == "A1" ? "01 20:00" : "01 21:00", "a34004-Rtd=40");
        }

        sample.Until("01 21:00");
        _ = await sample.EvaluateAsync();

        Assert.Equal(isReported ? [] : ["演示设备-A1"], (await sample.AlertsAsync()).Select(line => line.Alert.Subject));
    }

    [Theory]
    [EveryStore]
    public async Task Run_ATableThatWasHandedIn_IsNoSignOfLife(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, Silent);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""), ("A2", "空气", "景山街道", ""));
        await sample.SayAsync("A2", "01 19:00", "01 21:00", "a34004-Rtd=40");
        await sample.HandInAsync("A1", "01 19:00", 40);
        sample.Until("01 21:00");

        _ = await sample.EvaluateAsync();

        Assert.Equal([], (await sample.AlertsAsync()).Select(line => $"{line.Alert.Subject} {line.Conditions[0].StartUtc:HH:mm} {line.Conditions[0].RaisedUtc:HH:mm}"));
    }

    [Theory]
    [EveryStore]
    public async Task Run_AllDevicesSilentAtOnce_BlamesNone(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, Silent);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""), ("A2", "空气", "景山街道", ""), ("A3", "空气", "前门街道", ""), ("A4", "空气", "天坛街道", ""));
        foreach (var mn in new[] { "A1", "A2", "A3", "A4" })
        {
            await sample.SayAsync(mn, "01 19:00", "01 20:00", "a34004-Rtd=40");
        }

        sample.Until("01 21:00");

        Assert.Equal(0, await sample.EvaluateAsync());
    }

    [Theory]
    [EveryStore]
    public async Task Run_BeyondTheCeilingOfANight_HoldsBack(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High + "night:\n  mostMessages: 1\n");
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""), ("A2", "空气", "景山街道", ""));
        await sample.SayAsync("A1", "01 20:00", "01 20:30", "a34004-Rtd=160");
        await sample.SayAsync("A2", "01 20:05", "01 20:35", "a34004-Rtd=160");
        sample.Until("01 20:41");
        _ = await sample.EvaluateAsync();

        Assert.Equal([("20240701-001", false), ("20240701-002", true)], (await sample.AlertsAsync()).Select(line => (line.Alert.Number, line.Alert.IsHeldBack)));
    }

    [Theory]
    [EveryStore]
    public async Task Run_NewData_MovesTheMarkToThatOfTheDerivation(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""));
        await sample.SayAsync("A1", "01 20:00", "01 20:20", "a34004-Rtd=10");
        sample.Until("01 20:41");
        _ = await sample.EvaluateAsync();

        await using var db = sample.NewContext();
        Assert.Equal((4L, 4L), (await AlertEvaluation.MarkAsync(db, Ct), await sample.DerivedAsync()));
    }

    [Theory]
    [EveryStore]
    public async Task Handle_StepByStep_EndsInTheHitRateOfTheRule(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""));
        await sample.SayAsync("A1", "01 20:00", "01 20:40", "a34004-Rtd=160");
        await sample.SayAsync("A1", "01 20:40", "01 20:45", "a34004-Rtd=190");
        sample.Until("01 20:46");
        _ = await sample.EvaluateAsync();
        var alert = (await sample.AlertsAsync())[0].Alert;

        var early = await DoAsync(sample, db => ConcludeAlert.RunAsync(db, new(alert.Id, AlertOutcome.Problem, "出口未冲洗", 0), Actor.Local, sample.Clock, Ct));
        var taken = await DoAsync(sample, db => AcknowledgeAlert.RunAsync(db, new(alert.Id, "演示夜班岗", 0), Actor.Local, sample.Clock, Ct));
        var again = await DoAsync(sample, db => AcknowledgeAlert.RunAsync(db, new(alert.Id, "演示夜班岗", 0), Actor.Local, sample.Clock, Ct));
        var arrived = await DoAsync(sample, db => ArriveAlert.RunAsync(db, new(alert.Id, 1), Actor.Local, sample.Clock, Ct));
        var wordless = await DoAsync(sample, db => ConcludeAlert.RunAsync(db, new(alert.Id, AlertOutcome.Problem, "", 2), Actor.Local, sample.Clock, Ct));
        var concluded = await DoAsync(sample, db => ConcludeAlert.RunAsync(db, new(alert.Id, AlertOutcome.Problem, "出口未冲洗", 2), Actor.Local, sample.Clock, Ct));
        var settled = await DoAsync(sample, db => SettleAlert.RunAsync(db, new(alert.Id, 3), Actor.Local, sample.Clock, Ct));

        await using var after = sample.NewContext();
        var figures = (await RuleFigures.ReadAsync(after, new(2024, 7, 1), 30, Ct))["high"];
        var line = await AlertQueries.FindAsync(after, alert.Number, Ct);
        Assert.Equal("ALR-002 - ALR-001 - ALR-003 - -", string.Join(' ', new[] { early, taken, again, arrived, wordless, concluded, settled }.Select(code => code ?? "-")));
        Assert.Equal([AlertMove.Raised, AlertMove.Acknowledged, AlertMove.Arrived, AlertMove.Concluded, AlertMove.Settled], line!.Alert.Steps.Select(step => step.Move));
        Assert.Equal((1, 1, 1, 100m, 10m), (figures.Alerts, figures.Concluded, figures.Confirmed, figures.HitRate, figures.LeadMinutes));
        Assert.True(await after.Set<AuditEntry>().AnyAsync(entry => entry.Action == nameof(ConcludeAlert), Ct));
    }

    private static async Task<string?> DoAsync(AlertSample sample, Func<LanshaoContext, Task<Outcome<Alert>>> step)
    {
        await using var db = sample.NewContext();
        return (await step(db)).Refusal?.Code;
    }
}
