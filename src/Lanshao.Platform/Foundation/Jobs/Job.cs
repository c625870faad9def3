using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Foundation.Jobs;

/// <summary>Work that outlives a request. One runner at a time holds its lease; a lease that runs out lets another take over.</summary>
public sealed class Job : IUnrecorded, IVersioned
{
    /// <summary>How often a job is begun before it is given up.</summary>
    public const int MostAttempts = 5;

    private const int MostMessageCharacters = 500;
    private readonly List<JobLogLine> _news = [];

    private Job(Guid id, string kind, string key, string arguments, bool isHeavy, DateTime dueUtc, DateTime requestedUtc, string requestedBy)
    {
        Id = id;
        Kind = kind;
        Key = key;
        Arguments = arguments;
        IsHeavy = isHeavy;
        DueUtc = dueUtc;
        RequestedUtc = requestedUtc;
        RequestedBy = requestedBy;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets the code of the <see cref="JobKind"/>.</summary>
    public string Kind { get; private set; }

    /// <summary>Gets what makes the job one: asked for twice with the same key, it is done once.</summary>
    public string Key { get; private set; }

    /// <summary>Gets the arguments as JSON.</summary>
    public string Arguments { get; private set; }

    public bool IsHeavy { get; private set; }

    public JobState State { get; private set; }

    /// <summary>Gets the instant before which the job does not begin.</summary>
    public DateTime DueUtc { get; private set; }

    public DateTime RequestedUtc { get; private set; }

    public string RequestedBy { get; private set; }

    public DateTime? StartedUtc { get; private set; }

    public DateTime? EndedUtc { get; private set; }

    public string? LeaseHolder { get; private set; }

    public DateTime? LeaseUntilUtc { get; private set; }

    /// <summary>Gets how often the job was begun.</summary>
    public int Attempts { get; private set; }

    public bool CancelRequested { get; private set; }

    public long StepsDone { get; private set; }

    /// <summary>Gets the number of steps; 0 while it is not known.</summary>
    public long StepsTotal { get; private set; }

    /// <summary>Gets what the job is at, in the words of the pages (Chinese, a key of the texts).</summary>
    public string Step { get; private set; } = string.Empty;

    /// <summary>Gets what the job made (a file's hash, a batch); null until it is done.</summary>
    public string? Result { get; private set; }

    /// <summary>Gets why the job failed last time, as a code of docs/error-codes.md; null when it has not.</summary>
    public string? FailureCode { get; private set; }

    /// <summary>Gets the arguments of the last failure as JSON.</summary>
    public string? FailureArguments { get; private set; }

    /// <summary>Gets how many lines its log has had so far.</summary>
    public int LogLines { get; private set; }

    public int Version { get; private set; }

    /// <summary>Gets why the job failed last time; null when it has not.</summary>
    public Refusal? Failure => FailureCode is null ? null : new(FailureCode, RefusalKind.Conflict, JsonSerializer.Deserialize<Dictionary<string, string>>(FailureArguments ?? "{}")!);

    public bool HasEnded => State is JobState.Done or JobState.Failed or JobState.Cancelled;

    internal static Job Request(JobKind kind, string key, string arguments, DateTime dueUtc, Actor actor, DateTime nowUtc)
    {
        var job = new Job(Guid.CreateVersion7(), kind.Code, key, arguments, kind.IsHeavy, dueUtc, nowUtc, actor.Id);
        job.Note(JobEvent.Requested, actor.Id, nowUtc);
        return job;
    }

    /// <summary>Returns what has happened since the last time it was asked; the caller's save keeps it.</summary>
    internal IReadOnlyList<JobLogLine> TakeNews()
    {
        JobLogLine[] news = [.. _news];
        _news.Clear();
        return news;
    }

    /// <summary>Asks for an end: a waiting job ends at once, a running one at its next step.</summary>
    internal Outcome<Job> Cancel(Actor actor, DateTime nowUtc)
    {
        if (HasEnded)
        {
            return Refusal.Conflict("ENV-031", ("key", Id.ToString("D")));
        }

        if (!CancelRequested)
        {
            Note(JobEvent.CancelAsked, actor.Id, nowUtc);
        }

        CancelRequested = true;
        if (State == JobState.Waiting)
        {
            End(JobState.Cancelled, nowUtc);
        }

        return this;
    }

    /// <summary>Whether a runner may take the job now.</summary>
    internal bool IsFree(DateTime nowUtc) => (State == JobState.Waiting && DueUtc <= nowUtc) || (State == JobState.Running && LeaseUntilUtc <= nowUtc);

    /// <summary>Takes the job, or ends it when it was begun too often or is to be cancelled.</summary>
    /// <returns>Whether the holder has it.</returns>
    internal bool TryTake(string holder, DateTime nowUtc, DateTime leaseUntilUtc)
    {
        if (CancelRequested)
        {
            End(JobState.Cancelled, nowUtc);
            return false;
        }

        if (Attempts >= MostAttempts)
        {
            Fail(Refusal.Conflict("ENV-033"), nowUtc);
            return false;
        }

        (State, LeaseHolder, LeaseUntilUtc) = (JobState.Running, holder, leaseUntilUtc);
        (StartedUtc, StepsDone, StepsTotal, Step) = (nowUtc, 0, 0, string.Empty);
        Attempts++;
        Note(JobEvent.Begun, string.Empty, nowUtc);
        return true;
    }

    internal bool IsHeldBy(string holder) => State == JobState.Running && LeaseHolder == holder;

    internal void Renew(DateTime leaseUntilUtc) => LeaseUntilUtc = leaseUntilUtc;

    internal void Report(long done, long total, string step, DateTime nowUtc)
    {
        var isNew = Cut(step) != Step && step.Length > 0;
        (StepsDone, StepsTotal, Step) = (done, total, Cut(step));
        if (isNew)
        {
            Note(JobEvent.Step, Step, nowUtc);
        }
    }

    internal void Succeed(string? result, DateTime nowUtc)
    {
        (Result, FailureCode, FailureArguments) = (result, null, null);
        End(JobState.Done, nowUtc);
    }

    internal void Fail(Refusal reason, DateTime nowUtc)
    {
        Remember(reason);
        End(JobState.Failed, nowUtc);
    }

    /// <summary>Gives the job back after a stumble, to be begun again later; gives it up after the last attempt.</summary>
    internal void Retry(Refusal reason, DateTime nowUtc, TimeSpan pause)
    {
        Remember(reason);
        if (Attempts >= MostAttempts)
        {
            End(JobState.Failed, nowUtc);
            return;
        }

        Note(JobEvent.Stumbled, reason.Code, nowUtc);
        (State, DueUtc, LeaseHolder, LeaseUntilUtc) = (JobState.Waiting, nowUtc + pause, null, null);
    }

    /// <summary>Gives the job back untried, because the runner stops.</summary>
    internal void Release(DateTime nowUtc)
    {
        Note(JobEvent.PutBack, string.Empty, nowUtc);
        (State, LeaseHolder, LeaseUntilUtc) = (JobState.Waiting, null, null);
        Attempts--;
    }

    internal void EndCancelled(DateTime nowUtc) => End(JobState.Cancelled, nowUtc);

    private void End(JobState state, DateTime nowUtc)
    {
        (State, EndedUtc, LeaseHolder, LeaseUntilUtc) = (state, nowUtc, null, null);
        var (happened, words) = state switch
        {
            JobState.Done => (JobEvent.Done, Cut(Result ?? string.Empty)),
            JobState.Failed => (JobEvent.Failed, FailureCode ?? string.Empty),
            _ => (JobEvent.Cancelled, string.Empty),
        };
        Note(happened, words, nowUtc);
    }

    private void Note(JobEvent happened, string words, DateTime nowUtc) => _news.Add(JobLogLine.Of(this, ++LogLines, happened, words, nowUtc));

    private void Remember(Refusal reason) => (FailureCode, FailureArguments) = (reason.Code, JsonSerializer.Serialize(reason.Arguments.ToDictionary(a => a.Key, a => Cut(a.Value))));

    private static string Cut(string text) => text.Length <= MostMessageCharacters ? text : text[..MostMessageCharacters];

    internal sealed class Mapping : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> builder)
        {
            builder.HasKey(j => j.Id);
            builder.Ignore(j => j.HasEnded).Ignore(j => j.Failure);
            builder.HasIndex(j => new { j.Kind, j.Key }).IsUnique();
            builder.HasIndex(j => new { j.State, j.DueUtc });
        }
    }
}
