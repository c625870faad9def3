using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Notices.Outward;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Alerts;

/// <summary>How it is told whether and how a notice left the house.</summary>
internal static class OutwardWords
{
    /// <summary>Returns where notices go.</summary>
    public static string Of(NoticeOutlet outlet, UiTexts t) => (outlet.IsOpen, outlet.IsForAll) switch
    {
        (false, _) => t["通知只在本系统内发送，不发短信和邮件。"],
        (true, false) => t["通知在本系统内发送；立即处置的同时发往设置中的对外地址。"],
        _ => t["通知在本系统内发送，同时发往设置中的对外地址。"],
    };

    /// <summary>Returns how far one has got.</summary>
    public static Cell Of(Job? job, UiTexts t) => job switch
    {
        null => Cell.Missing(t["未对外发送"]),
        { State: JobState.Done, EndedUtc: { } ended } => Cell.Of(AlertCells.Time(ended)),
        { State: JobState.Failed, Failure: { } failure } => Cell.Of(t["未送达"]).Noted(ErrorTexts.Sentence(failure, t.Language)),
        { Attempts: > 0 } => Cell.Of(t["第{0}次未成，稍后再发", job.Attempts]),
        _ => Cell.Of(t["等待发送"]),
    };
}
