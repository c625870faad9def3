using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans.Reading;

namespace Lanshao.Platform.Plans;

/// <summary>The rows of a reading as the store will hold them: numbered, targets resolved, findings beside their row.</summary>
internal sealed class PlanRows
{
    private readonly PlanReading _reading;
    private readonly TargetPlaces _places;
    private readonly List<NumberedAnnex> _annexes;
    private readonly ILookup<(int Annex, int Row), TargetReading> _targets;
    private readonly ILookup<(int Annex, int Row), Finding> _findings;

    public PlanRows(PlanReading reading, TargetPlaces places)
    {
        _reading = reading;
        _places = places;
        _targets = reading.Targets.ToLookup(t => (t.Annex, t.Row));
        _findings = reading.Findings.ToLookup(f => (f.Annex ?? 0, f.Row ?? 0), f => new Finding(f.Code, f.Severity, f.Arguments, null, f.Quote));
        _annexes = [.. reading.Annexes.Select(NumberedAnnex.Of)];
        Measures = [.. _annexes.SelectMany(MeasuresOf)];
    }

    /// <summary>The measure rows in order.</summary>
    public IReadOnlyList<Row> Measures { get; }

    /// <summary>What concerns the file as a whole, the account of its rows first.</summary>
    public IEnumerable<Finding> Findings
    {
        get
        {
            var rows = Measures.Select(m => (m.Annex, m.RowNumber)).ToHashSet();
            return [PlanStaging.Account(_reading.Rows), .. _findings.Where(group => !rows.Contains(group.Key)).SelectMany(group => group)];
        }
    }

    /// <summary>Returns head and order of the list.</summary>
    /// <param name="kind">What kind of list it is.</param>
    /// <param name="periodCode">The span for which it is set.</param>
    /// <param name="ids">The ids of <see cref="Measures"/>, in order.</param>
    public PlanOutline Outline(PlanKind kind, string periodCode, IReadOnlyList<Guid> ids)
    {
        var next = 0;
        var title = _reading.Title ?? _reading.Annexes.Select(a => a.Title).FirstOrDefault(t => t is not null) ?? _reading.Source.Name;
        return new(title, _reading.DocumentNumber, _reading.Issuer, int.Parse(periodCode.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), kind, periodCode, [.. _annexes.Select(Annex)]);

        OutlineAnnex Annex(NumberedAnnex annex) => new(annex.Reading.Number, annex.Reading.Title ?? title, annex.Reading.Domain, annex.Reading.Columns, annex.Sections, [.. annex.Tasks.Select(Task)]);

        OutlineTask Task(NumberedTask task) => new(task.Number, task.Reading.Number, task.Reading.Title, task.Section, [.. task.Reading.Measures.Select(_ => ids[next++])]);
    }

    private IEnumerable<Row> MeasuresOf(NumberedAnnex annex) =>
        from task in annex.Tasks
        from measure in task.Reading.Measures.Index()
        select RowOf(annex.Reading.Number, task, measure.Item, measure.Index + 1);

    private Row RowOf(int annex, NumberedTask task, MeasureReading measure, int item)
    {
        var heading = item == 1 ? PlanTask.HeadingOf(task.Reading.Number, task.Reading.Title) : null;
        var content = new MeasureContent(
            heading,
            string.Join('\n', measure.Paragraphs),
            new(measure.Deadline.Raw, measure.Deadline.Kind, measure.Deadline.From, measure.Deadline.Due),
            [.. Units(UnitRole.Lead, measure.Lead), .. Units(UnitRole.Main, measure.Main), .. Units(UnitRole.Assist, measure.Assist)],
            measure.More,
            [.. measure.Milestones.Select(m => new MilestoneContent(m.Due, m.Quote)).OrderBy(m => m.DueOn)],
            [.. _targets[(annex, measure.Row)].Select(Target)],
            [.. measure.Others.Where(o => !ProgressColumns.IsProgress(o.Heading)).Select(o => new OtherContent(o.Heading, o.Text))]);
        string[] raw = [task.Reading.Number, task.Reading.Title, content.Text, measure.Deadline.Raw, Print(measure.Lead), Print(measure.Main), Print(measure.Assist)];
        return new(annex, measure.Row, new(annex, task.Number, item), content, SourcePlace.InWords(measure.Origin, annex), raw, [.. _findings[(annex, measure.Row)]], MeasureOrigins.Of(measure, _targets[(annex, measure.Row)]).Write());
    }

    private TargetContent Target(TargetReading target)
    {
        var scope = string.Join('、', target.Scope);
        return new(
            target.Indicator,
            _places.IndicatorOf(target)?.Code,
            target.Comparator,
            target.Value,
            target.WaterClass,
            target.Unit.Length == 0 ? null : target.Unit,
            scope,
            _places.PlaceOf(target.Scope),
            target.Due,
            target.Strength,
            target.Quote,
            target.IsStrict,
            target.Condition,
            target.BaselineYear,
            target.Equivalent is { } e ? $"{e.Value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)}{e.Unit}" : null);
    }

    private static IEnumerable<UnitContent> Units(UnitRole role, IReadOnlyList<UnitReading> units) => units.Select(u => new UnitContent(role, u.Raw, u.Entry?.Code, u.IsGroup));

    private static string Print(IEnumerable<UnitReading> units) => string.Join('、', units.Select(u => u.Raw));

    /// <summary>A measure row as read.</summary>
    internal sealed record Row(int Annex, int RowNumber, MeasureCode Number, MeasureContent Content, string Where, IReadOnlyList<string> Raw, IReadOnlyList<Finding> Findings, string Cells);

    private sealed record NumberedTask(string Number, int? Section, TaskReading Reading);

    private sealed record NumberedAnnex(AnnexReading Reading, IReadOnlyList<OutlineSection> Sections, IReadOnlyList<NumberedTask> Tasks)
    {
        public static NumberedAnnex Of(AnnexReading annex)
        {
            var sections = new List<OutlineSection>();
            var open = new List<string>();
            var tasks = new List<(TaskReading Task, int? Section, int Top)>();
            foreach (var section in annex.Sections)
            {
                OpenTo(sections, open, section);
                int? at = open.Count == 0 ? null : sections.Count - 1;
                tasks.AddRange(section.Tasks.Select(task => (task, at, sections.Count(s => s.Level == 1))));
            }

            var numbers = TaskNumbers.Of([.. tasks.Select(t => (t.Task.Number, t.Top))]);
            return new(annex, sections, [.. tasks.Zip(numbers, (t, number) => new NumberedTask(number, t.Section, t.Task))]);
        }

        // A section that only holds others has no tasks of its own and is known from the sections below it.
        private static void OpenTo(List<OutlineSection> sections, List<string> open, SectionReading section)
        {
            string[] path = section.Title.Length == 0 ? [.. section.Above] : [.. section.Above, section.Title];
            var common = open.Zip(path).TakeWhile(pair => pair.First == pair.Second).Count();
            if (common == path.Length && path.Length > 0)
            {
                common--;
            }

            open.RemoveRange(common, open.Count - common);
            foreach (var title in path.Skip(common))
            {
                open.Add(title);
                sections.Add(new(open.Count, title));
            }
        }
    }
}
