using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Facts;

/// <summary>What the year's plan gives to say at the end of a period: tasks and targets by state, the targets of single indicators, what is left of them, and the last quarter's list.</summary>
internal static class PlanFacts
{
    internal static readonly (MeasureState State, string Code, string Word)[] TaskStates =
    [
        (MeasureState.Completed, "completed", "已完成"),
        (MeasureState.OnTrack, "on-track", "正常推进"),
        (MeasureState.Ongoing, "ongoing", "长期实施"),
        (MeasureState.NeedsAttention, "attention", "需关注"),
        (MeasureState.Overdue, "overdue", "已逾期"),
        (MeasureState.NotStarted, "not-started", "未启动"),
    ];

    internal static readonly (TargetState State, string Code, string Word)[] TargetStates =
    [
        (TargetState.Met, "met", "已达到"),
        (TargetState.OnTrack, "on-track", "正常推进"),
        (TargetState.NeedsAttention, "attention", "需关注"),
        (TargetState.Overdue, "overdue", "已逾期"),
        (TargetState.NoData, "no-data", "无数据"),
    ];

    public static async Task<IReadOnlyList<NamedFact>> ReadAsync(LanshaoContext db, Pack pack, Period period, CancellationToken ct)
    {
        var tasks = await TaskCounts.ReadAsync(db, pack.District, period.To.Year, period.To, ct);
        var board = await TargetBoard.ReadAsync(db, pack, period.To.Year, period.To, ct);
        var quarter = Period.Quarter(period.To.Year, ((period.To.Month - 1) / 3) + 1);
        var list = await QuarterTasks.ReadAsync(db, quarter, ct);
        return [.. Tasks(tasks, period), .. Targets(board, period), .. list is null ? [] : Quarter(list, quarter)];
    }

    private static IEnumerable<NamedFact> Tasks(TaskCounts tasks, Period period)
    {
        if (!tasks.IsAnnual)
        {
            return [];
        }

        var query = string.Create(CultureInfo.InvariantCulture, $"tasks&year={period.To.Year}&asOf={period.To:yyyy-MM-dd}");
        return
        [
            TaskCount("tasks.total", "重点任务数", tasks.Tasks, query),
            .. TaskStates.Select(state => TaskCount($"tasks.{state.Code}", $"{state.Word}的重点任务数", [.. tasks.Tasks.Where(task => task.State == state.State)], $"{query}&state={state.Code}")),
        ];

        NamedFact TaskCount(string name, string label, IReadOnlyList<TaskCounts.Counted> counted, string asked) =>
            NamedFact.Count(name, label, counted.Count, "项", period, asked) with { Records = [.. counted.SelectMany(task => task.Measures).Select(id => $"measure:{id:D}")] };
    }

    private static IEnumerable<NamedFact> Targets(TargetBoard board, Period period)
    {
        var rows = board.Rows.Where(row => row.IsWholeDistrict).ToList();
        if (rows.Count == 0)
        {
            return [];
        }

        var query = string.Create(CultureInfo.InvariantCulture, $"targets&year={board.Year}&until={period.To:yyyy-MM-dd}");
        return
        [
            TargetCount("targets.total", "全区年度目标数", rows, query),
            .. TargetStates.Select(state => TargetCount($"targets.{state.Code}", $"{state.Word}的年度目标数", rows.FindAll(row => row.State == state.State), $"{query}&state={state.Code}")),
            .. rows.Where(row => row is { Indicator: not null, Target.Value: not null } && row.Indicator.IsIn(row.Target.Unit)).GroupBy(row => row.Indicator!.Code).SelectMany(group => Single(group.First(), period)),
        ];

        NamedFact TargetCount(string name, string label, List<TargetBoard.Row> counted, string asked) => NamedFact.Count(name, label, counted.Count, "项", period, asked) with
        {
            Values = [.. counted.Select(row => row.Now).OfType<Indicators.IndicatorValue>().DistinctBy(value => value.Id)],
            Records = [.. counted.Select(RecordOf)],
        };
    }

    /// <summary>A target as a figure of its own, its state, and what the rest of the year may have.</summary>
    private static IEnumerable<NamedFact> Single(TargetBoard.Row row, Period period)
    {
        var (indicator, value) = (row.Indicator!, row.Target.Value!.Value);
        var target = new NamedFact
        {
            Name = indicator.Code + ".target",
            Label = indicator.Name + "年度目标",
            Figure = Reported.Of(value, Rounding.DecimalsOf(value)),
            Shown = Reported.Of(value, Rounding.DecimalsOf(value)).ShownText,
            Unit = indicator.PrintedUnit,
            Period = Period.Year(row.Target.Year),
            Origin = FactOrigin.Given,
            Query = $"target={RecordOf(row)}",
            Records = [RecordOf(row)],
        };
        yield return target;
        if (row.Now is not { Number: not null } now || row.State == TargetState.NoData)
        {
            yield break;
        }

        if (row.Target.Comparator == TargetComparator.AtLeast && indicator.Unit != "%" && Percentage.Compute(now.Number.Value, value) is { } share)
        {
            yield return Follows("target-share", "占年度目标", share, "%");
        }

        if (TargetCheck.Of(indicator, now, row.Target.Year, value) is { IsRefused: false, Value.Budget: { Mean: { Shown: > 0m } mean } budget })
        {
            yield return Follows("left-mean", "剩余时段控制线", mean, indicator.PrintedUnit);
            yield return Follows("left-days", "剩余天数", Reported.Of(budget.DaysLeft, 0), "天");
        }

        NamedFact Follows(string take, string label, Reported figure, string unit) => target with
        {
            Name = $"{indicator.Code}.{take}",
            Label = indicator.Name + label,
            Figure = figure,
            Shown = figure.ShownText,
            Unit = unit,
            Period = period,
            Origin = FactOrigin.Divided,
            Edition = "GB/T 8170-2008",
            Query = $"target={RecordOf(row)}&until={now.ToOn:yyyy-MM-dd}&take={take}",
            Values = [now],
        };
    }

    private static IEnumerable<NamedFact> Quarter(QuarterTasks.Reading list, Period quarter)
    {
        (string Code, string Label, Func<TaskProgressPrint.Row, bool> Is)[] kinds =
        [
            ("total", "季度重点任务数", _ => true),
            ("as-expected", "符合预期的季度任务数", row => row.Verdict == "是"),
            ("not-as-expected", "不符合预期的季度任务数", row => row.Verdict == "否"),
            ("advice", "另有文字说明的季度任务数", row => row.Verdict is not ("是" or "否" or "")),
            ("unanswered", "未填是否符合预期的季度任务数", row => row.Verdict.Length == 0),
            ("without-progress", "没有进展的季度任务数", row => row.Progress.Length == 0),
        ];
        return kinds.Select(kind => NamedFact.Count($"quarter.{kind.Code}", kind.Label, list.Rows.Count(kind.Is), "项", quarter, $"quarter={quarter.Code}&take={kind.Code}"));
    }

    private static string RecordOf(TargetBoard.Row row) => string.Create(CultureInfo.InvariantCulture, $"target:{row.Target.MeasureId:D}/{row.Target.Seq}");
}
