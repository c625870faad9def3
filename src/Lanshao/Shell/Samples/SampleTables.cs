using Lanshao.Platform.Foundation;
using Lanshao.Shell.Tables;

namespace Lanshao.Shell.Samples;

/// <summary>Made-up values that show every component at its hardest: long words, gaps, ties, findings.</summary>
internal static class SampleTables
{
    public static HowComputed How { get; } = new("38.0 微克/立方米",
    [
        ("输入", "182天日均值，国控子站2个"),
        ("剔除", "沙尘影响日4天；无效日0天"),
        ("依据", "HJ 663—2013 附录B；GB/T 8170—2008 3.2"),
        ("修约", "6916.0 ÷ 182 = 38.000000000000，保留一位小数 38.0"),
        ("计算时间", "2024年7月2日 9:12"),
    ]);

    public static PageTable Ranking { get; } = new("各街道2024年1—6月PM2.5累计浓度情况",
    [
        new("区倒排名", ColumnKind.Mark) { SortKey = "rank" },
        new("市倒排名", ColumnKind.Mark),
        new("街道"),
        new("累计浓度（一位小数）", ColumnKind.Figure) { SortKey = "value" },
        new("累计浓度（取整）", ColumnKind.Figure),
        new("同比变化", ColumnKind.Figure) { SortKey = "change" },
        new("剩余时段控制线", ColumnKind.Figure) { ScreenOnly = true },
    ],
    [
        Area(1, "甲街道", 39.3m, 0m),
        Area(2, "乙街道", 39.0m, -2.5m),
        Area(2, "丙（地区）", 39.0m, 5.4m),
        new([Cell.Whole(4), Cell.Missing("未导入市级排名。请在“数据—导入”中导入市局街道排名表。"), Cell.Of("丁街道"), Cell.Number(37.6m, 1).Explained(How), Cell.Number(38m, 0), Cell.Missing("2023年同期有效天数不足，未作比较。"), Cell.Number(30.4m, 1)]),
        new([Cell.Blank, Cell.Blank, Cell.Of("全区"), Cell.Number(38.0m, 1).Explained(How), Cell.Number(38m, 0), Cell.Percent(-2.6m, 1), Cell.Number(30.0m, 1)], RowKind.Total),
    ])
    {
        Above = "浓度由高到低排序",
        UnitLine = "单位：微克/立方米",
        Below = ["数据来源：市局通报（2024年7月5日）；站点口径：市控；沙尘口径：扣除沙尘影响。"],
        IsSample = true,
    };

    public static PageTable Tasks { get; } = new("任务清单",
    [
        new("编号", ColumnKind.Mark),
        new("重点任务"),
        new("工作措施", ColumnKind.Prose),
        new("完成时限", ColumnKind.OneLine),
        new("截止日期", ColumnKind.OneLine) { SortKey = "due" },
        new("牵头部门"),
        new("责任（协办）单位", ColumnKind.OneLine),
        new("最近进展", ColumnKind.Prose) { ScreenOnly = true },
        new("状态", ColumnKind.OneLine) { ScreenOnly = true },
    ],
    [
        new([Cell.Of("一、扬尘管控")], RowKind.Section),
        Task("2-1-1", "道路保洁提质", "主次干路每日机械化清扫不少于两次，背街小巷每周冲洗一次；重点点位周边适当加密，并留存作业记录备查。", "年底前", "甲局", ["乙委", "各街道（地区）"], "正常推进"),
        Task("2-1-2", "道路保洁提质", "道路尘负荷控制在0.44克/平方米以内。", "6月底前", "甲局", ["乙委"], "已逾期"),
        new([Cell.Of("二、移动源管控")], RowKind.Section),
        Task("2-5-2", "路检夜查", "全年人工检查重型柴油车29000辆次以上。", "长期实施", "丙支队", [], "需关注"),
    ])
    { IsWide = true };

    public static PageTable Staged { get; } = new("原表与识别结果",
    [
        new("原文位置", ColumnKind.OneLine), new("编号", ColumnKind.Mark), new("工作措施", ColumnKind.Prose), new("完成时限", ColumnKind.OneLine), new("责任单位"), new("核对提示", ColumnKind.Prose), new("处理", ColumnKind.OneLine),
    ],
    [
        new([Cell.Of("附件2·表1·行18"), Cell.Of("2-18-1"), Cell.Of("开展自行监测并公开结果，10月底前完成。"), Cell.Of("6月底前"), Cell.Of("甲局\n乙委"),
            Cell.Of(new List<Finding> { new("ACC-001", Severity.Warning, new Dictionary<string, string> { ["permission"] = "样例" }, null, "10月底前完成"), new("WEB-010", Severity.Error, new Dictionary<string, string> { ["path"] = "/样例" }) }), Cell.State("新增")]),
        new([Cell.Of("附件2·表1·行19"), Cell.Of("2-18-2"), Cell.Of("汇总监测结果。"), Cell.Of("年底前"), Cell.Of("甲局"), Cell.Of(string.Empty), Cell.State("未变化")]),
    ]);

    public static IReadOnlyList<Difference> Differences { get; } =
    [
        new("附件2第5项第2条", "工作措施", "全年人工检查重型柴油车28000辆次以上。", "全年人工检查重型柴油车29000辆次以上。"),
        new("附件2第6项第1条", "完成时限", null, "9月底前"),
        new("附件3第2项第1条", "责任单位", "乙委", null),
    ];

    public static IReadOnlyList<Timeline.Step> Steps { get; } =
    [
        new("2024年6月12日 9:40", "巡查发现", "巡查一队", "工地出口遗撒约20平方米，附照片2张。"),
        new("2024年6月12日 10:05", "派发至甲局", "调度岗", null, "整改中"),
        new("2024年6月14日前", "整改到期", null, null, "需关注", true),
    ];

    public static Refusal Refused { get; } = Refusal.Invalid("WEB-012", ("form", "1 MB"), ("upload", "50 MB"));

    private static TableRow Area(int rank, string name, decimal shown, decimal change) =>
        new([Cell.Whole(rank), Cell.Whole(rank + 9), Cell.Of(name), Cell.Number(shown, 1).Explained(How), Cell.Whole(39), Cell.Percent(change, 1), Cell.Number(28.9m, 1)]);

    private static TableRow Task(string number, string title, string measure, string due, string lead, IReadOnlyList<string> assist, string state) =>
        new([Cell.Of(number).LinkedTo("/components"), Cell.Of(title), Cell.Of(measure), Cell.Of(due), due == "长期实施" ? Cell.Missing("长期实施，没有截止日期。") : Cell.Day(new(2024, 12, 31)), Cell.Of(lead),
            assist.Count == 0 ? Cell.Of("——") : Cell.Of(assist), Cell.Of("已完成样例进展一句，数据截至6月30日。"), Cell.State(state)]);
}
