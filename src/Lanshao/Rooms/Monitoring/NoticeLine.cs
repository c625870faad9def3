using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>One notice of the device side with what was found when somebody looked.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="LastUtc">When it was last so.</param>
/// <param name="Device">The name of the device.</param>
/// <param name="Detail">What was seen, in words.</param>
/// <param name="Check">The last check; null where there was none.</param>
internal sealed record NoticeLine(NoticeKey Key, DateTime LastUtc, string Device, string Detail, NoticeCheck? Check)
{
    public int Times { get; init; }

    /// <summary>Gets the message of which parts are missing; null of other notices.</summary>
    public WaitingParts? Parts { get; init; }

    /// <summary>Gets whether nobody has looked since it was last so.</summary>
    public bool IsOpen => Check is null || Check.CheckedUtc < LastUtc;

    public static string WordOf(string kind) => kind switch
    {
        nameof(DeviceNoticeKind.NewNetwork) => "从新网段上报",
        nameof(DeviceNoticeKind.TwoConnections) => "两处同时上报",
        NoticeKey.MissingParts => "分包未收齐",
        _ => "数据时间超前10分钟以上",
    };

    /// <summary>Returns it in words, as a choice names it.</summary>
    public string Sentence(UiTexts texts) => texts["{0} {1}（{2}）{3}：{4}", Time(LastUtc), Device, Key.Mn, texts[WordOf(Key.Kind)], Detail];

    public TableRow NoticeRow(PageAddress here, UiTexts texts) => new([Cell.Of(Time(LastUtc)), .. Who(here), Cell.Of(texts[WordOf(Key.Kind)]), Cell.Of(Detail), Cell.Whole(Times), .. Looked(texts)]);

    public TableRow PartRow(PageAddress here, UiTexts texts) => new(
    [
        Cell.Of(Time(Parts!.FirstUtc)), .. Who(here), Cell.Of(Parts.Cn), Cell.Of(Parts.DataTime), Cell.Whole(Parts.Parts), Cell.Of(Parts.Come.Replace(",", "、", StringComparison.Ordinal)), Cell.Of(string.Join('、', Parts.Missing)), .. Looked(texts),
    ]);

    private Cell[] Who(PageAddress here) => [Cell.Of(Key.Mn).LinkedTo(here.To(DevicesView.Path + "/device", ("mn", Key.Mn))), Cell.Of(Device)];

    private Cell[] Looked(UiTexts texts) => Check is { } check
        ? [Cell.Of(texts[IsOpen ? "待核对" : "已核对"]).Noted(IsOpen ? texts["核对后又出现"] : null), Cell.Of([check.Post, Time(check.CheckedUtc)]), Cell.Of(check.Note)]
        : [Cell.Of(texts["待核对"]), Cell.Blank, Cell.Blank];

    private static string Time(DateTime instantUtc) => $"{ChinaTime.CivilOf(instantUtc):yyyy-MM-dd HH:mm}";
}
