using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Fume;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Alerts.Fume;

/// <summary>油烟在线 of a day.</summary>
public class FumeDayTests
{
    private const string Rules = """
          - {code: off, name: 净化器未开启, kind: purifier-off, devices: [fume], factor: SB2, running: SB1, minutes: 20, clearMinutes: 10, grade: same-day, group: subdistrict}
          - {code: over, name: 油烟偏高, kind: threshold, devices: [fume], factor: a34041, over: 1, clear: 0.8, minutes: 20, clearMinutes: 10, grade: same-day, group: subdistrict}
        openingHours:
          fume: 17:00-21:30

        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Read_ADay_CountsWhoShouldRunWhoDoesNotAndForHowLong(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, Rules);
        await sample.DevicesAsync(("F1", "油烟", "东四街道", "甲"), ("F2", "油烟", "东四街道", "甲"), ("F3", "油烟", "景山街道", "乙"), ("F4", "油烟", "景山街道", "丙"));
        await sample.ImportAsync(ImportLeaves.Kind, "设备编号,报备类别,开始时间,结束时间,报备时间,说明", "F4,停业,2024-07-03 16:00,2024-07-03 22:00,2024-07-01 21:00,演示停业");
        foreach (var day in new[] { "01", "02", "03" })
        {
            await sample.SayAsync("F1", $"{day} 18:00", $"{day} 18:30", "SB1-RS=1;SB2-RS=0");
            await sample.SayAsync("F3", $"{day} 18:00", $"{day} 18:30", day == "03" ? "SB1-RS=1;SB2-RS=0;a34041-Rtd=1.5" : "SB1-RS=1;SB2-RS=1;a34041-Rtd=0.5");
            sample.Until($"{day} 19:00");
            _ = await sample.EvaluateAsync();
        }

        await using (var db = sample.NewContext())
        {
            var alert = await db.Set<Alert>().Where(one => one.Subdistrict == "110101006000" && one.Night == new DateOnly(2024, 7, 3)).Select(one => one.Id).SingleAsync(Ct);
            var taken = await AcknowledgeAlert.RunAsync(db, new(alert, "演示岗", 0), Actor.Local, sample.Clock, Ct);
            Assert.False((await ConcludeAlert.RunAsync(db, new(alert, AlertOutcome.HandedOver, "演示转办", taken.Value!.Version), Actor.Local, sample.Clock, Ct)).IsRefused);
        }

        await using var read = sample.NewContext();
        var rules = (await CurrentPack.ReadAsync(read, Ct)).Value!.Read(AlertRules.Part);
        var today = await FumeDay.ReadAsync(read, rules, new(2024, 7, 3), Ct);
        var before = await FumeDay.ReadAsync(read, rules, new(2024, 7, 2), Ct);

        Assert.Equal(
            ["甲 2 due off3 handed", "乙 1 due off1 over", "丙 1 Closure"],
            today.Kitchens.Select(kitchen => string.Join(' ', new[] { kitchen.Name, $"{kitchen.Mns.Count}", kitchen.IsDue ? "due" : $"{kitchen.Away}", kitchen.IsOff ? $"off{kitchen.DaysOff}" : "", kitchen.IsOver ? "over" : "", kitchen.IsHandedOver ? "handed" : "" }.Where(word => word.Length > 0))));
        Assert.Equal((true, false), (today.Kitchens[0].IsLongOff, before.Kitchens[0].IsLongOff));
        Assert.Equal([2, 0, 0], before.Kitchens.Select(kitchen => kitchen.DaysOff));
    }
}
