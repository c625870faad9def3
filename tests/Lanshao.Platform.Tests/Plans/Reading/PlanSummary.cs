using System.Text;
using Lanshao.Documents.Language;
using Lanshao.Platform.Plans.Reading;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>A whole reading as lines that can be compared by eye: annexes, sections (§), tasks (#), rows with limit, units and milestones, targets (→), questions (?).</summary>
internal static class PlanSummary
{
    public static string Of(PlanReading plan)
    {
        var text = new StringBuilder();
        foreach (var annex in plan.Annexes)
        {
            text.Append($"附件{annex.Number} {annex.Title ?? plan.Title} {annex.Domain} [{string.Join(' ', annex.Columns)}]\n");
            foreach (var section in annex.Sections)
            {
                Append(text, section);
            }
        }

        text.Append(string.Concat(plan.Targets.Select(target => $"→ {target.Annex}-{target.Row} {SmallPlan.Target(target)}\n")));
        text.Append(string.Concat(plan.Findings.Select(finding => $"? {finding.Code} {finding.Annex}-{finding.Row}\n")));
        return text.ToString().TrimEnd();
    }

    private static void Append(StringBuilder text, SectionReading section)
    {
        if (section.Title.Length > 0)
        {
            text.Append($"§ {string.Join('>', section.Above.Append(section.Title))}\n");
        }

        foreach (var task in section.Tasks)
        {
            text.Append($"# {task.Number} {task.Title}\n");
            text.Append(string.Concat(task.Measures.Select(measure => Line(measure) + "\n")));
        }
    }

    private static string Line(MeasureReading measure) =>
        $"{measure.Row} {string.Join('¶', measure.Paragraphs)} | {Limit(measure.Deadline)} | {Units(measure)}" + string.Concat(measure.Milestones.Select(milestone => $" | {milestone.Due:MM-dd} {milestone.Quote}"))
        + string.Concat(measure.Others.Select(other => $" | {other.Heading}={other.Text}"));

    private static string Limit(Deadline deadline) =>
        $"{deadline.Kind}{(deadline.From is { } from ? $" {from:yyyy-MM-dd}—" : "")}{(deadline.Due is { } due ? $" {due:yyyy-MM-dd}" : "")}{(deadline.Recurrence is { } often ? $" {often}" : "")}";

    private static string Units(MeasureReading measure) =>
        string.Join('；', new[] { ("牵头", measure.Lead), ("主责", measure.Main), ("协办", measure.Assist) }.Where(role => role.Item2.Count > 0)
            .Select(role => role.Item1 + string.Join('、', role.Item2.Select(unit => unit.Raw + (unit.IsGroup ? "*" : unit.Entry is null ? "?" : ""))))) + (measure.More ? "等" : "");
}
