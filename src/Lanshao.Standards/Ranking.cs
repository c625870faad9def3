namespace Lanshao.Standards;

/// <summary>Gives places: equal values share the better place and the next place is skipped (并列占位、下一名跳号).</summary>
public static class Ranking
{
    /// <summary>Computes the place of every figure among those that have a value.</summary>
    /// <param name="figures">The figures, all of one indicator, unit, period and basis; <see langword="null"/> where there is no value.</param>
    /// <param name="order">Which value takes place 1.</param>
    /// <param name="by">Whether shown or exact values are compared.</param>
    /// <returns>Places from 1 in the order of <paramref name="figures"/>; <see langword="null"/> where there is no value.</returns>
    /// <remarks>Standard competition ranking as the published tables of the city and its districts use it: 4, 4, 4, 4, 8.</remarks>
    public static IReadOnlyList<int?> Places(IReadOnlyList<Reported?> figures, RankOrder order, RankBy by = RankBy.Shown)
    {
        ArgumentNullException.ThrowIfNull(figures);

        return Places([.. figures.Select(figure => by == RankBy.Exact ? figure?.Exact : figure?.Shown)], order);
    }

    /// <summary>Computes the place of every value among those that are there.</summary>
    /// <param name="values">The values to compare, of one unit; <see langword="null"/> where there is none.</param>
    /// <param name="order">Which value takes place 1.</param>
    /// <returns>Places from 1 in the order of <paramref name="values"/>; <see langword="null"/> where there is no value.</returns>
    public static IReadOnlyList<int?> Places(IReadOnlyList<decimal?> values, RankOrder order)
    {
        ArgumentNullException.ThrowIfNull(values);
        var places = new Dictionary<decimal, int>();
        var place = 1;
        foreach (var value in InOrder(values, order))
        {
            places.TryAdd(value, place);
            place++;
        }

        return [.. values.Select(value => value is { } known ? places[known] : (int?)null)];
    }

    private static IEnumerable<decimal> InOrder(IReadOnlyList<decimal?> values, RankOrder order)
    {
        var known = values.OfType<decimal>();
        return order == RankOrder.LargestFirst ? known.OrderDescending() : known.Order();
    }
}
