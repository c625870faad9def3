using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation;

/// <summary>A day of air: its published concentrations, and the index that follows by the edition in force on that day.</summary>
/// <param name="On">The civil day.</param>
/// <param name="Values">The value of each item that has one; 臭氧 is the day's largest mean over eight hours.</param>
/// <param name="Index">The index; null where no edition was in force, or no item has a number.</param>
public sealed record PublishedAirDay(DateOnly On, IReadOnlyDictionary<AirItem, IndicatorValue> Values, AirIndex? Index)
{
    /// <summary>Gets the items without a number, in the order of the index.</summary>
    public IReadOnlyList<AirItem> Missing => [.. AirItems.Basic.Where(item => !Values.TryGetValue(item, out var value) || value.Number is null)];

    /// <summary>Returns the item of an indicator's code (pm25, o3-8h); null for none of the index.</summary>
    public static AirItem? ItemOf(string indicator) => AirItems.TryParse(indicator.Split('-')[0], out AirItem item) && AirItems.Basic.Contains(item) && indicator is not ("pm25-whole" or "pm25-change") ? item : null;

    /// <summary>Reads the days of a span that have any published value of the index's items, the oldest first.</summary>
    public static async Task<IReadOnlyList<PublishedAirDay>> ReadAsync(LanshaoContext db, IndicatorList indicators, Place place, Period period, CancellationToken ct)
    {
        var codes = indicators.All.Select(indicator => indicator.Code).Where(code => ItemOf(code) is not null).ToList();
        var values = await db.Set<IndicatorValue>().AsNoTracking()
            .Where(value => codes.Contains(value.Indicator) && value.Place == place && value.EndedUtc == null && value.Basis == FigureBasis.Published
                && value.FromOn >= period.From && value.ToOn <= period.To && value.FromOn == value.ToOn).ToListAsync(ct);
        return [.. values.GroupBy(value => value.FromOn).OrderBy(day => day.Key).Select(Of)];
    }

    private static PublishedAirDay Of(IGrouping<DateOnly, IndicatorValue> day)
    {
        var values = day.GroupBy(value => ItemOf(value.Indicator)!.Value).ToDictionary(item => item.Key, item => item.OrderByDescending(value => value.Status).ThenByDescending(value => value.StoredUtc).First());
        var known = AirItems.Basic.Where(item => values.TryGetValue(item, out var value) && value.Number is >= 0m)
            .Select(item => new AirConcentration(item, item == AirItem.O3 ? AirAveraging.EightHours : AirAveraging.Day, values[item].Number!.Value)).ToList();
        var index = known.Count == 0 ? null : AirIndexEdition.InForceOn(day.Key)?.Evaluate(known);
        return new(day.Key, values, index?.Aqi is null ? null : index);
    }
}
