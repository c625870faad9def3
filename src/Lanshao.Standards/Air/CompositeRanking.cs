namespace Lanshao.Standards.Air;

/// <summary>Rankings of cities, districts or stations by the composite index (环境空气质量综合指数排名): lower is better, equal values share the better place.</summary>
/// <remarks>环办〔2014〕64号 and the ranking of changes as practised since 2017 (R).</remarks>
public static class CompositeRanking
{
    /// <summary>Computes the places of indices, best first.</summary>
    /// <param name="indices">The sums, compared as shown (two decimals); <see langword="null"/> where a place has none.</param>
    /// <returns>Places from 1 in the same order; <see langword="null"/> where there is no index.</returns>
    public static IReadOnlyList<int?> Places(IReadOnlyList<Reported?> indices) => Ranking.Places(indices, RankOrder.SmallestFirst);

    /// <summary>Computes the places of changes, the largest improvement first.</summary>
    /// <param name="changes">Changes against the base period, % (<see cref="CompositeIndex.Change"/>), compared as shown; <see langword="null"/> where unknown.</param>
    /// <returns>Places from 1 in the same order; <see langword="null"/> where there is no change.</returns>
    public static IReadOnlyList<int?> ImprovementPlaces(IReadOnlyList<Reported?> changes) => Ranking.Places(changes, RankOrder.SmallestFirst);

    /// <summary>Computes the places of changes, the largest worsening first; who meets the limits in all six items is left out.</summary>
    /// <param name="changes">Changes against the base period, %, compared as shown; <see langword="null"/> where unknown.</param>
    /// <param name="meetsAll">Whether all six items meet level 2, in the same order.</param>
    /// <returns>Places from 1 in the same order; <see langword="null"/> where there is no change or the place is left out.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static IReadOnlyList<int?> WorseningPlaces(IReadOnlyList<Reported?> changes, IReadOnlyList<bool> meetsAll)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(meetsAll);
        return changes.Count == meetsAll.Count
            ? Ranking.Places([.. changes.Select((change, place) => meetsAll[place] ? null : change)], RankOrder.LargestFirst)
            : throw new ArgumentException("As many as the changes.", nameof(meetsAll));
    }
}
