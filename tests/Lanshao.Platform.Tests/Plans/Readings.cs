using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Plans.Reading;

namespace Lanshao.Platform.Tests.Plans;

/// <summary>Small task lists of our own making, as the reader hands them over.</summary>
internal static class Readings
{
    public static PlanReading Plan(params AnnexReading[] annexes) => new(
        new("plan.docx", new string('a', 64), SourceFormat.Docx, 1),
        "某区污染防治2024年行动计划",
        null,
        "某政办发〔2024〕1号",
        "某区政府办",
        2024,
        "某区",
        annexes,
        [],
        [],
        [],
        new(9, 1, 1, 7, 0, 0, 0, 0));

    public static AnnexReading Annex(int number, params TaskReading[] tasks) =>
        new(number, $"某区第{number}个附件", PlanDomain.Air, ["序号", "重点任务", "工作措施", "完成时限", "牵头部门", "责任单位"], [new("（一）空气", ["一、主要目标"], tasks)]);

    public static TaskReading Task(string number, string title, params MeasureReading[] measures) => new(number, title, measures);

    public static MeasureReading Measure(int row, string text, string lead = "区生态环境局", string? assist = null) => new(
        row,
        text.Split('\n'),
        new("年底前", DeadlineKind.By, null, new(2024, 12, 31)),
        [],
        [new(lead, null, false)],
        [],
        assist is null ? [] : [new(assist, null, true)],
        false,
        [],
        new() { Table = 3, Row = row + 2 });

    public static TargetReading Target(int annex, int row, string indicator, decimal value, string scope = "全区") =>
        new(annex, "1", row, indicator, TargetComparator.AtMost, value, null, "µg/m³", [scope], new(2024, 12, 31), TargetStrength.Firm, $"{indicator}目标为{value}");

    public static ReadingFinding Finding(int annex, int row, string code = "PLAN-012") =>
        new(code, Severity.Warning, annex, "5", row, new Dictionary<string, string> { ["raw"] = "区甲局区乙局" }, "区甲局区乙局");
}
