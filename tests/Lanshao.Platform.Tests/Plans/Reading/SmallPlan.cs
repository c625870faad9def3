using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Plans.Reading;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>Plans of a made-up district, in words of our own.</summary>
internal static class SmallPlan
{
    public static readonly NameBook Names = new(
    [
        Agency("environment", "区生态环境局", 1), Agency("housing", "区住建委", 2), Agency("finance", "区财政局", 3), Agency("enforcement", "区城管执法局", 4),
        new("economy", "区经济局", "某市甲区经济局", NameKind.Agency, 5, [new("区科信局", To: new DateOnly(2023, 12, 31))]),
        Subdistrict("north", "北门", 11), Subdistrict("east", "东桥", 12), Subdistrict("south", "南苑", 13), Subdistrict("harmony", "和顺里", 14),
        new("all", "各街道（地区）", "各街道（地区）", NameKind.Group, 21, [new("各街道")]),
    ]);

    /// <summary>A plan of 2025 with one measure.</summary>
    public static PlanReading Of(string measure, string deadline = "年底前", string units = "区生态环境局") =>
        Read(Table(["序号", "工作措施", "完成时限", "牵头部门"], ["1", measure, deadline, units]));

    public static PlanReading Read(params Block[] blocks) => Titled("甲区2025年污染防治工作计划", blocks);

    public static PlanReading Titled(string title, params Block[] blocks) => Titled(title, Names, blocks);

    public static PlanReading Titled(string title, NameBook names, params Block[] blocks) =>
        PlanReader.Read(new SourceDocument(new SourceFile("计划.docx", new string('0', 64), SourceFormat.Docx, 1), [Line(title), Line(""), .. blocks], [], []), names);

    public static ParagraphBlock Line(string text) => new(text, [text], ParagraphStyle.Plain, new Origin());

    /// <summary>A table; cells hold paragraphs parted by line feeds.</summary>
    public static TableBlock Table(params string[][] rows) =>
        new(null, rows[0].Length, [.. rows.Select(row => new TableRow([.. row.Select(Cell)], IsHeading: false, new Origin()))], new Origin());

    /// <summary>Targets as one line each: <c>PM2.5年均浓度 &lt;= 34 µg/m³ [甲区]</c>, then what is not plain.</summary>
    public static string Targets(PlanReading plan) => string.Join('；', plan.Targets.Select(Target));

    public static IEnumerable<string> Codes(PlanReading plan) => plan.Findings.Select(finding => finding.Code);

    public static string Units(IEnumerable<UnitReading> units) => string.Join('、', units.Select(unit => unit.Raw));

    private static TableCell Cell(string text, int column) =>
        new(column, 1, text.Length == 0 ? [] : [.. text.Split('\n').Select(Line)], new Origin());

    private static NameEntry Agency(string code, string name, int order) => new(code, name, "某市甲" + name, NameKind.Agency, order, []);

    private static NameEntry Subdistrict(string code, string name, int order) => new(code, name + "街道", name + "街道", NameKind.Subdistrict, order, [new(name)]);

    public static string Target(TargetReading target)
    {
        var comparator = target.Comparator switch
        {
            TargetComparator.AtMost => "<=",
            TargetComparator.AtLeast => ">=",
            TargetComparator.Equal => "=",
            TargetComparator.About => "≈",
            TargetComparator.AboutAtMost => "≈<=",
            TargetComparator.ClassAtMost => "class<=",
            var other => other.ToString(),
        };
        var figure = target.WaterClass ?? (target.Value is { } value ? $"{value:0.####}" : "?");
        var scope = target.Scope is ["甲区"] ? "" : $" [{string.Join('、', target.Scope)}]";
        return $"{target.Indicator} {comparator} {figure}{(target.Unit.Length > 0 ? " " + target.Unit : "")}{scope}{Details(target)}";
    }

    private static string Details(TargetReading target) =>
        (target.Strength == TargetStrength.Firm ? "" : $" {target.Strength}") + (target.BaselineYear is { } year ? $" base {year}" : "") + (target.Condition is { } condition ? $" if {condition}" : "")
        + (target.Equivalent is { } same ? $" = {same.Value:0.####}{same.Unit}" : "") + (target.IsStrict ? " strict" : "") + (target.Due == new DateOnly(2025, 12, 31) ? "" : $" by {target.Due:MM-dd}");
}
