using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>A task list of a year: the yearly plan (行动计划), a list of strengthening measures, a quarter's list. Its content comes from a file, revision by revision.</summary>
public sealed class ActionPlan : IVersioned
{
    private readonly List<PlanAnnex> _annexes = [];
    private readonly List<PlanSection> _sections = [];
    private readonly List<PlanTask> _tasks = [];
    private readonly List<Measure> _measures = [];
    private readonly List<PlanFinding> _findings = [];
    private readonly List<PlanRevision> _revisions = [];

    private ActionPlan(Guid id, string code, int year, PlanKind kind, string periodCode)
    {
        Id = id;
        Code = code;
        Year = year;
        Kind = kind;
        PeriodCode = periodCode;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets the name in addresses: <c>2022</c>, <c>2024-q2</c>, <c>2024-strengthening</c>.</summary>
    public string Code { get; private set; }

    public int Year { get; private set; }

    public PlanKind Kind { get; private set; }

    public string PeriodCode { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public string? DocumentNumber { get; private set; }

    public string? Issuer { get; private set; }

    public string SourceSha256 { get; private set; } = string.Empty;

    public string SourceName { get; private set; } = string.Empty;

    /// <summary>Gets the number of the newest revision, an undone one included.</summary>
    public int Revision { get; private set; }

    /// <summary>Gets when the list was taken back whole; null while it stands.</summary>
    public DateTime? VoidedAtUtc { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PlanAnnex> Annexes => _annexes;

    public IReadOnlyList<PlanSection> Sections => _sections;

    public IReadOnlyList<PlanTask> Tasks => _tasks;

    public IReadOnlyList<Measure> Measures => _measures;

    public IReadOnlyList<PlanFinding> Findings => _findings;

    public IReadOnlyList<PlanRevision> Revisions => _revisions;

    public bool IsVoid => VoidedAtUtc is not null;

    /// <summary>Gets the revision whose content stands; null when the list was taken back.</summary>
    public PlanRevision? CurrentRevision => _revisions.Where(r => r.UndoneAtUtc is null).MaxBy(r => r.Number);

    public static ActionPlan Begin(string code, int year, PlanKind kind, Period period) => new(Guid.CreateVersion7(), code, year, kind, period.Code);

    /// <summary>Takes over the content of a file as a new revision.</summary>
    /// <param name="draft">The content.</param>
    /// <param name="difference">What it changes, compared with this very state.</param>
    /// <param name="contentSha256">Where the content lies among the files.</param>
    /// <param name="actor">Who confirmed it.</param>
    /// <param name="nowUtc">When.</param>
    public PlanRevision Adopt(PlanDraft draft, PlanDifference difference, string contentSha256, Actor actor, DateTime nowUtc)
    {
        Revision++;
        var revision = PlanRevision.Of(Id, Revision, draft, contentSha256, difference, actor, nowUtc);
        _revisions.Add(revision);
        VoidedAtUtc = null;
        Become(draft, difference);
        return revision;
    }

    /// <summary>Takes the newest standing revision back; the list becomes what it was before, or void.</summary>
    /// <param name="before">The content of the revision before; null when there was none.</param>
    /// <param name="actor">Who takes it back.</param>
    /// <param name="nowUtc">When.</param>
    public Outcome<ActionPlan> Undo(PlanDraft? before, Actor actor, DateTime nowUtc)
    {
        if (CurrentRevision is not { } current)
        {
            return Refusal.Conflict("PLAN-303", ("title", Title));
        }

        current.Undo(actor, nowUtc);
        if (before is not null)
        {
            Become(before, PlanDifference.Of(this, before));
            return this;
        }

        VoidedAtUtc = nowUtc;
        _measures.ForEach(m => m.Withdraw(current.Number));
        _tasks.ForEach(t => t.Withdraw(current.Number));
        return this;
    }

    /// <summary>Returns the content that stands, as plain values.</summary>
    public PlanDraft AsDraft() => new()
    {
        Title = Title,
        Year = Year,
        Kind = Kind,
        PeriodCode = PeriodCode,
        DocumentNumber = DocumentNumber,
        Issuer = Issuer,
        SourceSha256 = SourceSha256,
        SourceName = SourceName,
        Annexes = [.. _annexes.OrderBy(a => a.Ordinal).Select(AsDraft).Where(a => a.Tasks.Count > 0)],
        Findings = [.. _findings.OrderBy(f => f.Ordinal).Select(f => f.AsDraft())],
    };

    private AnnexDraft AsDraft(PlanAnnex annex)
    {
        var tasks = _tasks.Where(t => t.Annex == annex.Number && t.VoidedInRevision is null).OrderBy(t => t.Ordinal);
        var measures = _measures.Where(m => m.Annex == annex.Number && m.VoidedInRevision is null).OrderBy(m => m.Ordinal).ToLookup(m => m.TaskNumber);
        return new(
            annex.Number,
            annex.Title,
            annex.Domain,
            annex.Headings,
            [.. _sections.Where(s => s.Annex == annex.Number).OrderBy(s => s.Seq).Select(s => new SectionDraft(s.Level, s.Title))],
            [.. tasks.Select(t => new TaskDraft(t.Number, t.Printed, t.Title, t.SectionSeq - 1, [.. measures[t.Number].Select(m => m.AsDraft())]))]);
    }

    private void Become(PlanDraft draft, PlanDifference difference)
    {
        (Title, DocumentNumber, Issuer, SourceSha256, SourceName) = (draft.Title, draft.DocumentNumber, draft.Issuer, draft.SourceSha256, draft.SourceName);
        AlignHeads(draft);
        AlignTasks(draft);
        AlignMeasures(difference);
        AlignFindings(draft.Findings);
    }

    // An annex that is gone stays as a row without tasks: withdrawn measures still point to it.
    private void AlignHeads(PlanDraft draft)
    {
        for (var i = 0; i < draft.Annexes.Count; i++)
        {
            var annex = draft.Annexes[i];
            Known(_annexes, a => a.Number == annex.Number, () => PlanAnnex.New(Id, annex.Number)).Become(annex, i + 1);
            for (var s = 0; s < annex.Sections.Count; s++)
            {
                var seq = s + 1;
                Known(_sections, x => x.Annex == annex.Number && x.Seq == seq, () => PlanSection.New(Id, annex.Number, seq)).Become(annex.Sections[s]);
            }
        }

        var sections = draft.Annexes.ToDictionary(a => a.Number, a => a.Sections.Count);
        _sections.RemoveAll(s => s.Seq > sections.GetValueOrDefault(s.Annex));
    }

    private void AlignTasks(PlanDraft draft)
    {
        var ordinal = 0;
        var left = _tasks.ToHashSet();
        foreach (var (annex, task) in draft.Annexes.SelectMany(a => a.Tasks.Select(t => (a.Number, Task: t))))
        {
            var known = Known(_tasks, t => t.Annex == annex && t.Number == task.Number, () => PlanTask.New(Id, annex, task.Number));
            known.Become(task, ++ordinal);
            left.Remove(known);
        }

        foreach (var task in left)
        {
            task.Withdraw(Revision);
        }
    }

    private void AlignMeasures(PlanDifference difference)
    {
        var known = _measures.ToDictionary(m => m.Id);
        var ordinal = 0;
        foreach (var change in difference.Measures)
        {
            if (change.Number is not { } number)
            {
                known[change.MeasureId!.Value].Withdraw(Revision);
                continue;
            }

            if (change.MeasureId is not { } id || !known.TryGetValue(id, out var measure))
            {
                _measures.Add(measure = Measure.New(Id));
            }

            measure.Become(change.Draft, number, change.TaskTitle, ++ordinal, Year);
        }
    }

    private void AlignFindings(IReadOnlyList<FindingDraft> drafts)
    {
        var left = _findings.ToList();
        for (var i = 0; i < drafts.Count; i++)
        {
            var key = PlanFinding.KeyOf(drafts[i]);
            var known = left.Find(f => f.SameAs == key);
            if (known is null)
            {
                _findings.Add(known = PlanFinding.New(Id));
            }

            left.Remove(known);
            known.Become(drafts[i], i + 1);
        }

        _findings.RemoveAll(left.Contains);
    }

    private static T Known<T>(List<T> rows, Predicate<T> fits, Func<T> create)
    {
        if (rows.Find(fits) is { } known)
        {
            return known;
        }

        var row = create();
        rows.Add(row);
        return row;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ActionPlan>
    {
        public void Configure(EntityTypeBuilder<ActionPlan> builder)
        {
            builder.HasKey(p => p.Id);
            builder.HasIndex(p => p.Code).IsUnique();
            builder.HasIndex(p => p.Year);
            builder.Property(p => p.Code).HasMaxLength(40);
            builder.Property(p => p.PeriodCode).HasMaxLength(22);
            builder.Property(p => p.SourceSha256).HasMaxLength(64);
            builder.Ignore(p => p.CurrentRevision);
            builder.HasMany(p => p.Annexes).WithOne().HasForeignKey(a => a.PlanId);
            builder.HasMany(p => p.Sections).WithOne().HasForeignKey(s => s.PlanId);
            builder.HasMany(p => p.Tasks).WithOne().HasForeignKey(t => t.PlanId);
            builder.HasMany(p => p.Measures).WithOne().HasForeignKey(m => m.PlanId);
            builder.HasMany(p => p.Findings).WithOne().HasForeignKey(f => f.PlanId);
            builder.HasMany(p => p.Revisions).WithOne().HasForeignKey(r => r.PlanId);
            foreach (var navigation in builder.Metadata.GetNavigations())
            {
                navigation.SetPropertyAccessMode(PropertyAccessMode.Field);
            }
        }
    }
}
