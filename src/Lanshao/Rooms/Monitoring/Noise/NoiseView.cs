using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Noise;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Standards.Noise;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring.Noise;

/// <summary>声环境: levels of day and night of each station beside the limits of its zone.</summary>
internal sealed record NoiseView(PageTable Stations, PageTable? Days, string Answer, Period Period)
{
    public const string Path = "/noise";
    private const int DaysBack = 30;
    private const int MostDaysShown = 31;

    private static readonly IReadOnlyList<Column> StationColumns =
    [
        new("站点"), new("街道"), new("声功能区", ColumnKind.OneLine), new("均值", ColumnKind.Figure) { Group = "昼间" }, new("限值", ColumnKind.Figure) { Group = "昼间" }, new("达标天数", ColumnKind.Mark) { Group = "昼间" },
        new("均值", ColumnKind.Figure) { Group = "夜间" }, new("限值", ColumnKind.Figure) { Group = "夜间" }, new("达标天数", ColumnKind.Mark) { Group = "夜间" }, new("昼夜等效声级", ColumnKind.Figure), new("有效小时", ColumnKind.OneLine),
    ];

    private static readonly IReadOnlyList<Column> DayColumns =
    [
        new("日期", ColumnKind.OneLine), new("站点"), new("昼间", ColumnKind.Figure), new("夜间", ColumnKind.Figure), new("昼夜等效声级", ColumnKind.Figure), new("昼间有效小时", ColumnKind.OneLine), new("夜间有效小时", ColumnKind.OneLine), new("是否超标", ColumnKind.OneLine),
    ];

    public static async Task<Outcome<NoiseView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<TimeProvider>());
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var stores = await services.GetRequiredService<GatewayHost>().StoresAsync(ct);
        if (stores.IsRefused)
        {
            return stores.Refusal;
        }

        var last = NoiseTable.LastDay(clock);
        var period = here.Period ?? Period.Spanning(last.AddDays(1 - DaysBack), last);
        var noise = await NoiseTable.ReadAsync(db, stores.Value, period, clock, ct);
        var stations = new PageTable(t["声环境（{0}）", period], StationColumns, [.. noise.Stations.Select(station => Row(station, pack.Value, t))]) { UnitLine = t["单位：分贝（A）"], IsWide = true, IsStacked = true, Carries = CarriedFigures.Of(ExportReach.Devices, period), Below = Notes(t) };
        return new NoiseView(stations, noise.Stations.Count > 0 && period.Days <= MostDaysShown ? DaysOf(noise, t) : null, AnswerOf(noise, t), period);
    }

    private static IReadOnlyList<string> Notes(UiTexts t) =>
    [
        t["昼间为6时至22时，夜间为22时至次日6时；均值为能量平均。昼间至少{0}小时、夜间至少{1}小时有值才评价，这一有效性规则待核。", AmbientNoise.EnoughDayHours, AmbientNoise.EnoughNightHours],
        t["限值：{0}表1（确信程度{1}，引用前请核对原文）；按一位小数与限值比较。", AmbientNoise.Edition.Title, AmbientNoise.Edition.Confidence],
        t["数据来源：登记为噪声的设备的小时等效声级，设备上报或导入，自动计算；有效小时为有值的小时与应有小时。"],
    ];

    private static PageTable DaysOf(NoiseTable noise, UiTexts t) => new(t["声环境逐日（{0}）", noise.Period], DayColumns,
        [.. from station in noise.Stations from day in station.Days where day.Levels.DayHours + day.Levels.NightHours > 0 orderby day.On descending select DayRow(station, day, t)])
    {
        IsStacked = true,
        UnitLine = t["单位：分贝（A）"],
        Carries = CarriedFigures.Of(ExportReach.Devices, noise.Period),
        Below = [t["日期为昼间所在的日期，夜间至次日6时；没有小时值的日不列。"]],
    };

    // 昼间达标58/60点次，夜间达标51/60点次；夜间均值最高为….
    private static string AnswerOf(NoiseTable noise, UiTexts t)
    {
        var days = noise.Stations.SelectMany(station => station.Days).ToList();
        if (days.TrueForAll(day => day.Levels.Day is null && day.Levels.Night is null))
        {
            return t["{0}没有可评价的声环境数据。", noise.Period];
        }

        var (day, night) = (days.FindAll(one => one.IsDayOver is not null), days.FindAll(one => one.IsNightOver is not null));
        var judged = t["{0}昼间达标{1}，夜间达标{2}", noise.Period, Share(day.Count(one => one.IsDayOver == false), day.Count, t), Share(night.Count(one => one.IsNightOver == false), night.Count, t)];
        return noise.Stations.Where(station => station.Night is not null).MaxBy(station => station.Night!.Value.Exact) is { } loudest
            ? t["{0}；夜间均值最高的是{1}，{2}分贝。", judged, loudest.Station.Name, loudest.Night!.Value.ShownText]
            : t["{0}。", judged];
    }

    private static string Share(int good, int all, UiTexts t) => all == 0 ? t["未评价（未导入声功能区）"] : t["{0}/{1}点次（{2}%）", good, all, Percentage.Compute(good, all)!.Value.ShownText];

    private static TableRow Row(NoiseStation station, Pack pack, UiTexts t)
    {
        var zone = station.Days is [.., var last] ? last.Zone : null;
        return new(
        [
            Cell.Of(station.Station.Name), Cell.Of(station.Station.Subdistrict is { } code ? pack.District.FindSubdistrict(code)?.Name ?? code : string.Empty), zone is null ? Cell.Missing(t["未导入声功能区"]) : Cell.Of(zone.Name),
            Level(station.Day, t), Limit(zone?.DayLimitDb, t), Good([.. station.Days.Select(day => day.IsDayOver)], t),
            Level(station.Night, t), Limit(zone?.NightLimitDb, t), Good([.. station.Days.Select(day => day.IsNightOver)], t),
            Level(station.DayNight, t), Cell.Of(t["{0}/{1}", station.ValidHours, station.Hours]).Ordered(station.ValidHours),
        ]);
    }

    private static TableRow DayRow(NoiseStation station, NoiseStationDay day, UiTexts t) => new(
    [
        Cell.Day(day.On), Cell.Of(station.Station.Name), Level(day.Levels.Day, t), Level(day.Levels.Night, t), Level(day.Levels.DayNight, t),
        Hours(day.Levels.DayHours, AmbientNoise.DayHours), Hours(day.Levels.NightHours, AmbientNoise.NightHours), Cell.Of(OverOf(day, t)),
    ]);

    private static string OverOf(NoiseStationDay day, UiTexts t) => (day.IsDayOver, day.IsNightOver) switch
    {
        (true, true) => t["昼间、夜间超标"],
        (true, _) => t["昼间超标"],
        (_, true) => t["夜间超标"],
        (null, null) => t["未评价"],
        _ => t["未超标"],
    };

    private static Cell Hours(int valid, int all) => Cell.Of($"{valid}/{all}").Ordered(valid);

    private static Cell Level(Reported? level, UiTexts t) => level is { } shown ? Cell.Of(shown) : Cell.Missing(t["有效小时不足"]);

    private static Cell Limit(decimal? limitDb, UiTexts t) => limitDb is { } limit ? Cell.Number(limit, 0) : Cell.Missing(t["未导入声功能区"]);

    private static Cell Good(IReadOnlyList<bool?> over, UiTexts t) =>
        over.Count(one => one is not null) is var all and > 0 ? Hours(over.Count(one => one == false), all) : Cell.Missing(t["没有可评价的日"]);
}
