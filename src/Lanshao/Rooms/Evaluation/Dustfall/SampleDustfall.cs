using System.Globalization;
using System.Text;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Dustfall;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Standards;

namespace Lanshao.Rooms.Evaluation.Dustfall;

/// <summary>The monthly dustfall of the demonstration: the known half-years spread over their months as a northern spring would, named 演示, brought in by the import that every table goes through.</summary>
internal static class SampleDustfall
{
    private const string NotDeducted = "未扣除沙尘影响";
    private const int MonthsOfHalf = 6;

    // Per cent of the half-year's figure, January to June: their mean is 100.
    private static readonly int[] Spring = [70, 75, 125, 140, 115, 75];

    // Per cent that is left without the days of sand.
    private static readonly int[] WithoutSand = [100, 100, 90, 82, 90, 100];

    /// <summary>Imports them once: a later start brings none.</summary>
    public static async Task ImportAsync(DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused || (await ImportQueries.ListAsync(db, ImportDustfall.Code, null, 1, ct)).Rows.Count > 0)
        {
            return;
        }

        var newest = (await FigureQueries.PeriodsAsync(db, DustfallMonth.Indicator, FigureBasis.Published, ct)).FirstOrDefault(period => period.Kind == PeriodKind.Half && period.From.Month == 1);
        var halves = newest.Days > 1 ? await FigureQueries.ValuesAsync(db, [DustfallMonth.Indicator], [newest, newest.LastYear()], ct) : [];
        if (Table(halves, pack.Value) is { } table)
        {
            _ = await ImportAtOnce.RunAsync(db, new FileStore(folder.FilesPath), ImportDustfall.Kind, new(IncomingFile.Of("演示月降尘量.csv", Encoding.UTF8.GetBytes(table))), "text/csv", Actor.System, clock, ct);
        }
    }

    /// <summary>Returns the table; null where no half-year is known.</summary>
    internal static string? Table(IReadOnlyList<IndicatorValue> halves, Pack pack)
    {
        var known = halves.Where(value => value is { SandBasis: NotDeducted, Number: not null, Place.Kind: PlaceKind.Subdistrict }).ToList();
        var text = new StringBuilder("月份,街道,未扣除沙尘影响,扣除沙尘影响,来源\n");
        foreach (var value in known)
        {
            var area = pack.District.FindSubdistrict(value.Place.LocalCode)?.Name;
            for (var month = 0; month < MonthsOfHalf; month++)
            {
                var whole = value.Number!.Value * Spring[month] / 100m;
                _ = text.Append(CultureInfo.InvariantCulture, $"{value.FromOn.AddMonths(month):yyyy-MM},{area},{Rounding.HalfEven(whole, 1):0.0},{Rounding.HalfEven(whole * WithoutSand[month] / 100m, 1):0.0},演示 街道站监测\n");
            }
        }

        return known.Count == 0 ? null : text.ToString();
    }
}
