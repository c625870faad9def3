using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;

namespace Lanshao.Platform.Tests.Plans;

/// <summary>Small task lists of our own making.</summary>
internal static class Drafts
{
    public static PlanDraft Plan(params AnnexDraft[] annexes) => new()
    {
        Title = "某区污染防治2024年行动计划",
        Year = 2024,
        Kind = PlanKind.Annual,
        PeriodCode = "2024",
        DocumentNumber = "某政办发〔2024〕1号",
        Issuer = "某区政府办",
        SourceSha256 = new string('a', 64),
        SourceName = "plan.docx",
        Annexes = annexes,
    };

    public static AnnexDraft Annex(int number, params TaskDraft[] tasks) =>
        new(number, $"某区第{number}个附件", PlanDomain.Air, ["序号", "重点任务", "工作措施", "完成时限", "牵头部门", "责任单位"], [new(1, "一、主要目标"), new(2, "（一）空气")], tasks);

    public static TaskDraft Task(string number, string title, params MeasureDraft[] measures) => new(number, number, title, 1, measures);

    public static MeasureDraft Measure(int row, string text, string lead = "区生态环境局", string? assist = null) => new(
        row,
        text,
        new("年底前", DeadlineKind.By, null, new(2024, 12, 31), "t1r2c4"),
        [Unit(UnitRole.Lead, lead), .. assist is null ? Array.Empty<UnitDraft>() : [Unit(UnitRole.Assist, assist)]],
        false,
        [],
        [],
        $"t1r{row + 1}");

    public static UnitDraft Unit(UnitRole role, string raw, string? code = null, bool isGroup = false) => new(role, raw, code, isGroup, "t1r2c5");

    public static TargetDraft Target(string indicator, decimal value, string scope = "全区") =>
        new(indicator, null, TargetComparator.AtMost, value, null, "µg/m³", scope, "district", new(2024, 12, 31), TargetStrength.Firm, $"{indicator}目标为{value}");

    public static FindingDraft Finding(int row, string code = "PLAN-012") =>
        new(code, Severity.Warning, new Dictionary<string, string> { ["annex"] = "1", ["raw"] = "区甲局区乙局" }, 1, row, "区甲局区乙局", "t1r2c6");
}
