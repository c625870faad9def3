using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The register with what each device does now: B4.</summary>
internal sealed record DevicesView(PageTable Table, string? After, string Answer)
{
    public const string Path = "/devices";
    private const int Size = 50;
    private const int Days = 7;
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

        var after = int.TryParse(here.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null && device.Number > after).OrderBy(device => device.Number).Take(Size + 1).ToListAsync(ct);
        var page = KeyPage.Of(devices, Size, device => device.Number.ToString(CultureInfo.InvariantCulture));
        await using var series = stores.Value.Series.NewContext();
        await using var journal = stores.Value.Journal.NewContext();
        var hours = await HoursAsync(series, page.Rows, clock, ct);
        var (pack, now) = ((await CurrentPack.ReadAsync(db, ct)).Value, ChinaTime.NowUtc(clock));
        var leaves = await LeaveBook.ReadAsync(db, now, now.AddMinutes(1), ct);
        var rows = new List<TableRow>();
        foreach (var device in page.Rows)
        {
            var last = await LastHeardAsync(journal, host, device, ct);
            rows.Add(Row(device, last, leaves.Find(device.Mn, now), hours.GetValueOrDefault(device.Number), pack, now, here));
        }

        return new DevicesView(new(texts["设备清单"], Columns, rows) { IsWide = true }, page.After, await AnswerAsync(db, series, services, leaves, texts, now, ct));
    }

    /// <summary>Returns when a device was last heard; null for never.</summary>
    public static async Task<DateTime?> LastHeardAsync(LanshaoContext journal, GatewayHost host, Device device, CancellationToken ct) =>
        host.Work?.Gateway.Live.Find(device.Mn)?.LastUtc
        ?? await journal.Set<JournalFrame>().AsNoTracking().Where(frame => frame.Mn == device.Mn).OrderByDescending(frame => frame.Seq).Select(frame => (DateTime?)frame.ReceivedUtc).FirstOrDefaultAsync(ct);

    /// <summary>Returns the state word of a device.</summary>
    public static string StateOf(Device device, DateTime? lastUtc, DeviceLeave? leave, DateTime nowUtc) =>
        !device.IsOpenOn(ChinaTime.DayOf(nowUtc)) ? "已拆除"
        : lastUtc is { } last && nowUtc - last <= SilenceOf(device) ? "在线"
        : leave is null ? "离线"
        : leave.Kind == LeaveKind.Closure ? "停业报备" : "检修报备";

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new("设备编号", ColumnKind.OneLine), new("名称"), new("类型", ColumnKind.Mark), new("站点类别", ColumnKind.Mark), new("街道"), new("最近数据时间", ColumnKind.OneLine), new("在线状态", ColumnKind.OneLine),
        new("近7日传输率", ColumnKind.Figure), new("近7日有效率", ColumnKind.Figure),
    ];

    // Three messages that did not come, and never less than ten minutes.
    private static TimeSpan SilenceOf(Device device) => TimeSpan.FromSeconds(device.RealtimeSeconds * 3) is var three && three > LeastSilence ? three : LeastSilence;

    private static TableRow Row(Device device, DateTime? lastUtc, DeviceLeave? leave, (int Present, int Valid, int Factors) hours, Pack? pack, DateTime nowUtc, PageAddress here) => new(
    [
        Cell.Of(device.Mn).LinkedTo(here.To(Path + "/device", ("mn", device.Mn))),
        Cell.Of(device.Name),
        Cell.Of(DeviceWords.Of(device.Kind)),
        Cell.Of(DeviceWords.Of(device.Tier)),
        Cell.Of(device.Subdistrict is { } code ? pack?.District.FindSubdistrict(code)?.Name ?? code : string.Empty),
        lastUtc is { } last ? Cell.Of($"{ChinaTime.CivilOf(last):yyyy-MM-dd HH:mm}") : Cell.Missing("尚无数据"),
        Cell.State(StateOf(device, lastUtc, leave, nowUtc)).Noted(leave?.IsLate == true ? "事后报备" : null),
        Rate(hours.Present, hours.Factors * Days * 24),
        Rate(hours.Valid, hours.Present),
    ]);

    private static Cell Rate(int part, int whole) => whole == 0
        ? Cell.Missing("尚无小时数据")
        : Cell.Percent(Rounding.HalfEven(part * 100m / whole, 1), 1).Noted(string.Create(CultureInfo.InvariantCulture, $"{part}/{whole}"));

    private static async Task<Dictionary<int, (int Present, int Valid, int Factors)>> HoursAsync(LanshaoContext series, IReadOnlyList<Device> devices, TimeProvider clock, CancellationToken ct)
    {
        var numbers = devices.Select(device => device.Number).ToList();
        var toUtc = Rollups.HourOf(ChinaTime.NowUtc(clock));
        var fromUtc = toUtc.AddDays(-Days);
        var sums = await series.Set<Rollup>().AsNoTracking()
            .Where(rollup => numbers.Contains(rollup.DeviceNumber) && rollup.Span == RollupSpan.Hour && rollup.StartUtc >= fromUtc && rollup.StartUtc < toUtc)
            .GroupBy(rollup => new { rollup.DeviceNumber, rollup.Factor })
            .Select(same => new { same.Key.DeviceNumber, Present = same.Count(), Valid = same.Count(rollup => rollup.IsValid) }).ToListAsync(ct);
        return sums.GroupBy(sum => sum.DeviceNumber).ToDictionary(same => same.Key, same => (same.Sum(sum => sum.Present), same.Sum(sum => sum.Valid), same.Count()));
    }

    private static async Task<string> AnswerAsync(LanshaoContext db, LanshaoContext series, IServiceProvider services, LeaveBook leaves, UiTexts texts, DateTime nowUtc, CancellationToken ct)
    {
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null && device.Tier != StationTier.Simulated).ToListAsync(ct);
        var due = devices.FindAll(device => device.IsOpenOn(ChinaTime.DayOf(nowUtc)));
        var waiting = await QuarantineQueries.CountAsync(series, ct);
        if (services.GetRequiredService<GatewayHost>().Work is not { } work)
        {
            return services.GetRequiredService<ServerOptions>().Roles == Roles.All
                ? texts["登记设备{0}台；待认领{1}台；未启动数据接收。", due.Count, waiting]
                : texts["登记设备{0}台；待认领{1}台；数据由其他进程接收。", due.Count, waiting];
        }

        // Who is away and said so stands in no denominator, but is counted beside it.
        var states = due.ConvertAll(device => (State: StateOf(device, work.Gateway.Live.Find(device.Mn)?.LastUtc, leaves.Find(device.Mn, nowUtc), nowUtc), Leave: leaves.Find(device.Mn, nowUtc)));
        var away = states.FindAll(state => state.State is "停业报备" or "检修报备");
        var (online, counted) = (states.Count(state => state.State == "在线"), due.Count - away.Count);
        return counted == 0
            ? texts["还没有登记设备；待认领{0}台。", waiting]
            : texts["应联网{0}台，在线{1}台，在线率{2}%；待认领{3}台。", counted, online, Rounding.HalfEven(online * 100m / counted, 1).ToString("0.0", CultureInfo.InvariantCulture), waiting]
                + (away.Count == 0 ? string.Empty : texts["停业、检修报备{0}台不计入（事后报备{1}台）。", away.Count, away.Count(state => state.Leave?.IsLate == true)]);
    }
}
