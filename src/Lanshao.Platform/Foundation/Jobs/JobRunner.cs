using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lanshao.Platform.Foundation.Jobs;

/// <summary>Takes jobs and does them. Any number of processes may run one; leases keep them apart.</summary>
public sealed class JobRunner(Store store, JobKinds kinds, IReadOnlyList<JobSchedule> schedules, TimeProvider clock, ILogger<JobRunner> log, int mostHeavy = JobRunner.MostHeavy)
{
    /// <summary>How many heavy jobs run at once over all processes, unless the settings say otherwise.</summary>
    public const int MostHeavy = 4;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenPlans = TimeSpan.FromSeconds(15);

    private readonly string _runner = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.CreateVersion7():N}";
    private int _taken;

    /// <summary>Works until stopped, with at most this many jobs at once; returns when what was begun has been given back.</summary>
    public async Task RunAsync(int workers, CancellationToken ct)
    {
        using var free = new SemaphoreSlim(workers, workers);
        var (running, planned) = (new List<Task>(), (long?)null);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await free.WaitAsync(ct);
                free.Release();
                running.RemoveAll(t => t.IsCompleted);
                if (planned is not { } last || clock.GetElapsedTime(last) > BetweenPlans)
                {
                    await PlanAsync(ct);
                    planned = clock.GetTimestamp();
                }

                if (await TakeAsync(ct) is { } taken)
                {
                    await free.WaitAsync(CancellationToken.None);
                    running.Add(DoAndFreeAsync(taken, free, ct));
                }
                else
                {
                    await Task.Delay(Idle, clock, ct);
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
            catch (Exception stumble)
            {
                // The outermost loop: a database that is away for a while must not end the work for good.
                log.LogError(stumble, "Jobs stumbled and go on");
                await Task.Delay(Idle * 10, clock, ct).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }

        await Task.WhenAll(running);
    }

    /// <summary>Plans what recurs, then takes one job and does it.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await PlanAsync(ct);
        if (await TakeAsync(ct) is not { } job)
        {
            return false;
        }

        await DoAsync(job, ct);
        return true;
    }

    private async Task DoAndFreeAsync(Taken taken, SemaphoreSlim free, CancellationToken ct)
    {
        try
        {
            await DoAsync(taken, ct);
        }
        catch (Exception stumble)
        {
            // The end could not be written: the lease runs out and the job is begun again.
            log.LogError(stumble, "Job {Job} could not be ended", taken.Job.Id);
        }
        finally
        {
            free.Release();
        }
    }

    private async Task PlanAsync(CancellationToken ct)
    {
        foreach (var schedule in schedules)
        {
            await using var db = store.NewContext();
            var mark = await db.Set<ScheduleMark>().SingleOrDefaultAsync(m => m.Schedule == schedule.Code, ct);
            var now = ChinaTime.NowUtc(clock);
            var missed = schedule.Missed(mark?.PlannedUtc, now);
            if (missed.Count == 0 && mark is not null)
            {
                continue;
            }

            foreach (var plannedUtc in missed)
            {
                await RequestJob.RunAsync(db, schedule.Kind, $"{schedule.Code}@{plannedUtc:yyyy-MM-dd'T'HH:mm'Z'}", new { }, plannedUtc, Actor.System, clock, ct);
            }

            var until = missed.Count > 0 ? missed[^1] : now;
            mark = await db.Set<ScheduleMark>().SingleOrDefaultAsync(m => m.Schedule == schedule.Code, ct) ?? db.Add(new ScheduleMark(schedule.Code, until)).Entity;
            mark.MoveTo(until);

            // Refused: another process planned the same; the keys made it one.
            await db.SaveAsync(Actor.System, clock, ct);
        }
    }

    private async Task<Taken?> TakeAsync(CancellationToken ct)
    {
        await using var db = store.NewContext();
        if (!await Free(db, ChinaTime.NowUtc(clock)).AnyAsync(ct))
        {
            return null;
        }

        await using var write = await db.BeginWriteAsync(ct);
        await db.TakeTurnAsync("jobs", ct);
        var now = ChinaTime.NowUtc(clock);
        var heavy = await db.Set<Job>().CountAsync(j => j.IsHeavy && j.State == JobState.Running && j.LeaseUntilUtc > now, ct);
        var job = await Free(db, now).Where(j => !j.IsHeavy || heavy < mostHeavy).OrderBy(j => j.DueUtc).ThenBy(j => j.Id).FirstOrDefaultAsync(ct);
        if (job is null)
        {
            return null;
        }

        var holder = $"{_runner}#{Interlocked.Increment(ref _taken)}";
        var taken = job.TryTake(holder, now, now + JobLease.Length);
        db.AddRange(job.TakeNews());
        if (await db.SaveAsync(Actor.System, clock, ct) is not null)
        {
            return null;
        }

        await write.CommitAsync(ct);
        return taken ? new(job, new JobLease(store, clock, job.Id, holder)) : null;
    }

    private IQueryable<Job> Free(LanshaoContext db, DateTime nowUtc)
    {
        var codes = kinds.All.Select(k => k.Code).ToList();
        return db.Set<Job>().Where(j => codes.Contains(j.Kind)
            && ((j.State == JobState.Waiting && j.DueUtc <= nowUtc) || (j.State == JobState.Running && j.LeaseUntilUtc <= nowUtc)));
    }

    private async Task DoAsync(Taken taken, CancellationToken ct)
    {
        var (job, lease) = taken;
        using var work = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var beating = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var beat = lease.BeatAsync(work, beating.Token);
        Action<Job, DateTime> end;
        try
        {
            var outcome = await kinds.Find(job.Kind)!.RunAsync(new JobRun(job, store, clock, lease.ReportAsync), work.Token);
            end = outcome.IsRefused ? (held, nowUtc) => held.Fail(outcome.Refusal, nowUtc) : (held, nowUtc) => held.Succeed(outcome.Value, nowUtc);
        }
        catch (OperationCanceledException)
        {
            end = ct.IsCancellationRequested ? (held, nowUtc) => held.Release(nowUtc) : (held, nowUtc) => held.EndCancelled(nowUtc);
        }
        catch (Exception stumble)
        {
            // A job's body is foreign to the runner: it may stumble over anything and is begun again later.
            log.LogError(stumble, "Job {Kind} {Job} stumbled", job.Kind, job.Id);
            end = (held, nowUtc) => held.Retry(Refusal.Environment("ENV-032", ("reason", stumble.Message)), nowUtc, Pause(held.Attempts));
        }

        await beating.CancelAsync();
        await beat.ContinueWith(_ => { }, TaskScheduler.Default);
        await lease.WriteAsync(end, CancellationToken.None);
    }

    private static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(10 * Math.Pow(4, attempts - 1));

    private sealed record Taken(Job Job, JobLease Lease);
}
