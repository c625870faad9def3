namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Levels that somebody else sets: 能耗降幅达到市级要求.</summary>
internal static class ExternalRule
{
    private static readonly string[] Setting = ["市级", "国家", "上级", "本市", "全市", "北京市", "省级", "省", "规定", "相关", "考核", "既定", "市", "下达"];
    private static readonly string[] Levels = ["要求", "标准", "目标", "水平", "任务"];

    public static void Read(Clause clause, RowTargets row)
    {
        var at = clause.Text.IndexOf("达到", StringComparison.Ordinal);
        if (at < 2 || row.HasTarget(clause) || !IsLevel(clause.Text[(at + 2)..]))
        {
            return;
        }

        var subject = SubjectReader.Read(clause.Text[..at], row);
        foreach (var indicator in subject.Indicators.Where(Terms.IsMeasured))
        {
            var unit = Terms.MeasureWordOf(indicator) is var measure && (measure.EndsWith('率') || measure is "比例" or "比重" or "占比" or "降幅" or "增幅") ? "%" : "";
            var comparator = Terms.IsLowerBetter(indicator) ? TargetComparator.AtMost : TargetComparator.AtLeast;
            row.Add(clause, new FoundTarget(indicator, comparator, null, unit) { Scope = subject.Scope, Strength = Strengths.Of(clause.Text) });
        }
    }

    private static bool IsLevel(string words) =>
        Array.Find(Setting, words.StartsWith) is { } who && Array.Exists(Levels, words.AsSpan(who.Length).TrimStart('的').ToString().StartsWith);
}
