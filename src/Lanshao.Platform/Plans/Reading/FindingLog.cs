using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Collects the findings of one reading.</summary>
internal sealed class FindingLog
{
    private const int LongestQuote = 300;
    private readonly List<ReadingFinding> _findings = [];

    public IReadOnlyList<ReadingFinding> Findings => [.. _findings.OrderBy(f => f.Annex ?? 0).ThenBy(f => f.Row ?? 0)];

    public void Add(string code, Severity severity, RowPlace place, string? quote, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            named[name] = value;
        }

        place.Describe(named);
        _findings.Add(new ReadingFinding(code, severity, place.Annex, place.Task, place.Row, named, Short(quote)));
    }

    public static string? Short(string? text) => text is { Length: > LongestQuote } ? text[..(LongestQuote - 1)] + "…" : text;
}
