using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Indicators;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards.Air;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring.Forecasts;

/// <summary>空气质量预报: who said what for which day, and when.</summary>
internal sealed record ForecastsView(PageTable Table, string Answer, Period Period, IReadOnlyList<(string Code, string Name)> Areas)
{
    public const string Path = "/air/forecasts";
    private const int DaysBack = 7;
    private const int DaysAhead = 15;
    private const int HoursADay = 24;

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("预报日期", ColumnKind.OneLine), new("区域", ColumnKind.OneLine), new("指标", ColumnKind.OneLine), new("预报值", ColumnKind.Mark), new("级别", ColumnKind.OneLine), new("首要污染物", ColumnKind.OneLine), new("来源"), new("发布时间", ColumnKind.OneLine), new("时效", ColumnKind.OneLine), new("备注", ColumnKind.OneLine),
    ];

    public static async Task<Outcome<ForecastsView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var today = ChinaTime.Today(services.GetRequiredService<TimeProvider>());
        var period = here.Period ?? Period.Spanning(today.AddDays(-DaysBack), today.AddDays(DaysAhead));
        var forecasts = await ForecastQueries.ForDaysAsync(db, period.From, period.To, ct);
        var names = new FigureNames(pack.Value);
        var newest = forecasts.GroupBy(forecast => (forecast.DueOn, forecast.Place, forecast.Item, forecast.Source)).Select(same => same.First().Id).ToHashSet();
        var table = new PageTable(t["空气质量预报（{0}）", period], Columns, [.. forecasts.Select(forecast => Row(forecast, names, newest.Contains(forecast.Id), t))])
        {
            IsStacked = true,
            Below = [t["预报按来源和发布时间逐次保留，后发的（修订）不覆盖先发的；预报不是监测数据，不进入任何均值和排名。"], t["浓度单位：微克/立方米（CO为毫克/立方米）；级别按AQI上限。"]],
        };
        return new ForecastsView(table, AnswerOf(forecasts, newest, names, today, t), period, [.. pack.Value.District.Subdistricts.Select(area => (area.Code, area.Name))]);
    }

    private static string AnswerOf(IReadOnlyList<Forecast> forecasts, HashSet<Guid> newest, FigureNames names, DateOnly today, UiTexts t)
    {
        var sources = forecasts.Select(forecast => forecast.Source).Distinct().Count();
        var top = forecasts.Where(forecast => forecast.DueOn >= today && forecast.Item == ForecastItems.Aqi && newest.Contains(forecast.Id)).MaxBy(forecast => forecast.High);
        return top is null ? t["共{0}条预报，来源{1}个；今天起没有AQI预报。", forecasts.Count, sources]
            : t["共{0}条预报，来源{1}个；今天起AQI最高为{2}{3}的{4}（{5}，{6}）。", forecasts.Count, sources, $"{top.DueOn:M月d日}", names.Place(top.Place.Code), Range(top), LevelOf(top, t), top.Source];
    }

    private static TableRow Row(Forecast forecast, FigureNames names, bool isNewest, UiTexts t) => new(
    [
        Cell.Day(forecast.DueOn), Cell.Of(names.Place(forecast.Place.Code)), Cell.Of(ForecastItems.WordOf(forecast.Item)), Cell.Of(Range(forecast)).Ordered(forecast.High),
        forecast.Item == ForecastItems.Aqi ? Cell.Of(LevelOf(forecast, t)) : Cell.Missing(t["只有AQI分级别"]), Cell.Of(forecast.Primary), Cell.Of(forecast.Source), Cell.Of($"{ChinaTime.CivilOf(forecast.IssuedUtc):yyyy-MM-dd HH:mm}"),
        Cell.Of(HorizonOf(forecast, t)), Cell.Of(string.Join('、', new[] { forecast.BatchId is null ? t["页面填报"] : string.Empty, isNewest ? string.Empty : t["已有新的预报"] }.Where(word => word.Length > 0))),
    ]);

    // How far ahead it looked when it was said.
    private static string HorizonOf(Forecast forecast, UiTexts t) => forecast.DueOn.DayNumber - ChinaTime.DayOf(forecast.IssuedUtc).DayNumber is var days and > 0 ? t["{0}小时", days * HoursADay] : t["当天"];

    private static string Range(Forecast forecast) => forecast.Low == forecast.High ? ForecastImport.Number(forecast.High) : $"{ForecastImport.Number(forecast.Low)}—{ForecastImport.Number(forecast.High)}";

    private static string LevelOf(Forecast forecast, UiTexts t) => t[AirCategory.Of((int)decimal.Ceiling(Math.Min(forecast.High, AirCategory.All[^1].To))).Name];
}
