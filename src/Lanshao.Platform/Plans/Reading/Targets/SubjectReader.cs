namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Finds the indicator in the words before a comparing word, leaving out who acts, when, where and how firmly.</summary>
internal static class SubjectReader
{
    private static readonly string[] Leads =
    [
        "力争", "争取", "努力", "确保", "保证", "实现", "推动", "推进", "促进", "保持", "维持", "巩固", "切实", "持续", "稳步", "进一步", "全面", "严格", "继续", "加快", "率先",
        "基本", "原则上", "预计", "逐步", "不断", "有效", "着力", "大力", "积极", "尽最大", "其中", "同时", "并且", "以及", "使得", "分别", "各自", "统筹", "扎实", "深入", "有序", "督促", "指导", "组织",
        "加强", "强化", "做好", "开展", "完成", "提高", "提升", "降低", "控制", "严控",
    ];

    private static readonly string[] Trails =
    [
        "控制目标值", "控制目标", "控制指标", "目标值", "目标", "指标", "任务", "力争", "争取", "努力", "确保", "保证", "稳定", "总体", "全部", "动态", "实现", "持续", "基本", "原则上", "分别", "逐步", "进一步", "不断", "稳步",
        "全面", "均", "都", "应", "要", "须", "需", "将", "应当", "必须", "全年", "每年", "年度", "平均水平",
    ];

    private static readonly string[] AgentEndings = ["部门", "单位", "企业", "支队", "分局", "中心", "街道（地区）", "街道", "局", "委", "办", "公司"];

    private static readonly string[] AgentFollows =
        ["全年", "年内", "按", "在", "对", "组织", "督促", "负责", "牵头", "加强", "完成", "开展", "做好", "配合", "会同", "要", "应", "每", "分别", "各", "实现", "确保", "力争", "进一步"];

    // 企业在线监控 and 企业负责人 are things, and no enterprise acts.
    private static readonly string[] Things = ["负责人", "在线", "在用", "在建", "在产", "在途", "在册", "按时", "按期", "对接"];

    private static readonly string[] MereMeasures = ["率", "比", "量", "数", "度"];

    private const int LongestAgent = 40;
    private const int MostSteps = 16;

    /// <summary>Reads the words before a comparing word.</summary>
    public static Subject Read(string words, RowTargets row)
    {
        IReadOnlyList<string> scope = [];
        var arePlaces = false;
        var text = words;
        for (var step = 0; step < MostSteps; step++)
        {
            var cut = LeadLength(text, row);
            if (cut == 0 && scope.Count == 0)
            {
                cut = ScopeReader.Read(text, row, out scope, out arePlaces);
            }

            if (cut == 0)
            {
                break;
            }

            text = text[cut..].TrimStart('，', '、', '：', ':', ' ', '的', '“');
        }

        return new Subject(Split(WithoutTrail(text, row)), scope, arePlaces);
    }

    /// <summary>Drops the words before a noun that say how and not what: 加快, 推进.</summary>
    public static string WithoutLead(string text)
    {
        while (WordAtHead(text) is > 0 and var length)
        {
            text = text[length..];
        }

        return text;
    }

    private static int LeadLength(string text, RowTargets row)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        // 到2025年底 begins with a date as 2025年底 does.
        if (row.Context.DatesIn(text.Length > 24 ? text[..24] : text) is [var date, ..] && (date.Start == 0 || (date.Start == 1 && text[0] is '到' or '至' or '在')))
        {
            return date.End;
        }

        return WordAtHead(text) is > 0 and var length ? length : AgentAtHead(text);
    }

    // 完成率 and 降低幅度 begin like verbs and are measures.
    private static int WordAtHead(string text)
    {
        foreach (var word in Leads)
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && text.Length > word.Length + 1 && !Array.Exists(MereMeasures, text[word.Length..].StartsWith))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static int AgentAtHead(string text)
    {
        var found = 0;
        for (var end = 2; end < Math.Min(text.Length, LongestAgent); end++)
        {
            if (Array.Exists(AgentEndings, text[..end].EndsWith) && Array.Exists(AgentFollows, text[end..].StartsWith) && !Array.Exists(Things, text[end..].StartsWith))
            {
                found = end;
            }
        }

        return found;
    }

    private static string WithoutTrail(string text, RowTargets row)
    {
        for (var step = 0; step < MostSteps && text.Length > 0; step++)
        {
            var dates = row.Context.DatesIn(text);
            if (dates.Count > 0 && dates[^1].End == text.Length)
            {
                text = text[..dates[^1].Start];
            }
            else if (Array.Find(Trails, text.EndsWith) is { } word)
            {
                text = text[..^word.Length];
            }
            else
            {
                break;
            }

            text = text.TrimEnd('，', '、', '：', ':', ' ', '的');
        }

        return text;
    }

    // 设备安装率、对接率 are two indicators of one thing; PM2.5、TSP累计浓度 is one measure of two substances.
    private static List<string> Split(string text)
    {
        var name = text.Trim('“', '”', ' ');
        var pieces = Enumeration.Split(name);
        if (pieces.Count < 2)
        {
            return Terms.Canonical(name) is not { Length: > 1 } known || Leads.Contains(name) ? [] : [known];
        }

        return SharedTail(pieces) ?? SharedHead(pieces) ?? [Terms.Canonical(name)];
    }

    private static List<string>? SharedTail(List<string> pieces)
    {
        var last = Terms.Canonical(pieces[^1]);
        var names = pieces.GetRange(0, pieces.Count - 1).ConvertAll(Terms.Canonical);
        var own = names.TrueForAll(Terms.IsSubstance) ? LeadingSubstance(last) : "";
        return own.Length == 0 ? null : [.. names.Append(own).Select(name => name + last[own.Length..])];
    }

    private static string LeadingSubstance(string text)
    {
        for (var length = Math.Min(text.Length, 8); length > 0; length--)
        {
            if (Terms.IsSubstance(text[..length]))
            {
                return text[..length];
            }
        }

        return "";
    }

    private static List<string>? SharedHead(List<string> pieces)
    {
        if (!pieces.TrueForAll(Terms.IsMeasured))
        {
            return null;
        }

        var first = Terms.Canonical(pieces[0]);
        return [first, .. pieces.Skip(1).Select(piece => piece.Length <= 4 && first.Length > piece.Length ? first[..^piece.Length] + piece : Terms.Canonical(piece))];
    }
}
