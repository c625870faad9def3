using Lanshao.Documents.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>A measure of a task list (工作措施). Progress, evidence and links hold its id, which stays through corrections of the list.</summary>
public sealed class Measure
{
    private readonly List<MeasureUnit> _units = [];
    private readonly List<Milestone> _milestones = [];
    private readonly List<PlanTarget> _targets = [];

    private Measure(Guid id, Guid planId)
    {
        Id = id;
        PlanId = planId;
    }

    public Guid Id { get; private set; }

    public Guid PlanId { get; private set; }

    /// <summary>Gets the printed number, annex-task-item.</summary>
    public string Code { get; private set; } = string.Empty;

    public int Annex { get; private set; }

    /// <summary>Gets the number of its task inside the annex.</summary>
    public string TaskNumber { get; private set; } = string.Empty;

    public int Item { get; private set; }

    /// <summary>Gets its row in the annex, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Gets its place in the whole list, from 1; lists are read and paged in this order.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Gets the paragraphs, parted by line feeds.</summary>
    public string Text { get; private set; } = string.Empty;

    public string? Footnotes { get; private set; }

    /// <summary>Gets the deadline as printed.</summary>
    public string DeadlineRaw { get; private set; } = string.Empty;

    public DeadlineKind DeadlineKind { get; private set; }

    public DateOnly? FromOn { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public string? DeadlineOrigin { get; private set; }

    public bool HasMoreUnits { get; private set; }

    /// <summary>Gets where the row stands in the source file.</summary>
    public string? Origin { get; private set; }

    /// <summary>Gets title, words and names without blanks in lower case, for searching by half a sentence.</summary>
    public string SearchText { get; private set; } = string.Empty;

    /// <summary>Gets the revision of the list that withdrew it; null while it stands.</summary>
    public int? VoidedInRevision { get; private set; }

    public IReadOnlyList<MeasureUnit> Units => _units;

    public IReadOnlyList<Milestone> Milestones => _milestones;

    public IReadOnlyList<PlanTarget> Targets => _targets;

    public MeasureCode Number => new(Annex, TaskNumber, Item);

    /// <summary>Returns text as it is compared and searched: without blanks, plain forms, lower case.</summary>
    public static string SearchForm(string text) => ChineseText.Compact(text).ToLowerInvariant();

    internal static Measure New(Guid planId) => new(Guid.CreateVersion7(), planId);

    internal void Become(MeasureDraft draft, MeasureCode number, string taskTitle, int ordinal, int year)
    {
        (Code, Annex, TaskNumber, Item, Ordinal, Row) = (number.ToString(), number.Annex, number.Task, number.Item, ordinal, draft.Row);
        (Text, Footnotes, HasMoreUnits, Origin) = (draft.Text, draft.Footnotes, draft.HasMoreUnits, draft.Origin);
        (DeadlineRaw, DeadlineKind, FromOn, DueOn, DeadlineOrigin) = (draft.Deadline.Raw, draft.Deadline.Kind, draft.Deadline.From, draft.Deadline.DueOn, draft.Deadline.Origin);
        SearchText = SearchForm(string.Join('\n', [taskTitle, draft.Text, draft.Deadline.Raw, .. draft.Units.Select(u => u.Raw)]));
        VoidedInRevision = null;
        Lists.Align(_units, draft.Units, seq => MeasureUnit.New(PlanId, Id, seq), (unit, value) => unit.Become(value));
        Lists.Align(_targets, draft.Targets, seq => PlanTarget.New(PlanId, Id, seq), (target, value) => target.Become(value, year));
        AlignMilestones(draft.Milestones);
    }

    internal void Withdraw(int revision) => VoidedInRevision ??= revision;

    internal MeasureDraft AsDraft() => new(
        Row,
        Text,
        new(DeadlineRaw, DeadlineKind, FromOn, DueOn, DeadlineOrigin),
        [.. _units.OrderBy(u => u.Seq).Select(u => u.AsDraft())],
        HasMoreUnits,
        [.. _milestones.OrderBy(m => m.DueOn).ThenBy(m => m.Ordinal).Select(m => m.AsDraft())],
        [.. _targets.OrderBy(t => t.Seq).Select(t => t.AsDraft())],
        Origin,
        Footnotes);

    // A milestone keeps its identity by its day: somebody may have ticked it off.
    private void AlignMilestones(IReadOnlyList<MilestoneDraft> drafts)
    {
        var left = _milestones.ToList();
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var known = left.Find(m => m.DueOn == draft.DueOn && m.Quote == draft.Quote) ?? left.Find(m => m.DueOn == draft.DueOn);
            if (known is null)
            {
                _milestones.Add(known = Milestone.New(PlanId, Id));
            }

            left.Remove(known);
            known.Become(draft, i + 1);
        }

        _milestones.RemoveAll(left.Contains);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Measure>
    {
        public void Configure(EntityTypeBuilder<Measure> builder)
        {
            builder.HasKey(m => m.Id);
            builder.Property(m => m.Id).ValueGeneratedNever();
            builder.HasIndex(m => new { m.PlanId, m.Ordinal });
            builder.HasIndex(m => new { m.PlanId, m.Code });
            builder.Property(m => m.Code).HasMaxLength(40);
            builder.Property(m => m.TaskNumber).HasMaxLength(20);
            builder.Property(m => m.Origin).HasMaxLength(SourcePlace.MostCharacters);
            builder.Property(m => m.DeadlineOrigin).HasMaxLength(SourcePlace.MostCharacters);
            builder.Ignore(m => m.Number);
            builder.HasMany(m => m.Units).WithOne().HasForeignKey(u => u.MeasureId);
            builder.HasMany(m => m.Milestones).WithOne().HasForeignKey(m => m.MeasureId);
            builder.HasMany(m => m.Targets).WithOne().HasForeignKey(t => t.MeasureId);
            builder.Navigation(m => m.Units).HasField("_units").UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.Navigation(m => m.Milestones).HasField("_milestones").UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.Navigation(m => m.Targets).HasField("_targets").UsePropertyAccessMode(PropertyAccessMode.Field);
        }
    }
}
