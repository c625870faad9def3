namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Water classes to be reached: 东桥、西桥达到Ⅲ类水质, 其他断面稳定达到Ⅳ类及以上.</summary>
internal static class WaterClassRule
{
    private const string Roman = "ⅠⅡⅢⅣⅤ";
    private static readonly string[] Reaching = ["达到或优于", "稳定达到", "保持在", "稳定在", "维持在", "不低于", "不劣于", "优于", "达到", "保持", "达"];
    private static readonly string[] Kinds = ["国考", "市考", "省考", "区考", "国控", "市控", "省控", "区控", "考核"];
    private static readonly string[] Waters = ["的水质", "水质", "水体", "的水体", "全部", "均", "稳定", "全面", "力争", "总体"];

    public static void Read(Clause clause, RowTargets row)
    {
        var (at, length, grade) = FindClass(clause.Text, 0);
        if (ReadDistributed(clause, row))
        {
            return;
        }

        if (grade.Length == 0 || IsShare(clause.Text[(at + length)..]) || Array.Find(Reaching, word => clause.Text.AsSpan(0, at).EndsWith(word)) is not { } verb)
        {
            return;
        }

        var left = clause.Text[..(at - verb.Length)];
        var subject = left.Contains("断面", StringComparison.Ordinal) ? Bare(left) : WithoutTime(left, row);
        foreach (var (name, indicator) in NamesOf(subject, clause))
        {
            row.Add(clause, Make(clause, row, name, indicator, grade));
        }
    }

    // 甲河、乙河断面分别达到Ⅲ类、Ⅳ类: as many classes as names.
    private static bool ReadDistributed(Clause clause, RowTargets row)
    {
        var at = clause.Text.IndexOf("分别", StringComparison.Ordinal);
        var grades = at < 1 ? [] : ClassesIn(clause.Text, at);
        var names = grades.Count < 2 ? [] : NamesOf(Bare(clause.Text[..at]), clause).ToList();
        if (names.Count == 0 || names.Count != grades.Count)
        {
            return false;
        }

        for (var i = 0; i < names.Count; i++)
        {
            row.Add(clause, Make(clause, row, names[i].Name, names[i].Indicator, grades[i]));
        }

        return true;
    }

    private static List<string> ClassesIn(string text, int from)
    {
        var grades = new List<string>();
        for (var found = FindClass(text, from); found.Class.Length > 0; found = FindClass(text, found.At + found.Length))
        {
            grades.Add(found.Class);
        }

        return grades;
    }

    private static FoundTarget Make(Clause clause, RowTargets row, string name, string indicator, string grade) =>
        new(indicator, TargetComparator.ClassAtMost, null, "类") { WaterClass = grade, Scope = [name], Strength = Strengths.Of(clause.Text), Due = row.DuesIn(clause) is [.., var last] ? last.Due : null };

    private static string Bare(string words)
    {
        while (Array.Find(Waters, words.EndsWith) is { } word)
        {
            words = words[..^word.Length];
        }

        return words;
    }

    // Ⅲ类, III类, 3类 and 三类 of water.
    private static (int At, int Length, string Class) FindClass(string text, int from)
    {
        for (var i = text.IndexOf('类', from); i > 0; i = text.IndexOf('类', i + 1))
        {
            var start = i;
            while (start > 0 && i - start < 3 && (text[start - 1] is 'I' or 'V' || Roman.Contains(text[start - 1], StringComparison.Ordinal)))
            {
                start--;
            }

            if (ClassOf(text[start..i]) is { } grade)
            {
                return (start, i - start + 1, grade);
            }

            if (ClassOf(text[(i - 1)..i]) is { } plain && i + 1 < text.Length && text[i + 1] is '水' or '标' or '及' or '、')
            {
                return (i - 1, 2, plain);
            }
        }

        return (0, 0, "");
    }

    private static string? ClassOf(string word) => word switch
    {
        "Ⅰ" or "I" or "一" or "1" => "Ⅰ",
        "Ⅱ" or "II" or "二" or "2" => "Ⅱ",
        "Ⅲ" or "III" or "三" or "3" => "Ⅲ",
        "Ⅳ" or "IV" or "四" or "4" => "Ⅳ",
        "Ⅴ" or "V" or "五" or "5" => "Ⅴ",
        _ => null,
    };

    private static bool IsShare(string behind) => behind.Contains("比例", StringComparison.Ordinal) || behind.Contains("占比", StringComparison.Ordinal) || behind.Contains('率');

    private static string WithoutTime(string left, RowTargets row)
    {
        return SubjectReader.Read(Bare(left), row) is { Indicators: [var only] } ? only : "";
    }

    private static IEnumerable<(string Name, string Indicator)> NamesOf(string subject, Clause clause)
    {
        var text = Bare(subject);
        if (text.Length == 0)
        {
            return WaterBefore(clause) is { } water ? [water] : [];
        }

        var split = text.LastIndexOf("断面", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0;
        var rest = text[split..].TrimStart('：', ':');
        if (rest.Length == 0)
        {
            return SectionNames(text[..^2]).Select(name => (name, "断面水质类别"));
        }

        var kind = KindOf(split > 0 ? text[..split] : SectionsBefore(clause));
        return Enumeration.Split(rest).Where(name => name.Length > 1).Select(name => kind is null ? (name, IndicatorOf(name)) : ($"{name}（{kind}）", "断面水质类别"));
    }

    // 东河大桥、西河闸断面 are two sections, 国控断面 a kind of them.
    private static IEnumerable<string> SectionNames(string names) => Enumeration.Split(names).Select(name => name + "断面");

    // What an earlier clause of the sentence calls its sections holds for the names that follow.
    private static string SectionsBefore(Clause clause) =>
        clause.Before.FirstOrDefault(before => before.Text.Contains("断面", StringComparison.Ordinal) && KindOf(before.Text) is not null)?.Text ?? "";

    private static string? KindOf(string sections) =>
        Array.Find(Kinds, kind => sections.Contains(kind + "断面", StringComparison.Ordinal)) is { } found ? found + "断面" : null;

    private static string IndicatorOf(string name) => name.EndsWith('湖') || name.EndsWith("湖水", StringComparison.Ordinal) ? "湖水水质类别" : "水质类别";

    // 加快甲园湖水水质改善，力争达到Ⅳ类: the clause before names the water.
    private static (string Name, string Indicator)? WaterBefore(Clause clause)
    {
        foreach (var before in clause.Before)
        {
            if (before.Text.IndexOf("水质", StringComparison.Ordinal) is > 1 and var at)
            {
                var name = SubjectReader.WithoutLead(before.Text[..at]);
                return (name.EndsWith("湖水", StringComparison.Ordinal) ? name[..^1] : name, IndicatorOf(name));
            }
        }

        return null;
    }
}
