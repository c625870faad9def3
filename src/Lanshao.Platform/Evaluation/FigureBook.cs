using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>Stored values, found by what they are of. Every basis and every scope is asked for by name, so that none slips in for another.</summary>
public sealed class FigureBook
{
    private readonly ILookup<Key, IndicatorValue> _values;

    public FigureBook(IEnumerable<IndicatorValue> values) => _values = values.ToLookup(value => new Key(value.Indicator, value.Place, value.Period.From, value.Period.To, value.Basis));

    /// <summary>Returns the value that stands: on the scope, of the highest status, stored last.</summary>
    /// <param name="indicator">Code of the indicator.</param>
    /// <param name="place">Where it holds.</param>
    /// <param name="period">When it holds; spans with the same days are the same.</param>
    /// <param name="basis">The only basis that counts.</param>
    /// <param name="scope">The only scope that counts; null for any.</param>
    /// <returns>The value; null where there is none.</returns>
    public IndicatorValue? Find(string indicator, Place place, Period period, FigureBasis basis, FigureScope? scope) =>
        All(indicator, place, period, basis)
            .Where(value => scope is null || FigureScope.Of(value) == scope)
            .OrderByDescending(value => value.Status).ThenByDescending(value => value.StoredUtc)
            .FirstOrDefault();

    /// <summary>Returns the scope that most places have values on; null where there are none.</summary>
    public FigureScope? MainScope(string indicator, IEnumerable<Place> places, Period period, FigureBasis basis) =>
        places.SelectMany(place => All(indicator, place, period, basis).Select(FigureScope.Of).Distinct())
            .GroupBy(scope => scope)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.ToString(), StringComparer.Ordinal)
            .Select(group => (FigureScope?)group.Key)
            .FirstOrDefault();

    /// <summary>Returns a book of some of the values.</summary>
    public FigureBook Where(Func<IndicatorValue, bool> isWanted) => new(_values.SelectMany(values => values).Where(isWanted));

    private IEnumerable<IndicatorValue> All(string indicator, Place place, Period period, FigureBasis basis) =>
        _values[new(indicator, place, period.From, period.To, basis)];

    private readonly record struct Key(string Indicator, Place Place, DateOnly From, DateOnly To, FigureBasis Basis);
}
