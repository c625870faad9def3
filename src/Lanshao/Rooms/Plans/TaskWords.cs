using Lanshao.Documents.Language;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;

namespace Lanshao.Rooms.Plans;

/// <summary>The printed words of the task pages.</summary>
internal static class TaskWords
{
    public static IReadOnlyList<(MeasureState State, string Word)> States { get; } =
    [
        (MeasureState.NotStarted, "未启动"), (MeasureState.OnTrack, "正常推进"), (MeasureState.NeedsAttention, "需关注"),
        (MeasureState.Overdue, "已逾期"), (MeasureState.Completed, "已完成"), (MeasureState.Ongoing, "长期实施"),
    ];

    public static IReadOnlyList<(DeadlineBand Band, string Word)> Bands { get; } =
    [
        (DeadlineBand.Soon, "30日内到期"), (DeadlineBand.MidYear, "6月底前"), (DeadlineBand.YearEnd, "7月至年底"), (DeadlineBand.Ongoing, "长期实施"), (DeadlineBand.NoDay, "未写日期"), (DeadlineBand.Past, "已过期限"),
    ];

    public static IReadOnlyList<(PlanDomain Domain, string Word)> Domains { get; } =
    [
        (PlanDomain.Climate, "应对气候变化"), (PlanDomain.Air, "大气"), (PlanDomain.Water, "水"), (PlanDomain.Soil, "土壤"), (PlanDomain.Ecology, "生态保护"), (PlanDomain.Other, "其他"),
    ];

    public static string Of(MeasureState state) => States.First(s => s.State == state).Word;

    public static string Of(TargetState state) => state switch { TargetState.OnTrack => "正常推进", TargetState.NeedsAttention => "需关注", TargetState.Met => "已达到", TargetState.Overdue => "已逾期", _ => "无数据" };

    public static string Of(PlanDomain domain) => Domains.First(d => d.Domain == domain).Word;

    public static string Of(PlanKind kind) => kind switch { PlanKind.Annual => "年度计划", PlanKind.Strengthening => "强化措施", _ => "季度重点任务" };

    /// <summary>Says a number as people do: 附件2第5项第2条.</summary>
    public static string Spoken(Measure measure) => measure.Number.Spoken;

    /// <summary>Returns why a deadline has no day.</summary>
    public static string NoDay(Measure measure) => measure.DeadlineKind == DeadlineKind.Ongoing ? "长期实施" : "未写日期，由责任单位补报";
}
