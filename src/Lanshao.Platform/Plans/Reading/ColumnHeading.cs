using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Recognises the role of a column by its heading, in any order and wording that plans use.</summary>
internal static class ColumnHeading
{
    private const int LongestHeading = 24;

    private static readonly string[] Numbers = ["序号", "编号", "项号", "任务编号", "号"];
    private static readonly string[] Deadlines = ["时限", "期限", "完成时间", "时间节点", "时间要求", "时间安排", "时间进度", "进度安排", "进度要求", "完成期", "办结时", "时间", "完成日期", "截止"];
    private static readonly string[] Reports = ["进展", "完成情况", "落实情况", "是否", "备注", "说明", "联系", "责任人", "负责人", "领导", "电话", "数据来源", "佐证", "类别", "类型", "领域", "属性", "来源", "依据", "审核", "得分", "评价"];
    private static readonly string[] Contents = ["措施", "举措", "任务内容", "工作内容", "主要内容", "具体内容", "工作要求", "任务要求", "具体任务", "目标要求", "工作目标", "任务目标", "具体要求", "工作安排", "具体工作", "任务分解", "任务描述", "内容"];
    private static readonly string[] Titles = ["重点任务", "任务名称", "主要任务", "工作任务", "重点工作", "工作事项", "重点事项", "工作项目", "项目名称", "任务", "项目", "事项"];

    public static ColumnRole RoleOf(string heading)
    {
        var text = ChineseText.Compact(heading);
        if (text.Length is 0 or > LongestHeading)
        {
            return ColumnRole.Other;
        }

        return UnitRoleOf(text) is var unit and not ColumnRole.Other ? unit
            : Array.Exists(Numbers, text.Equals) ? ColumnRole.Number
            : Has(text, Reports) ? ColumnRole.Report
            : Has(text, Deadlines) ? ColumnRole.Deadline
            : Has(text, Contents) ? ColumnRole.Content
            : Has(text, Titles) ? ColumnRole.Title
            : ColumnRole.Other;
    }

    /// <summary>Tells what printed words like 牵头单位 or 责任部门 make of the units behind them.</summary>
    public static ColumnRole UnitRoleOf(string text)
    {
        if (text is "单位" or "部门" or "单位名称" or "负责单位" or "负责部门" or "分工" or "责任分工" or "任务分工" or "职责分工")
        {
            return ColumnRole.Responsible;
        }

        if (!Has(text, ["单位", "部门", "街道", "主体", "机构", "牵头", "主责", "协办", "配合"]) || Has(text, ["责任人", "领导", "负责人", "联系人"]))
        {
            return ColumnRole.Other;
        }

        var (lead, main) = (Has(text, ["牵头", "主办", "承办"]), Has(text, ["主责", "主管", "主体责任"]));
        var (responsible, assist) = (Has(text, ["责任", "落实", "实施", "参与", "参加"]) && !main, Has(text, ["协办", "配合", "协同", "协助"]));
        return (lead, main, responsible, assist) switch
        {
            (true, _, true, _) or (true, _, _, true) or (true, true, _, _) => ColumnRole.LeadAndAssist,
            (true, _, _, _) => ColumnRole.Lead,
            (_, true, _, false) => ColumnRole.Main,
            (_, true, _, true) => ColumnRole.LeadAndAssist,
            (_, _, _, true) => ColumnRole.Assist,
            (_, _, true, _) => ColumnRole.Responsible,
            _ => ColumnRole.Other,
        };
    }

    private static bool Has(string text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
