using System.Text.Json;
using Lanshao.Documents;
using Lanshao.Documents.Language;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Plans.Reading;
using Lanshao.Platform.Tests.Districts.Packs;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>The reference plan in its four shapes, and what careful people read in it.</summary>
internal static class ReferencePlan
{
    public static PlanReading Read(string file)
    {
        var path = Reference.File("documents", file);
        return PlanReader.Read(DocumentReader.Read(File.ReadAllBytes(path), file), TestPack.Sample().District.Names);
    }

    public static JsonElement Truth(string file) => JsonDocument.Parse(File.ReadAllText(Reference.File("documents", "truth", file))).RootElement;

    /// <summary>The measures as the truth tells them, one line each: everything that a row says.</summary>
    public static List<string> TrueMeasures() =>
        [.. from annex in Truth("plan2022.json").GetProperty("annexes").EnumerateArray()
            from section in annex.GetProperty("sections").EnumerateArray()
            from task in section.GetProperty("tasks").EnumerateArray()
            from measure in task.GetProperty("measures").EnumerateArray()
            select TrueMeasure(annex, section, task, measure)];

    public static List<string> Measures(PlanReading plan) =>
        [.. from annex in plan.Annexes
            from section in annex.Sections
            from task in section.Tasks
            from measure in task.Measures
            select Line(annex.Number, annex.Title, section.Title, task.Number, task.Title, measure.Row, string.Join('¶', measure.Paragraphs), measure.Deadline.Raw, measure.Deadline.Kind, Days(measure.Deadline),
                Names(measure.Lead), Names(measure.Main), Names(measure.Assist), measure.More)];

    public static List<string> TrueTargets() => [.. Truth("plan2022_targets.json").EnumerateArray().Select(TrueTarget)];

    public static List<string> Targets(PlanReading plan) =>
        [.. plan.Targets.Select(target => Target(target.Annex, target.Task, target.Row, target.Indicator, target.Comparator, target.WaterClass ?? $"{target.Value:0.####}", target.Unit, string.Join('、', target.Scope),
            target.Strength, $"{target.BaselineYear}", target.Condition, $"{target.Due:yyyy-MM-dd}", target.Equivalent is { } same ? $"{same.Value:0.####}{same.Unit}" : null))];

    // 相关部门（等） is how the truth writes a closing 等相关部门.
    private static string TrueMeasure(JsonElement annex, JsonElement section, JsonElement task, JsonElement measure)
    {
        var deadline = measure.GetProperty("deadline");
        var kind = Text(deadline, "kind") switch { "by" => DeadlineKind.By, "window" => DeadlineKind.Within, "ongoing" => DeadlineKind.Ongoing, _ => DeadlineKind.Milestones };
        var assist = Texts(measure, "responsible");
        return Line(annex.GetProperty("annex").GetInt32(), Text(annex, "title"), Text(section, "title"), task.GetProperty("no").ToString(), Text(task, "title"), measure.GetProperty("row").GetInt32(),
            string.Join('¶', Texts(measure, "paragraphs")), Text(deadline, "text"), kind, Text(deadline, "value"),
            string.Join('、', Texts(measure, "lead")), "", string.Join('、', assist.Where(name => name != "相关部门（等）")), assist.Contains("相关部门（等）"));
    }

    private static string Line(int annex, string? title, string section, string number, string task, int row, string paragraphs, string deadline, DeadlineKind kind, string days, string lead, string main, string assist, bool more) =>
        $"{annex} {title} | {section} | {number} {task} | {row} | {paragraphs} | {deadline} {kind} {days} | {lead} | {main} | {assist} | {more}";

    private static string TrueTarget(JsonElement target)
    {
        var comparator = Text(target, "comparator") switch
        {
            "<=" => TargetComparator.AtMost,
            ">=" => TargetComparator.AtLeast,
            "=" => TargetComparator.Equal,
            "≈" => TargetComparator.About,
            "≈<=" => TargetComparator.AboutAtMost,
            "class<=" => TargetComparator.ClassAtMost,
            "no-worse" => TargetComparator.NoWorse,
            "not-in-bottom" => TargetComparator.NotInBottom,
            "all" => TargetComparator.All,
            _ => TargetComparator.Done,
        };
        var strength = Text(target, "strength") switch
        {
            "aim(力争)" => TargetStrength.Aim,
            "approx(左右)" => TargetStrength.Approx,
            "基本" => TargetStrength.Mostly,
            "support" => TargetStrength.Support,
            _ => TargetStrength.Firm,
        };
        var equivalent = target.GetProperty("equivalent");
        return Target(target.GetProperty("annex").GetInt32(), target.GetProperty("task").ToString(), target.GetProperty("row").GetInt32(), Text(target, "indicator"), comparator, Text(target, "value"), Text(target, "unit"),
            Text(target, "scope"), strength, Text(target, "baseline"), Text(target, "condition"), TrueDue(target), equivalent.ValueKind == JsonValueKind.Null ? null : Text(equivalent, "value") + Text(equivalent, "unit"));
    }

    // A date in the text counts before the row's; of several the last.
    private static string TrueDue(JsonElement target) => Text(target, "deadlineInText") is { Length: > 0 } own ? own[^10..] : Text(target, "deadlineText") switch
    {
        "年底前" => "2022-12-31",
        "11月15日前" => "2022-11-15",
        _ => "",
    };

    private static string Target(
        int annex, string task, int row, string indicator, TargetComparator comparator, string value, string unit, string scope, TargetStrength strength, string? baseline, string? condition, string due, string? equivalent) =>
        $"{annex}-{task} row {row}: {indicator} {comparator} {value} {unit} | {scope} | {strength} | base {baseline} | {condition} | due {due} | {equivalent}";

    private static string Days(Deadline deadline) => deadline.From is { } from ? $"{from:yyyy-MM-dd}/{deadline.Due:yyyy-MM-dd}" : $"{deadline.Due:yyyy-MM-dd}";

    private static string Names(IEnumerable<UnitReading> units) => string.Join('、', units.Select(unit => unit.Raw));

    private static string Text(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "";

    private static List<string> Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
