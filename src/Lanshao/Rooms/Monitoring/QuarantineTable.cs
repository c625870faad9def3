using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>待认领设备 as a table: B5.</summary>
internal static class QuarantineTable
{
    private static readonly IReadOnlyList<Column> Columns =
        [new("MN", ColumnKind.OneLine), new("来源地址", ColumnKind.OneLine), new("首次出现", ColumnKind.OneLine), new("最近一次", ColumnKind.OneLine), new("报文数", ColumnKind.Figure), new("识别因子", ColumnKind.Prose), new("原因", ColumnKind.OneLine)];

    public static PageTable Of(IEnumerable<WaitingDevice> devices, UiTexts texts) => new(texts["待认领设备"], Columns, [.. devices.Select(device => Row(device, texts))]) { IsWide = true };

    private static TableRow Row(WaitingDevice device, UiTexts texts) => new(
    [
        Cell.Of(device.Mn), Cell.Of(device.Remote), Cell.Of(Time(device.FirstUtc)), Cell.Of(Time(device.LastUtc)), Cell.Whole(device.Frames), Cell.Of(DeviceFrames.Factors(device.Newest)),
        Cell.Of(texts[device.Reason switch { QuarantineReason.WrongPassword => "密码不符", QuarantineReason.ClosedDevice => "已拆除", QuarantineReason.Encrypted => "加密报文，没有密钥或密钥不符", QuarantineReason.NotEncrypted => "已登记密钥，报文未加密", QuarantineReason.OtherNetwork => "来源网段不符", _ => "未登记" }]),
    ]);

    private static string Time(DateTime instantUtc) => $"{ChinaTime.CivilOf(instantUtc):yyyy-MM-dd HH:mm}";
}
