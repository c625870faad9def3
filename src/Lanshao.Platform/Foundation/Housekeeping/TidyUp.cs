using System.Globalization;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Housekeeping;

/// <summary>Every night: previews that nobody confirmed are discarded, jobs that ended long ago are forgotten. Nothing official is touched.</summary>
public static class TidyUp
{
    private const int PreviewDays = 30;
    private const int JobDays = 90;

    public static JobKind Kind { get; } = new("foundation.tidy", "清理过期的预览和后台任务", IsHeavy: false, RunAsync);

    public static JobSchedule Schedule { get; } = new("foundation.tidy", Kind, new(3, 30));

    private static async Task<Outcome<string>> RunAsync(JobRun run, CancellationToken ct)
    {
        await using var db = run.Store.NewContext();
        var now = ChinaTime.NowUtc(run.Clock);
        var discarded = 0;
        foreach (var batch in await StaleAsync(db, now.AddDays(-PreviewDays), ct))
        {
            discarded += (await DiscardImport.RunAsync(db, batch, Actor.System, run.Clock, ct)).IsRefused ? 0 : 1;
        }

        var ended = now.AddDays(-JobDays);
        var forgotten = await db.Set<Job>().Where(j => j.EndedUtc < ended).ExecuteDeleteAsync(ct);
        return string.Create(CultureInfo.InvariantCulture, $"{discarded} {forgotten}");
    }

    private static Task<List<Guid>> StaleAsync(LanshaoContext db, DateTime beforeUtc, CancellationToken ct) =>
        db.Set<ImportBatch>().Where(b => b.State == ImportState.Previewed && b.PreviewedUtc < beforeUtc).Select(b => b.Id).ToListAsync(ct);
}
