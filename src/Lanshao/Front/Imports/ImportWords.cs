using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Texts;

namespace Lanshao.Front.Imports;

/// <summary>How imports are told.</summary>
internal static class ImportWords
{
    public static string Of(ImportAction action) => action switch
    {
        ImportAction.Add => "新增",
        ImportAction.Change => "有修改",
        ImportAction.Remove => "原有本次无",
        ImportAction.Unchanged => "未变化",
        _ => "未识别",
    };

    public static string Of(ImportState state) => state switch
    {
        ImportState.Previewed => "待确认",
        ImportState.Applied => "已导入",
        ImportState.Undone => "已撤销",
        _ => "已放弃",
    };

    /// <summary>Returns the answer of the page in one sentence.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="rows">How many of its rows come to what.</param>
    /// <param name="summary">What the file holds, in the words of its offer; null for the plain counts.</param>
    /// <param name="texts">The language.</param>
    public static string Answer(ImportBatch batch, ImportCounts rows, string? summary, UiTexts texts)
    {
        var counts = summary ?? texts[rows.Rejected == 0 ? "本次{0}行，新增{1}条、修改{2}条、撤销{3}条、未变化{4}条，未识别0条" : "本次{0}行，新增{1}条、修改{2}条、撤销{3}条、未变化{4}条，未识别{5}条（可下载）", rows.All, rows.Added, rows.Changed, rows.Removed, rows.Unchanged, rows.Rejected];
        return batch.State switch
        {
            ImportState.Previewed when !batch.ChangesSomething => texts["{0}。没有需要导入的内容。", counts],
            ImportState.Previewed => texts["{0}。请逐条确认，确认前不会改动任何数据。", counts],
            ImportState.Applied => texts["已导入：{0}。", counts],
            ImportState.Undone => texts["已撤销，导入的内容已退回原状：{0}。", counts],
            _ => texts["已放弃，未改动任何数据：{0}。", counts],
        };
    }

    /// <summary>Returns the name of who did it; the actors without an account are known by theirs.</summary>
    public static string Who(string actor) => actor == Actor.Local.Id ? Actor.Local.Name : actor == Actor.System.Id ? Actor.System.Name : actor;

    public static string Time(DateTime instantUtc) => $"{ChinaTime.CivilOf(instantUtc):yyyy-MM-dd HH:mm}";
}
