using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The register with what each device does now: B4.</summary>
internal sealed record DevicesView(PageTable Table, PageTable Kinds, PageTable? Rates, string? After, string Answer)
{
    /// <summary>Names the header with which an open page asks for its live parts only.</summary>
    public const string LiveHeader = "X-Live";

    public const string Path = "/devices";

    /// <summary>The state of a device that never spoke to this house and whose hours come as tables.</summary>
    public const string ByTable = "表格导入";
    private const int Size = 50;
    private const int Days = 7;
    private static readonly string[] DataCommands = ["2011", "2031", "2051", "2061"];
    private static readonly TimeSpan LeastSilence = TimeSpan.FromMinutes(10);

    public static async Task<Outcome<DevicesView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, texts, host, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<GatewayHost>(), services.GetRequiredService<TimeProvider>());
        var stores = await host.StoresAsync(ct);
        if (stores.IsRefused)
        {
            return stores.Refusal;
        }

        var (pack, now) = ((await CurrentPack.ReadAsync(db, ct)).Value, ChinaTime.NowUtc(clock));
        var leaves = await LeavesAsync(db, now, ct);
        var list = await ListAsync(context, stores.Value, leaves, here.After, Size);
        await using var series = stores.Value.Series.NewContext();
        var all = await ConnectedAsync(db, stores.Value, host, leaves, now, ct);
        var connected = all.FindAll(device => !device.IsByTable);
        var (rates, sentence) = context.Request.Headers.ContainsKey(LiveHeader) ? default : await RatesAsync(db, stores.Value, here.Period, pack, now, texts, ct);
        return new DevicesView(list.Table, ConnectionTable.Of(connected, all.Count - connected.Count, texts), rates, list.After, await AnswerAsync(connected, series, services, texts, ct) + sentence);
    }

    /// <summary>Reads the devices after a key, for the files that hold them all.</summary>
    public static async Task<Outcome<TablePart>> PartAsync(HttpContext context, string? after)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var stores = await services.GetRequiredService<GatewayHost>().StoresAsync(ct);
        return stores.IsRefused ? stores.Refusal
            : await ListAsync(context, stores.Value, await LeavesAsync(services.GetRequiredService<LanshaoContext>(), ChinaTime.NowUtc(services.GetRequiredService<TimeProvider>()), ct), after, KeyPage.MostRows);
    }

    /// <summary>Counts what all devices should have brought in a period, and what they have.</summary>
    public static async Task<(PageTable Table, string Sentence)> RatesAsync(LanshaoContext db, MonitoringStores stores, Period? period, Pack? pack, DateTime nowUtc, UiTexts texts, CancellationToken ct)
    {
        var span = RateTable.SpanOf(period, nowUtc, texts);
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null && device.Tier != StationTier.Simulated).ToListAsync(ct);
        var duties = await RateTable.DutiesAsync(stores, devices, await LeaveBook.ReadAsync(db, span.FromUtc, span.ToUtc, ct), pack, span, ct);
        return (RateTable.Of(devices, duties, pack, span.Words, texts) with { Carries = new(ExportReach.Devices, ChinaTime.DayOf(span.FromUtc), ChinaTime.DayOf(span.ToUtc)) }, RateTable.Sentence(duties.Values, span.Words, texts));
    }

    /// <summary>Returns until when the data of a device reach; null where it has none.</summary>
    public static async Task<DateTime?> NewestAsync(LanshaoContext series, LanshaoContext journal, GatewayHost host, Device device, CancellationToken ct)
    {
        var number = device.Number;
        var newest = await series.Set<LatestReading>().AsNoTracking().Where(latest => latest.DeviceNumber == number).Select(latest => (DateTime?)latest.StartUtc).MaxAsync(ct)
            ?? await journal.Set<JournalFrame>().AsNoTracking().Where(frame => frame.Mn == device.Mn && !frame.IsBackFill && DataCommands.Contains(frame.Cn)).OrderByDescending(frame => frame.Seq).FirstOrDefaultAsync(ct) switch { { } frame => DeviceFrames.DataUtc(frame), _ => null };
        return host.Listening?.Gateway.Live.Find(device.Mn)?.DataUtc is { } live && !(live < newest) ? live : newest;
    }

    /// <summary>Returns by which moment a device is on line: that of its live data where it spoke since the start, so that what it tells of its past counts nothing; else that of its newest.</summary>
    public static DateTime? LiveUntil(GatewayHost host, Device device, DateTime? newestUtc) =>
        host.Listening?.Gateway.Live.Find(device.Mn) is { } live ? live.DataUtc : newestUtc;

    /// <summary>Returns the state word of a device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="lastUtc">Until when its live data reach; null where there are none.</param>
    /// <param name="leave">Its 报备; null for none.</param>
    /// <param name="nowUtc">Now.</param>
    public static string StateOf(Device device, DateTime? lastUtc, DeviceLeave? leave, DateTime nowUtc) =>
        !device.IsOpenOn(ChinaTime.DayOf(nowUtc)) ? "已拆除"
        : lastUtc is { } last && nowUtc - last <= SilenceOf(device) ? "在线"
        : leave is null ? "离线"
        : leave.Kind == LeaveKind.Closure ? "停业报备" : "检修报备";

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new("设备编号", ColumnKind.OneLine), new("名称"), new("类型", ColumnKind.Mark), new("站点类别", ColumnKind.Mark), new("街道", ColumnKind.OneLine), new("最近数据时间", ColumnKind.OneLine), new("在线状态", ColumnKind.OneLine),
        new("近7日传输率", ColumnKind.Figure), new("近7日有效率", ColumnKind.Figure), new("报备时数", ColumnKind.Figure), new("非营业时数", ColumnKind.Figure),
    ];

    // Three messages that did not come, and never less than ten minutes.
    private static TimeSpan SilenceOf(Device device) => TimeSpan.FromSeconds(device.RealtimeSeconds * 3) is var three && three > LeastSilence ? three : LeastSilence;

    private static TableRow Row(Device device, (DateTime? Utc, DateTime? LiveUtc) data, DeviceLeave? leave, DutyHours duty, Pack? pack, DateTime nowUtc, PageAddress here) => new(
    [
        Cell.Of(device.Mn).LinkedTo(here.To(Path + "/device", ("mn", device.Mn))),
        Cell.Of(device.Name),
        Cell.Of(DeviceWords.Of(device.Kind)),
        Cell.Of(DeviceWords.Of(device.Tier)),
        Cell.Of(device.Subdistrict is { } code ? pack?.District.FindSubdistrict(code)?.Name ?? code : string.Empty),
        data.Utc is { } last ? Cell.Of($"{ChinaTime.CivilOf(last):yyyy-MM-dd HH:mm}") : Cell.Missing(duty.Present > 0 ? "没有接入本站" : "尚无数据"),
        Cell.State(data.Utc is null && duty.Present > 0 ? ByTable : StateOf(device, data.LiveUtc, leave, nowUtc)).Noted(leave?.IsLate == true ? "事后报备" : null),
        ConnectionTable.Rate(duty.Present, duty.Due, "没有应有时次"),
        ConnectionTable.Rate(duty.Valid, duty.Present, "尚无小时数据"),
        Cell.Whole(duty.AwayHours),
        Cell.Whole(duty.ShutHours),
    ]);

    private static Task<LeaveBook> LeavesAsync(LanshaoContext db, DateTime nowUtc, CancellationToken ct) => LeaveBook.ReadAsync(db, Rollups.HourOf(nowUtc).AddDays(-Days), nowUtc.AddMinutes(1), ct);

    private static async Task<TablePart> ListAsync(HttpContext context, MonitoringStores stores, LeaveBook leaves, string? after, int size)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, texts, host, now) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<GatewayHost>(), ChinaTime.NowUtc(services.GetRequiredService<TimeProvider>()));
        var last = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null && device.Number > last).OrderBy(device => device.Number).Take(size + 1).ToListAsync(ct);
        var page = KeyPage.Of(devices, size, device => device.Number.ToString(CultureInfo.InvariantCulture));
        await using var series = stores.Series.NewContext();
        await using var journal = stores.Journal.NewContext();
        var pack = (await CurrentPack.ReadAsync(db, ct)).Value;
        var duties = await RateTable.DutiesAsync(stores, page.Rows, leaves, pack, RateTable.SpanOf(null, now, texts), ct);
        var rows = new List<TableRow>();
        foreach (var device in page.Rows)
        {
            var newest = await NewestAsync(series, journal, host, device, ct);
            rows.Add(Row(device, (newest, LiveUntil(host, device, newest)), leaves.Find(device.Mn, now), duties[device.Number], pack, now, here));
        }

        return new(TableOf(rows, texts), page.After);
    }

    private static PageTable TableOf(List<TableRow> rows, UiTexts texts) => new(texts["设备清单"], Columns, rows) { IsWide = true, IsStacked = true, Below = [texts["传输率＝有数据的时次÷应有时次，有效率＝有效时次÷有数据的时次；启用前、拆除后的时间不计，停业、检修报备和非营业时间不在分母内，单独列出。"]] };

    private static async Task<List<ConnectedDevice>> ConnectedAsync(LanshaoContext db, MonitoringStores stores, GatewayHost host, LeaveBook leaves, DateTime nowUtc, CancellationToken ct)
    {
        await using var series = stores.Series.NewContext();
        await using var sums = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null && device.Tier != StationTier.Simulated).ToListAsync(ct);
        var reported = await series.Set<LatestReading>().AsNoTracking().GroupBy(latest => latest.DeviceNumber).Select(device => new { device.Key, Last = device.Max(latest => latest.StartUtc) }).ToDictionaryAsync(device => device.Key, device => device.Last, ct);
        return [.. devices.Where(device => device.IsOpenOn(ChinaTime.DayOf(nowUtc))).Select(device =>
        {
            var (known, leave) = (reported.TryGetValue(device.Number, out var newest), leaves.Find(device.Mn, nowUtc));
            var last = LiveUntil(host, device, known ? newest : null);
            var hasSpoken = known || last is not null;
            return new ConnectedDevice(device, !hasSpoken && DutyBook.FactorsOf(sums, device.Number).Any() ? ByTable : StateOf(device, last, leave, nowUtc), hasSpoken, leave?.IsLate == true);
        })];
    }

    private static async Task<string> AnswerAsync(List<ConnectedDevice> connected, LanshaoContext series, IServiceProvider services, UiTexts texts, CancellationToken ct)
    {
        var waiting = await QuarantineQueries.CountAsync(series, ct);
        if (services.GetRequiredService<GatewayHost>().Listening is null && services.GetRequiredService<ServerOptions>().Roles == Roles.All)
        {
            return texts["登记设备{0}台；待认领{1}台；未启动数据接收。", connected.Count, waiting];
        }

        // Who is away and said so stands in no denominator, but is counted beside it.
        var away = connected.FindAll(device => device.IsAway);
        var (online, counted) = (connected.Count(device => device.IsOnline), connected.Count - away.Count);
        return counted == 0
            ? texts["还没有登记设备；待认领{0}台。", waiting]
            : texts["应联网{0}台，在线{1}台，在线率{2}%（{1}/{3}）；待认领{4}台。", connected.Count, online, Rounding.HalfEven(online * 100m / counted, 1).ToString("0.0", CultureInfo.InvariantCulture), counted, waiting]
                + (away.Count == 0 ? string.Empty : texts["停业、检修报备{0}台不计入（事后报备{1}台）。", away.Count, away.Count(device => device.IsLate)]);
    }
}
