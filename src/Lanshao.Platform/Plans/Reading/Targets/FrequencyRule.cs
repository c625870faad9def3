using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Duties that come back: 每月通报, 每季度至少2次, 每个项目抽检1次, 6月、10月各开展一次.</summary>
internal static class FrequencyRule
{
    private static readonly string[] Doing =
        ["通报", "排名", "检查", "巡查", "开展", "组织", "进行", "召开", "上报", "报送", "调度", "更新", "监测", "发布", "公布", "公开", "清洗", "点评", "抽查", "抽检", "填报", "分析", "研判", "会商", "核对", "汇总", "清扫", "维护"];

    private static readonly string[] AtLeasts = ["至少", "不少于", "不低于", "力争", "组织", "开展", "进行", "实施"];
    private static readonly string[] Openings = ["组织开展", "组织", "开展", "进行", "实施"];

    public static void Read(Clause clause, RowTargets row)
    {
        if (row.HasTarget(clause))
        {
            return;
        }

        var times = clause.Quantities.FirstOrDefault(quantity => quantity.Unit.Name == "次" && !row.IsUsed(quantity));
        var draft = times is not null ? ReadTimes(clause, times, row) : ReadOnce(clause, row);
        if (draft is not null)
        {
            row.Add(clause, draft);
            if (times is not null)
            {
                row.Use(times);
            }
        }
    }

    private static FoundTarget? ReadTimes(Clause clause, Quantity times, RowTargets row)
    {
        var text = clause.Text;
        if (Periods.Find(text[..times.Start]) is { } period)
        {
            var words = Stripped(text[period.End..times.Start]);
            var name = period.IsTime ? OftenDone(clause, period, words + Behind(text, times), row) + "频次" : text[period.Start..period.End] + words + Behind(text, times) + "次数";
            return new FoundTarget(Terms.Canonical(name.TrimStart('对')), TargetComparator.AtLeast, times.Low, $"次/{period.Per}")
            {
                Scope = SubjectReader.Read(text[..period.Start], row).Scope,
                Strength = Strengths.Of(text),
            };
        }

        return ReadEach(clause, times, row);
    }

    // 油品抽检每季度不少于1次: what is done may stand before the word of time, or in the clause before.
    private static string OftenDone(Clause clause, PeriodWord period, string words, RowTargets row)
    {
        var subject = SubjectReader.Read(clause.Text[..period.Start], row);
        if (subject.Indicators.Count > 0)
        {
            return subject.Indicators[^1] + words;
        }

        return words.Length > 0 ? words : ObjectPhrase.DoneIn(clause.Before.FirstOrDefault()?.Text ?? "");
    }

    // 6月、10月各开展一次: as many times as dates, done when the last has passed.
    private static FoundTarget? ReadEach(Clause clause, Quantity times, RowTargets row)
    {
        var each = clause.Text.LastIndexOf('各', times.Start);
        var dues = row.DuesIn(clause);
        if (each < 0 || dues.Count == 0 || dues[^1].End > each + 1 || Behind(clause.Text, times).Length < 2)
        {
            return null;
        }

        return new FoundTarget(Terms.Canonical(Behind(clause.Text, times) + "次数"), TargetComparator.AtLeast, times.Low * dues.Count, "次")
        {
            Strength = Strengths.Of(clause.Text),
            Due = dues.Aggregate((last, date) => last.Due is null || date.Due > last.Due ? date : last).Due,
        };
    }

    private static FoundTarget? ReadOnce(Clause clause, RowTargets row)
    {
        if (Periods.Find(clause.Text) is not { IsTime: true } period || !Array.Exists(Doing, clause.Text[period.End..].Contains) || clause.Quantities.Count > 0)
        {
            return null;
        }

        var words = clause.Text[period.End..];
        if (ObjectPhrase.Read(words) is not { } phrase)
        {
            IReadOnlyList<string> whom = [];
            var cut = words.StartsWith('对') && ScopeReader.Read(words[1..], row, out whom, out _) is > 0 and var length ? length + 1 : 0;
            return new FoundTarget(Terms.Canonical(WithoutBasis(words[cut..]) + "频次"), TargetComparator.AtLeast, 1, $"次/{period.Per}") { Scope = whom, Strength = Strengths.Of(clause.Text) };
        }

        var taken = ScopeReader.Read(phrase.Thing, row, out var scope, out _);
        var whose = scope.Count == 1 ? scope[0].TrimStart('各').Replace("（地区）", "", StringComparison.Ordinal) : "";
        var name = Terms.Canonical(whose + phrase.Thing[taken..] + phrase.Action.Replace("、", "", StringComparison.Ordinal) + "频次");
        return new FoundTarget(name, TargetComparator.AtLeast, 1, $"次/{period.Per}") { Scope = scope, Strength = Strengths.Of(clause.Text) };
    }

    private static string WithoutBasis(string words)
    {
        var basis = words.StartsWith('按') ? words.IndexOf("要求", StringComparison.Ordinal) : -1;
        return basis > 0 ? words[(basis + 2)..] : words;
    }

    // 在施工期内力争至少抽检 → 施工期抽检.
    private static string Stripped(string words)
    {
        var text = words;
        foreach (var word in AtLeasts)
        {
            text = text.Replace(word, "", StringComparison.Ordinal);
        }

        return text.StartsWith('在') && text.IndexOf('内') is > 1 and var at ? text[1..at] + text[(at + 1)..] : text;
    }

    private static string Behind(string text, Quantity times)
    {
        var behind = text[times.End..].TrimStart('的', ' ');
        behind = BoundWords.ReadAfter(behind, 0) is { Length: > 0 } bound ? behind[bound.Length..].TrimStart('的') : behind;
        return Array.Find(Openings, behind.StartsWith) is { } opening ? behind[opening.Length..] : behind;
    }
}
