using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>What the air page shows: the district's measured air of a period as published, and its days.</summary>
/// <param name="Period">The period.</param>
/// <param name="Periods">The periods that have figures, the newest first.</param>
/// <param name="Rows">The figures in the order of the pack.</param>
/// <param name="Values">All published values of the period.</param>
/// <param name="Days">The days that have data.</param>
/// <param name="Indicators">The pack's indicators.</param>
/// <param name="IsSample">Whether the district is a sample.</param>
internal sealed record AirFigures(
    Period Period, IReadOnlyList<Period> Periods, IReadOnlyList<AirFigures.Row> Rows, IReadOnlyList<IndicatorValue> Values, IReadOnlyList<PublishedAirDay> Days, IndicatorList Indicators, bool IsSample)
{
    public sealed record Row(IndicatorDefinition Indicator, IndicatorValue Value, IndicatorValue? Change);

    /// <summary>Reads a period; the newest that has figures where none is asked for.</summary>
    public static async Task<Outcome<AirFigures>> ReadAsync(LanshaoContext db, Period? asked, DateOnly today, CancellationToken ct)
    {
        var read = await CurrentPack.ReadAsync(db, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var list = read.Value.Read(IndicatorList.Part);
        var air = list.All.Where(indicator => indicator.Domain == "air" && indicator.Places.Contains(PlaceKind.District)).ToList();
        var periods = air.Count == 0 ? [] : (await FigureQueries.PeriodsAsync(db, air[0].Code, FigureBasis.Published, ct)).Where(known => known.Kind != PeriodKind.Day).ToList();
        var period = asked ?? (periods.Count > 0 ? periods[0] : Period.Year(today.Year));
        var values = (await FigureQueries.ValuesAsync(db, [.. air.Select(indicator => indicator.Code)], [period], ct))
            .Where(value => value is { Basis: FigureBasis.Published, Number: not null } && value.Place == Place.District).ToList();
        var asides = air.Select(indicator => indicator.Change).OfType<string>().ToHashSet();

        // What no station measures is no air quality: patrols and checks stand on their own pages.
        var rows = from indicator in air
                   where !asides.Contains(indicator.Code)
                   let value = values.Find(value => value.Indicator == indicator.Code)
                   where value is not null && value.StationScope != FigureWords.NotApplicable
                   select new Row(indicator, value, values.Find(change => change.Indicator == indicator.Change));
        return new AirFigures(period, periods, [.. rows], values, await PublishedAirDay.ReadAsync(db, list, Place.District, period, ct), list, read.Value.District.Facts.IsSample);
    }

    public PageTable Table(UiTexts t)
    {
        // Where all figures are from one print, it is named once, below the table.
        var sources = Rows.Select(row => BasisWords.Source(row.Value, t)).Distinct().ToList();
        return Table(t, sources.Count == 1 ? sources[0] : null);
    }

    private PageTable Table(UiTexts t, string? source) => new(
        t["空气质量 {0}", Period.ChineseText],
        [
            new(t["指标"]), new(t["数值"], ColumnKind.Figure), new(t["单位"], ColumnKind.OneLine), new(t["同比变化"], ColumnKind.Figure) { SortKey = "change" },
            new(t["站点口径"], ColumnKind.OneLine), new(t["沙尘口径"], ColumnKind.OneLine), new(t["状态"], ColumnKind.OneLine),
            .. source is null ? new[] { new Column(t["来源"]) } : [],
        ],
        [.. Rows.Select(row => RowOf(row, t, withSource: source is null))])
    {
        IsSample = IsSample,
        Carries = CarriedFigures.YearTo(ExportReach.Official, Period) with { Items = [.. Rows.Select(row => row.Indicator.Code)] },
        Below = source is null ? [] : [t["数据来源：{0}", source]],
    };

    private TableRow RowOf(Row row, UiTexts t, bool withSource) => new(
    [
        Cell.Of(row.Indicator.Name),
        Cell.Of(Reported.Of(row.Value.Number!.Value, row.Indicator.Decimals)).Explained(ValueWords.How(row.Indicator.Name, row.Value, t)),
        Cell.Of(row.Indicator.PrintedUnit),
        Changed(row.Indicator, row.Change, t),
        Cell.Of(row.Value.StationScope),
        Cell.Of(row.Value.SandBasis),
        Cell.State(FigureWords.Of(row.Value.Status)),
        .. withSource ? new[] { Cell.Of(BasisWords.Source(row.Value, t)) } : [],
    ]);

    private Cell Changed(IndicatorDefinition indicator, IndicatorValue? change, UiTexts t)
    {
        if (change?.Number is not { } number)
        {
            return Cell.Missing(t["未公布同比"]);
        }

        var shown = Reported.Of(number, Indicators.ByCode[change.Indicator].Decimals);
        var cell = indicator.YearOnYear == YearOnYearKind.Difference ? Cell.Of(shown) : Cell.Percent(shown.Shown, shown.Decimals);
        return cell.Explained(ValueWords.How(Indicators.ByCode[change.Indicator].Name, change, t));
    }
}
