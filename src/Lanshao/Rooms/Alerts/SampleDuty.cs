using System.Globalization;
using System.Text;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Alerts;

/// <summary>The people of the demonstration: a roster of two weeks, and what they have done about the older alerts, by the use cases that everybody goes through.</summary>
internal static class SampleDuty
{
    private const int DaysBefore = 2;
    private const int Days = 16;
    private const int LongestStart = 10;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Old = TimeSpan.FromHours(4);
    private static readonly (AlertOutcome Outcome, string Scene, bool IsSettled)[] Outcomes =
    [
        (AlertOutcome.Problem, "演示：现场核实，已督促整改", true),
        (AlertOutcome.NothingFound, "演示：现场未见异常", false),
        (AlertOutcome.Problem, "演示：现场核实，已督促整改", false),
        (AlertOutcome.DeviceFault, "演示：传感器受潮", true),
    ];

    /// <summary>Hands in the roster; then handles alerts once the past is told, which is when no older ones come any more.</summary>
    public static async Task RunAsync(DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        await RosterAsync(folder, clock, ct);
        var known = 0;
        for (var minute = 0; minute < LongestStart; minute++)
        {
            await Task.Delay(Quiet, clock, ct);
            await using var db = folder.Store.NewContext();
            var count = await db.Set<Alert>().CountAsync(ct);
            if (count > 0 && count == known)
            {
                await HandleAsync(folder, clock, ct);
                return;
            }

            known = count;
        }
    }

    // Once.
    private static async Task RosterAsync(DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        if (await db.Set<DutyShift>().AnyAsync(ct))
        {
            return;
        }

        var lines = new StringBuilder("日期,开始,结束,岗位,姓名,电话\n");
        for (var day = 0; day < Days; day++)
        {
            var on = ChinaTime.Today(clock).AddDays(day - DaysBefore);
            _ = lines.Append(CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd},08:00,18:00,演示值班白班岗,演示人员{(day % 5) + 1:00},000-00000000\n{on:yyyy-MM-dd},18:00,08:00,演示值班夜班岗,演示人员{(day % 5) + 6:00},000-00000000\n");
        }

        var source = new ImportSource(IncomingFile.Of("演示值班表.csv", Encoding.UTF8.GetBytes(lines.ToString())));
        _ = await ImportAtOnce.RunAsync(db, new FileStore(folder.FilesPath), ImportDuty.Kind, source, "text/csv", Actor.System, clock, ct);
    }

    // What is older than some hours: most of it to its end, every fifth only taken, every sixth left waiting. What somebody touched is left alone.
    private static async Task HandleAsync(DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        if (await db.Set<Alert>().AnyAsync(alert => alert.State != AlertState.Waiting, ct))
        {
            return;
        }

        var before = ChinaTime.NowUtc(clock) - Old;
        var waiting = await db.Set<Alert>().AsNoTracking().Where(alert => alert.RaisedUtc < before && !alert.IsHeldBack).OrderBy(alert => alert.Number).Select(alert => new { alert.Id, alert.ToldPost }).ToListAsync(ct);
        for (var place = 0; place < waiting.Count; place++)
        {
            if (place % 6 != 5)
            {
                await HandleAsync(folder, waiting[place].Id, waiting[place].ToldPost ?? "演示值班夜班岗", place % 6, clock, ct);
            }
        }
    }

    private static async Task HandleAsync(DataFolder folder, Guid alert, string post, int kind, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        if ((await AcknowledgeAlert.RunAsync(db, new(alert, post, 0), Actor.System, clock, ct)).IsRefused || kind >= Outcomes.Length)
        {
            return;
        }

        var (outcome, scene, isSettled) = Outcomes[kind];
        _ = await ArriveAlert.RunAsync(db, new(alert, 1), Actor.System, clock, ct);
        _ = await ConcludeAlert.RunAsync(db, new(alert, outcome, scene, 2), Actor.System, clock, ct);
        _ = isSettled ? await SettleAlert.RunAsync(db, new(alert, 3), Actor.System, clock, ct) : default;
    }
}
