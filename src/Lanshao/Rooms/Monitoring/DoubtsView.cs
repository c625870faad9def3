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
internal sealed record DoubtsView(HeldView Held, PageTable Notices, PageTable Parts, IReadOnlyList<NoticeLine> Open)
{
    public const string Path = "/devices/doubts";
    public const string StateName = "state";
    public const string KindName = "notice";
    public const string Unchecked = "open";
    public const string Checked = "checked";
    private const int Days = 30;
    private const int Most = 200;

    private static readonly IReadOnlyList<Column> NoticeColumns =
    [
        new("最近一次", ColumnKind.OneLine), new("设备编号", ColumnKind.OneLine), new("名称"), new("提醒", ColumnKind.Prose), new("情况", ColumnKind.Prose), new("当日次数", ColumnKind.Figure),
        new("核对情况", ColumnKind.OneLine), new("核对岗位和时间", ColumnKind.OneLine), new("核对说明", ColumnKind.Prose),
    ];

    private static readonly IReadOnlyList<Column> PartColumns =
    [
        new("首包到达", ColumnKind.OneLine), new("设备编号", ColumnKind.OneLine), new("名称"), new("命令", ColumnKind.Mark), new("数据时间", ColumnKind.OneLine), new("总包数", ColumnKind.Figure), new("已到包号", ColumnKind.OneLine), new("缺少包号", ColumnKind.OneLine),
        new("核对情况", ColumnKind.OneLine), new("核对岗位和时间", ColumnKind.OneLine), new("核对说明", ColumnKind.Prose),
    ];

    /// <summary>Gets the kinds of notices that the filter offers.</summary>
    public static IReadOnlyList<(string Value, string Word)> Kinds { get; } =
        [.. Enum.GetValues<DeviceNoticeKind>().Select(kind => ($"{kind}", NoticeLine.WordOf($"{kind}"))), (NoticeKey.MissingParts, NoticeLine.WordOf(NoticeKey.MissingParts))];

    public static async Task<Outcome<DoubtsView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var stores = await services.GetRequiredService<GatewayHost>().StoresAsync(ct);
        var here = services.GetRequiredService<PageAddress>();
        return stores.IsRefused
            ? stores.Refusal
            : await OfAsync(services.GetRequiredService<LanshaoContext>(), stores.Value, here.Text("mn"), services.GetRequiredService<UiTexts>(), here, services.GetRequiredService<TimeProvider>(), ct);
    }

    /// <summary>Returns what there is of one device, or of all.</summary>
    public static async Task<DoubtsView> OfAsync(LanshaoContext db, MonitoringStores stores, string? mn, UiTexts texts, PageAddress here, TimeProvider clock, CancellationToken ct)
    {
        var lines = await LinesAsync(db, stores, mn, texts, clock, ct);
        var (state, kind) = (here.Text(StateName), here.Text(KindName));
        lines.RemoveAll(line => (state is Unchecked && !line.IsOpen) || (state is Checked && line.IsOpen) || (kind is not null && kind != line.Key.Kind));
        return new(
            await HeldView.OfAsync(db, stores, mn, texts, here, ct),
            new(texts["设备提醒（近30日）"], NoticeColumns, [.. lines.Where(line => line.Parts is null).Select(line => line.NoticeRow(here, texts))]) { IsWide = true, Below = [texts["提醒只供核对，不改变数据；同一设备同一情况每日一行，核对后又出现的重新列为待核对。"]] },
            new(texts["未收齐的分包报文（近30日）"], PartColumns, [.. lines.Where(line => line.Parts is not null).Select(line => line.PartRow(here, texts))]) { IsWide = true, Below = [texts["最后一包到达超过30分钟仍未收齐的列出；已到的包照常入库，补齐后自动移出。"]] },
            [.. lines.Where(line => line.IsOpen)]);
    }

    private static async Task<List<NoticeLine>> LinesAsync(LanshaoContext db, MonitoringStores stores, string? mn, UiTexts texts, TimeProvider clock, CancellationToken ct)
    {
        var now = ChinaTime.NowUtc(clock);
        var (since, overdue) = (now.AddDays(-Days), now - WaitingParts.Patience);
        await using var series = stores.Series.NewContext();
        var notices = await series.Set<DeviceNotice>().AsNoTracking().Where(notice => notice.LastUtc >= since && (mn == null || notice.Mn == mn)).OrderByDescending(notice => notice.LastUtc).ThenBy(notice => notice.Mn).ThenBy(notice => notice.Kind).ThenBy(notice => notice.Detail).Take(Most).ToListAsync(ct);
        var parts = await series.Set<WaitingParts>().AsNoTracking().Where(waiting => !waiting.IsWhole && waiting.LastUtc >= since && waiting.LastUtc < overdue && (mn == null || waiting.Mn == mn)).OrderByDescending(waiting => waiting.LastUtc).Take(Most).ToListAsync(ct);
        var devices = notices.Select(notice => notice.Mn).Concat(parts.Select(waiting => waiting.Mn)).Distinct().ToList();
        var names = await db.Set<Device>().AsNoTracking().Where(device => devices.Contains(device.Mn)).ToDictionaryAsync(device => device.Mn, device => device.Name, StringComparer.Ordinal, ct);
        var networks = (await series.Set<DeviceNetwork>().AsNoTracking().Where(network => devices.Contains(network.Mn)).OrderBy(network => network.FirstUtc).ToListAsync(ct)).ToLookup(network => network.Mn, StringComparer.Ordinal);
        var checks = await CheckNotices.LastAsync(db, since, mn, ct);
        NoticeLine Line(NoticeKey key, DateTime lastUtc, string detail) => new(key, lastUtc, names.GetValueOrDefault(key.Mn) ?? string.Empty, detail, checks.GetValueOrDefault(key));
        return
        [
            .. notices.Select(notice => Line(NoticeKey.Of(notice), notice.LastUtc, Detail(notice, networks[notice.Mn], texts)) with { Times = notice.Times }),
            .. parts.Select(waiting => Line(NoticeKey.Of(waiting), waiting.LastUtc, texts["缺少包号{0}", string.Join('、', waiting.Missing)]) with { Parts = waiting }),
        ];
    }

    private static string Detail(DeviceNotice notice, IEnumerable<DeviceNetwork> networks, UiTexts texts) => notice.Kind switch
    {
        DeviceNoticeKind.NewNetwork => texts["{0}；以往网段：{1}", notice.Detail, string.Join('、', networks.Where(network => network.FirstUtc < notice.FirstUtc).Select(network => network.Network))],
        DeviceNoticeKind.TwoConnections => notice.Detail,
        _ => texts["数据时间{0}", notice.Detail],
    };
}
