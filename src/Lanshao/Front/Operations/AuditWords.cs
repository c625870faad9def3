using Lanshao.Platform.Foundation.Audit;
using Lanshao.Texts;

namespace Lanshao.Front.Operations;

/// <summary>How links of the audit chain are told; what has no word yet is told by its name in the program.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, string> Rooms = new(StringComparer.Ordinal)
    {
        ["Foundation"] = "系统",
        ["Districts"] = "辖区配置",
        ["Access"] = "账号",
        ["Notices"] = "通知",
        ["Indicators"] = "数据",
        ["Plans"] = "任务",
        ["Monitoring"] = "监测",
        ["Ledgers"] = "台账",
        ["Evaluation"] = "评价",
        ["Progress"] = "进展",
        ["Issues"] = "问题",
        ["Inspections"] = "现场检查",
        ["Alerts"] = "报警",
        ["Tracing"] = "溯源",
        ["Episodes"] = "重污染应对",
        ["Carbon"] = "碳排放",
        ["Appraisal"] = "考核",
        ["Reports"] = "文稿",
        ["Disclosure"] = "信息公开",
    };

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["ActionPlan"] = "年度计划",
        ["PlanAnnex"] = "附件",
        ["PlanSection"] = "章节",
        ["PlanTask"] = "任务",
        ["Measure"] = "措施",
        ["MeasureUnit"] = "责任单位",
        ["Milestone"] = "里程碑",
        ["PlanTarget"] = "目标",
        ["TaskLink"] = "任务关联",
        ["FindingMark"] = "核对处理",
        ["Completion"] = "办结认定",
        ["Evidence"] = "佐证",
        ["ProgressEntry"] = "进展",
        ["ReportingPeriod"] = "报送期",
        ["UnitReport"] = "单位报送",
        ["IndicatorValue"] = "数据",
        ["Report"] = "文稿",
        ["ImportBatch"] = "导入",
        ["StoredFile"] = "文件",
        ["PackRevision"] = "辖区包",
        ["Device"] = "设备",
        ["DeviceLeave"] = "停业检修报备",
        ["RemoteCommand"] = "远程命令",
        ["FrameVerdict"] = "报文裁定",
        ["HourReview"] = "数据审核",
        ["NoticeCheck"] = "提醒核对",
        ["PeakReferral"] = "走航转办",
        ["PeakPhoto"] = "走航照片",
        ["DataCorrection"] = "数据更正单",
        ["ExpiredFrame"] = "到期报文（清理）",
        ["ExpiredReading"] = "到期实时和分钟数据（清理）",
    };

    public static IEnumerable<string> AllRooms => Rooms.Keys;

    public static string Room(string room) => Rooms.GetValueOrDefault(room, room);

    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind, kind);

    public static string Operation(string operation) => operation switch
    {
        "add" => "新增",
        "change" => "有修改",
        "remove" => "删除",
        "bulk" => "批量写入",
        _ => "无法识别",
    };

    /// <summary>Returns what a change did in a few words: how many members, or how many rows.</summary>
    public static string Summary(AuditedChange change, UiTexts texts) => change.Operation switch
    {
        "change" => string.Join("、", change.Members.Select(member => member.Name)),
        "bulk" => texts["{0}行", change.Members.FirstOrDefault(member => member.Name == "rows")?.After],
        _ => texts["{0}个字段", change.Members.Count(member => (member.After ?? member.Before) is not null)],
    };
}
