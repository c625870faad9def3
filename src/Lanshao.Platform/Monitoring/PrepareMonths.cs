using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>准备各月的数据表: in PostgreSQL frames and readings of moments and minutes lie in a table for each month, made before the month comes. What is of no such month lies in a rest, and is read and deleted like the others.</summary>
public static class PrepareMonths
{
    public const string Code = "monitoring.months";
    private const int Ahead = 2;

    // How far back data are expected; what is older than that is little, and lies well in the rest.
    private const int MostDaysBack = 366;
    private static readonly TimeOnly Night = new(3, 40);

    /// <summary>Returns the work.</summary>
    /// <param name="stores">Opens the parts of the room.</param>
    /// <param name="kept">What the settings say: months that have left are not made again.</param>
    /// <param name="backFillDays">How old data of devices may be.</param>
    public static JobKind KindWith(Func<CancellationToken, Task<Outcome<MonitoringStores>>> stores, KeptMonths kept, long backFillDays) => new(Code, "准备各月的数据表", IsHeavy: true, async (run, ct) =>
    {
        var opened = await stores(ct);
        return opened.IsRefused ? opened.Refusal : await RunAsync(opened.Value, kept, backFillDays, run.Clock, ct);
    });

    /// <summary>Returns its times: every night.</summary>
    public static JobSchedule ScheduleOf(JobKind kind) => new(Code, kind, Night);

    /// <summary>Makes the tables of this month, the next ones and those of which devices may still bring data; returns how many were made.</summary>
    public static async Task<string> RunAsync(MonitoringStores stores, KeptMonths kept, long backFillDays, TimeProvider clock, CancellationToken ct)
    {
        if (stores.Series.Kind != StoreKind.PostgreSql)
        {
            return string.Empty;
        }

        var today = ChinaTime.Today(clock);
        var back = today.AddDays(-(int)Math.Min(backFillDays, MostDaysBack));
        var frames = await MakeAsync(MonthlyTable.Frames, stores.Journal, today, today, ct);
        var moments = await MakeAsync(MonthlyTable.Moments, stores.Series, ExpiredData.KeptFromUtc(today, kept.Moments) is { } from && ChinaTime.DayOf(from) > back ? ChinaTime.DayOf(from) : back, today, ct);
        return (frames + moments).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<int> MakeAsync(MonthlyTable table, Store store, DateOnly from, DateOnly today, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(from.Year, from.Month, 1), new DateOnly(today.Year, today.Month, 1).AddMonths(Ahead));
        var months = new List<DateOnly>();
        for (var month = first; month <= last; month = month.AddMonths(1))
        {
            months.Add(month);
        }

        await using var session = await BulkSession.OpenAsync(store, table.Part, ct);
        return await table.MakeAsync(session, months, MonthlyTable.MostMoved, ct);
    }
}
