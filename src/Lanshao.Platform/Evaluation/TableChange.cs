using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>Why a figure of a table says something else than in the version before.</summary>
public enum ChangeCause
{
    /// <summary>The figure came; before there was none.</summary>
    Arrived,

    /// <summary>The figure was taken back.</summary>
    Withdrawn,

    /// <summary>A published figure stands in the place of a computed one, which stays in the store.</summary>
    Replaced,

    /// <summary>The same source gave another value.</summary>
    Corrected,

    /// <summary>The area's own figure is the same: others moved, and its place with them.</summary>
    OthersMoved,

    /// <summary>It follows from another figure that changed: a target's remaining limit, a change against last year.</summary>
    Follows,
}

/// <summary>One cell that differs between two versions of a table.</summary>
/// <param name="Row">The area, in the later version.</param>
/// <param name="Column">The column.</param>
/// <param name="Before">The cell of the earlier version.</param>
/// <param name="After">The cell of the later version.</param>
/// <param name="Cause">Why it differs.</param>
public sealed record TableChange(PlaceRow Row, TableColumn Column, FigureCell Before, FigureCell After, ChangeCause Cause)
{
    /// <summary>Gets the value that stood behind the earlier cell; null where there was none.</summary>
    public IndicatorValue? Old => Before.Values.FirstOrDefault();

    /// <summary>Gets the value that stands behind the later cell; null where there is none.</summary>
    public IndicatorValue? New => After.Values.FirstOrDefault();

    /// <summary>Returns the cells that print something else, in the order of the later table.</summary>
    public static IReadOnlyList<TableChange> Between(FigureTable before, FigureTable after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = before.Rows.ToDictionary(row => row.Place);
        return
        [
            .. from row in after.Rows
               where old.ContainsKey(row.Place)
               from at in Enumerable.Range(0, after.Columns.Count)
               let was = old[row.Place].Cells[at]
               let now = row.Cells[at]
               where was.Text != now.Text
               select new TableChange(row, after.Columns[at], was, now, CauseOf(was, now)),
        ];
    }

    private static ChangeCause CauseOf(FigureCell was, FigureCell now) => (was.Values.FirstOrDefault(), now.Values.FirstOrDefault()) switch
    {
        (null, not null) => ChangeCause.Arrived,
        (not null, null) => ChangeCause.Withdrawn,
        ({ } old, { } known) when IsPlace(now) && AsRanked(now, old) == AsRanked(now, known) => ChangeCause.OthersMoved,
        ({ } old, { } known) when old.Id == known.Id => ChangeCause.Follows,
        ({ } old, { } known) => old.Basis == known.Basis ? ChangeCause.Corrected : ChangeCause.Replaced,
        _ => ChangeCause.Follows,
    };

    // Places compare what is printed: 38.24 and 38.2 have the same one.
    private static decimal? AsRanked(FigureCell cell, IndicatorValue value) =>
        value.Number is { } number && cell.Origin is FigureOrigin.Ranked ranked ? Rounding.HalfEven(number, ranked.Decimals) : value.Number;

    private static bool IsPlace(FigureCell cell) => cell.Origin is FigureOrigin.Ranked or FigureOrigin.Moved;
}
