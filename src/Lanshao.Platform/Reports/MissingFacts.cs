using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Reports;

/// <summary>Says which sentence was left out, by its place in the text, and which facts it lacked, by the names that people know.</summary>
internal sealed class MissingFacts(IndicatorList indicators, List<Finding> findings)
{
    // What stands after the indicator in a fact's name.
    private static readonly Dictionary<string, string> Takes = new(StringComparer.Ordinal)
    {
        ["change"] = "同比变化",
        ["target"] = "年度目标",
        ["target-share"] = "占年度目标",
        ["left-mean"] = "剩余时段控制线",
        ["left-days"] = "剩余天数",
    };

    /// <summary>Adds the finding.</summary>
    /// <param name="key">The sentence in its template.</param>
    /// <param name="under">The heading above it.</param>
    /// <param name="at">The how manieth of its paragraph it is.</param>
    /// <param name="names">The facts, as the wording names them.</param>
    public void Tell(string key, string under, int at, IEnumerable<string> names) => findings.Add(new(
        "RPT-019",
        Severity.Note,
        new Dictionary<string, string> { ["sentence"] = key, ["under"] = under, ["at"] = at.ToString(CultureInfo.InvariantCulture), ["facts"] = string.Join('、', names.Select(NameOf)) },
        key));

    private string NameOf(string fact)
    {
        var (code, take) = fact.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? (fact[..point], fact[(point + 1)..]) : (fact, string.Empty);
        return indicators.ByCode.TryGetValue(code, out var indicator) && (take.Length == 0 || Takes.ContainsKey(take)) ? indicator.Name + Takes.GetValueOrDefault(take) : $"{{{fact}}}";
    }
}
