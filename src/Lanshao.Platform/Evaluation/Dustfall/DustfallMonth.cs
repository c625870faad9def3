using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation.Dustfall;

/// <summary>降尘量 of one subdistrict in a month on one 沙尘口径.</summary>
/// <param name="Value">The figure; null where there is none.</param>
/// <param name="Change">同比 in percent, on the same basis; null without last year's figure.</param>
public sealed record DustfallFigure(IndicatorValue? Value, Reported? Change);

/// <summary>One subdistrict in a month.</summary>
/// <param name="Area">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Figures">Its figures in the order of <see cref="DustfallMonth.Bases"/>.</param>
public sealed record DustfallLine(string Area, string Name, IReadOnlyList<DustfallFigure> Figures);

/// <summary>月降尘量 of the subdistricts, with and without the influence of sand side by side: two bases that are never subtracted from each other.</summary>
/// <param name="Month">The month.</param>
/// <param name="Definition">What it is.</param>
/// <param name="Lines">The subdistricts in the official order.</param>
public sealed record DustfallMonth(Period Month, IndicatorDefinition Definition, IReadOnlyList<DustfallLine> Lines)
{
    public const string Indicator = "dustfall";

    /// <summary>Gets the two 沙尘口径.</summary>
    public static IReadOnlyList<string> Bases { get; } = ["未扣除沙尘影响", "扣除沙尘影响"];

    /// <summary>Returns the months that have figures, the newest first.</summary>
    public static async Task<IReadOnlyList<Period>> MonthsAsync(LanshaoContext db, CancellationToken ct) =>
        [.. (await FigureQueries.PeriodsAsync(db, Indicator, FigureBasis.Published, BulletinRows.OwnMonth, ct)).Where(period => period.Kind == PeriodKind.Month)];

    /// <summary>Reads a month; IND-014 where the pack does not know the indicator.</summary>
    public static async Task<Outcome<DustfallMonth>> ReadAsync(LanshaoContext db, Period month, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        if (pack.Value.Read(IndicatorList.Part).Find(Indicator) is not { AreaSet: { } set } definition)
        {
            return Refusal.NotFound("IND-014", ("found", Indicator));
        }

        var values = (await FigureQueries.ValuesAsync(db, [Indicator], [month, month.LastYear()], ct)).Where(value => value is { Basis: FigureBasis.Published, PeriodBasis: BulletinRows.OwnMonth }).ToList();
        var areas = pack.Value.District.AreaSets[set].Members.Select(pack.Value.District.FindSubdistrict).OfType<Districts.Subdistrict>().OrderBy(area => area.Order);
        return new DustfallMonth(month, definition, [.. areas.Select(area => new DustfallLine(area.Code, area.Name, [.. Bases.Select(sand => Figure(values, definition, Place.Subdistrict(area.Code), month, sand))]))]);
    }

    private static DustfallFigure Figure(List<IndicatorValue> values, IndicatorDefinition definition, Place place, Period month, string sand)
    {
        IndicatorValue? Of(Period period) => values.Where(value => value.Place == place && value.Period == period && value.SandBasis == sand).OrderByDescending(value => value.Status).ThenByDescending(value => value.StoredUtc).FirstOrDefault();
        var (now, before) = (Of(month), Of(month.LastYear()));
        return new(now, now?.Number is { } value && before?.Number is { } old ? YearOnYear.Compute(value, old, definition.YearOnYearDecimals) : null);
    }
}
