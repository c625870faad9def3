using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Front;

/// <summary>The two tables of the home page.</summary>
internal sealed class HomeTables(HomeView view, UiTexts t)
{
    private static readonly (PlanDomain Domain, string Word)[] Domains =
        [(PlanDomain.Climate, "应对气候变化"), (PlanDomain.Air, "大气"), (PlanDomain.Water, "水"), (PlanDomain.Soil, "土壤"), (PlanDomain.Ecology, "生态保护"), (PlanDomain.Other, "其他")];

    /// <summary>Returns the targets that have a figure, or at least an indicator, for the district as a whole.</summary>
    public PageTable Targets() => new(
        t["{0}年目标", view.Board.Year],
        [
            new(t["指标"]), new(t["年度目标"], ColumnKind.Figure), new(t["目标出处"]), new(t["当前值"], ColumnKind.Figure), new(t["截至日期"], ColumnKind.OneLine), new(t["去年同期"], ColumnKind.Figure),
            new(t["同比变化"], ColumnKind.Figure), new(t["距目标"], ColumnKind.Figure), new(t["剩余时段控制线"], ColumnKind.Figure), new(t["判断"], ColumnKind.OneLine), new(t["数据来源与状态"]),
        ],
        [.. view.Board.Rows.Where(row => row is { IsWholeDistrict: true, Indicator: not null, Target.Value: not null }).Select(Target)])
    {
        IsWide = true,
        IsSample = view.IsSample,
        Below = [t["距目标为当前值减目标值；剩余时段控制线按日历天数计算，保留一位小数，只舍不入。"]],
    };

    /// <summary>Returns how the targets of each domain stand.</summary>
    public PageTable ByDomain() => new(
        t["各领域目标"],
        [
            new(t["领域"]), new(t["目标数"], ColumnKind.Figure), new(t["已达到"], ColumnKind.Figure), new(t["正常推进"], ColumnKind.Figure), new(t["需关注"], ColumnKind.Figure),
            new(t["已逾期"], ColumnKind.Figure), new(t["无数据"], ColumnKind.Figure), new(t["最近更新"], ColumnKind.OneLine),
        ],
        [.. Domains.Select(domain => (domain.Word, Rows: view.Board.Rows.Where(row => row.Domain == domain.Domain).ToList())).Where(domain => domain.Rows.Count > 0 || domain.Word != "其他").Select(domain => Domain(domain.Word, domain.Rows))])
    {
        IsSample = view.IsSample,
    };

    private TableRow Target(TargetBoard.Row row)
    {
        var (target, indicator) = (row.Target, row.Indicator!);
        var check = HomeView.Check(row);
        var now = row.Now;
        return new(
        [
            Cell.Of(indicator.ShortName).Noted(Unit(indicator)),
            Cell.Of(Wanted(target)),
            Cell.Of(row.Code).LinkedTo($"/tasks/{row.Code}").Noted(row.Plan),
            now?.Number is { } number ? Cell.Of(Reported.Of(number, indicator.Decimals)) : Cell.Missing(t["{0}年没有公布的全区数据。", view.Board.Year]),
            now is null ? Cell.Missing(t["没有数据"]) : Cell.Day(now.ToOn),
            Before(indicator, now),
            Changed(indicator, now),
            check is null ? Cell.Missing(t["没有可比的数据"]) : Cell.Number(check.Distance, Math.Max(indicator.Decimals, Rounding.DecimalsOf(check.Distance))),
            check?.Budget?.Mean is { } mean ? Cell.Of(mean) : Cell.Missing(t["该指标不按日均控制，或本年已无剩余天数"]),
            Cell.State(Word(row.State)),
            now is null ? Cell.Blank : Cell.Of($"{now.Source} · {FigureWords.Of(now.Status)}"),
        ]);
    }

    private Cell Before(IndicatorDefinition indicator, IndicatorValue? now)
    {
        var before = now is null ? null : view.Board.Values.FirstOrDefault(value =>
            value.Indicator == indicator.Code && value.Period == now.Period.LastYear() && value.Basis == now.Basis && FigureScope.Of(value) == FigureScope.Of(now));
        return before?.Number is { } number ? Cell.Of(Reported.Of(number, indicator.Decimals)) : Cell.Missing(t["未公布去年同期数值"]);
    }

    private Cell Changed(IndicatorDefinition indicator, IndicatorValue? now)
    {
        if (now is null || indicator.Change is null || HomeView.Change(view.Board.Values, indicator, now)?.Number is not { } number)
        {
            return Cell.Missing(t["未公布同比"]);
        }

        var change = view.Indicators.ByCode[indicator.Change];
        return indicator.YearOnYear == YearOnYearKind.Difference ? Cell.Of(Reported.Of(number, change.Decimals)) : Cell.Percent(Rounding.HalfEven(number, change.Decimals), change.Decimals);
    }

    private static TableRow Domain(string word, List<TargetBoard.Row> rows) => new(
    [
        Cell.Of(word),
        Cell.Whole(rows.Count),
        Cell.Whole(rows.Count(row => row.State == TargetState.Met)),
        Cell.Whole(rows.Count(row => row.State == TargetState.OnTrack)),
        Cell.Whole(rows.Count(row => row.State == TargetState.NeedsAttention)),
        Cell.Whole(rows.Count(row => row.State == TargetState.Overdue)),
        Cell.Whole(rows.Count(row => row.State == TargetState.NoData)),
        rows.Where(row => row.State != TargetState.NoData).Select(row => row.Now!.ToOn).DefaultIfEmpty().Max() is { Year: > 1 } newest ? Cell.Day(newest) : Cell.Missing("没有数据"),
    ]);

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
