using System.Text;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Places;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Monitoring;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Alerts;

/// <summary>A store with some devices, some rules, and the ways in which values come in: by frames and the derivation, as everywhere.</summary>
internal sealed class AlertSample : IAsyncDisposable
{
    public const string High = "  - {code: high, name: 偏高, kind: threshold, devices: [air], factor: a34004, over: 150, clear: 120, minutes: 30, clearMinutes: 10, grade: same-day}\n";
    private readonly MonitoringSample _sample;
    private ReadTargets _targets = (_, _, _, _) => Task.FromResult<Func<string, Place, YearTarget?>>((_, _) => null);
    private int _frames;

    private AlertSample(MonitoringSample sample)
    {
        _sample = sample;
        Evaluation = new(sample.Stores, sample.Clock);
    }

    public AlertEvaluation Evaluation { get; private set; }

    public FixedClock Clock => _sample.Clock;

    public MonitoringStores Stores => _sample.Stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Makes the sample; it is nine in the morning of 2024-07-01, and the night of that day begins at noon.</summary>
    public static async Task<AlertSample> NewAsync(StoreKind kind, string yaml)
    {
        var sample = new AlertSample(await MonitoringSample.NewAsync(kind, withDevice: false));
        await sample.RulesAsync("rules:\n" + yaml);
        return sample;
    }

    public LanshaoContext NewContext() => _sample.NewContext();

    public async Task RulesAsync(string yaml)
    {
        await using var db = NewContext();
        IReadOnlyList<PackPart> parts = [DistrictPart.Part, IndicatorList.Part, AlertRules.Part];
        var kept = (await CurrentPack.ReadAsync(db, Ct)).Value!.Files.All.Where(file => file.Path != AlertRules.File && !IndicatorList.Part.Files.Contains(file.Path));
        var files = kept.Concat(TestPack.Sample().Files.All.Where(file => IndicatorList.Part.Files.Contains(file.Path))).Append(new(AlertRules.File, Encoding.UTF8.GetBytes(yaml)));
        Assert.Null((await ApplyPack.RunAsync(db, new PackFiles(files), parts, Actor.Local, Clock, Ct)).Refusal);
    }

    /// <summary>Registers devices: MN, word of the kind, name of the place, owner.</summary>
    public async Task DevicesAsync(params (string Mn, string Kind, string Area, string Owner)[] devices) =>
        Assert.False((await _sample.ImportAsync([.. devices.Select(device => $"{device.Mn},演示设备-{device.Mn},{device.Kind},区自建,{device.Area},{device.Owner},123456,,60,10,,")])).IsRefused);

    public async Task ImportAsync(ImportKind kind, params string[] lines)
    {
        await using var db = NewContext();
        var file = IncomingFile.Of("rows.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        var draft = await ImportAtOnce.RunAsync(db, new FileStore(Path.Combine(_sample.Folder, "files")), kind, new(file), "text/csv", Actor.Local, Clock, Ct);
        Assert.Equal(0, draft.Value!.Batch.Rejected);
    }

    /// <summary>Lets a device say the same for a while, a value every five minutes; <paramref name="to"/> is not included.</summary>
    public async Task SayAsync(string mn, string from, string to, string values)
    {
        var (at, end) = (Civil(from), Civil(to));
        var frames = new List<byte[]>();
        for (; at < end; at = at.AddMinutes(5))
        {
            frames.Add(MonitoringSample.Frame($"DataTime={at:yyyyMMddHHmmss};{values}", millisecond: ++_frames, mn: mn));
        }

        _ = await _sample.DeriveAsync([.. frames]);
    }

    /// <summary>Puts in an hour that no frame says, as a table does.</summary>
    public async Task HandInAsync(string mn, string from, long value)
    {
        await using var db = NewContext();
        var number = await db.Set<Device>().Where(device => device.Mn == mn).Select(device => device.Number).SingleAsync(Ct);
        await using var session = await BulkSession.OpenAsync(_sample.Stores.Series, DataPart.Series, Ct);
        await session.BeginAsync(Ct);
        _ = session.Execute(SeriesSql.InsertReading, number, "a34004", ReadingSpan.Hour, Utc(from), value * 1_000_000, default, default, default, default, string.Empty, true, 0, 0L);
        await session.CommitAsync(Ct);
    }

    /// <summary>Returns how far the journal was derived.</summary>
    public async Task<long> DerivedAsync()
    {
        await using var series = _sample.Stores.Series.NewContext();
        return await MonitoringQueries.MarkAsync(series, Ct);
    }

    /// <summary>Moves the clock to a civil time.</summary>
    public void Until(string civil) => Clock.Advance(ChinaTime.InstantOf(Civil(civil)) - Clock.GetUtcNow().UtcDateTime);

    public Task<int> EvaluateAsync() => Evaluation.RunOnceAsync(Ct);

    /// <summary>A process that starts anew and knows nothing but what is stored.</summary>
    public void Restart() => Evaluation = new(_sample.Stores, Clock) { Targets = _targets };

    /// <summary>Sets the yearly target of every place.</summary>
    public ReadTargets Target(decimal value)
    {
        _targets = (_, _, year, _) => Task.FromResult<Func<string, Place, YearTarget?>>((_, _) => new(year, value, "样例计划 1-1-1", null));
        Restart();
        return _targets;
    }

    public async Task<List<AlertLine>> AlertsAsync()
    {
        await using var db = NewContext();
        var lines = await AlertQueries.ListAsync(db, new(), null, 200, Ct);
        lines.Reverse();
        return lines;
    }

    public static DateTime Utc(string civil) => ChinaTime.InstantOf(Civil(civil));

    public ValueTask DisposeAsync() => _sample.DisposeAsync();

    private static DateTime Civil(string text) => DateTime.ParseExact("2024-07-" + text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
