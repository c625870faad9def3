using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Monitoring;

/// <summary>报文核对: what waits for a decision, what was noticed about who speaks as a device, and the messages of which parts are missing.</summary>
internal sealed record DoubtsView(HeldView Held, PageTable Notices, PageTable Parts)
{
    public const string Path = "/devices/doubts";
    private const int Days = 30;
    private const int Most = 200;

    private static readonly IReadOnlyList<Column> NoticeColumns =
        [new("最近一次", ColumnKind.OneLine), new("设备编号", ColumnKind.OneLine), new("名称"), new("提醒", ColumnKind.Prose), new("情况", ColumnKind.Prose), new("当日次数", ColumnKind.Figure)];

    private static readonly IReadOnlyList<Column> PartColumns =
        [new("首包到达", ColumnKind.OneLine), new("设备编号", ColumnKind.OneLine), new("名称"), new("命令", ColumnKind.Mark), new("数据时间", ColumnKind.OneLine), new("总包数", ColumnKind.Figure), new("已到包号", ColumnKind.OneLine), new("缺少包号", ColumnKind.OneLine)];

    public static async Task<Outcome<DoubtsView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var stores = await services.GetRequiredService<GatewayHost>().StoresAsync(ct);
        return stores.IsRefused
            ? stores.Refusal
            : await OfAsync(services.GetRequiredService<LanshaoContext>(), stores.Value, null, services.GetRequiredService<UiTexts>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<TimeProvider>(), ct);
    }

    /// <summary>Returns what there is of one device, or of all.</summary>
    public static async Task<DoubtsView> OfAsync(LanshaoContext db, MonitoringStores stores, string? mn, UiTexts texts, PageAddress here, TimeProvider clock, CancellationToken ct)
    {
        var now = ChinaTime.NowUtc(clock);
        var since = now.AddDays(-Days);
        var overdue = now - WaitingParts.Patience;
        await using var series = stores.Series.NewContext();
        var notices = await series.Set<DeviceNotice>().AsNoTracking().Where(notice => notice.LastUtc >= since && (mn == null || notice.Mn == mn)).OrderByDescending(notice => notice.LastUtc).ThenBy(notice => notice.Mn).ThenBy(notice => notice.Kind).ThenBy(notice => notice.Detail).Take(Most).ToListAsync(ct);
        var parts = await series.Set<WaitingParts>().AsNoTracking().Where(waiting => !waiting.IsWhole && waiting.LastUtc >= since && waiting.LastUtc < overdue && (mn == null || waiting.Mn == mn)).OrderByDescending(waiting => waiting.LastUtc).Take(Most).ToListAsync(ct);
        var devices = notices.Select(notice => notice.Mn).Concat(parts.Select(waiting => waiting.Mn)).Distinct().ToList();
        var names = await db.Set<Device>().AsNoTracking().Where(device => devices.Contains(device.Mn)).ToDictionaryAsync(device => device.Mn, device => device.Name, StringComparer.Ordinal, ct);
        var networks = (await series.Set<DeviceNetwork>().AsNoTracking().Where(network => devices.Contains(network.Mn)).OrderBy(network => network.FirstUtc).ToListAsync(ct)).ToLookup(network => network.Mn, StringComparer.Ordinal);

        Cell[] Who(string device) => [Cell.Of(device).LinkedTo(here.To(DevicesView.Path + "/device", ("mn", device))), Cell.Of(names.GetValueOrDefault(device) ?? string.Empty)];
        var noticeRows = notices.Select(notice => new TableRow([Cell.Of(Time(notice.LastUtc)), .. Who(notice.Mn), Cell.Of(texts[WordOf(notice.Kind)]), Cell.Of(Detail(notice, networks[notice.Mn], texts)), Cell.Whole(notice.Times)]));
        var partRows = parts.Select(waiting => new TableRow(
        [
            Cell.Of(Time(waiting.FirstUtc)), .. Who(waiting.Mn), Cell.Of(waiting.Cn), Cell.Of(waiting.DataTime), Cell.Whole(waiting.Parts), Cell.Of(waiting.Come.Replace(",", "、", StringComparison.Ordinal)), Cell.Of(string.Join('、', waiting.Missing)),
        ]));
        return new(
            await HeldView.OfAsync(db, stores, mn, texts, here, ct),
            new(texts["设备提醒（近30日）"], NoticeColumns, [.. noticeRows]) { IsWide = true, Below = [texts["提醒只供核对，不改变数据；同一设备同一情况每日一行。"]] },
            new(texts["未收齐的分包报文（近30日）"], PartColumns, [.. partRows]) { IsWide = true, Below = [texts["最后一包到达超过30分钟仍未收齐的列出；已到的包照常入库，补齐后自动移出。"]] });
    }

    private static string WordOf(DeviceNoticeKind kind) => kind switch
    {
        DeviceNoticeKind.NewNetwork => "从新网段上报",
        DeviceNoticeKind.TwoConnections => "两处同时上报",
        _ => "数据时间超前10分钟以上",
    };

    private static string Detail(DeviceNotice notice, IEnumerable<DeviceNetwork> networks, UiTexts texts) => notice.Kind switch
    {
        DeviceNoticeKind.NewNetwork => texts["{0}；以往网段：{1}", notice.Detail, string.Join('、', networks.Where(network => network.FirstUtc < notice.FirstUtc).Select(network => network.Network))],
        DeviceNoticeKind.TwoConnections => notice.Detail,
        _ => texts["数据时间{0}", notice.Detail],
    };

    private static string Time(DateTime instantUtc) => $"{ChinaTime.CivilOf(instantUtc):yyyy-MM-dd HH:mm}";
}
