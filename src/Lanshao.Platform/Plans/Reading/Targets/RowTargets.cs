using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>The targets of one measure while its clauses are read.</summary>
internal sealed class RowTargets(PlanContext context, MeasureReading measure)
{
    private readonly HashSet<(Clause Clause, int Start)> _used = [];

    public PlanContext Context => context;

    public MeasureReading Measure => measure;

    public List<(Clause Clause, FoundTarget Draft)> Found { get; } = [];

    public void Add(Clause clause, FoundTarget draft) => Found.Add((clause, draft));

    public void Use(Clause clause, Quantity quantity) => _used.Add((clause, quantity.Start));

    public bool IsUsed(Clause clause, Quantity quantity) => _used.Contains((clause, quantity.Start));

    public bool HasTarget(Clause clause) => Found.Exists(found => ReferenceEquals(found.Clause, clause));

    /// <summary>The days until which something is due in a clause, in order.</summary>
    public IReadOnlyList<DateMention> DuesIn(Clause clause) =>
        [.. context.DatesIn(clause.Text).Where(date => date.Season is null && MilestoneReader.IsDue(clause.Text, date))];

    /// <summary>Returns the full name of a subdistrict, null where the word is none.</summary>
    public string? SubdistrictOf(string name) =>
        context.Names.Resolve(name, context.On) is { Kind: NameKind.Subdistrict } entry ? entry.FullName : null;
}
