using System.Globalization;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards.Air;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation.Stations;

/// <summary>The days of stored hours as a calendar, a table and a sentence.</summary>
internal sealed class StationCalendar(StationView view, bool isSample, PageAddress here, UiTexts t)
{
    private static readonly string[] WeekDays = ["一", "二", "三", "四", "五", "六", "日"];
    private readonly EvaluatedAir _air = view.Air!;

    private string Title => t["空气质量日历（{0}）{1}", view.Words(t), view.Period.ChineseText];

    /// <summary>上半年优良122天，比率67.0%（122/182），同比增加3天；重污染1天（扣除沙尘影响）.</summary>
    public string Answer()
    {
        var figures = _air.Figures(view.AirPeriod).InForce;
        if (figures.ValidDays == 0)
        {
            return t["{0}没有可评价的日子。", view.Period.ChineseText];
        }

        var good = t["{0}优良{1}天，比率{2}%（{1}/{3}）", view.Period.ChineseText, figures.GoodDays, figures.GoodRatioOfValidDays?.ShownText ?? "—", figures.ValidDays];
        var heavy = t["重污染{0}天（未扣除沙尘影响）", figures.HeavyDays];
        var said = Change(figures) is { } change ? t["{0}，{1}；{2}", good, change, heavy] : t["{0}；{1}", good, heavy];
        return t["{0}。", said + WithoutSand()];
    }

    /// <summary>Draws the months, as many beside each other as there is room for.</summary>
    public ChartDrawing Drawing(int monthsInRow) => DayCalendar.Draw(
        Title,
        [.. WeekDays.Select(day => t[day])],
        month => month.ToString("yyyy年M月", CultureInfo.InvariantCulture),
        [.. view.Days.Select(_air.InForce.Day).Select(day => new DayCalendar.Day(day.Date, day.Category?.Level, day.Category?.Name ?? t["无数据"], view.Sand.Contains(day.Date)))],
        monthsInRow);

    public PageTable Table() => new(
        Title,
        [
            new(t["日期"], ColumnKind.OneLine) { SortKey = "day" }, new("AQI", ColumnKind.Figure) { SortKey = "aqi" }, new(t["级别"], ColumnKind.OneLine), new(t["首要污染物"], ColumnKind.OneLine),
            .. StationView.ItemWords.Select((heading, item) => new Column(heading, ColumnKind.Figure) { SortKey = AirItems.NameOf((AirItem)item) }),
            new(t["有效性"], ColumnKind.OneLine), new(t["沙尘影响"], ColumnKind.OneLine), new(t["备注"]),
        ],
        [.. view.Days.Select(Row)])
    {
        UnitLine = t["单位：微克/立方米，CO为毫克/立方米"],
        Carries = view.Carries(view.Period.From, view.Period.To),
        Below =
        [
            t["由站点小时数据按观测日所在版本计算：日均值须有20个有效小时，O₃-8h为日最大8小时平均；AQI各项分指数进位取整，首要污染物在AQI大于50时列出。"],
            .. view.Period.To >= AirRules.All[^1].Edition.EffectiveFrom ? [StationView.NewerRules(t)] : Array.Empty<string>(),
            .. view.Sand.Count > 0 ? [t["沙尘影响日以导入的官方名单为准（{0}）；本表含沙，剔除沙尘的结果另列在统计页。", string.Join('、', view.SandDays.Days.Where(day => !day.IsLifted).Select(day => $"{day.Source} {day.ListVersion}").Distinct())]] : Array.Empty<string>(),
        ],
        IsWide = true,
        IsSample = isSample,
    };

    private string WithoutSand()
    {
        var listed = view.Days.Count(day => view.Sand.Contains(_air.InForce.First.AddDays(day)));
        var (_, good, heavy) = _air.CountsWithout(view.AirPeriod, view.Sand);
        return listed == 0 ? string.Empty : t["；剔除{0}个沙尘影响日后优良{1}天、重污染{2}天", listed, good, heavy];
    }

    private string? Change(AirPeriodFigures figures)
    {
        var before = new AirPeriod("before", view.Period.From.AddYears(-1), view.Period.To.AddYears(-1));
        if (_air.InForce.First > before.From || _air.Figures(before).InForce is not { ValidDays: > 0 } last)
        {
            return null;
        }

        var more = figures.GoodDays - last.GoodDays;
        return more == 0 ? t["同比持平"] : more > 0 ? t["同比增加{0}天", more] : t["同比减少{0}天", -more];
    }

    private TableRow Row(int at)
    {
        var day = _air.InForce.Day(at);
        var missing = day.Items.Where(item => item.Value is null).Select(item => item.Item).ToList();
        return new(
        [
            Cell.Day(day.Date).LinkedTo(DayHref(day.Date)),
            day.Aqi is { } aqi ? Cell.Whole(aqi).Explained(How(at, day)) : Cell.Missing(AirReasons.Of(day) ?? t["没有可计算的浓度"]),
            Cell.Of(day.Category?.Name ?? string.Empty),
            Cell.Of(day.Aqi is null ? string.Empty : day.Primary.Count == 0 ? t["无"] : AirNames.List(day.Primary)),
            .. day.Items.Select(item => item.Value is { } value ? Cell.Of(value) : Cell.Missing(item.ValidHours is > 0 and var hours ? t["有效小时{0}个，不足以评价", hours] : t["没有小时值"])),
            Cell.Of(missing.Count == 0 ? t["有效"] : t["缺{0}", AirNames.List(missing)]),
            Cell.Of(view.Sand.Contains(day.Date) ? t["沙尘影响日"] : string.Empty),
            Cell.Of(day.Aqi is null ? AirReasons.Of(day) : string.Empty),
        ]);
    }

    private string DayHref(DateOnly day) => here.To("/air/day", (StationView.StationName, view.Choice), ("day", $"{day:yyyy-MM-dd}"));

    private HowComputed How(int at, AirDay day)
    {
        var next = _air.EditionsOn(day.Date).NextIndex is { } edition && edition.Edition.Id != day.Edition ? _air.Under(edition).Day(at) : null;
        return new(
            $"{day.Date:yyyy-MM-dd} AQI {day.Aqi}",
            [
                ("输入", string.Join('，', day.Items.Where(item => item.Value is not null).Select(item => $"{AirNames.Of(item.Item)} {item.Value!.Value.ExactText}{Hours(item)}"))),
                ("分指数", string.Join('，', day.Items.Where(item => item.Iaqi is not null).Select(item => string.Create(CultureInfo.InvariantCulture, $"{AirNames.Of(item.Item)} {item.Iaqi}")))),
                ("方法", t["各项分指数线性内插、进位取整，取其最大"]),
                ("依据", day.Edition ?? string.Empty),
                .. next is null ? Array.Empty<(string, string)>() : [("下一版", next.Aqi is { } aqi ? $"{next.Edition}：AQI {aqi}，{next.Category!.Name}" : $"{next.Edition}：{AirReasons.Of(next)}")],
            ],
            DayHref(day.Date));
    }

    private string Hours(AirDayItem item) => item.ValidHours is { } hours ? t["（有效小时{0}个）", hours] : string.Empty;
}
