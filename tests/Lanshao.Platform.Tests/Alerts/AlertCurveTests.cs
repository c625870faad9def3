using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Alerts;

/// <summary>The values around an alert, and what stands beside them.</summary>
public class AlertCurveTests
{
    private const string Neighbours = "  - {code: beyond, name: 高于周边, kind: neighbours, devices: [air], factor: a34004, times: 2, by: 30, minutes: 30, clearMinutes: 10, grade: same-day}\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Read_ThresholdWithADeviceThatAgrees_HasBothAndTheHourAround(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, AlertSample.High);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""), ("A2", "空气", "东四街道", ""));
        await sample.SayAsync("A1", "01 19:30", "01 20:00", "a34004-Rtd=60");
        await sample.SayAsync("A1", "01 20:00", "01 20:30", "a34004-Rtd=160");
        await sample.SayAsync("A2", "01 20:00", "01 20:10", "a34004-Rtd=155");
        sample.Until("01 20:31");
        Assert.Equal(1, await sample.EvaluateAsync());

        var curve = await ReadAsync(sample);

        Assert.Equal(("演示设备-A2", false), (curve!.Other, curve.IsMedian));
        Assert.Equal(AlertSample.Utc("01 19:00"), curve.Steps[0].StartUtc);
        Assert.Equal([(60m, null), (160m, 155m)], curve.Steps.Where(step => step.StartUtc == AlertSample.Utc("01 19:55") || step.StartUtc == AlertSample.Utc("01 20:00")).Select(step => (step.Value!.Value, step.Beside)));
        Assert.Equal(12, curve.Steps.Count(step => step.Value is not null));
    }

    [Theory, EveryStore]
    public async Task Read_RuleOnNeighbours_HasTheirMedian(StoreKind kind)
    {
        await using var sample = await AlertSample.NewAsync(kind, Neighbours);
        await sample.DevicesAsync(("A1", "空气", "东四街道", ""), ("A2", "空气", "景山街道", ""), ("A3", "空气", "前门街道", ""), ("A4", "空气", "天坛街道", ""));
        foreach (var (mn, value) in new[] { ("A1", 160), ("A2", 40), ("A3", 50), ("A4", 70) })
        {
            await sample.SayAsync(mn, "01 20:00", "01 20:45", $"a34004-Rtd={value}");
        }

        sample.Until("01 20:46");
        Assert.Equal(1, await sample.EvaluateAsync());

        var curve = await ReadAsync(sample);

        Assert.True(curve!.IsMedian);
        Assert.Equal((160m, 50m), curve.Steps.Where(step => step.StartUtc == AlertSample.Utc("01 20:10")).Select(step => (step.Value!.Value, step.Beside!.Value)).Single());
    }

    private static async Task<AlertCurve?> ReadAsync(AlertSample sample)
    {
        await using var db = sample.NewContext();
        await using var series = sample.Stores.Series.NewContext();
        var rules = (await CurrentPack.ReadAsync(db, Ct)).Value!.Read(AlertRules.Part);
        var line = Assert.Single(await sample.AlertsAsync());
        return await AlertCurve.ReadAsync(db, series, line.Worst!, rules.Find(line.Alert.RuleCode)!, rules, Ct);
    }
}
