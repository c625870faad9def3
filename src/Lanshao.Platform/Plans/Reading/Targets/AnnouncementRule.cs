namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Reads a clause that only announces figures: 各街道PM2.5年均浓度目标分别为.</summary>
internal static class AnnouncementRule
{
    private static readonly string[] Endings = ["分别为", "分别是", "分别控制在", "分别达到", "如下", "控制目标", "控制指标", "目标", "指标", "为", "是"];

    public static void Read(Clause clause, RowTargets row)
    {
        var text = clause.Text.TrimEnd('：', ':');
        if (clause.Next is null || clause.Quantities.Count > 0 || Array.Find(Endings, text.EndsWith) is not { } ending)
        {
            return;
        }

        var subject = SubjectReader.Read(text[..^ending.Length], row);
        if (subject.Indicators.Count == 1 && Terms.IsMeasured(subject.Indicators[0]))
        {
            clause.Sentence.Announced = subject.Indicators[0];
            clause.Sentence.AnnouncedScope = subject.Scope.Count == 1 ? subject.Scope[0] : null;
        }
    }
}
