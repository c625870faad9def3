using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Indicators;

/// <summary>What pages, tables, targets and reports ask about values. Only values that stand are answered; the history is asked for by itself.</summary>
public static class FigureQueries
{
    private const int MostRevisions = 200;

    /// <summary>Returns the values of some indicators in some periods, on every basis and scope.</summary>
    public static async Task<IReadOnlyList<IndicatorValue>> ValuesAsync(LanshaoContext db, IReadOnlyCollection<string> indicators, IReadOnlyCollection<Period> periods, CancellationToken ct) =>
        await Standing(db.Set<IndicatorValue>().AsNoTracking(), periods).Where(value => indicators.Contains(value.Indicator)).ToListAsync(ct);

    /// <summary>Returns every revision of the values of some indicators in some periods, also those that stand no longer: what was known at an earlier moment can be told from it.</summary>
    public static async Task<IReadOnlyList<IndicatorValue>> RevisionsAsync(LanshaoContext db, IReadOnlyCollection<string> indicators, IReadOnlyCollection<Period> periods, CancellationToken ct) =>
        await db.Set<IndicatorValue>().AsNoTracking().Where(value => periods.Contains(value.Period) && indicators.Contains(value.Indicator)).ToListAsync(ct);

    /// <summary>Returns the values of one indicator at one place whose periods lie inside a span, the oldest first: a curve, a calendar.</summary>
    public static async Task<IReadOnlyList<IndicatorValue>> SeriesAsync(LanshaoContext db, string indicator, Place place, DateOnly from, DateOnly to, CancellationToken ct) =>
        await db.Set<IndicatorValue>().AsNoTracking()
            .Where(value => value.Indicator == indicator && value.Place == place && value.EndedUtc == null && value.FromOn >= from && value.ToOn <= to)
            .OrderBy(value => value.FromOn).ThenBy(value => value.ToOn).ThenBy(value => value.StoredUtc).ToListAsync(ct);

    /// <summary>Returns the periods for which an indicator has values on a basis, the newest first.</summary>
    public static Task<IReadOnlyList<Period>> PeriodsAsync(LanshaoContext db, string indicator, FigureBasis basis, CancellationToken ct) => PeriodsAsync(db, indicator, basis, null, ct);

    /// <summary>Returns the periods for which an indicator has values on a basis and a 时段口径, the newest first; null for any.</summary>
    public static async Task<IReadOnlyList<Period>> PeriodsAsync(LanshaoContext db, string indicator, FigureBasis basis, string? span, CancellationToken ct)
    {
        var periods = await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.Indicator == indicator && value.Basis == basis && value.EndedUtc == null && (span == null || value.PeriodBasis == span))
            .Select(value => value.Period).Distinct().ToListAsync(ct);
        return [.. periods.OrderByDescending(period => period.To).ThenByDescending(period => period.Days)];
    }

    /// <summary>Returns the newest period that has any published value, the longest of those that end on one day; null where there is none.</summary>
    public static async Task<Period?> NewestAsync(LanshaoContext db, CancellationToken ct) =>
        await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.EndedUtc == null && value.Basis == FigureBasis.Published)
            .OrderByDescending(value => value.ToOn).ThenBy(value => value.FromOn).Select(value => (Period?)value.Period).FirstOrDefaultAsync(ct);

    /// <summary>Returns every revision of the value that a stored one belongs to, the newest first; empty where there is no such value.</summary>
    public static async Task<IReadOnlyList<IndicatorValue>> HistoryAsync(LanshaoContext db, Guid id, CancellationToken ct)
    {
        var values = db.Set<IndicatorValue>().AsNoTracking();
        return await values.SingleOrDefaultAsync(value => value.Id == id, ct) is { } known
            ? await values.Where(value => value.Indicator == known.Indicator && value.Place == known.Place && value.Period == known.Period && value.Basis == known.Basis
                    && value.StationScope == known.StationScope && value.SandBasis == known.SandBasis && value.PeriodBasis == known.PeriodBasis)
                .OrderByDescending(value => value.Revision).Take(MostRevisions).ToListAsync(ct)
            : [];
    }

    /// <summary>Returns the definition of an indicator; IND-014 where the pack has none.</summary>
    public static async Task<Outcome<IndicatorDefinition>> DefinitionAsync(LanshaoContext db, string code, CancellationToken ct) =>
        (await CurrentPack.ReadAsync(db, ct)).Then<IndicatorDefinition>(pack =>
            pack.Read(IndicatorList.Part).ByCode.TryGetValue(code, out var definition) ? definition : Refusal.NotFound("IND-014", ("found", code)));

    internal static IQueryable<IndicatorValue> Standing(IQueryable<IndicatorValue> values, IReadOnlyCollection<Period> periods) =>
        values.Where(value => value.EndedUtc == null && periods.Contains(value.Period));
}
