using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Jobs;

/// <summary>One runner's hold on one job. Whatever the runner writes goes through it, and only while it still holds the job.</summary>
internal sealed class JobLease(Store store, TimeProvider clock, Guid jobId, string holder)
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(2);

    private long? _reportedAt;
    private string _reportedStep = string.Empty;

    /// <summary>Changes the job; false when somebody else holds it by now.</summary>
    public async Task<bool> WriteAsync(Action<Job, DateTime> change, CancellationToken ct)
    {
        for (; ; )
        {
            await using var db = store.NewContext();
            var job = await db.Set<Job>().SingleAsync(j => j.Id == jobId, ct);
            if (!job.IsHeldBy(holder))
            {
                return false;
            }

            change(job, ChinaTime.NowUtc(clock));
            db.AddRange(job.TakeNews());

            // Refused: a wish to cancel came in between; look again.
            if (await db.SaveAsync(Actor.System, clock, ct) is null)
            {
                await ForgetOldLinesAsync(db, job, ct);
                return true;
            }
        }
    }

    private static async Task ForgetOldLinesAsync(LanshaoContext db, Job job, CancellationToken ct)
    {
        if (job.LogLines > JobLogLine.Most)
        {
            await db.Set<JobLogLine>().Where(line => line.JobId == job.Id && line.Seq <= job.LogLines - JobLogLine.Most).ExecuteDeleteAsync(ct);
        }
    }

    /// <summary>Writes progress: every new step, and at most twice a second how far it is.</summary>
    /// <exception cref="OperationCanceledException">The job is to end, or somebody else holds it.</exception>
    public async Task ReportAsync(long done, long total, string step, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (_reportedAt is { } last && clock.GetElapsedTime(last) < BetweenReports && done < total && step == _reportedStep)
        {
            return;
        }

        _reportedStep = step;
        _reportedAt = clock.GetTimestamp();
        var toEnd = false;
        var held = await WriteAsync(
            (job, nowUtc) =>
            {
                job.Report(done, total, step, nowUtc);
                job.Renew(nowUtc + Length);
                toEnd = job.CancelRequested;
            },
            ct);
        if (!held || toEnd)
        {
            throw new OperationCanceledException("The job is to end.");
        }
    }

    /// <summary>Keeps the lease alive while the work goes on; ends the work when the lease is lost or a cancel is asked for.</summary>
    public async Task BeatAsync(CancellationTokenSource work, CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(BetweenBeats, clock, ct);
            await using var db = store.NewContext();
            var job = await db.Set<Job>().AsNoTracking().SingleAsync(j => j.Id == jobId, ct);
            if (!job.IsHeldBy(holder) || job.CancelRequested)
            {
                await work.CancelAsync();
                return;
            }

            if (job.LeaseUntilUtc - ChinaTime.NowUtc(clock) < Length / 2)
            {
                await WriteAsync((held, nowUtc) => held.Renew(nowUtc + Length), ct);
            }
        }
    }
}
