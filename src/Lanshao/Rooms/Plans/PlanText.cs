using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans.Reading;
using Lanshao.Texts;

namespace Lanshao.Rooms.Plans;

/// <summary>A plan as lines for people, tab-separated.</summary>
internal static class PlanText
{
    public static void Write(TextWriter text, PlanReading plan)
    {
        text.WriteLine(plan.Title);
        text.WriteLine(Answer(plan));
        foreach (var annex in plan.Annexes)
        {
            text.WriteLine();
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"附件{annex.Number}\t{annex.Title}"));
            foreach (var section in annex.Sections)
            {
                text.WriteLine(section.Title);
                foreach (var task in section.Tasks)
                {
                    WriteTask(text, task);
                }
            }
        }

        WriteTargets(text, plan);
        WriteFindings(text, plan);
    }

    private static string Answer(PlanReading plan)
    {
        var asked = plan.Findings.Count(finding => finding.Severity != Severity.Note);
        return string.Create(CultureInfo.InvariantCulture, $"识别{plan.Annexes.Count}个附件、{plan.Tasks.Count()}项任务、{plan.Measures.Count()}条措施、{plan.Targets.Count}个目标；需人工核对{asked}处。");
    }

    private static void WriteTask(TextWriter text, TaskReading task)
    {
        foreach (var measure in task.Measures)
        {
            text.WriteLine(string.Join('\t', task.Number, task.Title, string.Join(' ', measure.Paragraphs), measure.Deadline.Raw, Names(measure.Lead), Names(measure.Main.Concat(measure.Assist))));
        }
    }

    private static void WriteTargets(TextWriter text, PlanReading plan)
    {
        text.WriteLine();
        text.WriteLine("目标");
        foreach (var target in plan.Targets)
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Annex}-{target.Task}\t{target.Indicator}\t{PlanJson.ComparatorOf(target.Comparator)}\t{target.WaterClass ?? target.Value?.ToString("0.######", CultureInfo.InvariantCulture)}\t{target.Unit}\t{string.Join('、', target.Scope)}"));
        }
    }

    private static void WriteFindings(TextWriter text, PlanReading plan)
    {
        text.WriteLine();
        text.WriteLine("核对提示");
        foreach (var finding in plan.Findings)
        {
            text.WriteLine($"{finding.Code}\t{ErrorTexts.Sentence(finding.Code, finding.Arguments)}");
        }
    }

    private static string Names(IEnumerable<UnitReading> units) => string.Join('、', units.Select(unit => unit.Raw));
}
