using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Plans;

/// <summary>A task list of a year: the yearly plan (行动计划), a list of strengthening measures, a quarter's list. Its content comes by imports, which can be taken back.</summary>
public sealed class ActionPlan : IVersioned
{
    private readonly List<PlanAnnex> _annexes = [];
    private readonly List<PlanSection> _sections = [];
    private readonly List<PlanTask> _tasks = [];
    private readonly List<Measure> _measures = [];

    private ActionPlan(Guid id, string code, int year, PlanKind kind, string periodCode)
    {
        Id = id;
        Code = code;
        Year = year;
        Kind = kind;
        PeriodCode = periodCode;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets the name in addresses and the target of its imports: <c>2022</c>, <c>2024-q2</c>, <c>2024-strengthening</c>.</summary>
    public string Code { get; private set; }

    public int Year { get; private set; }

    public PlanKind Kind { get; private set; }

    public string PeriodCode { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public string? DocumentNumber { get; private set; }

    public string? Issuer { get; private set; }

    /// <summary>Gets when the list was taken back whole; null while it stands.</summary>
    public DateTime? VoidedAtUtc { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PlanAnnex> Annexes => _annexes;

    public IReadOnlyList<PlanSection> Sections => _sections;

    public IReadOnlyList<PlanTask> Tasks => _tasks;

    public IReadOnlyList<Measure> Measures => _measures;

    public bool IsVoid => VoidedAtUtc is not null;

    /// <summary>Returns the code of the list that a year and span have one of.</summary>
    public static string CodeOf(PlanKind kind, Period period) => kind switch
    {
        PlanKind.Strengthening => $"{period.Code}-strengthening",
        PlanKind.Quarterly => $"{period.Code[..4]}-{period.Code[4..]}".ToLowerInvariant(),
        _ => period.Code,
    };

    public static ActionPlan Begin(string code, int year, PlanKind kind, Period period) => new(Guid.CreateVersion7(), code, year, kind, period.Code);

    /// <summary>Gives a measure its words; a new or withdrawn one stands again once <see cref="Arrange"/> has placed it.</summary>
    public void Put(Guid measureId, MeasureContent content, RowOrigin? origin)
    {
        var measure = _measures.Find(m => m.Id == measureId);
        if (measure is null)
        {
            _measures.Add(measure = Measure.New(measureId, Id));
        }

        measure.Become(content, origin, Year);
    }

    /// <summary>Withdraws a measure; it stays for what was reported on it.</summary>
    public void Withdraw(Guid measureId, Guid batchId, DateTime nowUtc) => _measures.Find(m => m.Id == measureId)?.Withdraw(batchId, nowUtc);

    /// <summary>Gives the list its head and every measure its place and number.</summary>
    public void Arrange(PlanOutline outline)
    {
        (Title, DocumentNumber, Issuer, VoidedAtUtc) = (outline.Title, outline.DocumentNumber, outline.Issuer, null);
        AlignHeads(outline);
        AlignTasks(outline);
        var known = _measures.ToDictionary(m => m.Id);
        var (ordinal, row, annex) = (0, 0, 0);
        foreach (var place in outline.Places())
        {
            row = place.Annex.Number == annex ? row + 1 : 1;
            annex = place.Annex.Number;
            known[place.Id].StandAt(place, row, ++ordinal);
        }
    }

    /// <summary>Takes the list back whole.</summary>
    public void TakeBack(DateTime nowUtc)
    {
        VoidedAtUtc ??= nowUtc;
        _tasks.ForEach(t => t.Withdraw());
    }

    /// <summary>Returns head and order as they stand.</summary>
    public PlanOutline AsOutline()
    {
        var measures = _measures.Where(m => !m.IsVoid).OrderBy(m => m.Ordinal).ToLookup(m => (m.Annex, m.TaskNumber), m => m.Id);
        return new(Title, DocumentNumber, Issuer, Year, Kind, PeriodCode, [.. _annexes.OrderBy(a => a.Ordinal).Select(Outline).Where(a => a.Tasks.Count > 0)]);

        OutlineAnnex Outline(PlanAnnex annex) => new(
            annex.Number,
            annex.Title,
            annex.Domain,
            annex.Headings,
            [.. _sections.Where(s => s.Annex == annex.Number).OrderBy(s => s.Seq).Select(s => new OutlineSection(s.Level, s.Title))],
            [.. _tasks.Where(t => t.Annex == annex.Number && !t.IsVoid).OrderBy(t => t.Ordinal)
                .Select(t => new OutlineTask(t.Number, t.Printed, t.Title, t.SectionSeq - 1, [.. measures[(t.Annex, t.Number)]]))]);
    }

    /// <summary>Returns what every standing measure says, by its id.</summary>
    public IEnumerable<(Guid Id, MeasureContent Content)> AsContents()
    {
        var tasks = _tasks.ToDictionary(t => (t.Annex, t.Number));
        return _measures.Where(m => !m.IsVoid).OrderBy(m => m.Ordinal).Select(m => (m.Id, m.AsContent(m.Item == 1 ? tasks[(m.Annex, m.TaskNumber)] : null)));
    }

    /// <summary>Returns the list whole.</summary>
    public PlanContent AsContent() => new(AsOutline(), AsContents().ToDictionary(m => m.Id, m => m.Content));

    // An annex that is gone stays as a row without tasks: withdrawn measures still point to it.
    private void AlignHeads(PlanOutline outline)
    {
        foreach (var (index, annex) in outline.Annexes.Index())
        {
            Known(_annexes, a => a.Number == annex.Number, () => PlanAnnex.New(Id, annex.Number)).Become(annex, index + 1);
            foreach (var (at, section) in annex.Sections.Index())
            {
                Known(_sections, s => s.Annex == annex.Number && s.Seq == at + 1, () => PlanSection.New(Id, annex.Number, at + 1)).Become(section);
            }
        }

        var sections = outline.Annexes.ToDictionary(a => a.Number, a => a.Sections.Count);
        _sections.RemoveAll(s => s.Seq > sections.GetValueOrDefault(s.Annex));
    }

    private void AlignTasks(PlanOutline outline)
    {
        var ordinal = 0;
        var known = _tasks.ToDictionary(t => (t.Annex, t.Number));
        foreach (var (annex, task) in outline.Annexes.SelectMany(a => a.Tasks.Select(t => (a.Number, Task: t))))
        {
            if (!known.Remove((annex, task.Number), out var row))
            {
                _tasks.Add(row = PlanTask.New(Id, annex, task.Number));
            }

            row.Become(task, ++ordinal);
        }

        foreach (var task in known.Values)
        {
            task.Withdraw();
        }
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
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.HasIndex(p => p.Code).IsUnique();
            builder.HasIndex(p => p.Year);
            builder.Property(p => p.Code).HasMaxLength(40);
            builder.Property(p => p.PeriodCode).HasMaxLength(22);
            builder.Ignore(p => p.IsVoid);
            builder.HasMany(p => p.Annexes).WithOne().HasForeignKey(a => a.PlanId);
            builder.HasMany(p => p.Sections).WithOne().HasForeignKey(s => s.PlanId);
            builder.HasMany(p => p.Tasks).WithOne().HasForeignKey(t => t.PlanId);
            builder.HasMany(p => p.Measures).WithOne().HasForeignKey(m => m.PlanId);
            foreach (var navigation in builder.Metadata.GetNavigations())
            {
                navigation.SetPropertyAccessMode(PropertyAccessMode.Field);
            }
        }
    }
}
