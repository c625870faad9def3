using System.Text;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Writing;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

/// <summary>A store with the sample district, a small register, and the ways in which frames come in.</summary>
internal sealed class MonitoringSample : IAsyncDisposable
{
    public const string Mn = "010000A8900016F000169DC0";
    public const string Head = "设备编号,名称,类型,站点类别,街道,所属单位,密码,因子,实时间隔（秒）,分钟间隔,启用日期,拆除日期";
    public const string Row = Mn + ",演示站-东四-01,空气,区自建,东四街道,,123456,a34004 µg/m³ 0~1000；a21005 mg/m³ ×0.001,300,10,,";

    private static readonly IReadOnlyList<PackPart> Parts = [DistrictPart.Part];
    private readonly TestStore _store;

    private MonitoringSample(TestStore store)
    {
        _store = store;
        Stores = new(store.Store, store.Store, store.Store.Kind == StoreKind.Sqlite ? Store.Sqlite(SeriesFile(store)) : store.Store);
    }

    public MonitoringStores Stores { get; }

    public FixedClock Clock { get; } = new();

    public string Folder => _store.Folder;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<MonitoringSample> NewAsync(StoreKind kind, bool withDevice = true) =>
        CopyAsync(kind, withDevice ? "register of one device" : "empty register", sample => withDevice ? sample.AddDeviceAsync() : Task.CompletedTask);

    /// <summary>Returns a copy of the sample with the device and what a family of tests adds to it, filled once a run under this name.</summary>
    public static Task<MonitoringSample> CopyWithDeviceAsync(StoreKind kind, string name, Func<MonitoringSample, Task> fill) => CopyAsync(kind, name, async sample =>
    {
        await sample.AddDeviceAsync();
        await fill(sample);
    });

    /// <summary>Returns a copy of the sample district and what a family of tests adds to it, filled once a run under this name.</summary>
    public static async Task<MonitoringSample> CopyAsync(StoreKind kind, string name, Func<MonitoringSample, Task> fill) => new(await TestStore.CopyAsync(kind, name, async store =>
    {
        if (kind == StoreKind.Sqlite)
        {
            File.Copy(await TestStores.SqliteTemplateAsync(), SeriesFile(store));
        }

        var sample = new MonitoringSample(store);
        await sample.ApplyAsync(Parts);
        await fill(sample);
        sample.Stores.Series.Release();
    }));

    /// <summary>Makes these parts of the sample district's pack the configuration in force.</summary>
    public async Task ApplyAsync(IReadOnlyList<PackPart> parts)
    {
        await using var db = NewContext();
        var known = TestPack.Sample().Files.All.Where(file => parts.Any(part => part.Owns(file.Path)));
        Assert.Null((await ApplyPack.RunAsync(db, new PackFiles(known), parts, Actor.Local, Clock, Ct)).Refusal);
    }

    public LanshaoContext NewContext() => _store.NewContext();

    public LanshaoContext NewSeriesContext() => Stores.Series.NewContext();

    /// <summary>Imports a table of hours at once, or only looks at it.</summary>
    public async Task<Outcome<ImportDraft>> ImportHoursAsync(string csv, bool preview = false, params (string Name, string Value)[] arguments)
    {
        await using var db = NewContext();
        var source = new ImportSource(IncomingFile.Of("hours.csv", Encoding.UTF8.GetBytes(csv)), arguments.ToDictionary(argument => argument.Name, argument => argument.Value));
        return preview
            ? await DraftImport.RunAsync(db, ImportReadings.Kind, source, Actor.Local, Clock, Ct)
            : await ImportAtOnce.RunAsync(db, new FileStore(Path.Combine(Folder, "files")), ImportReadings.Kind, source, "text/csv", Actor.Local, Clock, Ct);
    }

    public async Task<Outcome<ImportDraft>> ImportAsync(params string[] rows)
    {
        await using var db = NewContext();
        var file = IncomingFile.Of("devices.csv", Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Head)) + "\n"));
        return await ImportAtOnce.RunAsync(db, new FileStore(Path.Combine(Folder, "files")), ImportDevices.Kind, new(file), "text/csv", Actor.Local, Clock, Ct);
    }

    /// <summary>Returns a frame of a device.</summary>
    public static byte[] Frame(string content, int cn = 2011, int millisecond = 0, string mn = Mn, string password = "123456") =>
        FrameWriter.Write(new(new DateTime(2024, 7, 1, 8, 0, 0, DateTimeKind.Unspecified).AddMilliseconds(millisecond), "22", cn, password, mn, MessageFlag.Of(ProtocolVersion.V2017, wantsAnswer: true)), content);

    public JournalEntry Entry(byte[] bytes)
    {
        var frame = FrameReader.Read(bytes, ended: true).Frame;
        return JournalEntry.Of(frame, new Segment(frame.Segment), ChinaTime.NowUtc(Clock), "127.0.0.1:1")!;
    }

    /// <summary>Writes frames through the journal, all of them committed when it returns.</summary>
    public async Task<FrameJournal> JournalAsync(params byte[][] frames)
    {
        var journal = new FrameJournal(Stores.Journal, 1000, Clock, NullLogger.Instance);
        foreach (var frame in frames)
        {
            await journal.TakeAsync(Entry(frame), Ct);
        }

        journal.Close();
        await journal.RunAsync(Ct);
        return journal;
    }

    public async Task<List<Reading>> DeriveAsync(params byte[][] frames)
    {
        _ = await JournalAsync(frames);
        _ = await new Derivation(Stores, Clock).DrainAsync(Ct);
        return await ReadingsAsync();
    }

    public async Task<List<Reading>> ReadingsAsync()
    {
        await using var db = NewSeriesContext();
        return await db.Set<Reading>().AsNoTracking().OrderBy(r => r.Factor).ThenBy(r => r.StartUtc).ToListAsync(Ct);
    }

    public async Task<List<Rollup>> RollUpAsync(RollupSpan span, string factor = "a34004")
    {
        _ = await new Rollups(Stores, Clock).DrainAsync(Ct);
        await using var db = NewSeriesContext();
        return await db.Set<Rollup>().AsNoTracking().Where(r => r.Span == span && r.Factor == factor).OrderBy(r => r.StartUtc).ToListAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        Stores.Series.Release();
        return _store.DisposeAsync();
    }

    // A file of its own beside the business store, as in a data folder.
    private static string SeriesFile(TestStore store) => Path.Combine(store.Folder, "series.db");

    private async Task AddDeviceAsync() => Assert.False((await ImportAsync(Row)).IsRefused);
}
