using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>The targets of a year beside the district's figures of the same year: here a target meets an indicator value.</summary>
/// <param name="Year">The year of the targets.</param>
/// <param name="Rows">The targets in the order of their plans.</param>
/// <param name="Values">The district's standing values of this and the last year, on every basis.</param>
public sealed record TargetBoard(int Year, IReadOnlyList<TargetBoard.Row> Rows, IReadOnlyList<IndicatorValue> Values)
{
    /// <summary>A target with the figure that it is compared with.</summary>
    /// <param name="Target">The target.</param>
    /// <param name="Code">Number of its measure.</param>
    /// <param name="Plan">Title of its list.</param>
    /// <param name="Domain">What its annex is about.</param>
    /// <param name="IsWholeDistrict">Whether it is set for the district as a whole.</param>
    /// <param name="Indicator">The indicator; null where the words of the target name none that the pack knows.</param>
    /// <param name="Now">The newest figure of the year from 1 January on; null where there is none.</param>
    public sealed record Row(PlanTarget Target, string Code, string Plan, PlanDomain Domain, bool IsWholeDistrict, IndicatorDefinition? Indicator, IndicatorValue? Now)
    {
        private const string Deducted = "扣除沙尘影响";
        private const string NotDeducted = "未扣除沙尘影响";

        /// <summary>Gets the condition of the target, by its own words or by the measure's sentence; null for none.</summary>
        public string? Condition { get; init; }

        /// <summary>Gets how the target stands on the last day of the figure.</summary>
        public TargetState State => TargetStanding.Of(Target, Indicator, IsWholeDistrict && Now is not null && IsSameSand(Condition, Now) ? Now : null);

        /// <summary>Says whether a target and a figure stand on the same sand basis; one that is not stated may be either.</summary>
        public static bool IsSameSand(string? condition, IndicatorValue value) => condition?.Contains(Deducted, StringComparison.Ordinal) != true || value.SandBasis != NotDeducted;

        internal static string? ConditionOf(string? own, string text) => own ?? (text.Contains(Deducted, StringComparison.Ordinal) && !text.Contains(NotDeducted, StringComparison.Ordinal) ? Deducted : null);
    }

    /// <summary>Reads the board: one query for the targets, one for the figures.</summary>
    /// <param name="db">The store.</param>
    /// <param name="pack">The pack in force.</param>
    /// <param name="year">The year of the targets.</param>
    /// <param name="until">The last day whose figures count; null for all of the year.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<TargetBoard> ReadAsync(LanshaoContext db, Pack pack, int year, DateOnly? until, CancellationToken ct)
    {
        var values = await ValuesAsync(db, year, until, ct);
        var targets = await (from target in db.Set<PlanTarget>().AsNoTracking()
                             join measure in db.Set<Measure>() on target.MeasureId equals measure.Id
                             join annex in db.Set<PlanAnnex>() on new { measure.PlanId, Number = measure.Annex } equals new { annex.PlanId, annex.Number }
                             join plan in db.Set<ActionPlan>() on measure.PlanId equals plan.Id
                             where plan.Year == year && plan.VoidedAtUtc == null && measure.VoidedAtUtc == null
                             orderby plan.Kind, plan.PeriodCode, plan.Code, measure.Ordinal, target.Seq
                             select new { target, measure.Code, measure.Text, plan.Title, annex.Domain }).ToListAsync(ct);
        var indicators = pack.Read(IndicatorList.Part);
        var facts = pack.District.Facts;
        return new(
            year,
            [
                .. from row in targets
                   let indicator = row.target.IndicatorCode is { } code ? indicators.ByCode.GetValueOrDefault(code) : null
                   let isWhole = !NamesAreas(row.target, pack) && (row.target.PlaceCode == Place.District.Code || row.target.Scope is "全区" or "" || row.target.Scope == facts.Name || row.target.Scope == facts.FullName)
                   select new Row(row.target, row.Code, row.Title, row.Domain, isWhole, indicator, indicator is null ? null : Newest(values, indicator.Code, year)) { Condition = Row.ConditionOf(row.target.Condition, row.Text) },
            ],
            values);
    }

    // A sentence that lists areas before its figure is no target of the district, even where its places were not told apart.
    private static bool NamesAreas(PlanTarget target, Pack pack) =>
        target.Indicator.Contains("街道", StringComparison.Ordinal) || pack.District.Subdistricts.Any(area => target.Indicator.Contains(area.ShortName, StringComparison.Ordinal));

    /// <summary>Returns the newest published figure of a year that runs from 1 January; null where there is none.</summary>
    private static IndicatorValue? Newest(IEnumerable<IndicatorValue> values, string indicator, int year) => values
        .Where(value => value.Indicator == indicator && value is { Basis: FigureBasis.Published, Number: not null } && value.FromOn == new DateOnly(year, 1, 1) && value.ToOn.Year == year)
        .OrderByDescending(value => value.ToOn).ThenByDescending(value => value.Status).FirstOrDefault();

    /// <summary>Returns the newest published figure of the board's year; null where there is none.</summary>
    public IndicatorValue? Newest(string indicator) => Newest(Values, indicator, Year);

    /// <summary>Returns the target of an indicator at a place: the place's own, or the district's where it has none; null for none that is a number in the indicator's unit.</summary>
    public Row? Find(string indicator, Place place)
    {
        var set = Rows.Where(row => row is { Indicator: not null, Target.Value: not null } && row.Indicator.Code == indicator && row.Indicator.IsIn(row.Target.Unit)).ToList();
        return set.Find(row => row.Target.PlaceCode == place.Code) ?? set.Find(row => row.Target.PlaceCode == Place.District.Code || (row.Target.PlaceCode is null && row.IsWholeDistrict));
    }

    private static async Task<List<IndicatorValue>> ValuesAsync(LanshaoContext db, int year, DateOnly? until, CancellationToken ct)
    {
        var (from, to) = (new DateOnly(year - 1, 1, 1), until ?? new DateOnly(year, 12, 31));
        return await db.Set<IndicatorValue>().AsNoTracking()
            .Where(value => value.Place == Place.District && value.EndedUtc == null && value.FromOn >= from && value.ToOn <= to).ToListAsync(ct);
    }
}

/// <summary>How a target stands.</summary>
public enum TargetState
{
    /// <summary>无数据.</summary>
    NoData,

    /// <summary>正常推进.</summary>
    OnTrack,

    /// <summary>需关注.</summary>
    NeedsAttention,

    /// <summary>已达到.</summary>
    Met,

    /// <summary>已逾期.</summary>
    Overdue,
}
