using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Indicators;

/// <summary>Finds values of one thing that two bases tell differently: both stay, the difference is a finding.</summary>
public static class FigureDifferences
{
    /// <summary>Compares all standing values of a period across bases.</summary>
    public static async Task<IReadOnlyList<Finding>> FindAsync(LanshaoContext db, Pack pack, Period period, CancellationToken ct)
    {
        var values = await FigureQueries.Standing(db.Set<IndicatorValue>().AsNoTracking(), [period]).ToListAsync(ct);
        var rows = values.Select(FigureRow.Of).OrderBy(row => row.Key(), StringComparer.Ordinal).ToList();
        return [.. rows.SelectMany((row, i) => rows.Skip(i + 1).Where(other => IsOfOneThing(row, other)).Select(other => Difference(row, other, pack, null)).OfType<Finding>())];
    }

    /// <summary>Puts the differences from what the store holds beside the rows of a file.</summary>
    internal static async Task<Outcome<ImportReading<FigureRow>>> MarkAsync(LanshaoContext db, Pack pack, ImportReading<FigureRow> reading, CancellationToken ct)
    {
        var periods = reading.Target.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => Period.TryParse(code, out var period) ? period : default).ToList();
        var stored = (await FigureQueries.Standing(db.Set<IndicatorValue>().AsNoTracking(), periods).ToListAsync(ct)).Select(FigureRow.Of).ToLookup(Thing);
        var rows = reading.Rows.Select(row => row.Row is not { } figure
            ? row
            : row with { Findings = [.. row.Findings, .. stored[Thing(figure)].Where(other => other.Basis != figure.Basis).Select(other => Difference(figure, other, pack, row.Where)).OfType<Finding>()] });
        return reading with { Rows = [.. rows] };
    }

    private static Finding? Difference(FigureRow row, FigureRow other, Pack pack, string? where)
    {
        var indicator = pack.Read(IndicatorList.Part).ByCode.GetValueOrDefault(row.Indicator);
        if (indicator is null || Shown(row, indicator) == Shown(other, indicator))
        {
            return null;
        }

        var arguments = new Dictionary<string, string>
        {
            ["indicator"] = indicator.Name,
            ["place"] = row.Place,
            ["period"] = Period.TryParse(row.Period, out var period) ? period.ChineseText : row.Period,
            ["basis"] = FigureWords.Of(row.Basis),
            ["value"] = Shown(row, indicator),
            ["otherBasis"] = FigureWords.Of(other.Basis),
            ["other"] = Shown(other, indicator),
        };
        return new("IND-010", Severity.Warning, arguments, where);
    }

    private static string Shown(FigureRow row, IndicatorDefinition indicator) =>
        row.Number is { } number ? Reported.Of(number, indicator.Decimals).ShownText : row.Text ?? FigureWords.Of(row.Missing);

    private static bool IsOfOneThing(FigureRow row, FigureRow other) => row.Basis != other.Basis && Thing(row) == Thing(other);

    private static (string, string, string, string, string, string) Thing(FigureRow row) => (row.Indicator, row.Place, row.Period, row.StationScope, row.SandBasis, row.PeriodBasis);
}
