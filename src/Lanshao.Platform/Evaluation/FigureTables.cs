using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Evaluation;

/// <summary>Makes printed tables from the store: one query, however many tables.</summary>
public static class FigureTables
{
    /// <summary>Returns one table of a period; EVA-021 where the pack has no such table.</summary>
    public static async Task<Outcome<FigureTable>> LoadAsync(LanshaoContext db, string code, Period period, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var tables = pack.Value.Read(PrintedTables.Part);
        return tables.Find(code) is { } table
            ? (await LoadAsync(db, pack.Value, [table], period, ct))[0]
            : Refusal.NotFound("EVA-021", ("code", code), ("known", string.Join("、", tables.All.Select(known => known.Code))));
    }

    /// <summary>Returns tables of a period, in the order asked for.</summary>
    public static async Task<IReadOnlyList<FigureTable>> LoadAsync(LanshaoContext db, Pack pack, IReadOnlyList<TableDefinition> tables, Period period, CancellationToken ct)
    {
        var indicators = pack.Read(IndicatorList.Part).ByCode;
        var book = new FigureBook(await FigureQueries.ValuesAsync(db, [.. tables.SelectMany(table => Needed(table, indicators)).Distinct()], Periods(period), ct));
        return [.. tables.Select(table => FigureTableBuilder.Build(new(table, indicators, pack.District, period, book), pack.Revision))];
    }

    /// <summary>Returns the periods for which a table has figures, the newest first.</summary>
    public static Task<IReadOnlyList<Period>> PeriodsAsync(LanshaoContext db, TableDefinition table, CancellationToken ct) =>
        FigureQueries.PeriodsAsync(db, table.Indicator, table.Basis, ct);

    private static IReadOnlyList<Period> Periods(Period period) => [.. new[] { period, period.LastYear(), PeriodWords.LastMonth(period) }.Distinct()];

    private static IEnumerable<string> Needed(TableDefinition table, IReadOnlyDictionary<string, IndicatorDefinition> indicators)
    {
        var indicator = indicators[table.Indicator];
        return new[] { indicator.Code, indicator.Whole, indicator.Change, indicator.CityRank }
            .Concat(indicator.SumOf).Concat(table.Columns.Select(column => column.Indicator)).OfType<string>();
    }
}
