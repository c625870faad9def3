using System.Globalization;
using Lanshao.Platform.Foundation.Audit;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Housekeeping;

/// <summary>核验审计链 as work behind the pages: every night, and whenever somebody asks. A broken chain is a failed job that names the link.</summary>
public static class AuditCheck
{
    public static JobKind Kind { get; } = new("foundation.verify-audit", "核验审计链", IsHeavy: true, RunAsync);

    public static JobSchedule Schedule { get; } = new("foundation.verify-audit", Kind, new(3, 40));

    /// <summary>Asks for a check of the chain as it now is; asked for twice with nothing new in between, it is one.</summary>
    public static async Task<Outcome<Job>> RequestAsync(LanshaoContext db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var newest = await AuditQueries.NewestAsync(db, ct);
        var key = string.Create(CultureInfo.InvariantCulture, $"{newest}@{ChinaTime.NowUtc(clock):yyyy-MM-dd'T'HH:mm}");
        return await RequestJob.RunAsync(db, Kind, key, new { }, null, actor, clock, ct);
    }

    /// <summary>Returns the newest check that came to an end with an answer; null before the first.</summary>
    public static Task<Job?> NewestAsync(LanshaoContext db, CancellationToken ct) => db.Set<Job>().AsNoTracking()
        .Where(j => j.Kind == Kind.Code && (j.State == JobState.Done || (j.State == JobState.Failed && j.FailureCode == Broken)))
        .OrderByDescending(j => j.EndedUtc).FirstOrDefaultAsync(ct);

    /// <summary>The code of a chain that does not hold.</summary>
    public const string Broken = "ENV-034";

    private static async Task<Outcome<string>> RunAsync(JobRun run, CancellationToken ct)
    {
        await using var db = run.Store.NewContext();
        var total = await AuditQueries.NewestAsync(db, ct);
        var report = await VerifyAudit.RunAsync(db, ct, done => run.ReportAsync(done, total, "核验", ct));
        return report.Broken is { } broken
            ? Refusal.Conflict(Broken, ("seq", string.Create(CultureInfo.InvariantCulture, $"{broken.Seq}")), ("good", string.Create(CultureInfo.InvariantCulture, $"{report.Links}")))
            : string.Create(CultureInfo.InvariantCulture, $"{report.Links} {report.Head}");
    }
}
