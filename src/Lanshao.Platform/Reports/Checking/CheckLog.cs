using Lanshao.Documents.Blocks;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Collects what the rules find: one finding for one contradiction, whoever meets it first.</summary>
/// <param name="explained">Knows which figures another reading makes right.</param>
internal sealed class CheckLog(Explained? explained = null)
{
    private const int MostFindings = 2000;
    private readonly List<CheckFinding> _findings = [];
    private readonly HashSet<(Origin Place, string Text)> _suspects = [];

    public int Consistent { get; private set; }

    public int Inconsistent { get; private set; }

    public int Unverifiable { get; private set; }

    public IReadOnlyList<CheckFinding> Findings => _findings;

    /// <summary>Counts a statement that agrees.</summary>
    public void Agree(int count = 1) => Consistent += count;

    /// <summary>Counts a statement that nothing in the document can confirm or refute.</summary>
    public void Unknown(int count = 1) => Unverifiable += count;

    /// <summary>How the rule that speaks finds what a figure is of.</summary>
    public Guess Guess { get; set; }

    /// <summary>Whether the rule that speaks finds by nearness what a figure is set beside, so that what lies far off is of another thing.</summary>
    public bool IsNear { get; set; }

    /// <summary>Tells whether a place already stands in a finding as the one that is probably wrong.</summary>
    public bool IsSuspect(Spot spot) => _suspects.Contains((spot.Origin, spot.Text));

    /// <summary>Marks further places as explained by a finding that is already there.</summary>
    public void Suspect(Spot spot) => _suspects.Add((spot.Origin, spot.Text));

    /// <summary>Adds a contradiction, unless its place is already explained by another.</summary>
    public void Add(CheckFinding finding)
    {
        if (finding.Severity != Severity.Note && explained is not null && ((Guess != Guess.None && explained.IsRight(finding, Guess)) || (IsNear && explained.IsOfOtherThing(finding))))
        {
            Unknown();
            return;
        }

        Inconsistent++;
        if (_findings.Count < MostFindings && _suspects.Add((finding.Statement.Origin, finding.Statement.Text)))
        {
            _findings.Add(finding);
        }
    }

    /// <summary>Adds something worth knowing that is no contradiction of two statements.</summary>
    public void Note(string code, CheckKind kind, Spot statement, IEnumerable<Spot> evidence, string stated, string computed, params ReadOnlySpan<(string Name, string Value)> arguments) =>
        Add(code, kind, Severity.Note, statement, evidence, stated, computed, arguments);

    /// <summary>Adds a contradiction made of its parts.</summary>
    public void Add(string code, CheckKind kind, Severity severity, Spot statement, IEnumerable<Spot> evidence, string stated, string computed, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal) { ["stated"] = stated, ["computed"] = computed };
        foreach (var (name, value) in arguments)
        {
            named[name] = Spot.Cut(value);
        }

        var places = evidence.Take(CheckFinding.MostEvidence).Select(spot => spot with { Text = Spot.Cut(spot.Text) });
        Add(new CheckFinding(code, kind, severity, statement with { Text = Spot.Cut(statement.Text) }, [.. places], Spot.Cut(stated), Spot.Cut(computed), named));
    }
}
