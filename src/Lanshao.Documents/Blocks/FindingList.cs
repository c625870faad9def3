using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Blocks;

/// <summary>The findings of one document: the first of each code are listed, the rest are counted.</summary>
internal sealed class FindingList
{
    private const int ListedOfOneCode = 100;
    private readonly List<DocumentFinding> _findings = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(string code, Origin? origin, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (count <= ListedOfOneCode)
        {
            _findings.Add(Make(code, origin, arguments));
        }
    }

    /// <summary>Returns the findings, closed by the counts of those that are not listed.</summary>
    public IReadOnlyList<DocumentFinding> Close()
    {
        var findings = new List<DocumentFinding>(_findings);
        foreach (var (code, count) in _counts)
        {
            if (count > ListedOfOneCode)
            {
                findings.Add(Make(DocumentCodes.MoreOfThese, null, [("code", code), ("count", Refuse.Number(count - ListedOfOneCode))]));
            }
        }

        return findings;
    }

    private static DocumentFinding Make(string code, Origin? origin, ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            named[name] = Refuse.Label(value);
        }

        return new DocumentFinding(code, named, origin);
    }
}
