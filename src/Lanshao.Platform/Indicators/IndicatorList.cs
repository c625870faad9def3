using Lanshao.Documents.Language;
using Lanshao.Platform.Districts.Packs;

namespace Lanshao.Platform.Indicators;

/// <summary>The indicators of a pack, in its order.</summary>
public sealed class IndicatorList
{
    /// <summary>The definitions of a pack.</summary>
    public static readonly PackPart<IndicatorList> Part = new("Indicators", ["indicators.yaml"], (pack, problems) => new IndicatorListReader(pack).Read(problems));

    internal IndicatorList(IReadOnlyList<IndicatorDefinition> all)
    {
        All = all;
        ByCode = all.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        ByName = all.GroupBy(indicator => indicator.Name).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    public IReadOnlyList<IndicatorDefinition> All { get; }

    public IReadOnlyDictionary<string, IndicatorDefinition> ByCode { get; }

    private IReadOnlyDictionary<string, IndicatorDefinition> ByName { get; }

    /// <summary>Finds the indicator that words mean for certain: by its name, short name or an alias, in its own unit; null where none or several fit.</summary>
    public IndicatorDefinition? Meant(string words, string? unit)
    {
        var compact = ChineseText.Compact(words);
        bool Is(string name) => string.Equals(ChineseText.Compact(name), compact, StringComparison.OrdinalIgnoreCase);
        var found = All.Where(one => one.IsIn(unit) && (Is(one.Name) || Is(one.ShortName) || one.Aliases.Any(Is))).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Finds an indicator by its code or its name; null where there is none.</summary>
    public IndicatorDefinition? Find(string codeOrName) => ByCode.GetValueOrDefault(codeOrName) ?? ByName.GetValueOrDefault(codeOrName);
}
