using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Facts;

/// <summary>A figure, or a list of names, that has a name of its own: sentences and tables print it, and it leads back to what it was made from.</summary>
public sealed record NamedFact
{
    /// <summary>Gets the stable name by which templates ask for it: <c>pm25-ranking.max</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what it is, in words: PM2.5最高值.</summary>
    public required string Label { get; init; }

    /// <summary>Gets the figure, exact and shown; null for names and classes.</summary>
    public Reported? Figure { get; init; }

    /// <summary>Gets what is printed, without the unit.</summary>
    public required string Shown { get; init; }

    /// <summary>Gets the printed unit; empty for names and classes.</summary>
    public string Unit { get; init; } = string.Empty;

    public Place Place { get; init; }

    public required Period Period { get; init; }

    public required FactOrigin Origin { get; init; }

    /// <summary>Gets the edition of the standard or rule that it was judged by; empty where nothing was judged.</summary>
    public string Edition { get; init; } = string.Empty;

    /// <summary>Gets the question that gives it again: <c>table=pm25-ranking&amp;period=2024H1&amp;take=max</c>.</summary>
    public required string Query { get; init; }

    /// <summary>Gets the stored values that went in, the leading one first.</summary>
    public IReadOnlyList<IndicatorValue> Values { get; init; } = [];

    /// <summary>Gets what else went in: <c>measure:ID</c>, <c>target:ID/2</c>.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];

    /// <summary>Gets the number that is printed; null where there is none.</summary>
    public decimal? Number => Figure?.Shown;

    /// <summary>Returns the fact under a longer name, for figures that stand beside others of the same name.</summary>
    internal NamedFact Under(string prefix) => prefix.Length == 0 ? this : this with { Name = prefix + Name };

    /// <summary>Makes a whole number of things.</summary>
    internal static NamedFact Count(string name, string label, int count, string unit, Period period, string query) => new()
    {
        Name = name,
        Label = label,
        Figure = Reported.Of(count, 0),
        Shown = Reported.Of(count, 0).ShownText,
        Unit = unit,
        Period = period,
        Origin = FactOrigin.Counted,
        Query = query,
    };
}
