using Lanshao.Documents.Charts;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Weather;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Standards.Air;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring.Weather;

/// <summary>气象: days of one station beside the air of the district, and where the wind came from.</summary>
internal sealed record WeatherView(PageTable Days, ChartDrawing? Winds, string Answer, string Basis, IReadOnlyList<(string Value, string Text)> Stations, string? Choice)
{
    public const string Path = "/air/weather";
    public const string StationName = "station";
    private const int DaysBack = 14;
    private const int HoursADay = 24;
    private const int EnoughHours = 20;

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("日期", ColumnKind.OneLine), new("平均", ColumnKind.Figure) { Group = "气温" }, new("最高", ColumnKind.Figure) { Group = "气温" }, new("最低", ColumnKind.Figure) { Group = "气温" }, new("平均湿度", ColumnKind.Figure) { Unit = "%" }, new("平均气压", ColumnKind.Figure) { Unit = "千帕" },
        new("平均风速", ColumnKind.Figure) { Unit = "米/秒" }, new("最大小时风速", ColumnKind.Figure) { Unit = "米/秒" }, new("主导风向", ColumnKind.OneLine), new("静风小时", ColumnKind.Figure), new("降水量", ColumnKind.Figure) { Unit = "毫米" }, new("有效小时", ColumnKind.OneLine),
        new("PM2.5日均", ColumnKind.Figure), new("O₃-8h", ColumnKind.Figure), new("AQI", ColumnKind.Figure),
    ];

    public static async Task<Outcome<WeatherView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        var stores = await services.GetRequiredService<GatewayHost>().StoresAsync(ct);
        if (stores.IsRefused)
        {
            return stores.Refusal;
        }

        var today = ChinaTime.Today(services.GetRequiredService<TimeProvider>());
        var asked = here.Period ?? Period.Spanning(today.AddDays(1 - DaysBack), today);
        var last = asked.To < today ? asked.To : today;
        if (asked.From > last)
        {
            return Empty(asked, t);
        }

        var stations = await WeatherStation.ListAsync(db, stores.Value, asked.From, last, ct);
        if ((stations.FirstOrDefault(station => station.Station.Mn == here.Text(StationName)) ?? (stations is [var first, ..] ? first : null)) is not { } chosen)
        {
            return Empty(asked, t);
        }

        var read = await StoredAir.ReadAsync(db, stores.Value, new(chosen.Hours.First, last), ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var tier = read.Value.OfficialTier();
        var air = tier is { } official ? read.Value.MeanOf(official, t["全区"])?.InForce : null;
        var winds = chosen.Hours.Winds(0, chosen.Hours.Days * HoursADay);
        var table = new PageTable(t["气象与空气质量（{0} {1}）", chosen.Station.Name, asked], Columns, [.. Enumerable.Range(0, chosen.Hours.Days).Reverse().Where(day => HasAny(chosen.Hours, day)).Select(day => Row(chosen.Hours, day, air, t))])
        {
            UnitLine = t["单位：气温为摄氏度，浓度为微克/立方米"],
            IsWide = true,
            Carries = new(ExportReach.Devices, chosen.Hours.First, last),
            Below =
            [
                t["数据来源：{0}的小时值，设备上报或导入，自动计算；一日至少{1}小时有值才给出平均。主导风向为当日次数最多的风向；静风为风速{2}米/秒及以下，不计入风向。", chosen.Station.Name, EnoughHours, WindSector.CalmMps],
                tier is null ? t["没有国控、市控、区自建站的空气质量数据可并列。"] : t["空气质量为全区{0}站平均，只作并列，不作因果判断。", t[Platform.Monitoring.DeviceWords.Of(tier.Value)]],
            ],
        };
        return new WeatherView(table, RoseOf(chosen, winds, asked, t), AnswerOf(chosen, winds, asked, t), t["{0} · {1}", asked.ChineseText, chosen.Station.Name], [.. stations.Select(station => (station.Station.Mn, station.Station.Name))], chosen.Station.Mn);
    }

    private static WeatherView Empty(Period period, UiTexts t) => new(new(t["气象"], Columns, []), null, t["{0}没有气象数据。", period], period.ChineseText, [], null);

    private static bool HasAny(WeatherHours hours, int day) => hours.All.Any(item => WeatherHours.OfDay(item, day).Count > 0);

    private static TableRow Row(WeatherHours hours, int day, AirEvaluation? air, UiTexts t)
    {
        var (on, warm, wind) = (hours.First.AddDays(day), WeatherHours.OfDay(hours.Temperature, day), WeatherHours.OfDay(hours.WindMps, day));
        var winds = hours.Winds(day * HoursADay, HoursADay);
        var counts = hours.All.Select(item => WeatherHours.OfDay(item, day).Count).Where(count => count > 0).ToList();
        var evaluated = air is not null && on >= air.First && on < air.First.AddDays(air.Days) ? air.Day(on.DayNumber - air.First.DayNumber) : null;
        return new(
        [
            Cell.Day(on), Mean(warm, 1, t), warm.Count == 0 ? None(t) : Shown(warm.Max(), 1), warm.Count == 0 ? None(t) : Shown(warm.Min(), 1), Mean(WeatherHours.OfDay(hours.Humidity, day), 0, t), Mean(WeatherHours.OfDay(hours.Pressure, day), 1, t),
            Mean(wind, 1, t), wind.Count == 0 ? None(t) : Shown(wind.Max(), 1), Prevailing(winds, t), winds.All == 0 ? None(t) : Cell.Whole(winds.Calm), WeatherHours.OfDay(hours.RainMm, day) is { Count: > 0 } rain ? Shown(rain.Sum(), 1) : None(t), Cell.Of(t["{0}/{1}", counts.Min(), HoursADay]).Ordered(counts.Min()),
            Item(evaluated, AirItem.Pm25, t), Item(evaluated, AirItem.O3, t), evaluated?.Aqi is { } aqi ? Cell.Whole(aqi) : Cell.Missing(t["没有空气质量日值"]),
        ]);
    }

    private static Cell Prevailing(WindCounts winds, UiTexts t) => winds.Prevailing.Count == 0 ? winds.Calm > 0 ? Cell.Of(t["静风"]) : None(t) : Cell.Of(string.Join('、', winds.Prevailing.Select(sector => t[WindSector.NameOf(sector)])));

    private static Cell Item(AirDay? day, AirItem item, UiTexts t) => day is not null && day.Items.FirstOrDefault(one => one.Item == item).Value is { } value ? Cell.Of(value) : Cell.Missing(t["没有空气质量日值"]);

    private static Cell Mean(IReadOnlyList<decimal> hours, int decimals, UiTexts t) => hours.Count >= EnoughHours ? Shown(hours.Sum() / hours.Count, decimals) : Cell.Missing(t["有效小时不足"]);

    private static Cell Shown(decimal value, int decimals) => Cell.Of(Reported.Of(value, decimals));

    private static Cell None(UiTexts t) => Cell.Missing(t["没有小时值"]);

    private static ChartDrawing? RoseOf(WeatherStation station, WindCounts winds, Period period, UiTexts t) => winds.All == 0 ? null
        : Rose.Draw(new(t["{0}风向频率（{1}）", station.Station.Name, period], WindSentence(winds, t), t["风向"], t["频率（%）"]), [.. winds.Sectors.Select((count, sector) => SectorOf(count, sector, winds, t))]);

    private static Rose.Sector SectorOf(int count, int sector, WindCounts winds, UiTexts t)
    {
        var (name, share) = (t[WindSector.NameOf(sector)], Percentage.Compute(count, winds.All)!.Value);
        return new(sector % 2 == 0 ? name : string.Empty, name, share.Shown, share.ShownText);
    }

    private static string WindSentence(WindCounts winds, UiTexts t) => winds.Prevailing.Count == 0 ? t["静风占{0}%", Share(winds.Calm, winds)]
        : t["{0}风最多，占{1}%；静风占{2}%", string.Join('、', winds.Prevailing.Select(sector => t[WindSector.NameOf(sector)])), Share(winds.Sectors[winds.Prevailing[0]], winds), Share(winds.Calm, winds)];

    private static string AnswerOf(WeatherStation station, WindCounts winds, Period period, UiTexts t)
    {
        var (warm, rain) = (station.Hours.Temperature.OfType<decimal>().ToList(), station.Hours.RainMm.OfType<decimal>().ToList());
        var said = new List<string>();
        if (warm.Count > 0)
        {
            said.Add(t["气温{0}至{1}摄氏度", Reported.Of(warm.Min(), 1).ShownText, Reported.Of(warm.Max(), 1).ShownText]);
        }

        if (winds.All > 0)
        {
            said.Add(WindSentence(winds, t));
        }

        if (rain.Count > 0)
        {
            said.Add(t["降水{0}毫米", Reported.Of(rain.Sum(), 1).ShownText]);
        }

        return t["{0}{1}：{2}。", period, station.Station.Name, string.Join('；', said)];
    }

    private static string Share(int part, WindCounts winds) => Percentage.Compute(part, winds.All)!.Value.ShownText;
}
