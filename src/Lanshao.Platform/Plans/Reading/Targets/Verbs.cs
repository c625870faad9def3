namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Words for doing that stand before a counted thing.</summary>
internal static class Verbs
{
    /// <summary>Verbs that make a count a duty.</summary>
    public static readonly string[] Counting =
    [
        "路检路查", "路检夜查", "执法检查", "约谈", "查处", "出动", "摸排", "排查", "核查", "更换", "配备", "布设", "设置", "升级", "关闭", "清掏", "冲洗", "修补", "栽植", "补植", "抽测", "走访", "处罚", "立案", "开放", "回收",
        "新建改扩建", "改扩建", "新建", "扩建", "改建", "建设", "建成", "创建", "打造", "新增", "增加", "完成", "组织", "推动", "开展", "实施", "改造", "淘汰", "更新", "检查", "抽检", "抽查", "治理", "清理", "整治",
        "安装", "种植", "推广", "培育", "处置", "选取", "选", "编制", "举办", "消除", "修复", "腾退", "压减", "替代", "置换", "拆除", "关停", "培训", "发展", "巡查", "监测", "检测", "植树", "绿化", "扩大", "建立", "评选", "补种", "复绿", "揭网见绿", "清扫", "疏浚", "清淤", "储备", "征集", "报送", "审核", "督促", "指导", "帮扶", "减排", "削减", "节约", "实现",
    ];

    /// <summary>Returns the longest counting verb that ends at a place of a text, empty where none does.</summary>
    public static string EndingAt(string text, int end)
    {
        var best = "";
        foreach (var verb in Counting)
        {
            best = verb.Length > best.Length && text.AsSpan(0, end).EndsWith(verb) ? verb : best;
        }

        return best;
    }

    /// <summary>Returns the longest counting verb that a text begins with, empty where none does.</summary>
    public static string BeginningOf(string text)
    {
        var best = "";
        foreach (var verb in Counting)
        {
            best = verb.Length > best.Length && text.StartsWith(verb, StringComparison.Ordinal) ? verb : best;
        }

        return best;
    }
}
