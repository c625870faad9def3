using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Indicators;

/// <summary>A stored figure that stands no longer, with the one in its place.</summary>
/// <param name="Before">What stood.</param>
/// <param name="After">What stands in its place; null where it was taken back.</param>
public sealed record ReplacedFigure(IndicatorValue Before, IndicatorValue? After)
{
    /// <summary>Finds the figures that ceased to stand within a span, the latest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="fromUtc">The beginning of the span.</param>
    /// <param name="toUtc">Its end, exclusive.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<IReadOnlyList<ReplacedFigure>> ListAsync(LanshaoContext db, DateTime fromUtc, DateTime toUtc, int most, CancellationToken ct)
    {
        var ended = await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.EndedUtc != null && value.EndedUtc >= fromUtc && value.EndedUtc < toUtc)
            .OrderByDescending(value => value.EndedUtc).ThenBy(value => value.Indicator).ThenBy(value => value.Id).Take(most).ToListAsync(ct);
        var indicators = ended.Select(value => value.Indicator).Distinct().ToList();
        var periods = ended.Select(value => value.Period).Distinct().ToList();
        var revisions = (await FigureQueries.RevisionsAsync(db, indicators, periods, ct)).ToLookup(value => (FigureRow.Of(value).Key(), value.Revision));
        return [.. ended.Select(value => new ReplacedFigure(value, revisions[(FigureRow.Of(value).Key(), value.Revision + 1)].FirstOrDefault()))];
    }
}
