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

    /// <summary>Finds an indicator by its code or its name; null where there is none.</summary>
    public IndicatorDefinition? Find(string codeOrName) => ByCode.GetValueOrDefault(codeOrName) ?? ByName.GetValueOrDefault(codeOrName);
}
