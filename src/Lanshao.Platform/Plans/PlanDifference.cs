namespace Lanshao.Platform.Plans;

/// <summary>What happens to a measure when a list is adopted.</summary>
public enum MeasureChangeKind
{
    Unchanged,

    /// <summary>修改.</summary>
    Changed,

    /// <summary>增加.</summary>
    Added,

    /// <summary>撤销.</summary>
    Withdrawn,
}

/// <summary>The parts of a measure's row that are compared.</summary>
public enum MeasureField
{
    Number,
    Task,
    Text,
    Deadline,
    Lead,
    Main,
    Assist,
    Milestones,
    Targets,
    Footnotes,
}

/// <summary>One part of a row, as it stood and as it shall stand.</summary>
public sealed record FieldChange(MeasureField Field, string Old, string New);

/// <summary>A line of the list's own head (title, document number, titles of annexes and sections), as it stood and as it shall stand.</summary>
public sealed record HeadChange(string Old, string New);

/// <summary>What happens to one measure.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="MeasureId">The measure that stands in the store; null for an added one.</param>
/// <param name="OldNumber">Its number so far.</param>
/// <param name="Number">Its number from now on; null for a withdrawn one.</param>
/// <param name="TaskTitle">The task that it belongs to.</param>
/// <param name="Draft">What it shall say; for a withdrawn one what it said.</param>
/// <param name="Fields">What differs; empty for added and withdrawn ones.</param>
public sealed record MeasureChange(MeasureChangeKind Kind, Guid? MeasureId, MeasureCode? OldNumber, MeasureCode? Number, string TaskTitle, MeasureDraft Draft, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Gets the number under which people look for it.</summary>
    public MeasureCode ShownNumber => Number ?? OldNumber ?? default;
}

/// <summary>What a list that was read would change in the list that stands.</summary>
/// <param name="Heads">What differs in the head.</param>
/// <param name="Measures">All measures of the list in order, and the withdrawn ones after those of their task.</param>
public sealed record PlanDifference(IReadOnlyList<HeadChange> Heads, IReadOnlyList<MeasureChange> Measures)
{
    public int Added => Count(MeasureChangeKind.Added);

    public int Changed => Count(MeasureChangeKind.Changed);

    public int Withdrawn => Count(MeasureChangeKind.Withdrawn);

    public int Unchanged => Count(MeasureChangeKind.Unchanged);

    public bool IsEmpty => Heads.Count == 0 && Unchanged == Measures.Count;

    /// <summary>Compares a list that was read with the one that stands.</summary>
    /// <param name="plan">The list that stands, loaded whole; null for a first import.</param>
    /// <param name="draft">The list that was read.</param>
    public static PlanDifference Of(ActionPlan? plan, PlanDraft draft)
    {
        var rows = draft.Measures.SelectMany(m => Row(m.Annex, m.Task, m.Measure)).ToList();
        var old = plan is null ? [] : plan.Measures.OrderBy(m => m.VoidedInRevision is not null).ThenBy(m => m.Ordinal).ToList();
        var titles = plan?.Tasks.ToDictionary(t => (t.Annex, t.Number), t => t.Title) ?? [];
        var match = MeasureMatch.Of(
            [.. old.Select(m => new MeasureMatch.Item(m.Number, Measure.SearchForm(m.Text), m.VoidedInRevision is not null))],
            [.. rows.Select(r => new MeasureMatch.Item(r.Number, Measure.SearchForm(r.Draft.Text)))]);
        var kept = match.Where(m => m is not null).Select(m => m!.Value).ToHashSet();
        var stay = rows.Select((row, i) => match[i] is { } at ? Compare(old[at], titles[(old[at].Annex, old[at].TaskNumber)], row) : New(row));
        var go = old.Where((m, i) => !kept.Contains(i) && m.VoidedInRevision is null).Select(m => Gone(m, titles[(m.Annex, m.TaskNumber)]));
        return new(plan is null ? [] : [.. HeadsOf(plan, draft)], InOrder([.. stay], [.. go]));

        static IEnumerable<NewRow> Row(AnnexDraft annex, TaskDraft task, MeasureDraft measure) =>
            [new(new(annex.Number, task.Number, IndexOf(task.Measures, measure) + 1), task.Title, measure)];
    }

    private int Count(MeasureChangeKind kind) => Measures.Count(m => m.Kind == kind);

    private static int IndexOf(IReadOnlyList<MeasureDraft> measures, MeasureDraft measure)
    {
        for (var i = 0; i < measures.Count; i++)
        {
            if (ReferenceEquals(measures[i], measure))
            {
                return i;
            }
        }

        throw new ArgumentException("The measure is not of this task.", nameof(measure));
    }

    private static MeasureChange New(NewRow row) => new(MeasureChangeKind.Added, null, null, row.Number, row.TaskTitle, row.Draft, []);

    private static MeasureChange Gone(Measure measure, string taskTitle) => new(MeasureChangeKind.Withdrawn, measure.Id, measure.Number, null, taskTitle, measure.AsDraft(), []);

    private static MeasureChange Compare(Measure old, string oldTitle, NewRow row)
    {
        // A withdrawn measure that comes back is added for people, and the same one for its progress.
        if (old.VoidedInRevision is not null)
        {
            return New(row) with { MeasureId = old.Id };
        }

        var (before, after) = (MeasurePrint.Of(old.Number, oldTitle, old.AsDraft()), MeasurePrint.Of(row.Number, row.TaskTitle, row.Draft));
        var fields = before.Zip(after).Where(p => p.First.Text != p.Second.Text).Select(p => new FieldChange(p.First.Field, p.First.Text, p.Second.Text)).ToList();
        var kind = fields.Count == 0 ? MeasureChangeKind.Unchanged : MeasureChangeKind.Changed;
        return new(kind, old.Id, old.Number, row.Number, row.TaskTitle, row.Draft, fields);
    }

    private static IEnumerable<HeadChange> HeadsOf(ActionPlan plan, PlanDraft draft)
    {
        var (before, after) = (MeasurePrint.HeadOf(plan.AsDraft()), MeasurePrint.HeadOf(draft));
        var (gone, come) = (before.Except(after).ToList(), after.Except(before).ToList());
        for (var i = 0; i < Math.Max(gone.Count, come.Count); i++)
        {
            yield return new(i < gone.Count ? gone[i] : string.Empty, i < come.Count ? come[i] : string.Empty);
        }
    }

    // A withdrawn measure is shown after what is left of its task, or of the tasks before it.
    private static List<MeasureChange> InOrder(List<MeasureChange> stay, List<MeasureChange> gone)
    {
        foreach (var change in gone)
        {
            var task = (change.OldNumber!.Value.Annex, change.OldNumber.Value.Task);
            var last = stay.FindLastIndex(s => (s.ShownNumber.Annex, s.ShownNumber.Task) == task);
            stay.Insert(last < 0 ? stay.Count : last + 1, change);
        }

        return stay;
    }

    private sealed record NewRow(MeasureCode Number, string TaskTitle, MeasureDraft Draft);
}
