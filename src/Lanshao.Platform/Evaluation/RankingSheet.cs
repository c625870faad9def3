using Lanshao.Platform.Evaluation.Disputes;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>排名核对单: everything that is needed to check one area's place in a table by hand, and nothing that is not known.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">The area's row in it.</param>
/// <param name="Value">The stored value that was ranked.</param>
/// <param name="Versions">Every version of that value, the first one first.</param>
/// <param name="Stations">The area's stations with stored hours of the period; empty where only the value itself is known.</param>
public sealed record RankingSheet(FigureTable Table, PlaceRow Row, IndicatorValue Value, IReadOnlyList<IndicatorValue> Versions, IReadOnlyList<SheetStation> Stations)
{
    /// <summary>Gets the disputes about the value, the newest first.</summary>
    public IReadOnlyList<Dispute> Disputes { get; private init; } = [];

    /// <summary>Gets how the value was ranked; null where it has no place.</summary>
    public FigureOrigin.Ranked? Rank => Table.Cell(Row, ColumnContent.DistrictRank)?.Origin as FigureOrigin.Ranked;

    /// <summary>Gets how its change against last year came about; null where none is known.</summary>
    public FigureOrigin.Changed? Change => Table.Cell(Row, ColumnContent.Change)?.Origin as FigureOrigin.Changed;

    /// <summary>Gets the whole number that stands beside it; null where none is known.</summary>
    public FigureCell? Whole => Table.Cell(Row, ColumnContent.Whole) is { Figure: not null } cell ? cell : null;

    /// <summary>Gets how many other areas share the whole number.</summary>
    public int SharingWhole => Whole?.Number is { } whole ? Table.Rows.Count(row => row != Row && Table.Cell(row, ColumnContent.Whole)?.Number == whole) : 0;

    /// <summary>Gets what separates the value from the next lower whole number; null where no whole number is known.</summary>
    public WholeStep? Step => Whole?.Number is { } whole && Table.Cell(Row, ColumnContent.Value)?.Number is { } shown ? WholeStep.Below(whole, shown) : null;

    /// <summary>Gets the area with the next place before this one, and how many share that place; null where there is none.</summary>
    public (PlaceRow Row, int Sharing)? Before => Neighbour(place => place < Place, best: true);

    /// <summary>Gets the area with the next place after this one; null where there is none.</summary>
    public (PlaceRow Row, int Sharing)? After => Neighbour(place => place > Place, best: false);

    private decimal? Place => Table.Cell(Row, ColumnContent.DistrictRank)?.Number;

    /// <summary>Makes the sheet of a row.</summary>
    /// <param name="db">The store.</param>
    /// <param name="stores">Where hours lie; null where none are asked for.</param>
    /// <param name="table">The table.</param>
    /// <param name="row">The row, of an area.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The sheet; null where the row has no value.</returns>
    public static async Task<RankingSheet?> ReadAsync(LanshaoContext db, MonitoringStores? stores, FigureTable table, PlaceRow row, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(row);
        if (table.Cell(row, ColumnContent.Value)?.Values.FirstOrDefault() is not { } value)
        {
            return null;
        }

        var versions = await FigureQueries.HistoryAsync(db, value.Id, ct);
        var stations = stores is null ? [] : await SheetStation.ReadAsync(db, stores, table.Indicator, row.Place.LocalCode, table.Period, ct);
        return new(table, row, value, [.. versions.Reverse()], stations) { Disputes = await DisputeQueries.AboutAsync(db, table.Indicator.Code, row.Place, table.Period, ct) };
    }

    private (PlaceRow Row, int Sharing)? Neighbour(Func<decimal, bool> isBeyond, bool best)
    {
        decimal? PlaceOf(PlaceRow row) => Table.Cell(row, ColumnContent.DistrictRank)?.Number;
        var beyond = Table.Rows.Where(row => PlaceOf(row) is { } place && isBeyond(place)).ToList();
        if (beyond.Count == 0)
        {
            return null;
        }

        var place = best ? beyond.Max(PlaceOf) : beyond.Min(PlaceOf);
        return (beyond.Find(row => PlaceOf(row) == place)!, beyond.Count(row => PlaceOf(row) == place));
    }
}

/// <summary>What separates a figure from the next lower whole number (距上一取整档).</summary>
/// <param name="Lower">That whole number.</param>
/// <param name="Limit">The largest value that still rounds to it, or the value that just does not.</param>
/// <param name="IsReached">Whether the limit itself rounds to it.</param>
/// <param name="Gap">The figure as shown less the limit.</param>
public sealed record WholeStep(decimal Lower, decimal Limit, bool IsReached, decimal Gap)
{
    /// <summary>Measures the way down.</summary>
    /// <param name="whole">The whole number that stands.</param>
    /// <param name="shown">The figure as shown.</param>
    public static WholeStep Below(decimal whole, decimal shown)
    {
        var (limit, isReached) = RemainingBudget.LargestRoundedTo(whole - 1m, 0);
        return new(whole - 1m, limit, isReached, shown - limit);
    }
}
