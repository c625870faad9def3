using System.Globalization;
using Lanshao.Platform.Monitoring;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>A device that should report now: how it stands.</summary>
/// <param name="Device">The device.</param>
/// <param name="State">Its state word.</param>
/// <param name="HasReported">Whether a value of it was ever stored.</param>
/// <param name="IsLate">Whether its absence was reported after it had begun.</param>
internal sealed record ConnectedDevice(Device Device, string State, bool HasReported, bool IsLate)
{
    public bool IsOnline => State == "在线";

    /// <summary>Gets whether it is away and said so: it stands in no denominator.</summary>
    public bool IsAway => State is "停业报备" or "检修报备";

    /// <summary>Gets whether its data come as tables and it has no line to this house: it need not be connected.</summary>
    public bool IsByTable => State == DevicesView.ByTable;
}

/// <summary>设备联网 by kind: B3, each rate with what it is a part of.</summary>
internal static class ConnectionTable
{
    private static readonly IReadOnlyList<Column> Columns =
    [
        new("类别", ColumnKind.Mark), new("应联网", ColumnKind.Figure), new("已联网", ColumnKind.Figure), new("联网率", ColumnKind.Figure), new("在线", ColumnKind.Figure), new("离线", ColumnKind.Figure), new("在线率", ColumnKind.Figure),
        new("停业报备", ColumnKind.Figure), new("检修报备", ColumnKind.Figure), new("其中事后报备", ColumnKind.Figure),
    ];

    /// <param name="devices">Those that should be connected.</param>
    /// <param name="byTable">How many others there are, whose data come as tables.</param>
    /// <param name="texts">The words.</param>
    public static PageTable Of(IReadOnlyCollection<ConnectedDevice> devices, int byTable, UiTexts texts) => new(
        texts["设备联网（按类别）"], Columns,
        [
            .. devices.GroupBy(device => device.Device.Kind).OrderBy(kind => kind.Key).Select(kind => Row(DeviceWords.Of(kind.Key), [.. kind], RowKind.Plain)),
            .. devices.Count == 0 ? Array.Empty<TableRow>() : [Row(texts["合计"], devices, RowKind.Total)],
        ])
    {
        IsWide = true,
        IsStacked = true,
        Below =
        [
            texts["联网率＝已联网÷应联网，在线率＝在线÷（在线＋离线）；停业、检修报备的不在在线率分母内，单独列出；已拆除和模拟设备不计入。"],
            .. byTable == 0 ? Array.Empty<string>() : [texts["另有{0}台数据以表格导入、没有接入本站，不在应联网之列；其传输率、有效率照常统计。", byTable]],
        ],
    };

    /// <summary>Returns a rate to one decimal, with its numerator and denominator in the same cell.</summary>
    public static Cell Rate(int part, int whole, string reason) => whole == 0
        ? Cell.Missing(reason)
        : Cell.Of(string.Create(CultureInfo.InvariantCulture, $"{Rounding.HalfEven(part * 100m / whole, 1):0.0}%（{part}/{whole}）")).Ordered(part * 100m / whole);

    private static TableRow Row(string name, IReadOnlyCollection<ConnectedDevice> devices, RowKind kind)
    {
        var (reported, online, offline) = (devices.Count(device => device.HasReported), devices.Count(device => device.IsOnline), devices.Count(device => !device.IsOnline && !device.IsAway));
        return new(
        [
            Cell.Of(name), Cell.Whole(devices.Count), Cell.Whole(reported), Rate(reported, devices.Count, "没有应联网的设备"), Cell.Whole(online), Cell.Whole(offline), Rate(online, online + offline, "均已报备"),
            Cell.Whole(devices.Count(device => device.State == "停业报备")), Cell.Whole(devices.Count(device => device.State == "检修报备")), Cell.Whole(devices.Count(device => device.IsAway && device.IsLate)),
        ], kind);
    }
}
