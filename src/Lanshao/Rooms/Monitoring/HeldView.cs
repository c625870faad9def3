using System.Globalization;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Held;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Monitoring;

/// <summary>待裁定报文: what is kept aside, what each content says, who decided what, and what it changed.</summary>
internal sealed record HeldView(PageTable Waiting, PageTable Verdicts, IReadOnlyList<HeldView.Choice> Choices, IReadOnlyList<FrameVerdict> Revocable, IReadOnlyList<FrameVerdict> Undoing, DataCorrection? Sheet)
{
    private const int Most = 100;
    private const int MostForms = 20;

    private static readonly IReadOnlyList<Column> WaitingColumns =
        [new("到达时间", ColumnKind.OneLine), new("设备编号", ColumnKind.OneLine), new("名称"), new("原因", ColumnKind.Prose), new("帧数", ColumnKind.Figure), new("数据时间", ColumnKind.OneLine), new("先到内容", ColumnKind.Prose), new("待定内容", ColumnKind.Prose), new("状态", ColumnKind.OneLine)];

    private static readonly IReadOnlyList<Column> VerdictColumns =
        [new("初核时间", ColumnKind.OneLine), new("设备编号", ColumnKind.OneLine), new("名称"), new("原因", ColumnKind.Prose), new("帧数", ColumnKind.Figure), new("数据日期", ColumnKind.OneLine), new("依据", ColumnKind.Prose), new("初核岗位"), new("复核岗位"), new("结论", ColumnKind.OneLine)];

    /// <summary>What one form decides about.</summary>
    /// <param name="Group">The frames.</param>
    /// <param name="Device">The name of their device.</param>
    /// <param name="Open">The proposal that waits for a second post; null where none does.</param>
    public sealed record Choice(HeldGroup Group, string Device, FrameVerdict? Open)
    {
        public string Key => Group.FirstSeq.ToString(CultureInfo.InvariantCulture);
    }

    public static async Task<HeldView> OfAsync(LanshaoContext db, MonitoringStores stores, string? mn, UiTexts texts, PageAddress here, CancellationToken ct)
    {
        await using var series = stores.Series.NewContext();
        await using var journal = stores.Journal.NewContext();
        var groups = await HeldQueries.WaitingAsync(series, mn, Most, ct);
        var verdicts = await HeldQueries.VerdictsAsync(db, mn, Most, ct);
        var devices = groups.Select(group => group.Mn).Distinct().ToList();
        var names = await db.Set<Device>().AsNoTracking().Where(device => devices.Contains(device.Mn)).ToDictionaryAsync(device => device.Mn, device => device.Name, StringComparer.Ordinal, ct);
        var choices = groups.ConvertAll(group => new Choice(group, names.GetValueOrDefault(group.Mn) ?? group.Mn, verdicts.Find(verdict => verdict.State == VerdictState.Proposed && verdict.Undoes is null && verdict.Mn == group.Mn && verdict.Reason == group.Reason && verdict.FirstSeq <= group.LastSeq && verdict.LastSeq >= group.FirstSeq)));
        var rows = new List<TableRow>();
        foreach (var choice in choices)
        {
            rows.Add(Row(choice, await HeldQueries.ContentsAsync(journal, choice.Group.LastSeq, ct), texts, here));
        }

        return new(
            new(texts["待裁定报文"], WaitingColumns, rows) { IsWide = true, Below = [texts["报文均已留存并应答；裁定放行前不产生数据，维持暂存也不删除报文。"]] },
            new(texts["报文裁定记录"], VerdictColumns, [.. verdicts.Select(verdict => Row(verdict, texts, here))]) { IsWide = true },
            [.. choices.Take(MostForms)],
            [.. verdicts.Where(verdict => verdict.CanBeRevoked).Take(Most)],
            [.. verdicts.Where(verdict => verdict is { Undoes: not null, State: VerdictState.Proposed }).Take(MostForms)],
            Guid.TryParse(here.Text("id"), CultureInfo.InvariantCulture, out var id) ? await IssueCorrections.FindAsync(db, id, ct) : null);
    }

    /// <summary>Returns a verdict in words, as a choice names it.</summary>
    public static string Sentence(FrameVerdict verdict, UiTexts texts) =>
        texts["{0} {1}（{2}）{3}，{4}帧，{5}", Time(verdict.FirstUtc), verdict.DeviceName, verdict.Mn, texts[VerdictWords.Of(verdict.Reason)], verdict.Frames, texts[VerdictWords.Of(verdict.State)]];

    private static TableRow Row(Choice choice, (JournalFrame? Frame, IReadOnlyList<JournalFrame> Before) contents, UiTexts texts, PageAddress here)
    {
        var group = choice.Group;
        return new(
        [
            Cell.Of(Time(group.ReceivedUtc)),
            Cell.Of(group.Mn).LinkedTo(here.To(DevicesView.Path + "/device", ("mn", group.Mn))),
            Cell.Of(choice.Device),
            Cell.Of(texts[VerdictWords.Of(group.Reason)]),
            Cell.Whole(group.Frames),
            Cell.Of(group.DataFromUtc == group.DataToUtc ? Time(group.DataFromUtc) : $"{Time(group.DataFromUtc)}—{Time(group.DataToUtc)}"),
            contents.Before.Count == 0 ? Cell.Missing(texts["没有先到的报文"]) : Cell.Of([.. contents.Before.Select(frame => DeviceFrames.Values(frame.Bytes))]),
            Cell.Of(contents.Frame is { } frame ? DeviceFrames.Values(frame.Bytes) : string.Empty),
            Cell.Of(choice.Open is null ? texts["待初核"] : texts["待复核"]),
        ]);
    }

    private static TableRow Row(FrameVerdict verdict, UiTexts texts, PageAddress here) => new(
    [
        Cell.Of(Time(verdict.FirstUtc)),
        Cell.Of(verdict.Mn).LinkedTo(here.To(DevicesView.Path + "/device", ("mn", verdict.Mn))),
        Cell.Of(verdict.DeviceName),
        Cell.Of(texts[VerdictWords.Of(verdict.Reason)]),
        Cell.Whole(verdict.Frames),
        Cell.Of(verdict.DataFromOn == verdict.DataToOn ? $"{verdict.DataFromOn:yyyy-MM-dd}" : $"{verdict.DataFromOn:yyyy-MM-dd}—{verdict.DataToOn:yyyy-MM-dd}"),
        Cell.Of(verdict.Evidence),
        Cell.Of(verdict.FirstPost),
        verdict.SecondPost is { } post ? Cell.Of(post).Noted(verdict.SecondNote) : Cell.Missing(texts[verdict.State == VerdictState.Proposed ? "待复核" : "不改数值，一岗办理"]),
        Conclusion(verdict, texts, here),
    ]);

    private static Cell Conclusion(FrameVerdict verdict, UiTexts texts, PageAddress here)
    {
        var words = Cell.Of(texts[VerdictWords.Of(verdict.State)]).Noted(verdict is { Undoes: not null, State: VerdictState.Proposed or VerdictState.Returned } ? texts["申请撤销裁定"] : null);
        return verdict.Before is null ? words : words.LinkedTo(here.To(DoubtsView.Path, ("id", $"{verdict.Id}")));
    }

    private static string Time(DateTime instantUtc) => $"{ChinaTime.CivilOf(instantUtc):yyyy-MM-dd HH:mm}";
}
