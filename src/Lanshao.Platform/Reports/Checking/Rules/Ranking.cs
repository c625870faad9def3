namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>A column of places read as the ranking of a column of values.</summary>
/// <param name="Rank">The places.</param>
/// <param name="Value">The values.</param>
/// <param name="Descending">Whether the greatest value has place 1.</param>
/// <param name="Rows">The rows that have both.</param>
/// <param name="Suspects">The rows that do not fit with the others.</param>
internal sealed record Ranking(TableColumn Rank, TableColumn Value, bool Descending, IReadOnlyList<TableLine> Rows, IReadOnlyList<TableLine> Suspects)
{
    /// <summary>Reads a ranking and finds the rows that stand against the others.</summary>
    public static Ranking Of(TableColumn rank, TableColumn value, IReadOnlyList<TableLine> rows, bool descending)
    {
        decimal RankOf(TableLine line) => line.Value(rank)!.Value;
        decimal ValueOf(TableLine line) => descending ? -line.Value(value)!.Value : line.Value(value)!.Value;

        var sorted = rows.OrderBy(RankOf).ThenBy(ValueOf).ToList();
        var outliers = Monotone.Outliers([.. sorted.Select(ValueOf)], descending: false).Select(i => sorted[i]).ToHashSet();
        var fitting = sorted.Where(line => !outliers.Contains(line)).ToList();
        foreach (var shared in fitting.GroupBy(RankOf).Where(group => group.Select(ValueOf).Distinct().Count() > 1))
        {
            outliers.UnionWith(Minority(shared, ValueOf));
        }

        var sharing = SharesPlaces(fitting, RankOf, ValueOf);
        foreach (var equal in fitting.Where(line => sharing && !outliers.Contains(line)).GroupBy(ValueOf).Where(group => group.Select(RankOf).Distinct().Count() > 1))
        {
            outliers.UnionWith(Minority(equal, RankOf));
        }

        return new Ranking(rank, value, descending, rows, [.. rows.Where(outliers.Contains)]);
    }

    /// <summary>Whether the places count the rows of the table and nothing beyond it: most of them follow from the values.</summary>
    public bool IsWhole { get; } = Rows.Count(line => (int)line.Value(Rank)!.Value == 1 + Rows.Count(other => Descending ? other.Value(Value) > line.Value(Value) : other.Value(Value) < line.Value(Value))) * 10 >= Rows.Count * 5;

    /// <summary>The place that follows from the values; null where places beyond the table are counted too.</summary>
    public int? Expected(TableLine line) => IsWhole ? 1 + Rows.Count(other => Better(other, line)) : null;

    /// <summary>The rows whose place does not follow; of a run of them the first.</summary>
    public IReadOnlyList<TableLine> WrongPlaces()
    {
        if (!IsWhole)
        {
            return TooNear();
        }

        // Places given one after the other in spite of equal values come from values with more digits: that basis is not ours to judge.
        var sharing = SharesPlaces(Rows, line => Place(line), line => line.Value(Value)!.Value);
        var wrong = Rows.Where(line => Place(line) != Expected(line) && (sharing || !Rows.Any(other => other != line && other.Value(Value) == line.Value(Value)))).OrderBy(Place).ToList();
        return [.. wrong.Where((line, i) => i == 0 || wrong[i - 1].Number + 1 < line.Number)];
    }

    /// <summary>Rows with equal printed values and places one after the other, where the table never shares a place: the values behind may differ.</summary>
    public IEnumerable<(TableLine First, TableLine Second)> EqualInARow() =>
        SharesPlaces(Rows, line => Place(line), line => line.Value(Value)!.Value) ? [] :
        Rows.GroupBy(line => line.Value(Value)!.Value).Where(group => group.Count() > 1).Select(group => group.OrderBy(Place).ToList()).Select(group => (group[0], group[1])).Take(1);

    /// <summary>Names the places between which the row belongs.</summary>
    public string Between(TableLine line)
    {
        var before = Rows.Where(other => other != line && !Suspects.Contains(other) && !Better(line, other)).Select(Place).DefaultIfEmpty(1).Max();
        var behind = Rows.Where(other => other != line && !Suspects.Contains(other) && Better(line, other)).Select(Place).DefaultIfEmpty(0).Min();
        var same = Rows.FirstOrDefault(other => other != line && !Suspects.Contains(other) && other.Value(Value) == line.Value(Value));
        return same is not null ? Numbers.Count(Place(same)) : behind == 0 ? $"{before}之后" : $"{before}—{behind}之间";
    }

    // Beyond the table others stand in the ranking too, but those of the table that are better stand before.
    private List<TableLine> TooNear()
    {
        var groups = Rows.GroupBy(Place).OrderBy(group => group.Key).ToList();
        var wrong = new List<TableLine>();
        for (var i = 1; i < groups.Count; i++)
        {
            if (groups[i].Key < groups[i - 1].Key + groups[i - 1].Count())
            {
                wrong.Add(groups[i].First());
            }
        }

        return wrong;
    }

    private int Place(TableLine line) => (int)line.Value(Rank)!.Value;

    private bool Better(TableLine one, TableLine other) => Descending ? one.Value(Value) > other.Value(Value) : one.Value(Value) < other.Value(Value);

    // Most pairs of equal values have one place.
    private static bool SharesPlaces(IEnumerable<TableLine> rows, Func<TableLine, decimal> rankOf, Func<TableLine, decimal> valueOf)
    {
        var groups = rows.GroupBy(valueOf).Where(group => group.Count() > 1).ToList();
        return groups.Exists(group => group.GroupBy(rankOf).Any(same => same.Count() > 1));
    }

    private static IEnumerable<TableLine> Minority(IEnumerable<TableLine> rows, Func<TableLine, decimal> keyOf) =>
        rows.GroupBy(keyOf).OrderByDescending(group => group.Count()).Skip(1).SelectMany(group => group);
}
