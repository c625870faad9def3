namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>What must not get worse: 水质保持稳定, 指数稳定向好.</summary>
internal static class StableRule
{
    private static readonly string[] Stable = ["保持稳定", "维持稳定", "保持基本稳定", "稳定向好", "稳中向好", "不下降", "不降低", "不恶化", "不退化", "只升不降"];

    public static void Read(Clause clause, RowTargets row)
    {
        if (row.HasTarget(clause) || Array.Find(Stable, clause.Text.Contains) is not { } word)
        {
            return;
        }

        var left = clause.Text[..clause.Text.IndexOf(word, StringComparison.Ordinal)];
        var subject = SubjectReader.Read(left, row);
        foreach (var indicator in subject.Indicators.Where(Terms.IsMeasured))
        {
            row.Add(clause, new FoundTarget(indicator, TargetComparator.NoWorse, null, "") { Scope = subject.Scope, Strength = Strengths.Of(clause.Text) });
        }
    }
}
