using System.Text.Json;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation.Staging;
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

    /// <summary>Gets its row among the measures of the annex, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Gets its place in the whole list, from 1; lists are read and paged in this order.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Gets the paragraphs, parted by line feeds.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Gets the deadline as printed.</summary>
    public string DeadlineRaw { get; private set; } = string.Empty;

    public DeadlineKind DeadlineKind { get; private set; }

    public DateOnly? FromOn { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public bool HasMoreUnits { get; private set; }

    /// <summary>Gets the cells of columns without a meaning of their own, as JSON.</summary>
    public string OthersJson { get; private set; } = "[]";

    /// <summary>Gets title, words and names without blanks in lower case, for searching by half a sentence.</summary>
    public string SearchText { get; private set; } = string.Empty;

    /// <summary>Gets the import that brought the words; it names who and when.</summary>
    public Guid? OriginBatchId { get; private set; }

    public string? OriginSha256 { get; private set; }

    /// <summary>Gets where the row stands in that file, as people look for it.</summary>
    public string? OriginWhere { get; private set; }

    /// <summary>Gets the cell of the measure's words in that file, e.g. <c>t2r5c3p1</c>.</summary>
    public string? TextAt { get; private set; }

    /// <summary>Gets the cell of the deadline.</summary>
    public string? DeadlineAt { get; private set; }

    /// <summary>Gets when the row was withdrawn; null while it stands.</summary>
    public DateTime? VoidedAtUtc { get; private set; }

    /// <summary>Gets the import that withdrew it.</summary>
    public Guid? VoidedByBatchId { get; private set; }

    public IReadOnlyList<MeasureUnit> Units => _units;

    public IReadOnlyList<Milestone> Milestones => _milestones;

    public IReadOnlyList<PlanTarget> Targets => _targets;

    public MeasureCode Number => new(Annex, TaskNumber, Item);

    public bool IsVoid => VoidedAtUtc is not null;

    public IReadOnlyList<OtherContent> Others => JsonSerializer.Deserialize<OtherContent[]>(OthersJson) ?? [];

    /// <summary>Returns text as it is compared and searched: without blanks, plain forms, lower case.</summary>
    public static string SearchForm(string text) => ChineseText.Compact(text).ToLowerInvariant();

    internal static Measure New(Guid id, Guid planId) => new(id, planId);

    internal void Become(MeasureContent content, RowOrigin? origin, int year)
    {
        (Text, HasMoreUnits, OthersJson) = (content.Text, content.HasMoreUnits, JsonSerializer.Serialize(content.Others));
        (DeadlineRaw, DeadlineKind, FromOn, DueOn) = (content.Deadline.Raw, content.Deadline.Kind, content.Deadline.From, content.Deadline.DueOn);
        (OriginBatchId, OriginSha256, OriginWhere) = (origin?.BatchId, origin?.FileSha256, origin?.Where);
        (VoidedAtUtc, VoidedByBatchId) = (null, null);
        var cells = MeasureOrigins.Read(origin?.Cells);
        (TextAt, DeadlineAt) = (cells.Text, cells.Deadline);
        Sequences.Align(_units, content.Units, seq => MeasureUnit.New(PlanId, Id, seq), (unit, value) => unit.Become(value, cells.Units.ElementAtOrDefault(unit.Seq - 1)));
        Sequences.Align(_targets, content.Targets, seq => PlanTarget.New(PlanId, Id, seq), (target, value) => target.Become(value, year, cells.Targets.ElementAtOrDefault(target.Seq - 1)));
        AlignMilestones(content.Milestones, cells.Milestones);
    }

    internal void StandAt(OutlineMeasure place, int row, int ordinal)
    {
        (Code, Annex, TaskNumber, Item, Row, Ordinal) = (place.Number.ToString(), place.Annex.Number, place.Task.Number, place.Item, row, ordinal);
        SearchText = SearchForm(string.Join('\n', [place.Task.Title, Text, DeadlineRaw, .. _units.OrderBy(u => u.Seq).Select(u => u.Raw)]));
    }

    internal void Withdraw(Guid batchId, DateTime nowUtc) => (VoidedAtUtc, VoidedByBatchId) = (VoidedAtUtc ?? nowUtc, VoidedByBatchId ?? batchId);

    /// <summary>Returns what the row says.</summary>
    /// <param name="task">The task, for its first row; null for the rows that continue it.</param>
    internal MeasureContent AsContent(PlanTask? task) => new(
        task?.Heading,
        Text,
        new(DeadlineRaw, DeadlineKind, FromOn, DueOn),
        [.. _units.OrderBy(u => u.Seq).Select(u => u.AsContent())],
        HasMoreUnits,
        [.. _milestones.OrderBy(m => m.Ordinal).Select(m => m.AsContent())],
        [.. _targets.OrderBy(t => t.Seq).Select(t => t.AsContent())],
        Others);

    // A milestone keeps its identity by its day: somebody may have ticked it off.
    private void AlignMilestones(IReadOnlyList<MilestoneContent> contents, IReadOnlyList<string?> origins)
    {
        var left = _milestones.ToList();
        foreach (var (index, content) in contents.Index())
        {
            var known = left.Find(m => m.DueOn == content.DueOn && m.Quote == content.Quote) ?? left.Find(m => m.DueOn == content.DueOn);
            if (known is null)
            {
                _milestones.Add(known = Milestone.New(PlanId, Id));
            }

            left.Remove(known);
            known.Become(content, index + 1, origins.ElementAtOrDefault(index));
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
            builder.Property(m => m.OriginSha256).HasMaxLength(64);
            builder.Property(m => m.TextAt).HasMaxLength(SourcePlace.MostCharacters);
            builder.Property(m => m.DeadlineAt).HasMaxLength(SourcePlace.MostCharacters);
            builder.Ignore(m => m.Number);
            builder.Ignore(m => m.IsVoid);
            builder.Ignore(m => m.Others);
            builder.HasMany(m => m.Units).WithOne().HasForeignKey(u => u.MeasureId);
            builder.HasMany(m => m.Milestones).WithOne().HasForeignKey(m => m.MeasureId);
            builder.HasMany(m => m.Targets).WithOne().HasForeignKey(t => t.MeasureId);
            builder.Navigation(m => m.Units).HasField("_units").UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.Navigation(m => m.Milestones).HasField("_milestones").UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.Navigation(m => m.Targets).HasField("_targets").UsePropertyAccessMode(PropertyAccessMode.Field);
        }
    }
}
