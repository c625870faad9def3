using System.Globalization;
using Lanshao.Hj212.Codes;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Rooms.Monitoring.Reviews;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Monitoring;

/// <summary>设备数据: any series of any device over any days, as it came or as it was summed; the page shows its beginning, the files all of it.</summary>
/// <param name="Device">The device; null where the address names none.</param>
/// <param name="Factors">What the device has values of.</param>
/// <param name="Factor">Which of them is shown.</param>
/// <param name="Span">Which values: as <see cref="SeriesTable.Spans"/> names them.</param>
/// <param name="Days">Which days.</param>
/// <param name="Part">The first rows, and the key after which the next begin; null without a device.</param>
internal sealed record SeriesView(Device? Device, IReadOnlyList<(string Value, string Text)> Factors, string Factor, string Span, Period Days, TablePart? Part)
{
    public const string Path = "/devices/series";
    public static readonly string[] Filters = ["mn", "factor", "span", "from", "to"];
    private const int Shown = 200;
    private const int AtOnce = 2000;
    private const int UsualDays = 7;
    private static readonly string[] Particles = ["a34001", "a34002", "a34004", "a34005"];
    private static readonly string[] GasesOfAir = ["a21026", "a21004", "a05024", "a21001"];

    /// <summary>Reads what the page shows.</summary>
    public static async Task<Outcome<SeriesView>> LoadAsync(HttpContext context)
    {
        var here = context.RequestServices.GetRequiredService<PageAddress>();
        return await LoadAsync(context, here.After, Shown);
    }

    /// <summary>Reads a page of a file.</summary>
    public static async Task<Outcome<TablePart>> PartAsync(HttpContext context, string? after)
    {
        var texts = context.RequestServices.GetRequiredService<UiTexts>();
        var view = await LoadAsync(context, after, AtOnce);
        return view.IsRefused ? view.Refusal : view.Value.Part ?? new TablePart(new(texts["设备数据"], [new("时间", ColumnKind.OneLine)], []), null);
    }

    private static async Task<Outcome<SeriesView>> LoadAsync(HttpContext context, string? after, int size)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, texts) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        var stores = await services.GetRequiredService<GatewayHost>().StoresAsync(ct);
        if (stores.IsRefused)
        {
            return stores.Refusal;
        }

        var today = ChinaTime.Today(services.GetRequiredService<TimeProvider>());
        var (to, from) = (here.Day("to") ?? today, here.Day("from"));
        var days = Period.Spanning(from is { } first && first <= to ? first : to.AddDays(-UsualDays), to);
        var span = SeriesTable.Spans.Any(known => known.Value == here.Text("span")) ? here.Text("span")! : nameof(RollupSpan.Hour) + SeriesTable.Sums;
        var mn = here.Text("mn") ?? string.Empty;
        if (await FindAsync(db, mn, ct) is not { } device)
        {
            return new SeriesView(null, [], string.Empty, span, days, null);
        }

        await using var series = stores.Value.Series.NewContext();
        var factors = await FactorsAsync(stores.Value, series, device, ct);
        var factor = factors.FirstOrDefault(known => known.Value == here.Text("factor")).Value ?? (factors is [var usual, ..] ? usual.Value : string.Empty);
        DateTime? behindUtc = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < (DateTime.MaxValue - DateTime.UnixEpoch).TotalMilliseconds ? DateTime.UnixEpoch.AddMilliseconds(milliseconds) : null;
        var asked = new SeriesTable.Asked(device, factor, span, ChinaTime.StartUtc(days.From), ChinaTime.StartUtc(days.To.AddDays(1)), behindUtc, size);
        return new SeriesView(device, factors, factor, span, days, await SeriesTable.ReadAsync(series, asked, NameOf(device, factor, span, days, texts), UnitOf(device, factor), texts, ct));
    }

    // Nobody types 24 digits on a phone: a name does, where one device has it.
    private static async Task<Device?> FindAsync(LanshaoContext db, string asked, CancellationToken ct)
    {
        if (await db.Set<Device>().AsNoTracking().SingleOrDefaultAsync(known => known.Mn == asked, ct) is { } device)
        {
            return device;
        }

        var named = await db.Set<Device>().AsNoTracking().Where(known => known.Name == asked && known.VoidedUtc == null).Take(2).ToListAsync(ct);
        return named is [var only] ? only : null;
    }

    private static string NameOf(Device device, string factor, string span, Period days, UiTexts texts) =>
        texts["{0} {1} {2}（{3}）", device.Name, FactorNames.Of(factor), texts[SeriesTable.Spans.First(known => known.Value == span).Word], days];

    // The standard's own unit of particles is the nanogram, and of gases at stations the milligram; devices send neither.
    private static string? UnitOf(Device device, string factor) =>
        FactorSetting.TryParse(device.Factors, out var settings, out _) && settings.FirstOrDefault(setting => setting.Code == factor) is { Unit.Length: > 0 } own ? own.Unit
        : Particles.Contains(factor) || (device.Kind == DeviceKind.Air && GasesOfAir.Contains(factor)) ? "微克/立方米"
        : CodeTables.Find(factor)?.Unit;

    private static async Task<IReadOnlyList<(string Value, string Text)>> FactorsAsync(MonitoringStores stores, LanshaoContext series, Device device, CancellationToken ct)
    {
        var number = device.Number;
        var latest = await series.Set<LatestReading>().AsNoTracking().Where(known => known.DeviceNumber == number).Select(known => known.Factor).ToListAsync(ct);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        return [.. DutyBook.FactorsOf(session, number).Concat(latest).Distinct().Order(StringComparer.Ordinal).Select(code => (code, FactorNames.Of(code) is var name && name != code ? $"{name}（{code}）" : code))];
    }
}
