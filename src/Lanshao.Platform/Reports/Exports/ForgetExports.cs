using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Exports;

/// <summary>清理导出记录: every night what was taken long ago is forgotten, and of more lines than the house keeps the oldest.</summary>
public static class ForgetExports
{
    /// <summary>The code of the work.</summary>
    public const string Code = "reports.exports";

    /// <summary>Most lines that are kept.</summary>
    internal const int Most = 200_000;

    /// <summary>Returns the work.</summary>
    /// <param name="keptDays">How long a line is kept.</param>
    public static JobKind KindWith(Func<long> keptDays) => new(Code, "清理导出记录", IsHeavy: false, async (run, ct) =>
    {
        await using var db = run.Store.NewContext();
        return (await RunAsync(db, keptDays(), Most, run.Clock, ct)).ToString(CultureInfo.InvariantCulture);
    });

    public static JobSchedule ScheduleOf(JobKind kind) => new(Code, kind, new(3, 40));

    /// <summary>Forgets; returns how many lines.</summary>
    internal static async Task<int> RunAsync(LanshaoContext db, long keptDays, int most, TimeProvider clock, CancellationToken ct)
    {
        var beforeUtc = ChinaTime.NowUtc(clock).AddDays(-keptDays);
        var forgotten = await db.Set<FigureExport>().Where(export => export.LastUtc < beforeUtc).ExecuteDeleteAsync(ct);
        var oldest = await db.Set<FigureExport>().OrderByDescending(export => export.FirstUtc).Skip(most).Select(export => (DateTime?)export.FirstUtc).FirstOrDefaultAsync(ct);
        return forgotten + (oldest is { } cut ? await db.Set<FigureExport>().Where(export => export.FirstUtc <= cut).ExecuteDeleteAsync(ct) : 0);
    }
}
