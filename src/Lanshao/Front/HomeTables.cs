using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Front;

/// <summary>The two tables of the home page.</summary>
/// <param name="view">What the page says.</param>
/// <param name="t">The words of the page.</param>
/// <param name="list">Where a list with some filters is found.</param>
internal sealed class HomeTables(HomeView view, UiTexts t, Func<string, (string Name, string? Text)[], string> list)
{
    private static readonly string[] OfTargets = ["目标数", "已达到", "正常推进", "需关注", "已逾期", "无数据"];
    private static readonly string[] OfTasks = ["任务数", "已完成", "需关注", "已逾期"];
    private readonly HomeHow _how = new(t);

    // Where all targets are of one plan, it is named once.
    private readonly IReadOnlyList<string> _plans = [.. Shown(view).Select(row => row.Plan).Distinct()];

    private static readonly (PlanDomain Domain, string Word)[] Domains =
        [(PlanDomain.Climate, "应对气候变化"), (PlanDomain.Air, "大气"), (PlanDomain.Water, "水"), (PlanDomain.Soil, "土壤"), (PlanDomain.Ecology, "生态保护"), (PlanDomain.Other, "其他")];

    /// <summary>Returns the targets that have a figure, or at least an indicator, for the district as a whole.</summary>
    public PageTable Targets() => new(
        t["{0}年目标", view.Board.Year],
        [
            new(t["指标"], ColumnKind.OneLine), new(t["年度目标"], ColumnKind.Figure), new(t["目标出处"]), new(t["当前值"], ColumnKind.Figure), new(t["截至日期"], ColumnKind.OneLine), new(t["去年同期"], ColumnKind.Figure),
            new(t["同比变化"], ColumnKind.Figure), new(t["距目标"], ColumnKind.Figure), new(t["剩余时段控制线"], ColumnKind.Figure), new(t["判断"], ColumnKind.OneLine), new(t["数据来源与状态"]),
        ],
        [.. Shown(view).Select(Target)])
    {
        IsWide = true,
        IsStacked = true,
        IsSample = view.IsSample,
        Carries = Carried(),
        Below = [.. _plans.Count == 1 ? new[] { t["目标出处：{0}", _plans[0]] } : [], t["距目标为当前值减目标值；剩余时段控制线按日历天数计算，保留一位小数，只舍不入。"]],
    };

    /// <summary>Returns how the targets and the tasks of each domain stand.</summary>
    public PageTable ByDomain() => new(
        t["各领域目标和任务"],
        [
            new(t["领域"]),
            .. OfTargets.Select(word => new Column(t[word], ColumnKind.Figure) { Group = t["目标"] }),
            .. OfTasks.Select(word => new Column(t[word], ColumnKind.Figure) { Group = t["重点任务"] }),
            new(t["最近更新"], ColumnKind.OneLine),
        ],
        [.. Domains.Where(domain => domain.Domain != PlanDomain.Other || Rows(domain.Domain).Count + view.Tasks.Tasks.Count(task => task.Domain == domain.Domain) > 0).Select(domain => Domain(domain.Domain, domain.Word))])
    {
        IsSample = view.IsSample,
        Carries = Carried(),
        Below = [t["任务状态截至{0}，按任务计；目标按截至日期的数据判断。", view.Tasks.AsOf.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture)]],
    };

    // Targets are judged by the figures of their year.
    private CarriedFigures Carried() => CarriedFigures.YearTo(ExportReach.Official, Period.Day(view.Tasks.AsOf));

    private static IEnumerable<TargetBoard.Row> Shown(HomeView view) => view.Board.Rows.Where(row => row is { IsWholeDistrict: true, Indicator: not null, Target.Value: not null });

    private TableRow Target(TargetBoard.Row row)
    {
        var (target, indicator) = (row.Target, row.Indicator!);
        var check = HomeView.Check(row);
        var now = row.Now;
        return new(
        [
            Cell.Of(indicator.ShortName).Noted(Unit(indicator)),
            Cell.Of(Wanted(target)),
            Cell.Of(row.Code).LinkedTo($"/tasks/{row.Code}").Noted(_plans.Count > 1 ? row.Plan : null),
            now?.Number is { } number ? Cell.Of(Reported.Of(number, indicator.Decimals)).Explained(_how.Stored(indicator.Name, now)) : Cell.Missing(t["{0}年没有公布的全区数据。", view.Board.Year]),
            now is null ? Cell.Missing(t["没有数据"]) : Cell.Day(now.ToOn),
            Before(indicator, now),
            Changed(indicator, now),
            check is null ? Cell.Missing(t["没有可比的数据"]) : Cell.Number(check.Distance, Math.Max(indicator.Decimals, Rounding.DecimalsOf(check.Distance))).Explained(_how.Distance(row, check)),
            check?.Budget?.Mean is { } mean ? Cell.Of(mean).Explained(_how.Budget(row, check)) : Cell.Missing(t["该指标不按日均控制，或本年已无剩余天数"]),
            Cell.State(Word(row.State)),
            now is null ? Cell.Blank : Cell.Of([now.Source, FigureWords.Of(now.Status)]),
        ]);
    }

    private Cell Before(IndicatorDefinition indicator, IndicatorValue? now)
    {
        var before = now is null ? null : view.Board.Values.FirstOrDefault(value =>
            value.Indicator == indicator.Code && value.Period == now.Period.LastYear() && value.Basis == now.Basis && FigureScope.Of(value) == FigureScope.Of(now));
        return before?.Number is { } number ? Cell.Of(Reported.Of(number, indicator.Decimals)).Explained(_how.Stored(indicator.Name, before)) : Cell.Missing(t["未公布去年同期数值"]);
    }

    private Cell Changed(IndicatorDefinition indicator, IndicatorValue? now)
    {
        if (now is null || indicator.Change is null || HomeView.Change(view.Board.Values, indicator, now) is not { Number: { } number } published)
        {
            return Cell.Missing(t["未公布同比"]);
        }

        var change = view.Indicators.ByCode[indicator.Change];
        var cell = indicator.YearOnYear == YearOnYearKind.Difference ? Cell.Of(Reported.Of(number, change.Decimals)) : Cell.Percent(Rounding.HalfEven(number, change.Decimals), change.Decimals);
        return cell.Explained(_how.Stored(change.Name, published));
    }

    private List<TargetBoard.Row> Rows(PlanDomain domain) => [.. view.Board.Rows.Where(row => row.Domain == domain)];

    private TableRow Domain(PlanDomain domain, string word)
    {
        var rows = Rows(domain);
        Cell Targets(TargetState state) => Cell.Whole(rows.Count(row => row.State == state));
        Cell Tasks(MeasureState state) => view.Tasks.Count(state, domain) is > 0 and var count ? Cell.Whole(count).LinkedTo(list("/tasks", [("domain", $"{domain}"), ("state", $"{state}")])) : Cell.Whole(0);
        return new(
        [
            Cell.Of(t[word]).LinkedTo(list("/tasks", [("domain", $"{domain}")])),
            Cell.Whole(rows.Count), Targets(TargetState.Met), Targets(TargetState.OnTrack), Targets(TargetState.NeedsAttention), Targets(TargetState.Overdue), Targets(TargetState.NoData),
            Cell.Whole(view.Tasks.Tasks.Count(task => task.Domain == domain)), Tasks(MeasureState.Completed), Tasks(MeasureState.NeedsAttention), Tasks(MeasureState.Overdue),
            rows.Where(row => row.State != TargetState.NoData).Select(row => row.Now!.ToOn).DefaultIfEmpty().Max() is { Year: > 1 } newest ? Cell.Day(newest) : Cell.Missing(t["没有数据"]),
        ]);
    }

    private static string Wanted(PlanTarget target)
    {
        var value = Rounding.HalfEven(target.Value!.Value, Rounding.DecimalsOf(target.Value.Value)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return target.Comparator switch
        {
            TargetComparator.AtMost => $"≤{value}",
            TargetComparator.AtLeast => $"≥{value}",
            TargetComparator.About or TargetComparator.AboutAtMost => $"{value}左右",
            _ => value,
        };
    }

    private static string? Unit(IndicatorDefinition indicator) => indicator.PrintedUnit.Length == 0 ? null : indicator.PrintedUnit;

    private static string Word(TargetState state) => state switch
    {
        TargetState.Met => "已达到",
        TargetState.OnTrack => "正常推进",
        TargetState.NeedsAttention => "需关注",
        TargetState.Overdue => "已逾期",
        _ => "无数据",
    };
}
