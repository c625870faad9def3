using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation.Housekeeping;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Texts;

namespace Lanshao.Front.Operations;

/// <summary>How work behind the pages is told.</summary>
internal static class JobWords
{
    public static readonly IReadOnlyList<JobState> States = [JobState.Waiting, JobState.Running, JobState.Done, JobState.Failed, JobState.Cancelled];

    public static string Of(JobState state) => state switch
    {
        JobState.Waiting => "等待运行",
        JobState.Running => "正在运行",
        JobState.Done => "运行完毕",
        JobState.Failed => "运行失败",
        _ => "已取消",
    };

    /// <summary>Returns the name of a kind; a kind of another program is told by its code.</summary>
    public static string Name(JobKinds kinds, string code, UiTexts texts) => kinds.Find(code) is { } kind ? texts[kind.Name] : code;

    /// <summary>Returns how far a job is: what it is at, and its steps where they are known.</summary>
    public static string Progress(Job job, UiTexts texts) => (job.StepsTotal > 0, job.Step.Length > 0) switch
    {
        (true, true) => texts["{0}：{1}/{2}", texts[job.Step], job.StepsDone, job.StepsTotal],
        (true, false) => texts["{0}/{1}", job.StepsDone, job.StepsTotal],
        (false, true) => texts[job.Step],
        _ => string.Empty,
    };

    /// <summary>Returns what a job made, or why it has not.</summary>
    public static string Result(Job job, UiTexts texts) => job switch
    {
        { Failure: { } failure } => ErrorTexts.Sentence(failure, texts.Language),
        { Result: { Length: > 0 } result } => Made(job.Kind, result, texts),
        _ => string.Empty,
    };

    public static string Time(DateTime? instantUtc) => instantUtc is { } instant ? ImportWords.Time(instant) : string.Empty;

    /// <summary>Returns the beginning of a hash: enough to compare by eye.</summary>
    public static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    private static string Made(string kind, string result, UiTexts texts)
    {
        var parts = result.Split(' ');
        return parts.Length != 2 ? result
            : kind == AuditCheck.Kind.Code ? texts["审计链{0}条完整，末条校验值{1}", parts[0], Short(parts[1])]
            : kind == TidyUp.Kind.Code ? texts["放弃预览{0}个，清理任务{1}项", parts[0], parts[1]]
            : result;
    }
}
