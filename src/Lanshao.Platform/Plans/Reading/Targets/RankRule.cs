namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Ranks to stay out of: 排名退出全市后30名.</summary>
internal static class RankRule
{
    private static readonly string[] Leaving = ["退出", "不进入", "不得进入", "不再进入", "不在", "摆脱", "避免进入", "退出了"];

    public static void Read(Clause clause, RowTargets row)
    {
        foreach (var quantity in clause.Quantities.Where(quantity => quantity.Unit.Name is "名" or "位"))
        {
            var end = EndOfAmong(clause.Text, quantity.Start);
            var (start, behind) = end < 0 ? (-1, -1) : LeavingBefore(clause.Text, end);
            if (start < 0)
            {
                continue;
            }

            row.Use(quantity);
            var among = clause.Text[behind..end];
            var subject = SubjectReader.Read(clause.Text[..start], row);
            subject = subject.Indicators.Count == 0 && subject.Scope.Count == 0 ? subject with { Scope = Context.ScopeBefore(clause, row) } : subject;
            foreach (var indicator in subject.Indicators.Count > 0 ? subject.Indicators : Context.MeasuredBefore(clause, row))
            {
                row.Add(clause, new FoundTarget(NameOf(indicator, among), TargetComparator.NotInBottom, quantity.Low, "名") { Scope = subject.Scope, Strength = Strengths.Of(clause.Text) });
            }
        }
    }

    // 后30名, 倒数30名, 倒数后30名.
    private static int EndOfAmong(string text, int at)
    {
        foreach (var word in (ReadOnlySpan<string>)["倒数后", "倒数", "后"])
        {
            if (text.AsSpan(0, at).EndsWith(word))
            {
                return at - word.Length;
            }
        }

        return -1;
    }

    private static (int Start, int Behind) LeavingBefore(string text, int end)
    {
        foreach (var word in Leaving)
        {
            var at = text.LastIndexOf(word, end, StringComparison.Ordinal);
            if (at >= 0 && end - at - word.Length is >= 0 and <= 8)
            {
                return (at, at + word.Length);
            }
        }

        return (-1, -1);
    }

    // PM2.5累计浓度排名 among 全市 is PM2.5累计浓度全市排名.
    private static string NameOf(string indicator, string among)
    {
        var measured = indicator.EndsWith("排名", StringComparison.Ordinal) ? indicator[..^2] : indicator;
        return measured + among + "排名";
    }
}
