using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Figures that words imply: 清零 is 0, 双100% and 全覆盖 are 100 %, 全部 is 100 %, 减二增一 is a factor of 2.</summary>
internal static class ImpliedRule
{
    private static readonly string[] Clearing = ["基本", "动态", "全部", "全面", "存量", "“", "”"];
    private static readonly (string Word, decimal? Factor)[] Shares = [("等量", 1), ("倍量", 2), ("加倍", 2)];
    private static readonly string[] Executing = ["严格执行", "执行", "严格落实", "落实", "实行", "实施"];
    private const int LongestDone = 10;
    private static readonly string[] Ending = ["淘汰", "销号", "退出", "取缔", "整改", "达标", "拆除", "关停", "更换", "替代", "更新", "治理", "改造", "联网", "整改到位", "整治到位"];
    private static readonly string[] Doing = ["实施", "完成", "落实", "采取", "纳入", "安装", "开展", "建成"];

    public static void Read(Clause clause, RowTargets row)
    {
        ReadCleared(clause, row);
        ReadRemoved(clause, row);
        ReadBothFull(clause, row);
        ReadCoverage(clause, row);
        ReadEvery(clause, row);
        ReadFull(clause, row);
        ReadReplacement(clause, row);
    }

    // 实现裸地“动态清零”, 燃油锅炉基本“清零”.
    private static void ReadCleared(Clause clause, RowTargets row)
    {
        var at = clause.Text.IndexOf("清零", StringComparison.Ordinal);
        if (at < 2)
        {
            return;
        }

        var left = clause.Text[..at];
        while (Array.Find(Clearing, left.EndsWith) is { } word)
        {
            left = left[..^word.Length];
        }

        var subject = SubjectReader.Read(left, row);
        foreach (var thing in subject.Indicators)
        {
            var (name, unit) = Terms.LeftOf(thing);
            var strength = Strengths.Of(clause.Text);
            var comparator = strength == TargetStrength.Firm ? TargetComparator.Equal : TargetComparator.About;
            row.Add(clause, new FoundTarget(name, comparator, 0, unit) { Scope = subject.Scope, Strength = strength });
        }
    }

    // 全面消除黑臭水体, 黑臭水体全面消除, 无劣Ⅴ类断面: only of things that are known to be cleared.
    private static void ReadRemoved(Clause clause, RowTargets row)
    {
        var at = clause.Text.IndexOf("消除", StringComparison.Ordinal);
        var before = at < 2 ? "" : SubjectReader.Read(clause.Text[..at].TrimEnd('得', '到'), row) is { Indicators: [var only] } ? only : "";
        var thing = Terms.IsCleared(before) ? before : at >= 0 ? clause.Text[(at + 2)..] : clause.Text.StartsWith('无') ? clause.Text[1..] : "";
        if (row.HasTarget(clause) || !Terms.IsCleared(thing))
        {
            return;
        }

        var (name, unit) = Terms.LeftOf(thing);
        var strength = Strengths.Of(clause.Text);
        row.Add(clause, new FoundTarget(name, strength == TargetStrength.Firm ? TargetComparator.Equal : TargetComparator.About, 0, unit) { Strength = strength });
    }

    // 安装率、对接率动态实现双100%.
    private static void ReadBothFull(Clause clause, RowTargets row)
    {
        foreach (var quantity in clause.Quantities)
        {
            if (quantity is not { Low: 100, Unit.Name: "%" } || quantity.Start == 0 || clause.Text[quantity.Start - 1] != '双')
            {
                continue;
            }

            row.Use(quantity);
            var subject = SubjectReader.Read(clause.Text[..(quantity.Start - 1)], row);
            foreach (var phrase in subject.Indicators)
            {
                var (indicator, scope) = Context.Expand(phrase, clause);
                row.Add(clause, new FoundTarget(indicator, TargetComparator.Equal, 100, "%")
                {
                    Scope = scope.Count > 0 ? scope : subject.Scope,
                    Strength = Strengths.Of(clause.Text),
                    Condition = clause.Text.Contains("动态", StringComparison.Ordinal) ? "动态" : null,
                });
            }
        }
    }

    // 建立扬尘台账，按月开展全覆盖检查; 实现餐饮单位监管全覆盖.
    private static void ReadCoverage(Clause clause, RowTargets row)
    {
        var at = clause.Text.IndexOf("全覆盖", StringComparison.Ordinal);
        if (at < 0 || row.HasTarget(clause))
        {
            return;
        }

        var period = Periods.Find(clause.Text) is { IsTime: true } found && found.Start < at ? found : default;
        var behind = clause.Text[(at + 3)..].Trim('“', '”', '的');
        var subject = SubjectReader.Read(clause.Text[period.End..at], row);
        var (whose, scope) = subject.Indicators.Count > 0 ? (subject.Indicators[0], subject.Scope) : LedgerBefore(clause, row);
        if (whose.Length + behind.Length < 2)
        {
            return;
        }

        row.Add(clause, new FoundTarget(Terms.Canonical(whose + period.Per + behind + "覆盖率"), TargetComparator.Equal, 100, period.Per is null ? "%" : $"%/{period.Per}")
        {
            Scope = scope,
            Strength = Strengths.Of(clause.Text),
        });
    }

    // 对各类工地、小微工程等建立扬尘台账: whose ledger, and of what.
    private static (string Whose, IReadOnlyList<string> Scope) LedgerBefore(Clause clause, RowTargets row)
    {
        foreach (var before in clause.Before)
        {
            var built = before.Text.IndexOf("建立", StringComparison.Ordinal);
            var from = before.Text.IndexOf('对');
            if (built < 0 || from < 0 || from > built)
            {
                continue;
            }

            var things = before.Text[(from + 1)..built].TrimEnd('等');
            things = things[ScopeReader.Read(things, row, out _, out _)..].Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);
            return (Terms.Canonical(before.Text[(built + 2)..]), [things.StartsWith("各类", StringComparison.Ordinal) ? things[2..] : things]);
        }

        return ("", []);
    }

    // 对短期无建设计划的裸地，全部实施“揭网见绿”; 加油站全部完成防渗改造; 黑臭水体全部销号; 锅炉改造全部完成.
    private static void ReadEvery(Clause clause, RowTargets row)
    {
        var at = clause.Text.IndexOf("全部", StringComparison.Ordinal);
        if (row.HasTarget(clause) || ReadDone(clause, at, row) || at < 0 || Array.Find(Doing, clause.Text.AsSpan(at + 2).ToString().StartsWith) is not { } verb)
        {
            return;
        }

        var things = at > 1 ? clause.Text[..at] : clause.Before.FirstOrDefault()?.Text ?? "";
        things = things.StartsWith("对于", StringComparison.Ordinal) ? things[2..] : things.TrimStart('对');
        var done = clause.Text[(at + 2 + verb.Length)..].Trim('“', '”', '的');
        if (things.Length < 2 || done.Length < 2)
        {
            return;
        }

        var strength = Strengths.Of(clause.Text);
        row.Add(clause, new FoundTarget(done + (verb == "实施" ? "覆盖率" : verb + "率"), strength == TargetStrength.Aim ? TargetComparator.About : TargetComparator.Equal, 100, "%")
        {
            Scope = [SubjectReader.WithoutLead(things)],
            Strength = strength,
        });
    }

    // Words that close a clause and say that all of it is done; 基本淘汰 is nearly all.
    private static bool ReadDone(Clause clause, int all, RowTargets row)
    {
        var at = all >= 0 ? all : clause.Text.IndexOf("基本", StringComparison.Ordinal);
        var verb = at < 2 ? "" : clause.Text[(at + 2)..];
        var isAction = verb == "完成" && all >= 0;
        var subject = isAction || Array.IndexOf(Ending, verb) >= 0 ? SubjectReader.Read(clause.Text[..at], row) : Subject.None;
        if (subject.Indicators is not [var thing] || (isAction && Terms.ActionOf(thing).Length == 0))
        {
            return false;
        }

        clause.Quantities.Where(quantity => quantity.End <= at).ToList().ForEach(row.Use);
        var strength = Strengths.Of(clause.Text);
        row.Add(clause, new FoundTarget(isAction ? thing + "完成率" : verb + "率", strength == TargetStrength.Firm ? TargetComparator.Equal : TargetComparator.About, 100, "%")
        {
            Scope = isAction ? subject.Scope : [thing],
            Strength = strength,
        });
        return true;
    }

    // 公交车100%新能源化, 工地100%安装喷淋.
    private static void ReadFull(Clause clause, RowTargets row)
    {
        var quantity = clause.Quantities.FirstOrDefault(quantity => quantity is { Low: 100, Unit.Name: "%" } && !row.IsUsed(quantity));
        var done = quantity is null ? "" : clause.Text[quantity.End..];
        if (row.HasTarget(clause) || done.Length is < 2 or > LongestDone || done.AsSpan().ContainsAnyExceptInRange('\u4E00', '\u9FFF')
            || BoundWords.ReadBefore(clause.Text, quantity!.Start).Length > 0 || BoundWords.ReadAfter(clause.Text, quantity.End).Length > 0 || SubjectReader.Read(clause.Text[..quantity.Start], row).Indicators is not [var thing])
        {
            return;
        }

        row.Use(quantity);
        row.Add(clause, new FoundTarget(done + "率", TargetComparator.Equal, 100, "%") { Scope = [thing], Strength = Strengths.Of(clause.Text) });
    }

    // 实施“减二增一”削减量替代: two go for one that comes. Also 2倍削减量替代.
    private static void ReadReplacement(Clause clause, RowTargets row)
    {
        if (FactorOf(clause, row) is not { } factor)
        {
            return;
        }

        var (project, substances) = ProjectBefore(clause);
        row.Add(clause, new FoundTarget(WithoutNew(project) + substances + "削减替代倍数", TargetComparator.AtLeast, factor, "倍")
        {
            Scope = project.Length > 0 ? [project] : [],
            Strength = Strengths.Of(clause.Text),
        });
    }

    private static decimal? FactorOf(Clause clause, RowTargets row)
    {
        var at = clause.Text.IndexOf('减');
        if (at >= 0 && ChineseNumber.TryReadAt(clause.Text, at + 1, out var less) && clause.Text.AsSpan(at + 1 + less.Length).StartsWith("增")
            && ChineseNumber.TryReadAt(clause.Text, at + 2 + less.Length, out var more) && more.Value > 0)
        {
            return less.Value / more.Value;
        }

        var times = clause.Quantities.FirstOrDefault(quantity => quantity.Unit.Name == "倍" && clause.Text.AsSpan(quantity.End).IndexOf("替代") is >= 0 and <= 4);
        if (times is not null)
        {
            row.Use(times);
        }

        return times?.Low ?? Array.Find(Shares, share => clause.Text.Contains(share.Word, StringComparison.Ordinal) && clause.Text.EndsWith("替代", StringComparison.Ordinal)).Factor;
    }

    private static (string Project, string Substances) ProjectBefore(Clause clause)
    {
        foreach (var before in clause.Before.Prepend(clause))
        {
            var from = before.Text.IndexOf("对于", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : before.Text.IndexOf('对') + 1;
            if ((from > 0 || ReferenceEquals(before, clause)) && Array.Find(Executing, word => before.Text.IndexOf(word, from, StringComparison.Ordinal) > from) is { } executing)
            {
                var end = before.Text.IndexOf(executing, from, StringComparison.Ordinal);
                return (before.Text[from..end], Terms.SubstancesIn(before.Text[end..]));
            }
        }

        return ("", "");
    }

    private static string WithoutNew(string project) => project.StartsWith("新增", StringComparison.Ordinal) || project.StartsWith("新建", StringComparison.Ordinal) ? project[2..] : project;
}
