using System.Globalization;
using System.Text.Json;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Plans.Reading;
using Lanshao.Texts;

namespace Lanshao.Rooms.Plans;

/// <summary>A plan as the contract of <c>plan read</c> prints it. Written by hand: a serialiser would cost a cold process more than the reading.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, PlanReading plan, IReadOnlyList<DocumentFinding> documentFindings)
    {
        json.WriteStartObject();
        WriteHead(json, plan);
        Array(json, "annexes", plan.Annexes, WriteAnnex);
        Array(json, "targets", plan.Targets, WriteTarget);
        Array(json, "footnotes", plan.Footnotes, WriteFootnote);
        json.WriteStartArray("findings");
        foreach (var finding in documentFindings)
        {
            WriteFinding(json, new ReadingFinding(finding.Code, Severity.Note, null, null, null, finding.Arguments, null));
        }

        foreach (var finding in plan.Findings)
        {
            WriteFinding(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, PlanReading plan)
    {
        json.WriteStartObject("source");
        json.WriteString("file", plan.Source.Name);
        json.WriteString("sha256", plan.Source.Sha256);
        json.WriteString("format", plan.Source.Format switch { SourceFormat.Docx => "docx", SourceFormat.Txt => "txt", SourceFormat.Xlsx => "xlsx", _ => "csv" });
        json.WriteEndObject();
        json.WriteString("title", plan.Title);
        json.WriteString("noticeTitle", plan.NoticeTitle);
        json.WriteString("documentNumber", plan.DocumentNumber);
        json.WriteString("issuer", plan.Issuer);
        Number(json, "year", plan.Year);
        json.WriteString("place", plan.Place);
        json.WriteStartObject("counts");
        json.WriteNumber("annexes", plan.Annexes.Count);
        json.WriteNumber("tasks", plan.Tasks.Count());
        json.WriteNumber("measures", plan.Measures.Count());
        json.WriteNumber("targets", plan.Targets.Count);
        json.WriteEndObject();
        WriteRows(json, plan.Rows);
    }

    private static void WriteRows(Utf8JsonWriter json, RowAccount rows)
    {
        json.WriteStartObject("rows");
        json.WriteNumber("read", rows.Read);
        json.WriteNumber("headings", rows.Headings);
        json.WriteNumber("sections", rows.Sections);
        json.WriteNumber("measures", rows.Measures);
        json.WriteNumber("blank", rows.Blank);
        json.WriteNumber("notes", rows.Notes);
        json.WriteNumber("unrecognised", rows.Unrecognised);
        json.WriteNumber("otherTables", rows.OtherTables);
        json.WriteEndObject();
    }

    private static void WriteAnnex(Utf8JsonWriter json, AnnexReading annex)
    {
        json.WriteStartObject();
        json.WriteNumber("number", annex.Number);
        json.WriteString("title", annex.Title);
        json.WriteString("domain", DomainOf(annex.Domain));
        Strings(json, "columns", annex.Columns);
        Array(json, "sections", annex.Sections, WriteSection);
        json.WriteEndObject();
    }

    private static void WriteSection(Utf8JsonWriter json, SectionReading section)
    {
        json.WriteStartObject();
        json.WriteString("title", section.Title);
        Strings(json, "above", section.Above);
        Array(json, "tasks", section.Tasks, WriteTask);
        json.WriteEndObject();
    }

    private static void WriteTask(Utf8JsonWriter json, TaskReading task)
    {
        json.WriteStartObject();
        json.WriteString("number", task.Number);
        json.WriteString("title", task.Title);
        Array(json, "measures", task.Measures, WriteMeasure);
        json.WriteEndObject();
    }

    private static void WriteMeasure(Utf8JsonWriter json, MeasureReading measure)
    {
        json.WriteStartObject();
        json.WriteNumber("row", measure.Row);
        Strings(json, "paragraphs", measure.Paragraphs);
        WriteDeadline(json, measure.Deadline);
        Array(json, "milestones", measure.Milestones, static (writer, milestone) =>
        {
            writer.WriteStartObject();
            Day(writer, "due", milestone.Due);
            writer.WriteString("quote", milestone.Quote);
            writer.WriteString("origin", SourcePlace.Of(milestone.Origin));
            writer.WriteEndObject();
        });
        Array(json, "lead", measure.Lead, WriteUnit);
        Array(json, "main", measure.Main, WriteUnit);
        Array(json, "assist", measure.Assist, WriteUnit);
        json.WriteBoolean("more", measure.More);
        Array(json, "others", measure.Others, static (writer, other) =>
        {
            writer.WriteStartObject();
            writer.WriteString("heading", other.Heading);
            writer.WriteString("text", other.Text);
            writer.WriteString("origin", SourcePlace.Of(other.Origin));
            writer.WriteEndObject();
        });
        json.WriteString("origin", SourcePlace.InWords(measure.Origin));
        WriteCells(json, measure.Cells);
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, MeasureCells cells)
    {
        json.WriteStartObject("cells");
        json.WriteString("number", SourcePlace.Of(cells.Number));
        json.WriteString("title", SourcePlace.Of(cells.Title));
        json.WriteString("deadline", SourcePlace.Of(cells.Deadline));
        Array(json, "paragraphs", cells.Paragraphs, static (writer, origin) => writer.WriteStringValue(SourcePlace.Of(origin)));
        json.WriteEndObject();
    }

    private static void WriteDeadline(Utf8JsonWriter json, Deadline deadline)
    {
        json.WriteStartObject("deadline");
        json.WriteString("raw", deadline.Raw);
        json.WriteString("kind", KindOf(deadline.Kind));
        Day(json, "from", deadline.From);
        Day(json, "due", deadline.Due);
        json.WriteString("recurrence", deadline.Recurrence);
        json.WriteEndObject();
    }

    private static void WriteUnit(Utf8JsonWriter json, UnitReading unit)
    {
        json.WriteStartObject();
        json.WriteString("raw", unit.Raw);
        json.WriteString("agency", unit.Entry?.Name);
        json.WriteString("agencyCode", unit.Entry?.Code);
        json.WriteBoolean("group", unit.IsGroup);
        json.WriteString("origin", SourcePlace.Of(unit.Origin));
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, TargetReading target)
    {
        json.WriteStartObject();
        json.WriteNumber("annex", target.Annex);
        json.WriteString("task", target.Task);
        json.WriteNumber("row", target.Row);
        json.WriteString("indicator", target.Indicator);
        json.WriteString("comparator", ComparatorOf(target.Comparator));
        if (target.WaterClass is { } grade)
        {
            json.WriteString("value", grade);
        }
        else
        {
            Number(json, "value", target.Value);
        }

        json.WriteString("unit", target.Unit);
        Strings(json, "scope", target.Scope);
        Day(json, "due", target.Due);
        json.WriteString("strength", StrengthOf(target.Strength));
        json.WriteString("quote", target.Quote);
        json.WriteString("origin", SourcePlace.Of(target.Origin));
        WriteTargetDetails(json, target);
        json.WriteEndObject();
    }

    private static void WriteTargetDetails(Utf8JsonWriter json, TargetReading target)
    {
        Number(json, "baselineYear", target.BaselineYear);
        json.WriteString("condition", target.Condition);
        json.WriteBoolean("strict", target.IsStrict);
        if (target.Equivalent is not { } equivalent)
        {
            json.WriteNull("equivalent");
            return;
        }

        json.WriteStartObject("equivalent");
        Number(json, "value", equivalent.Value);
        json.WriteString("unit", equivalent.Unit);
        json.WriteEndObject();
    }

    private static void WriteFootnote(Utf8JsonWriter json, Footnote footnote)
    {
        json.WriteStartObject();
        json.WriteString("mark", footnote.Mark);
        json.WriteString("text", footnote.Text);
        json.WriteString("origin", SourcePlace.InWords(footnote.Origin));
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, ReadingFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", SeverityOf(finding.Severity));
        Number(json, "annex", finding.Annex);
        json.WriteString("task", finding.Task);
        Number(json, "row", finding.Row);
        json.WriteString("message", ErrorTexts.Sentence(finding.Code, finding.Arguments));
        json.WriteString("quote", finding.Quote);
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> texts) => Array(json, name, texts, static (writer, text) => writer.WriteStringValue(text));

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day) => json.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(number.ToString("0.############################", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string DomainOf(PlanDomain domain) => domain switch
    {
        PlanDomain.Climate => "climate",
        PlanDomain.Air => "air",
        PlanDomain.Water => "water",
        PlanDomain.Soil => "soil",
        PlanDomain.Ecology => "ecology",
        _ => "other",
    };

    private static string KindOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.By => "by",
        DeadlineKind.Within => "within",
        DeadlineKind.From => "from",
        DeadlineKind.Ongoing => "ongoing",
        DeadlineKind.Milestones => "milestones",
        _ => "unknown",
    };

    public static string ComparatorOf(TargetComparator comparator) => comparator switch
    {
        TargetComparator.AtMost => "<=",
        TargetComparator.AtLeast => ">=",
        TargetComparator.Equal => "=",
        TargetComparator.About => "≈",
        TargetComparator.AboutAtMost => "≈<=",
        TargetComparator.ClassAtMost => "class<=",
        TargetComparator.NoWorse => "no-worse",
        TargetComparator.NotInBottom => "not-in-bottom",
        TargetComparator.All => "all",
        _ => "done",
    };

    private static string StrengthOf(TargetStrength strength) => strength switch
    {
        TargetStrength.Aim => "aim",
        TargetStrength.Approx => "approx",
        TargetStrength.Mostly => "mostly",
        TargetStrength.Support => "support",
        _ => "firm",
    };

    private static string SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
