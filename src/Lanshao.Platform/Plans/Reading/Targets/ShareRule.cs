using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>A share of things that reach a state: 30%的面积达到海绵城市建设标准, 60%以上单位建成节水型单位.</summary>
internal static class ShareRule
{
    private static readonly string[] Reaching = ["达到", "建成", "创建成", "完成", "实现", "成为", "符合", "采用", "使用", "纳入", "安装", "通过"];
    private static readonly string[] Standards = ["建设标准", "标准", "建设要求", "要求"];
    private const int LongestThing = 24;

    public static void Read(Clause clause, RowTargets row)
    {
        foreach (var quantity in clause.Quantities)
        {
            if (quantity.Unit.Name == "%" && !row.IsUsed(quantity) && ReadShare(new Figure(clause, quantity), row) is { } draft)
            {
                // What is reached may hold figures of its own: 三次油气回收改造.
                clause.Quantities.Where(other => other.Start >= quantity.Start).ToList().ForEach(row.Use);
                row.Add(clause, draft);
            }
        }
    }

    private static FoundTarget? ReadShare(Figure figure, RowTargets row)
    {
        if (figure.EndsStatement)
        {
            return null;
        }

        var right = figure.Right.TrimStart('的', ' ');
        foreach (var verb in Reaching)
        {
            if (right.IndexOf(verb, StringComparison.Ordinal) is >= 2 and <= LongestThing and var at && at + verb.Length + 2 <= right.Length)
            {
                return Make(figure, right[..at], verb, right[(at + verb.Length)..], row);
            }
        }

        return null;
    }

    private static FoundTarget Make(Figure figure, string thing, string verb, string state, RowTargets row)
    {
        var reached = Array.Find(Standards, state.EndsWith) is { } standard && verb is "达到" or "符合" or "通过"
            ? state[..^standard.Length] + "达标" + thing
            : thing + state;
        var subject = SubjectReader.Read(figure.Left(0), row);
        var bound = figure.Bound is Bound.About or Bound.AtMost ? figure.Bound : Bound.AtLeast;
        return new FoundTarget(Terms.Canonical(reached + "比例"), Comparators.Of(bound, ""), figure.Quantity.Low, "%")
        {
            Scope = subject.Indicators.Count == 0 ? subject.Scope : [],
            Strength = Strengths.Of(figure.Clause.Text, bound),
        };
    }
}
