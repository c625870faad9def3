using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>The targets of one measure while its clauses are read.</summary>
internal sealed class RowTargets(PlanContext context, MeasureReading measure, RowPlace place, FindingLog log)
{
    private readonly HashSet<object> _used = new(ReferenceEqualityComparer.Instance);

    public PlanContext Context => context;

    public MeasureReading Measure => measure;

    public List<PlacedTarget> Found { get; } = [];

    /// <summary>The paragraph that is being read.</summary>
    public Origin Paragraph { get; set; } = measure.Origin;

    public void Add(Clause clause, FoundTarget target) => Add(clause, target, Paragraph);

    public void Add(Clause clause, FoundTarget target, Origin origin) => Found.Add(new PlacedTarget(clause, target, origin));

    /// <summary>Asks about a clause that was not understood.</summary>
    public void Ask(string code, Severity severity, Clause clause, params ReadOnlySpan<(string Name, string Value)> arguments) => log.Add(code, severity, place, clause.Text, arguments);

    /// <summary>Marks a figure as understood, so that no other rule reads it again.</summary>
    public void Use(Quantity quantity) => _used.Add(quantity);

    public bool IsUsed(Quantity quantity) => _used.Contains(quantity);

    public bool HasTarget(Clause clause) => Found.Exists(found => ReferenceEquals(found.Clause, clause));

    /// <summary>The days until which something is due in a clause, in order.</summary>
    public IReadOnlyList<DateMention> DuesIn(Clause clause) =>
        [.. context.DatesIn(clause.Text).Where(date => date.Season is null && MilestoneReader.IsDue(clause.Text, date))];

    /// <summary>Returns the full name of a subdistrict, null where the word is none.</summary>
    public string? SubdistrictOf(string name) =>
        context.Names.Resolve(name, context.On) is { Kind: NameKind.Subdistrict } entry ? entry.FullName : null;
}

/// <summary>A target, the clause that it was found in, and the paragraph of that.</summary>
internal sealed record PlacedTarget(Clause Clause, FoundTarget Target, Origin Origin);
