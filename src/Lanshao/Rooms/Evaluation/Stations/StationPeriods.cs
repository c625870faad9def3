using System.Globalization;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards.Air;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation.Stations;

/// <summary>Year, halves, quarters and months of stored hours, under the edition in force and the next one side by side.</summary>
internal sealed class StationPeriods(StationView view, bool isSample, PageAddress here, UiTexts t)
{
    private static readonly string[] Headings = ["PM2.5", "PM10", "SO₂", "NO₂", "CO-95", "O₃-8h-90"];
    private readonly EvaluatedAir _air = view.Air!;
    private readonly Dictionary<(string Period, bool WithoutSand), AirPeriodPair> _pairs = [];
    private readonly int _year = view.Period.From.Year;

    private IEnumerable<Period> Periods => PeriodsOf(_year).Where(Touches);

    public string Answer()
    {
        var (year, pair) = (Period.Year(_year), _air.Figures(StationTrend.YearOf(_year)));
        var judged = pair.InForce.Items.Where(item => item.Meets is not null).ToList();
        if (judged.Count == 0)
        {
            return t["{0}有效天数{1}天，不足以作年评价。", year.ChineseText, pair.InForce.ValidDays];
        }

        var next = pair.Next is { } figures ? t["；按下一版{0}项达标", figures.Items.Count(item => item.Meets == true)] : string.Empty;
        return t["{0}可评价{1}项，达标{2}项{3}；优良{4}天，重污染{5}天（未扣除沙尘影响）。", year.ChineseText, judged.Count, judged.Count(item => item.Meets == true), next, pair.InForce.GoodDays, pair.InForce.HeavyDays];
    }

    /// <summary>Concentrations of every period of the year.</summary>
    public PageTable Figures() => new(
        t["{0}各时段浓度（{1}）", $"{_year}年", view.Words(t)],
        [new(t["时段"], ColumnKind.OneLine), .. Headings.Select(heading => new Column(heading, ColumnKind.Figure)), new(t["有效天数"], ColumnKind.Figure), new(t["不作评价的项目"])],
        [.. Periods.Select(Concentrations)])
    {
        UnitLine = t["单位：微克/立方米，CO为毫克/立方米"],
        Below = [t["均值由未修约的日均值计算，CO为日均值第95百分位数，O₃-8h为日最大8小时平均第90百分位数；未扣除沙尘影响。不作评价的项目有效天数不足，数值仅供参考。"], .. NewerRules()],
        IsWide = true,
        IsSample = isSample,
        Carries = view.Carries(new(_year, 1, 1), new(_year, 12, 31)),
    };

    /// <summary>Good and heavy days and the composite index of every period of the year, edition beside edition.</summary>
    public PageTable Days()
    {
        var (now, next) = Editions(_air.EditionsOn(new(_year, 12, 31)));
        return new(
            t["{0}各时段优良、重污染天数和综合指数（{1}）", $"{_year}年", view.Words(t)],
            [new(t["时段"], ColumnKind.OneLine), new(t["有效天数"], ColumnKind.Figure), new(t["日历天数"], ColumnKind.Figure), .. Group(now), .. next is null ? [] : Group(next)],
            [.. Periods.Select(period => Days(period, next is not null))])
        {
            Below = [t["优良比率的分母是有效天数；日历天数另列，只计数据所及的日子。未扣除沙尘影响。"], .. NewerRules()],
            IsWide = true,
            IsSample = isSample,
            Carries = view.Carries(new(_year, 1, 1), new(_year, 12, 31)),
        };
    }

    /// <summary>Both results side by side: with the listed sand days and without them.</summary>
    public PageTable SandBesideAll()
    {
        Column[] Both(string group) => [.. new[] { "PM2.5", "PM10", t["综合指数"], t["优良天数"], t["重污染天数"] }.Select(heading => new Column(heading, ColumnKind.Figure) { Group = group })];
        return new(
            t["{0}各时段含沙与剔除沙尘的结果（{1}）", $"{_year}年", view.Words(t)],
            [new(t["时段"], ColumnKind.OneLine), new(t["沙尘影响日"], ColumnKind.Figure), .. Both(t["含沙"]), .. Both(t["剔除沙尘"])],
            [.. Periods.Select(BothResults)])
        {
            UnitLine = t["单位：微克/立方米"],
            Below =
            [
                t["剔除沙尘的结果另列，不替代含沙的结果。沙尘影响日以导入的官方名单为准：{0}。", string.Join('、', view.SandDays.Days.Where(day => !day.IsLifted && day.Day.Year == _year).Select(day => $"{day.Source} {day.ListVersion}").Distinct())],
                t["PM2.5、PM10和综合指数剔除名单所列的日子；优良、重污染天数按国家做法不剔除，这里两种都列出。"],
            ],
            IsWide = true,
            IsSample = isSample,
            Carries = view.Carries(new(_year, 1, 1), new(_year, 12, 31)),
        };
    }

    /// <summary>Gets whether the list has a day of this year that holds for the choice.</summary>
    public bool HasSand => view.Sand.Any(day => day.Year == _year);

    /// <summary>Which items meet the yearly limits, edition beside edition.</summary>
    public PageTable Attainment()
    {
        var pair = _air.Figures(StationTrend.YearOf(_year));
        var (now, next) = Editions(pair.Editions);
        return new(
            t["{0}年评价达标情况（{1}）", $"{_year}年", view.Words(t)],
            [
                new(t["项目"], ColumnKind.OneLine), new(t["年均值"], ColumnKind.Figure), new(t["百分位数"], ColumnKind.Figure), new(t["有效天数"], ColumnKind.Figure),
                .. Judged(now), .. next is null ? [] : Judged(next), new(t["不能评价的原因"]),
            ],
            [.. AirItems.Basic.Select(item => Attained(item, pair, next is not null))])
        {
            UnitLine = t["单位：微克/立方米，CO为毫克/立方米"],
            Below = [t["年均值和百分位数都不超过二级限值为达标；PM2.5、PM10、CO为第95百分位数，SO₂、NO₂为第98百分位数，O₃-8h为第90百分位数。年评价须有324个有效日，每月27个（2月25个）。"], .. NewerRules()],
            IsWide = true,
            IsSample = isSample,
            Carries = view.Carries(new(_year, 1, 1), new(_year, 12, 31)),
        };
    }

    /// <summary>Returns the year, its halves, quarters and months.</summary>
    private static IEnumerable<Period> PeriodsOf(int year) =>
        [Period.Year(year), Period.Half(year, 1), Period.Half(year, 2), .. Enumerable.Range(1, 4).Select(quarter => Period.Quarter(year, quarter)), .. Enumerable.Range(1, 12).Select(month => Period.Month(year, month))];

    private (string Now, string? Next) Editions(AirEditions editions) =>
        (t["现行（{0}）", NameOf(editions.InForce)], editions.Next is null ? null : t["下一版（{0}）", NameOf(editions.Next)]);

    private string NameOf(AirLimitSet? limits) => limits?.Edition.Id switch
    {
        null => t["无"],
        "GB3095-2026-transitional" => t["GB 3095—2026过渡"],
        var id => id.Replace("GB3095-", "GB 3095—", StringComparison.Ordinal),
    };

    private Column[] Group(string edition) =>
        [new(t["优良天数"], ColumnKind.Figure) { Group = edition }, new(t["优良比率"], ColumnKind.Figure) { Group = edition }, new(t["重污染天数"], ColumnKind.Figure) { Group = edition }, new(t["综合指数"], ColumnKind.Figure) { Group = edition }];

    private Column[] Judged(string edition) =>
        [new(t["年限值"], ColumnKind.Figure) { Group = edition }, new(t["日限值"], ColumnKind.Figure) { Group = edition }, new(t["评价"], ColumnKind.OneLine) { Group = edition }];

    private bool Touches(Period period) => period.From <= _air.InForce.Last && period.To >= _air.InForce.First;

    // Several tables of one page ask for the same periods.
    private AirPeriodPair Pair(Period period, IReadOnlySet<DateOnly>? sand = null)
    {
        if (!_pairs.TryGetValue((period.Code, sand is not null), out var known))
        {
            _pairs.Add((period.Code, sand is not null), known = _air.Figures(new(period.Code, period.From, period.To), sand));
        }

        return known;
    }

    private Cell Name(Period period) => Cell.Of(period.ChineseText).LinkedTo(here.To("/air/calendar", (StationView.StationName, view.Choice), ("period", period.Code)));

    private TableRow Concentrations(Period period)
    {
        var figures = Pair(period).InForce;
        return new(
        [
            Name(period), .. figures.Items.Select(item => Figure(period, item)), Cell.Whole(figures.ValidDays),
            Cell.Of(string.Join('、', figures.Items.Where(item => !item.IsValid).Select(item => StationView.ItemWords[(int)item.Item]))),
        ]);
    }

    private TableRow Days(Period period, bool withNext)
    {
        var pair = Pair(period);
        return new(
        [
            Name(period), Cell.Whole(pair.InForce.ValidDays), Cell.Whole(pair.InForce.CalendarDays),
            .. Days(pair.InForce), .. withNext ? pair.Next is { } next ? Days(next) : Enumerable.Repeat(Cell.Missing(t["没有下一版"]), 4) : [],
        ]);
    }

    private TableRow BothResults(Period period)
    {
        var span = new AirPeriod(period.Code, period.From, period.To);
        var (all, without) = (Pair(period).InForce, Pair(period, view.Sand).InForce);
        var (_, good, heavy) = _air.CountsWithout(span, view.Sand);
        return new(
        [
            Name(period), Cell.Whole(view.Sand.Count(day => day >= period.From && day <= period.To)),
            .. Means(period, all), Cell.Whole(all.GoodDays), Cell.Whole(all.HeavyDays), .. Means(period, without), Cell.Whole(good), Cell.Whole(heavy),
        ]);
    }

    private IEnumerable<Cell> Means(Period period, AirPeriodFigures figures) =>
        [Figure(period, figures[AirItem.Pm25]), Figure(period, figures[AirItem.Pm10]), figures.CompositeIndex is { } index ? Cell.Of(index) : Cell.Missing(t["缺项目或限值"])];

    // Said wherever figures stand by the rules of 2026: of such a year, and of any year beside which the next edition stands.
    private IEnumerable<string> NewerRules() => _air.EditionsOn(new(_year, 12, 31)).Next is not null || _year >= AirRules.All[^1].Edition.EffectiveFrom.Year ? [StationView.NewerRules(t)] : [];

    private Cell Figure(Period period, AirPeriodItem item)
    {
        if ((item.Item is AirItem.Co or AirItem.O3 ? item.Percentile : item.Mean) is not { } figure)
        {
            return Cell.Missing(t["没有有效日"]);
        }

        var days = period.To.DayNumber - period.From.DayNumber + 1;
        var how = new HowComputed(
            $"{period.ChineseText} {AirNames.Of(item.Item)} {figure.ShownText}",
            [
                ("输入", t["有效日{0}个", item.ValidDays]),
                ("剔除", t["无效或缺测{0}天", days - item.ValidDays]),
                ("方法", item.Item is AirItem.Co or AirItem.O3 ? t["日值第{0}百分位数（HJ 663附录A）", item.P] : t["日均值的算术平均，日均值不修约"]),
                ("未修约", figure.ExactText),
                ("修约", ValueWords.RoundingRule),
                .. item.Reason is { } reason ? [("有效性", AirReasons.Of(reason) ?? string.Empty)] : Array.Empty<(string, string)>(),
            ],
            here.To("/air/calendar", (StationView.StationName, view.Choice), ("period", period.Code)));
        return Cell.Of(figure).Explained(how);
    }

    private IEnumerable<Cell> Days(AirPeriodFigures figures) =>
    [
        Cell.Whole(figures.GoodDays),
        figures.GoodRatioOfValidDays is { } ratio ? Cell.Percent(ratio.Shown, ratio.Decimals) : Cell.Missing(t["没有有效日"]),
        Cell.Whole(figures.HeavyDays),
        figures.CompositeIndex is { } index ? Cell.Of(index) : Cell.Missing(t["缺项目或限值"]),
    ];

    private TableRow Attained(AirItem item, AirPeriodPair pair, bool withNext)
    {
        var figures = pair.InForce[item];
        return new(
        [
            Cell.Of(StationView.ItemWords[(int)item]),
            figures.Mean is { } mean && item is not (AirItem.Co or AirItem.O3) ? Cell.Of(mean) : Cell.Missing(t["不以年均值评价"]),
            figures.Percentile is { } percentile ? Cell.Of(percentile) : Cell.Missing(t["没有有效日"]),
            Cell.Whole(figures.ValidDays),
            .. Verdict(item, pair.Editions.InForce, figures.Meets), .. withNext ? Verdict(item, pair.Editions.Next, pair.Next?[item].Meets) : [],
            Cell.Of(AirReasons.Of(figures.Reason)),
        ]);
    }

    private IEnumerable<Cell> Verdict(AirItem item, AirLimitSet? limits, bool? meets) =>
    [
        Limit(limits?.Limit(item, AirAveraging.Year)), Limit(limits?.Limit(item, item == AirItem.O3 ? AirAveraging.EightHours : AirAveraging.Day)),
        meets is { } known ? Cell.Of(known ? t["达标"] : t["未达标"]) : Cell.Missing(t["不作评价"]),
    ];

    private Cell Limit(decimal? limit) => limit is { } known ? Cell.Of(known.ToString("0.###", CultureInfo.InvariantCulture)) : Cell.Missing(t["没有限值"]);
}
