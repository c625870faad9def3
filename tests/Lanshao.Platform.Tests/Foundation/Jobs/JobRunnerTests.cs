using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation.Jobs;

public class JobRunnerTests
{
    // Ends a test that would hang for ever; nothing that works comes near it, however busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly FixedClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task RequestJob_SameKeyTwice_IsOneJob(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var kind = Kind("t.work", _ => "done");

        var first = await RequestAsync(test, kind, "k");
        var second = await RequestAsync(test, kind, "k");

        Assert.Equal(first.Id, second.Id);
    }

    [Theory, EveryStore]
    public async Task RequestJob_SameKeyManyTimesAtOnce_IsOneJob(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var kind = Kind("t.work", _ => "done");

        var jobs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RequestAsync(test, kind, "k"), Ct)));

        Assert.Single(jobs.Select(j => j.Id).Distinct());
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_WaitingJob_IsDoneWithItsArgumentsAndResult(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var kind = Kind("t.work", run => "saw " + run.ArgumentsAs<Words>().Text);
        var id = (await RequestAsync(test, kind, "k", new Words("纸"))).Id;

        Assert.True(await Runner(test, kind).RunOnceAsync(Ct));

        var job = await FindAsync(test, id);
        Assert.Equal((JobState.Done, "saw 纸", 1), (job.State, job.Result, job.Attempts));
        Assert.Null(job.LeaseHolder);
        Assert.False(await Runner(test, kind).RunOnceAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_JobNotDueYet_IsLeftAlone(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var kind = Kind("t.work", _ => "done");
        await RequestAsync(test, kind, "k", dueUtc: ChinaTime.NowUtc(_clock).AddMinutes(1));

        Assert.False(await Runner(test, kind).RunOnceAsync(Ct));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await Runner(test, kind).RunOnceAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_KindThatThisProcessLacks_IsLeftToOthers(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        await RequestAsync(test, Kind("t.other", _ => "done"), "k");

        Assert.False(await Runner(test, Kind("t.work", _ => "done")).RunOnceAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_BodyRefuses_FailsAtOnceWithTheReason(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var kind = new JobKind("t.work", "试", false, (_, _) => Task.FromResult<Outcome<string>>(Refusal.Invalid("RPT-001", ("period", "2024H3"))));
        var id = (await RequestAsync(test, kind, "k")).Id;

        await Runner(test, kind).RunOnceAsync(Ct);

        var job = await FindAsync(test, id);
        Assert.Equal((JobState.Failed, "RPT-001", "2024H3"), (job.State, job.Failure?.Code, job.Failure?.Arguments["period"]));
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_BodyStumbles_IsBegunAgainLaterAndGivenUpInTheEnd(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var kind = Kind("t.work", _ => throw new IOException("disk"));
        var id = (await RequestAsync(test, kind, "k")).Id;
        var runner = Runner(test, kind);

        await runner.RunOnceAsync(Ct);
        var once = await FindAsync(test, id);
        Assert.False(await runner.RunOnceAsync(Ct));
        for (var attempt = 2; attempt <= Job.MostAttempts; attempt++)
        {
            _clock.Advance(TimeSpan.FromHours(2));
            Assert.True(await runner.RunOnceAsync(Ct));
        }

        Assert.Equal((JobState.Waiting, "ENV-032", "disk"), (once.State, once.FailureCode, once.Failure?.Arguments["reason"]));
        Assert.Equal((JobState.Failed, Job.MostAttempts), ((await FindAsync(test, id)).State, (await FindAsync(test, id)).Attempts));
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.False(await runner.RunOnceAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_HolderFellSilent_AnotherTakesOverAndTheFirstCannotWriteAnyMore(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var silent = new JobKind("t.work", "试", false, async (_, _) =>
        {
            begun.SetResult();
            await goOn.Task;
            return "first";
        });
        var id = (await RequestAsync(test, silent, "k")).Id;
        var first = Runner(test, silent).RunOnceAsync(Ct);
        await begun.Task.WaitAsync(Patience, Ct);

        _clock.Advance(JobLease.Length);
        Assert.True(await Runner(test, Kind("t.work", _ => "second")).RunOnceAsync(Ct));
        goOn.SetResult();
        await first;

        var job = await FindAsync(test, id);
        Assert.Equal((JobState.Done, "second", 2), (job.State, job.Result, job.Attempts));
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_FourHeavyJobsRun_TheFifthWaitsAndALightOneDoesNot(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var goOn = new TaskCompletionSource();
        using var begun = new SemaphoreSlim(0);
        var heavy = new JobKind("t.heavy", "重", true, async (_, _) =>
        {
            begun.Release();
            await goOn.Task;
            return "done";
        });
        var light = Kind("t.light", _ => "done");
        for (var n = 0; n <= JobRunner.MostHeavy; n++)
        {
            await RequestAsync(test, heavy, $"{n}");
        }

        var running = Enumerable.Range(0, JobRunner.MostHeavy).Select(_ => Task.Run(() => Runner(test, heavy, light).RunOnceAsync(Ct), Ct)).ToList();
        for (var n = 0; n < JobRunner.MostHeavy; n++)
        {
            Assert.True(await begun.WaitAsync(Patience, Ct));
        }

        Assert.False(await Runner(test, heavy, light).RunOnceAsync(Ct));
        var lightId = (await RequestAsync(test, light, "k")).Id;
        Assert.True(await Runner(test, heavy, light).RunOnceAsync(Ct));
        Assert.Equal(JobState.Done, (await FindAsync(test, lightId)).State);
        goOn.SetResult();
        Assert.All(await Task.WhenAll(running), Assert.True);
        Assert.True(await Runner(test, heavy).RunOnceAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task CancelJob_Waiting_EndsAtOnceAndCannotBeCancelledAgain(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var kind = Kind("t.work", _ => "done");
        var id = (await RequestAsync(test, kind, "k")).Id;

        var first = await CancelAsync(test, id);
        var second = await CancelAsync(test, id);

        Assert.Equal(JobState.Cancelled, first.Value?.State);
        Assert.Equal("ENV-031", second.Refusal?.Code);
        Assert.Equal("ENV-030", (await CancelAsync(test, Guid.CreateVersion7())).Refusal?.Code);
        Assert.False(await Runner(test, kind).RunOnceAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task CancelJob_Running_EndsAtItsNextStep(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var begun = new TaskCompletionSource();
        var kind = new JobKind("t.work", "试", false, async (run, ct) =>
        {
            for (var n = 0; ; n++)
            {
                await run.ReportAsync(n, 1000, "读取", ct);
                begun.TrySetResult();
                await Task.Delay(20, ct);
            }
        });
        var id = (await RequestAsync(test, kind, "k")).Id;
        var running = Runner(test, kind).RunOnceAsync(Ct);
        await begun.Task.WaitAsync(Patience, Ct);

        Assert.False((await CancelAsync(test, id)).IsRefused);
        await running.WaitAsync(Patience, Ct);

        var job = await FindAsync(test, id);
        Assert.Equal((JobState.Cancelled, 1000, "读取"), (job.State, job.StepsTotal, job.Step));
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_ProcessStops_GivesTheJobBackUntried(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var begun = new TaskCompletionSource();
        var kind = new JobKind("t.work", "试", false, async (_, ct) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return "never";
        });
        var id = (await RequestAsync(test, kind, "k")).Id;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = Runner(test, kind).RunOnceAsync(stop.Token);
        await begun.Task.WaitAsync(Patience, Ct);

        await stop.CancelAsync();
        await running.WaitAsync(Patience, Ct);

        var job = await FindAsync(test, id);
        Assert.Equal((JobState.Waiting, 0), (job.State, job.Attempts));
    }

    [Theory, EveryStore]
    public async Task RunAsync_UntilStopped_DoesManyJobsAtOnceAndGivesBackWhatWasBegun(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        using var both = new Barrier(2);
        var done = new CountdownEvent(6);
        var kind = Kind("t.pair", _ =>
        {
            // Two at once, or nobody gets on.
            Assert.True(both.SignalAndWait(Patience, Ct));
            done.Signal();
            return "done";
        });
        var threaded = kind with { RunAsync = (run, ct) => Task.Run(() => kind.RunAsync(run, ct), ct) };
        for (var n = 0; n < 6; n++)
        {
            await RequestAsync(test, threaded, $"{n}");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = Runner(test, threaded).RunAsync(2, stop.Token);
        await Task.Run(() => Assert.True(done.Wait(Patience, Ct)), Ct);
        await stop.CancelAsync();
        await running.WaitAsync(Patience, Ct);

        await using var db = test.NewContext();
        Assert.All(await db.Set<Job>().ToListAsync(Ct), job => Assert.True(job.State is JobState.Done or JobState.Waiting));
    }

    [Theory, EveryStore]
    public async Task RunOnceAsync_ScheduleAfterThreeDaysAway_WorksOffEveryMissedTimeOnce(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var planned = new List<DateTime>();
        var kind = Kind("t.daily", run =>
        {
            planned.Add(run.DueUtc);
            return "done";
        });
        JobSchedule[] schedules = [new("daily", kind, new(0, 30), CatchUp: CatchUp.Every)];
        JobRunner NewRunner() => new(test.Store, new([kind]), schedules, _clock, NullLogger<JobRunner>.Instance);
        while (await NewRunner().RunOnceAsync(Ct))
        {
        }

        planned.Clear();
        _clock.Advance(TimeSpan.FromDays(3));
        while (await NewRunner().RunOnceAsync(Ct))
        {
        }

        Assert.Equal(["07-02 00:30", "07-03 00:30", "07-04 00:30"], planned.Select(p => $"{ChinaTime.CivilOf(p):MM-dd HH:mm}"));
    }

    [Theory, EveryStore]
    public async Task Log_OfAJobThatStumblesAndIsDone_TellsItInOrder(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var attempts = 0;
        var kind = new JobKind("t.work", "试", false, async (run, ct) =>
        {
            await run.ReportAsync(0, 3, "读取", ct);
            _clock.Advance(TimeSpan.FromSeconds(1));
            await run.ReportAsync(1, 3, "读取", ct);
            _clock.Advance(TimeSpan.FromSeconds(1));
            await run.ReportAsync(2, 3, "写入", ct);
            return ++attempts == 1 ? throw new IOException("disk") : "2 3";
        });
        var id = (await RequestAsync(test, kind, "k")).Id;
        await Runner(test, kind).RunOnceAsync(Ct);
        _clock.Advance(TimeSpan.FromHours(1));
        await Runner(test, kind).RunOnceAsync(Ct);

        await using var db = test.NewContext();
        var log = await JobQueries.LogAsync(db, id, Ct);

        Assert.Equal(
            ["Requested 0 local", "Begun 1 ", "Step 1 读取", "Step 1 写入", "Stumbled 1 ENV-032", "Begun 2 ", "Step 2 读取", "Step 2 写入", "Done 2 2 3"],
            log.Select(line => $"{line.Event} {line.Attempt} {line.Words}"));
        Assert.Equal("disk", log[4].Failure?.Arguments["reason"]);
        Assert.Equal((2, 3), (log[3].StepsDone, log[3].StepsTotal));
        Assert.Equal(Enumerable.Range(1, log.Count), log.Select(line => line.Seq));
        Assert.Equal(log.Select(line => line.AtUtc).Order(), log.Select(line => line.AtUtc));
    }

    [Theory, EveryStore]
    public async Task Log_OfAJobWithManySteps_KeepsTheNewestLines(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var kind = new JobKind("t.work", "试", false, async (run, ct) =>
        {
            for (var step = 1; step <= JobLogLine.Most + 10; step++)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                await run.ReportAsync(step, 0, $"第{step}步", ct);
            }

            return "done";
        });
        var id = (await RequestAsync(test, kind, "k")).Id;
        await Runner(test, kind).RunOnceAsync(Ct);

        await using var db = test.NewContext();
        var kept = await db.Set<JobLogLine>().Where(line => line.JobId == id).OrderBy(line => line.Seq).ToListAsync(Ct);

        // Requested, begun, the steps, done: the newest 200 of them.
        Assert.Equal((JobLogLine.Most, JobLogLine.Most + 13, JobEvent.Done), (kept.Count, kept[^1].Seq, kept[^1].Event));
        Assert.Equal(JobLogLine.Most + 13, (await FindAsync(test, id)).LogLines);
    }

    [Theory, EveryStore]
    public async Task Log_OfAForgottenJob_GoesWithIt(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        await RequestAsync(test, Kind("t.work", _ => "done"), "k");
        await using var db = test.NewContext();
        Assert.Equal(1, await db.Set<JobLogLine>().CountAsync(Ct));

        await db.Set<Job>().ExecuteDeleteAsync(Ct);

        Assert.Equal(0, await db.Set<JobLogLine>().CountAsync(Ct));
    }

    private static JobKind Kind(string code, Func<JobRun, string> work) => new(code, "试", false, (run, _) => Task.FromResult<Outcome<string>>(work(run)));

    private JobRunner Runner(TestStore test, params JobKind[] kinds) => new(test.Store, new(kinds), [], _clock, NullLogger<JobRunner>.Instance);

    private async Task<Job> RequestAsync(TestStore test, JobKind kind, string key, object? arguments = null, DateTime? dueUtc = null)
    {
        await using var db = test.NewContext();
        return (await RequestJob.RunAsync(db, kind, key, arguments ?? new { }, dueUtc, Actor.Local, _clock, Ct)).Value!;
    }

    private async Task<Outcome<Job>> CancelAsync(TestStore test, Guid id)
    {
        await using var db = test.NewContext();
        return await CancelJob.RunAsync(db, id, Actor.Local, _clock, Ct);
    }

    private static async Task<Job> FindAsync(TestStore test, Guid id)
    {
        await using var db = test.NewContext();
        return (await JobQueries.FindAsync(db, id, Ct))!;
    }

    private sealed record Words(string Text);
}
