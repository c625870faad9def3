using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Foundation.Jobs;

/// <summary>What happened to a job.</summary>
public enum JobEvent
{
    Requested,
    Begun,

    /// <summary>Came to another step of its work.</summary>
    Step,
    CancelAsked,

    /// <summary>Stumbled, to be begun again later.</summary>
    Stumbled,

    /// <summary>Given back untried, because the runner stopped.</summary>
    PutBack,
    Done,
    Failed,
    Cancelled,
}

/// <summary>One line of the log of a job, in the order in which things happened. A job keeps its newest <see cref="Most"/> lines.</summary>
public sealed class JobLogLine : IUnrecorded
{
    public const int Most = 200;

    private JobLogLine(Guid jobId, int seq, DateTime atUtc, JobEvent @event, int attempt, string words)
    {
        JobId = jobId;
        Seq = seq;
        AtUtc = atUtc;
        Event = @event;
        Attempt = attempt;
        Words = words;
    }

    public Guid JobId { get; private set; }

    /// <summary>Gets the place of the line, from 1; lines that were let go leave a gap at the beginning.</summary>
    public int Seq { get; private set; }

    public DateTime AtUtc { get; private set; }

    public JobEvent Event { get; private set; }

    /// <summary>Gets which attempt it was.</summary>
    public int Attempt { get; private set; }

    /// <summary>Gets the step in the words of the pages, the result, the code of the failure, or who asked.</summary>
    public string Words { get; private set; }

    public long StepsDone { get; private set; }

    public long StepsTotal { get; private set; }

    /// <summary>Gets the arguments of a failure as JSON.</summary>
    public string? FailureArguments { get; private set; }

    /// <summary>Gets why the job failed or stumbled here; null for other lines.</summary>
    public Refusal? Failure => Event is JobEvent.Failed or JobEvent.Stumbled && FailureArguments is not null
        ? new(Words, RefusalKind.Conflict, JsonSerializer.Deserialize<Dictionary<string, string>>(FailureArguments)!)
        : null;

    /// <summary>Makes the next line of a job.</summary>
    internal static JobLogLine Of(Job job, int seq, JobEvent happened, string words, DateTime nowUtc) => new(job.Id, seq, nowUtc, happened, job.Attempts, words)
    {
        StepsDone = job.StepsDone,
        StepsTotal = job.StepsTotal,
        FailureArguments = happened is JobEvent.Failed or JobEvent.Stumbled ? job.FailureArguments : null,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<JobLogLine>
    {
        public void Configure(EntityTypeBuilder<JobLogLine> builder)
        {
            builder.HasKey(line => new { line.JobId, line.Seq });
            builder.Ignore(line => line.Failure);
            builder.HasOne<Job>().WithMany().HasForeignKey(line => line.JobId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
