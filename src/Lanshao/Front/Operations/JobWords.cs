using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation.Housekeeping;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Notices.Outward;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Shell;
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

    /// <summary>Returns a line of the log as people read it.</summary>
    public static Timeline.Step Line(Job job, JobLogLine line, UiTexts texts)
    {
        var step = new Timeline.Step(Time(line.AtUtc), texts[What(line.Event)]);
        return line.Event switch
        {
            JobEvent.Requested or JobEvent.CancelAsked => step with { Who = texts[ImportWords.Who(line.Words)] },
            JobEvent.Begun => step with { What = texts["第{0}次开始", line.Attempt] },
            JobEvent.Step => step with { What = texts[line.Words], Note = line.StepsTotal > 0 ? texts["{0}/{1}", line.StepsDone, line.StepsTotal] : null },
            JobEvent.Done => step with { State = Of(JobState.Done), Note = line.Words.Length > 0 ? Made(job.Kind, line.Words, texts) : null },
            JobEvent.Cancelled => step with { State = Of(JobState.Cancelled) },
            JobEvent.Failed => step with { State = Of(JobState.Failed), Note = Reason(line, texts) },
            JobEvent.Stumbled => step with { Note = Reason(line, texts) },
            _ => step,
        };
    }

    public static string Time(DateTime? instantUtc) => instantUtc is { } instant ? ImportWords.Time(instant) : string.Empty;

    /// <summary>Returns the beginning of a hash: enough to compare by eye.</summary>
    public static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    private static string What(JobEvent happened) => happened switch
    {
        JobEvent.Requested => "提出",
        JobEvent.CancelAsked => "要求取消",
        JobEvent.Stumbled => "未完成，稍后重试",
        JobEvent.PutBack => "服务停止，放回等待",
        _ => "结束",
    };

    private static string? Reason(JobLogLine line, UiTexts texts) => line.Failure is { } failure ? $"{ErrorTexts.Sentence(failure, texts.Language)}（{failure.Code}）" : null;

    private static string Made(string kind, string result, UiTexts texts)
    {
        var parts = result.Split(' ');
        return kind == PreviewExpired.Code && parts.Length == 3 ? texts["{0}将删除报文{1}帧、实时和分钟数据{2}个；小时、日、月数据不删", parts[0], parts[1], parts[2]]
            : kind == SendNotice.Code ? result.Length == 0 ? string.Empty : texts["对方已接收（{0}）", result]
            : kind == ForgetExports.Code ? texts["清理{0}条", result]
            : kind == PrepareMonths.Code && result.Length > 0 ? texts["新建月份数据表{0}个", result]
            : parts.Length != 2 ? result
            : kind == AuditCheck.Kind.Code ? texts["审计链{0}条完整，末条校验值{1}", parts[0], Short(parts[1])]
            : kind == TidyUp.Kind.Code ? texts["放弃预览{0}个，清理任务{1}项", parts[0], parts[1]]
            : kind == DeleteExpired.Code ? texts["删除报文{0}帧、实时和分钟数据{1}个", parts[0], parts[1]]
            : result;
    }
}
