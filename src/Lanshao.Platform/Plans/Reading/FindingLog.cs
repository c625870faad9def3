using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Collects the findings of one reading.</summary>
internal sealed class FindingLog
{
    private const int LongestQuote = 300;
    private readonly List<Entry> _entries = [];

    /// <summary>The findings in the order of the document; those of one row as they were made.</summary>
    public IReadOnlyList<ReadingFinding> Findings
    {
        get
        {
            _entries.Sort(static (a, b) => Compare(a, b));
            return _entries.ConvertAll(entry => entry.Finding);
        }
    }

    public void Add(string code, Severity severity, RowPlace place, string? quote, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            named[name] = value;
        }

        place.Describe(named);
        _entries.Add(new Entry(new ReadingFinding(code, severity, place.Annex, place.Task, place.Row, named, Short(quote)), _entries.Count));
    }

    public static string? Short(string? text) => text is { Length: > LongestQuote } ? text[..(LongestQuote - 1)] + "…" : text;

    private static int Compare(Entry a, Entry b)
    {
        var byAnnex = (a.Finding.Annex ?? 0) - (b.Finding.Annex ?? 0);
        var byRow = byAnnex != 0 ? byAnnex : (a.Finding.Row ?? 0) - (b.Finding.Row ?? 0);
        return byRow != 0 ? byRow : a.Order - b.Order;
    }

    private sealed record Entry(ReadingFinding Finding, int Order);
}
