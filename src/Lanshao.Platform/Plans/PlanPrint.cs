using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Plans.Reading;

namespace Lanshao.Platform.Plans;

/// <summary>Lays out an annex of a plan as the official table: the printed headings, section rows across, a task merged over its measures.</summary>
public static class PlanPrint
{
    private const string Nobody = "——";
    private const string AndOthers = "等";
    private static readonly IReadOnlyList<string> UsualHeadings = ["序号", "重点任务", "工作措施", "完成时限", "牵头部门", "责任单位"];

    /// <summary>An annex to print.</summary>
    /// <param name="Title">The annex's title.</param>
    /// <param name="Headings">The printed headings from the left.</param>
    /// <param name="Rows">The measures in order.</param>
    public sealed record Annex(string Title, IReadOnlyList<string> Headings, IReadOnlyList<Row> Rows);

    /// <summary>A measure to print, with the task that it belongs to.</summary>
    /// <param name="Sections">Titles of the sections that begin above this row, from the outer one; empty for none.</param>
    /// <param name="Number">The task's number as printed.</param>
    /// <param name="Task">The task.</param>
    /// <param name="Measure">The measure's paragraphs.</param>
    /// <param name="Deadline">The deadline as printed.</param>
    /// <param name="Lead">牵头, in the order of print.</param>
    /// <param name="Main">主责, in the order of print.</param>
    /// <param name="Assist">责任 or 协办 beside them, in the order of print.</param>
    public sealed record Row(
        IReadOnlyList<string> Sections,
        string Number,
        string Task,
        IReadOnlyList<string> Measure,
        string Deadline,
        IReadOnlyList<string> Lead,
        IReadOnlyList<string> Main,
        IReadOnlyList<string> Assist)
    {
        /// <summary>Gets the cells of columns without a meaning of their own, by heading.</summary>
        public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();
    }

    private enum Role
    {
        Number,
        Task,
        Measure,
        Deadline,
        Lead,
        Main,
        Assist,
        LeadAndAssist,
        Unknown,
    }

    /// <summary>Lays an annex out.</summary>
    /// <param name="annex">The annex.</param>
    /// <returns>The table, on pages that lie on their side.</returns>
    public static PrintTable Table(Annex annex)
    {
        ArgumentNullException.ThrowIfNull(annex);
        var roles = annex.Headings.Select(heading => RoleOf(heading, annex.Headings)).ToList();
        return new()
        {
            Title = annex.Title,
            Columns = [.. annex.Headings.Zip(roles, Column)],
            Rows = Rows(annex.Rows, roles, annex.Headings),
            IsLandscape = true,
            IsSmall = true,
        };
    }

    /// <summary>Lays out a whole plan: every annex on pages of its own, with its label.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The document.</returns>
    public static OfficialDocument Document(PlanContent plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var annexes = plan.Outline.Annexes;
        return new(plan.Outline.Title, [.. annexes.Count > 1 ? [Cover(plan.Outline)] : Array.Empty<OfficialSection>(), .. annexes.Select(annex => OfficialSection.Of(Table(plan, annex), annexes.Count > 1 ? Label(annex) : null))]);
    }

    // What the annexes belong to: read back, it is known again as the same plan.
    private static OfficialSection Cover(PlanOutline outline)
    {
        (string Label, string? Text)[] lines = [(DocumentHead.NumberLabel, outline.DocumentNumber), (DocumentHead.IssuerLabel, outline.Issuer)];
        return new([new TitleBlock(outline.Title), .. lines.Where(line => !string.IsNullOrEmpty(line.Text)).Select(line => new BodyBlock(line.Label + line.Text))]);
    }

    /// <summary>Lays out a whole plan as a workbook: a sheet for every annex.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The workbook.</returns>
    public static PrintWorkbook Workbook(PlanContent plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(plan.Outline.Title, [.. plan.Outline.Annexes.Select(annex => Table(plan, annex))]);
    }

    /// <summary>Lays out an annex as it stands.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="annex">One of its annexes.</param>
    /// <returns>The table, on pages that lie on their side.</returns>
    public static PrintTable Table(PlanContent plan, OutlineAnnex annex)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(annex);
        var printed = -1;
        var rows = new List<Row>();
        foreach (var task in annex.Tasks)
        {
            foreach (var measure in task.Measures)
            {
                rows.Add(RowOf(annex, task, plan.Measures[measure], printed));
                printed = Math.Max(printed, task.Section ?? printed);
            }
        }

        return Table(new Annex(annex.Title, annex.Columns.Count > 0 ? annex.Columns : UsualHeadings, rows));
    }

    // Sections that hold no task of their own, such as the outer one of two levels, stand above the next that does.
    private static Row RowOf(OutlineAnnex annex, OutlineTask task, MeasureContent measure, int printed)
    {
        var sections = annex.Sections.Skip(printed + 1).Take((task.Section ?? printed) - printed).Select(section => section.Title);
        return new([.. sections], task.Printed, task.Title, measure.Text.Split('\n'), measure.Deadline.Raw, Names(UnitRole.Lead), Names(UnitRole.Main), Names(UnitRole.Assist))
        {
            Others = measure.Others.DistinctBy(other => other.Heading).ToDictionary(other => other.Heading, other => other.Text),
        };

        List<string> Names(UnitRole role)
        {
            var names = measure.Units.Where(unit => unit.Role == role).Select(unit => unit.Raw).ToList();
            if (measure.HasMoreUnits && names.Count > 0 && role == measure.Units.Max(unit => unit.Role))
            {
                names[^1] += AndOthers;
            }

            return names;
        }
    }

    private static string Label(OutlineAnnex annex) => string.Create(CultureInfo.InvariantCulture, $"附件{annex.Number}");

    private static IEnumerable<PrintRow> Rows(IReadOnlyList<Row> rows, List<Role> roles, IReadOnlyList<string> headings)
    {
        Row? last = null;
        foreach (var row in rows)
        {
            foreach (var section in row.Sections)
            {
                yield return PrintRow.Section(section);
            }

            var continues = last is not null && row.Sections.Count == 0 && last.Number == row.Number && last.Task == row.Task;
            yield return new([.. roles.Zip(headings, (role, heading) => role == Role.Unknown ? PrintCell.Of(row.Others.GetValueOrDefault(heading)) : Cell(row, role, continues))]);
            last = row;
        }
    }

    private static PrintCell Cell(Row row, Role role, bool continues) => role switch
    {
        Role.Number => continues ? PrintCell.Above : PrintCell.Of(row.Number),
        Role.Task => continues ? PrintCell.Above : PrintCell.Of(row.Task),
        Role.Measure => PrintCell.Of(row.Measure),
        Role.Deadline => PrintCell.Of(row.Deadline),
        Role.Lead => Names(row.Lead),
        Role.Main => Names(row.Main),
        Role.Assist => Names(row.Assist),
        Role.LeadAndAssist => Names([.. row.Lead, .. row.Assist]),
        _ => PrintCell.Empty,
    };

    private static PrintCell Names(IReadOnlyList<string> names) => names.Count == 0 ? PrintCell.Of(Nobody) : PrintCell.Of(names);

    private static PrintColumn Column(string heading, Role role) => role switch
    {
        Role.Number => new(heading, 12),
        Role.Task => new(heading, 32),
        Role.Measure => new(heading, 105, CellAlign.Text),
        Role.Deadline => new(heading, 20),
        _ => new(heading, 30),
    };

    // 责任 is the main duty in a table that also has 协办, or that has neither 牵头 nor 主责; else it stands beside them.
    private static Role RoleOf(string heading, IReadOnlyList<string> all)
    {
        bool Has(string word) => heading.Contains(word, StringComparison.Ordinal);
        bool Any(string word) => all.Any(other => other.Contains(word, StringComparison.Ordinal));
        return heading switch
        {
            _ when Has("序号") => Role.Number,
            _ when Has("牵头") && (Has("责任") || Has("协办") || Has("配合")) => Role.LeadAndAssist,
            _ when Has("牵头") => Role.Lead,
            _ when Has("主责") => Role.Main,
            _ when Has("协办") || Has("配合") => Role.Assist,
            _ when Has("责任") => Any("协办") || (!Any("牵头") && !Any("主责")) ? Role.Main : Role.Assist,
            _ when Has("时限") => Role.Deadline,
            _ when Has("措施") => Role.Measure,
            _ when Has("任务") => Any("措施") ? Role.Task : Role.Measure,
            _ => Role.Unknown,
        };
    }
}
