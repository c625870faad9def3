using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Standards.Air;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation.Stations;

/// <summary>What the pages of stored hours show: a station, or the mean of the stations of one 站点口径, and the same days a year before.</summary>
public sealed class StationView
{
    public const string StationName = "station";
    public const string TierMark = "@";

    /// <summary>The items as tables head them, in the order of <see cref="AirItems.Basic"/>.</summary>
    internal static readonly string[] ItemWords = ["PM2.5", "PM10", "SO₂", "NO₂", "CO", "O₃-8h"];

    private StationView(IReadOnlyList<AirStationExtent> known) => Known = known;

    /// <summary>Gets all stations with stored hours.</summary>
    public IReadOnlyList<AirStationExtent> Known { get; }

    /// <summary>Gets the chosen station; null for a mean of stations.</summary>
    public AirStation? Station { get; private init; }

    /// <summary>Gets the 站点口径 of the mean; null for a station.</summary>
    public StationTier? Tier { get; private init; }

    /// <summary>Gets what the address calls the choice.</summary>
    public string Choice => Station?.Mn ?? (Tier is { } tier ? TierMark + DeviceWords.Of(tier) : string.Empty);

    public Period Period { get; private init; }

    /// <summary>Gets the evaluation from a year before the period to its end; null where no hour lies there.</summary>
    public EvaluatedAir? Air { get; private init; }

    /// <summary>Gets the stations of the mean, or the one station, as far as they have hours.</summary>
    public IReadOnlyList<StationAir> Members { get; private init; } = [];

    /// <summary>Gets the official list of sand days over the days read.</summary>
    public SandList SandDays { get; private init; } = new([]);

    /// <summary>Gets its days that hold for the choice; particles leave them out in a second result.</summary>
    public IReadOnlySet<DateOnly> Sand => field ??= SandDays.In(Station?.Subdistrict);

    /// <summary>Gets the days of the period that have an evaluation, in order.</summary>
    public IReadOnlyList<int> Days => Air is null ? [] : [.. Enumerable.Range(0, Air.InForce.Days).Where(day => Air.InForce.First.AddDays(day) is var on && on >= Period.From && on <= Period.To)];

    public AirPeriod AirPeriod => new(Period.Code, Period.From, Period.To);

    /// <summary>Returns what a table of these days carries.</summary>
    public CarriedFigures Carries(DateOnly from, DateOnly to) => new(Station is null ? ExportReach.Official : ExportReach.Device, from, to) { Mn = Station?.Mn };

    /// <summary>Gets the first and last year of the chosen hours.</summary>
    public (int First, int Last) Years { get; private init; }

    /// <summary>Reads the choice of the address.</summary>
    /// <param name="context">The request.</param>
    /// <param name="spanOf">The days to read for a period; null for the period and the same days a year before.</param>
    public static async Task<Outcome<StationView>> LoadAsync(HttpContext context, Func<Period, (DateOnly From, DateOnly To)>? spanOf = null)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>());
        var stores = await services.GetRequiredService<GatewayHost>().StoresAsync(ct);
        if (stores.IsRefused)
        {
            return stores.Refusal;
        }

        var known = await AirStation.ListWithHoursAsync(db, stores.Value, ct);
        var asked = here.Text(StationName);
        var station = known.FirstOrDefault(one => one.Station.Mn == asked)?.Station;
        var tier = station is null ? TierOf(asked, known) : null;
        station ??= tier is null && known.Count > 0 ? known[0].Station : null;
        var members = known.Where(one => station is not null ? one.Station == station : one.Station.Tier == tier).ToList();
        if (members.Count == 0)
        {
            return new StationView(known) { Period = here.Period ?? Period.Year(ChinaTime.Today(services.GetRequiredService<TimeProvider>()).Year) };
        }

        var (first, last) = (members.Min(one => one.First), members.Max(one => one.Last));
        var period = here.Period ?? Period.Year(last.Year);
        var (from, to) = spanOf?.Invoke(period) ?? (period.From.AddYears(-1), period.To);
        var read = await StoredAir.ReadAsync(db, stores.Value, new(from, to) { Mn = station?.Mn, Tier = station is null ? tier : null }, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        return new StationView(known)
        {
            Station = station,
            Tier = tier,
            Period = period,
            Members = read.Value.Stations,
            SandDays = await SandList.ReadAsync(db, from, to, ct),
            Years = (first.Year, last.Year),
            Air = read.Value.Stations.Count == 0 ? null : station is not null ? read.Value.Stations[0].Air : read.Value.MeanOf(tier!.Value, "全区"),
        };
    }

    /// <summary>Gets the options of the choice: the means by 站点口径 first, then the stations.</summary>
    public IReadOnlyList<(string Value, string Text)> Options(UiTexts t) =>
    [
        .. from tier in StoredAir.OfficialTiers
           let count = Known.Count(one => one.Station.Tier == tier)
           where count > 0
           select (TierMark + DeviceWords.Of(tier), t["全区{0}{1}站平均", t[DeviceWords.Of(tier)], count]),
        .. Known.Select(one => (one.Station.Mn, $"{one.Station.Name}（{t[DeviceWords.Of(one.Station.Tier)]}）")),
    ];

    /// <summary>Gets what is chosen, in words: the name of a station, or 全区国控2站平均.</summary>
    public string Words(UiTexts t) => Station?.Name ?? Options(t).FirstOrDefault(option => option.Value == Choice).Text ?? t["全区"];

    /// <summary>Gets what the figures are based on, below the answer.</summary>
    public string Basis(UiTexts t) => string.Join(" · ", new[]
    {
        Period.ChineseText, Words(t), t["站点小时数据，自动计算"],
        Air is { } air && air.InForce.Last < Period.To ? t["数据至{0}", $"{air.InForce.Last:yyyy年M月d日}"] : string.Empty,
        Station is { Tier: StationTier.Micro or StationTier.Simulated } ? t["微站、模拟数据不进入任何考核数据"] : string.Empty,
    }.Where(text => text.Length > 0));

    /// <summary>Returns what must be said of figures by the rules of 2026, of which the text was not available.</summary>
    internal static string NewerRules(UiTexts t) => t["HJ 663—2026未见全文：例外事件、三年滑动平均等新增内容未采用，有效性和统计按GB 3095表4及已核实的部分。"];

    private static StationTier? TierOf(string? asked, IReadOnlyList<AirStationExtent> known) =>
        StoredAir.OfficialTiers.Where(tier => known.Any(one => one.Station.Tier == tier)).OrderByDescending(tier => asked == TierMark + DeviceWords.Of(tier)).Select(tier => (StationTier?)tier).FirstOrDefault();
}
