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
    public static async Task<IReadOnlyList<FigureTable>> LoadAsync(LanshaoContext db, Pack pack, IReadOnlyList<TableDefinition> tables, Period period, CancellationToken ct, Func<string, Place, YearTarget?>? targetOf = null)
    {
        var indicators = pack.Read(IndicatorList.Part).ByCode;
        var book = new FigureBook(await FigureQueries.ValuesAsync(db, [.. tables.SelectMany(table => Needed(table, indicators)).Distinct()], Periods(tables, period), ct));
        return [.. tables.Select(table => FigureTableBuilder.Build(Context(table, indicators, pack, period, book) with { TargetOf = targetOf ?? ((_, _) => null) }, pack.Revision))];
    }

    /// <summary>Returns a bulletin as it stood at every moment at which a figure of its month came, was corrected or was taken back.</summary>
    public static async Task<TableVersions> VersionsAsync(LanshaoContext db, Pack pack, TableDefinition table, Period period, CancellationToken ct, Func<string, Place, YearTarget?>? targetOf = null)
    {
        var indicators = pack.Read(IndicatorList.Part).ByCode;
        var values = await FigureQueries.RevisionsAsync(db, [.. Needed(table, indicators).Distinct()], Periods([table], period), ct);
        var context = Context(table, indicators, pack, period, new([])) with { TargetOf = targetOf ?? ((_, _) => null) };
        return TableVersions.Of(context, values, pack.Revision);
    }

    /// <summary>Returns the periods for which a table has figures, the newest first.</summary>
    public static async Task<IReadOnlyList<Period>> PeriodsAsync(LanshaoContext db, TableDefinition table, CancellationToken ct)
    {
        var span = table.Layout switch { TableLayout.Ranking => BulletinRows.SoFar, TableLayout.Bulletin => BulletinRows.OwnMonth, _ => null };
        var periods = await FigureQueries.PeriodsAsync(db, table.Indicator, table.Basis, span, ct);
        return table.Layout == TableLayout.Bulletin
            ? [.. periods.Concat(await FigureQueries.PeriodsAsync(db, table.Indicator, FigureBasis.Computed, span, ct)).Distinct().OrderByDescending(period => period.To)]
            : periods;
    }

    /// <summary>Returns the period of a table for one that was asked for: a bulletin is of a month, the last of a longer span.</summary>
    public static Period PeriodOf(TableDefinition table, Period asked) =>
        table is { Layout: TableLayout.Bulletin } ? PeriodWords.LastMonth(asked) : asked;

    // A ranking is of the year so far; a month's own figures stand in the bulletin.
    private static TableContext Context(TableDefinition table, IReadOnlyDictionary<string, IndicatorDefinition> indicators, Pack pack, Period period, FigureBook book) =>
        new(table, indicators, pack.District, PeriodOf(table, period), table.Layout == TableLayout.Ranking ? book.Where(value => value.PeriodBasis != BulletinRows.OwnMonth) : book);

    private static IReadOnlyList<Period> Periods(IReadOnlyList<TableDefinition> tables, Period period) =>
        [.. new[] { period, period.LastYear(), PeriodWords.LastMonth(period) }.Concat(tables.Where(table => table.Layout == TableLayout.Bulletin).Take(1).SelectMany(table => BulletinRows.Periods(PeriodOf(table, period)))).Distinct()];

    private static IEnumerable<string> Needed(TableDefinition table, IReadOnlyDictionary<string, IndicatorDefinition> indicators)
    {
        var indicator = indicators[table.Indicator];
        return new[] { indicator.Code, indicator.Whole, indicator.Change, indicator.CityRank }
            .Concat(indicator.SumOf).Concat(table.Columns.Select(column => column.Indicator)).OfType<string>();
    }
}
