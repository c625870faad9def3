using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>Computes the monthly figures of subdistricts anew where corrected hours went into them, and tells what their tables say otherwise. What the city published stays as it is.</summary>
internal static class CorrectTables
{
    /// <summary>Computes the months from a day to the end of its year that were computed before.</summary>
    public static async Task<Outcome<Corrected>> RunAsync(LanshaoContext db, MonitoringStores stores, AirItem item, IReadOnlyCollection<string> mns, DateOnly from, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        var areas = await db.Set<Device>().AsNoTracking().Where(device => mns.Contains(device.Mn) && device.Subdistrict != null).Select(device => device.Subdistrict!).Distinct().ToListAsync(ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var corrected = new Corrected([], []);
        foreach (var indicator in pack.Value.Read(IndicatorList.Part).All.Where(indicator => areas.Count > 0 && SheetStation.ItemOf(indicator) == item))
        {
            var tables = pack.Value.Read(PrintedTables.Part).All.Where(table => table.Layout == TableLayout.Bulletin && table.Indicator == indicator.Code).ToList();
            var periods = await FigureQueries.PeriodsAsync(db, indicator.Code, FigureBasis.Computed, BulletinRows.OwnMonth, ct);
            foreach (var month in periods.Where(month => month.To >= from && month.From.Year == from.Year).OrderBy(month => month.From))
            {
                var before = (await IdsAsync(db, indicator.Code, areas, month, ct), await FigureTables.LoadAsync(db, pack.Value, tables, month, ct));
                var computed = await ComputeMonth.RunAsync(db, stores, month, actor, clock, ct);
                if (computed.IsRefused)
                {
                    return computed.Refusal;
                }

                var after = (await IdsAsync(db, indicator.Code, areas, month, ct), await FigureTables.LoadAsync(db, pack.Value, tables, month, ct));
                corrected.Ended.AddRange(before.Item1.Except(after.Item1));
                corrected.Lines.AddRange(before.Item2.Zip(after.Item2).SelectMany(pair => TableChange.Between(pair.First, pair.Second)).Select(change => Line(change, month)));
            }
        }

        return corrected;
    }

    private static async Task<List<Guid>> IdsAsync(LanshaoContext db, string indicator, List<string> areas, Period month, CancellationToken ct)
    {
        var places = areas.ConvertAll(Place.Subdistrict);
        var values = await FigureQueries.ValuesAsync(db, [indicator], [month, BulletinRows.SoFarOf(month)], ct);
        return [.. values.Where(value => value.Basis == FigureBasis.Computed && places.Contains(value.Place)).Select(value => value.Id)];
    }

    private static CorrectionLine Line(TableChange change, Period month) => new(
        change.Column.Shows is ColumnContent.DistrictRank or ColumnContent.CityRank ? CorrectionLevel.Rank : CorrectionLevel.Table,
        month.ChineseText, $"{change.Row.Name} {change.Column.Heading}", Text(change.Before), Text(change.After));

    private static string? Text(FigureCell cell) => cell.Text.Length == 0 ? null : cell.Text;

    /// <summary>What came of it.</summary>
    /// <param name="Lines">The cells that changed.</param>
    /// <param name="Ended">The stored figures of the stations' own subdistricts that no longer stand.</param>
    internal sealed record Corrected(List<CorrectionLine> Lines, List<Guid> Ended);
}
