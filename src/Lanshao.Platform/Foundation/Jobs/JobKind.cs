using System.Text.Json;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Foundation.Jobs;

/// <summary>One kind of work: how it is done, and whether it is heavy. A body may run again after a stumble and changes nothing the second time.</summary>
/// <param name="Code">Stable code, <c>room.work</c>.</param>
/// <param name="Name">What pages print (Chinese, a key of the texts).</param>
/// <param name="IsHeavy">Heavy work runs at most <see cref="JobRunner.MostHeavy"/> at once over all processes.</param>
/// <param name="RunAsync">The work; the outcome's text is the result (a hash, a batch), a refusal ends the job at once.</param>
public sealed record JobKind(string Code, string Name, bool IsHeavy, Func<JobRun, CancellationToken, Task<Outcome<string>>> RunAsync);

/// <summary>What a running job knows: its arguments, the store, and how to tell how far it is.</summary>
public sealed class JobRun
{
    private readonly Func<long, long, string, CancellationToken, Task> _report;

    internal JobRun(Job job, Store store, TimeProvider clock, Func<long, long, string, CancellationToken, Task> report)
    {
        JobId = job.Id;
        Arguments = job.Arguments;
        RequestedBy = job.RequestedBy;
        DueUtc = job.DueUtc;
        Store = store;
        Clock = clock;
        _report = report;
    }

    public Guid JobId { get; }

    public string Arguments { get; }

    public string RequestedBy { get; }

    /// <summary>Gets the time for which the job was planned.</summary>
    public DateTime DueUtc { get; }

    public Store Store { get; }

    public TimeProvider Clock { get; }

    public T ArgumentsAs<T>()
        where T : class => JsonSerializer.Deserialize<T>(Arguments, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The job has no arguments.");

    /// <summary>Tells how far the work is; cheap enough to call for every chunk.</summary>
    /// <param name="done">Steps done.</param>
    /// <param name="total">Steps in all; 0 while not known.</param>
    /// <param name="step">What is being done, in the words of the pages.</param>
    /// <param name="ct">The job's own token.</param>
    /// <exception cref="OperationCanceledException">The job is to end.</exception>
    public Task ReportAsync(long done, long total, string step, CancellationToken ct) => _report(done, total, step, ct);
}

/// <summary>All kinds of work that the program knows; rooms give them, the program puts them together.</summary>
public sealed class JobKinds(IEnumerable<JobKind> kinds)
{
    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(k => k.Code, StringComparer.Ordinal);

    public IReadOnlyCollection<JobKind> All => _kinds.Values;

    public JobKind? Find(string code) => _kinds.GetValueOrDefault(code);
}
