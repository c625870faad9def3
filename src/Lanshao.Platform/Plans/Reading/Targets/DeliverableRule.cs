using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Deliverables with a day of their own: 6月底前完成整改, or a document that the row's deadline asks for before the year ends.</summary>
internal static class DeliverableRule
{
    private const int LongestMeasure = 10;
    private static readonly string[] Issuing = ["出台", "印发", "发布", "制定印发", "编制印发"];
    private static readonly string[] Writing = ["编制完成", "制定", "编制", "起草", "形成"];
    private static readonly string[] Documents = ["方案", "文件", "计划", "规划", "办法", "清单", "标准", "规范", "指南", "报告", "意见", "细则", "导则", "预案", "名录", "目录", "制度", "台账", "要点"];
    private static readonly string[] Doing = ["完成", "开展", "启动", "建成", "印发", "出台", "制定", "编制", "实现", "组织", "建立", "实施", "发布", "公布", "报送", "提交", "投入", "修订", "更新"];
    private static readonly string[] Urging = ["督促", "指导", "组织", "要求", "推动"];
    private static readonly string[] Own = ["本市", "本区", "我市", "我区", "本辖区"];

    public static void Read(Clause clause, RowTargets row)
    {
        if (row.HasTarget(clause))
        {
            return;
        }

        var dues = row.DuesIn(clause);
        if (dues.Count > 0)
        {
            ReadDated(clause, dues[^1], row);
        }
        else if (DateBefore(clause, row) is { } date)
        {
            ReadDated(clause, clause.Text, date, row);
        }
        else if (IsBeforeYearEnd(row))
        {
            ReadDocument(clause, row);
        }
    }

    // 督促重点单位6月底前开展隐患排查，10月底前开展自行监测: who is urged holds for both.
    private static void ReadDated(Clause clause, DateMention date, RowTargets row) => ReadDated(clause, clause.Text[date.End..], date, row);

    private static void ReadDated(Clause clause, string words, DateMention date, RowTargets row)
    {
        var text = words.TrimStart('，', '、', '：');
        text = text.StartsWith('各') ? text[1..] : text;
        if (Array.Find(Doing, text.StartsWith) is not { } verb || date.Due == row.Measure.Deadline.Due)
        {
            return;
        }

        var done = text[verb.Length..].TrimStart('了');
        done = done.StartsWith("一次", StringComparison.Ordinal) ? done[2..] : done;
        var name = verb is "出台" or "印发" or "发布" or "启动" or "报送" ? done + verb : done;
        if (done.Length > 1)
        {
            row.Add(clause, new FoundTarget(Terms.Canonical(Urged(clause) + name), TargetComparator.Done, null, Array.Exists(Documents, done.EndsWith) ? "件" : "") { Due = date.Due, Strength = Strengths.Of(clause.Text) });
        }
    }

    // 4月底前，编制实施…计划: a date that stands alone dates the next clause.
    private static DateMention? DateBefore(Clause clause, RowTargets row) =>
        clause.Index > 0 && clause.Sentence.Clauses[clause.Index - 1] is var before && row.DuesIn(before) is [var only] && only.Length == before.Text.Length ? only : null;

    private static string Urged(Clause clause)
    {
        foreach (var candidate in clause.Before.Prepend(clause))
        {
            foreach (var word in Urging)
            {
                if (candidate.Text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
                {
                    var who = UpToDate(candidate.Text[(at + word.Length)..]);
                    return who.Length is > 1 and < 20 ? who : "";
                }
            }
        }

        return "";
    }

    private static string UpToDate(string text)
    {
        var end = text.AsSpan().IndexOfAnyInRange('0', '9');
        return end > 0 ? text[..end] : "";
    }

    private static bool IsBeforeYearEnd(RowTargets row) =>
        row.Measure.Deadline is { Kind: DeadlineKind.By, Due: { } due } && (due.Month < 12 || due.Year != row.Context.Year);

    // 总量、强度减排方案: what a paper is about is not its name where several measures are listed.
    private static string WithoutMeasures(string name)
    {
        var last = name.LastIndexOf('、');
        if (last < 0 || !Array.TrueForAll(name[..last].Split('、'), Terms.IsMeasured))
        {
            return name;
        }

        var rest = name[(last + 1)..];
        var measured = Enumerable.Range(2, Math.Max(0, Math.Min(rest.Length - 3, LongestMeasure))).FirstOrDefault(length => Terms.IsMeasured(rest[..length]));
        return measured > 0 ? rest[measured..] : name;
    }

    private static void ReadDocument(Clause clause, RowTargets row)
    {
        var text = Array.Find(Documents, word => clause.Text.EndsWith(word, StringComparison.Ordinal)) is null ? "" : clause.Text;
        foreach (var (verbs, keepsVerb) in ((string[], bool)[])[(Issuing, true), (Writing, false)])
        {
            if (Array.Find(verbs, text.Contains) is { } verb && !text.StartsWith('“'))
            {
                var name = text[(text.IndexOf(verb, StringComparison.Ordinal) + verb.Length)..];
                name = Array.Find(Own, name.StartsWith) is { } own ? name[own.Length..] : name;
                name = WithoutMeasures(name);
                row.Add(clause, new FoundTarget(Terms.Canonical(keepsVerb ? name + verb : name), TargetComparator.Done, null, "件") { Due = row.Measure.Deadline.Due, Strength = Strengths.Of(text) });
                return;
            }
        }
    }
}
