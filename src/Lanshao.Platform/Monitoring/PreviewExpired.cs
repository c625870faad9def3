using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Monitoring;

/// <summary>预告到期的报文和数据: what the first of the next month will delete, counted on the 25th and whenever somebody asks. Nothing changes by it.</summary>
public static class PreviewExpired
{
    public const string Code = "monitoring.expire-preview";
    private const int AnnouncedOn = 25;
    private static readonly TimeOnly Night = new(4, 20);

    /// <summary>Returns the work; the result is the day of the deletion, the frames and the readings that go.</summary>
    /// <param name="stores">Opens the parts of the room.</param>
    /// <param name="kept">What the settings say.</param>
    public static JobKind KindWith(Func<CancellationToken, Task<Outcome<MonitoringStores>>> stores, KeptMonths kept) => new(Code, "预告到期的报文和实时数据", IsHeavy: true, async (run, ct) =>
    {
        var opened = await stores(ct);
        return opened.IsRefused ? opened.Refusal : await RunAsync(opened.Value, kept, run.Clock, ct);
    });

    /// <summary>Returns its times: some days before the deletion.</summary>
    public static JobSchedule ScheduleOf(JobKind kind) => new(Code, kind, Night, day => day.Day == AnnouncedOn);

    /// <summary>Asks for a preview now; asked for twice within a minute, it is one.</summary>
    public static Task<Outcome<Job>> RequestAsync(LanshaoContext db, JobKinds kinds, Actor actor, TimeProvider clock, CancellationToken ct) =>
        RequestJob.RunAsync(db, kinds.Find(Code)!, string.Create(CultureInfo.InvariantCulture, $"asked@{ChinaTime.NowUtc(clock):yyyy-MM-dd'T'HH:mm}"), new { }, null, actor, clock, ct);

    /// <summary>Counts what the first of the next month will delete.</summary>
    public static async Task<string> RunAsync(MonitoringStores stores, KeptMonths kept, TimeProvider clock, CancellationToken ct)
    {
        var today = ChinaTime.Today(clock);
        var on = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        var expired = await ExpiredData.ReadAsync(stores, kept, on, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd} {expired.Frames} {expired.Readings}");
    }
}
