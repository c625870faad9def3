using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>A target with the figure of its own year and place; figures of another year, another place or the other sand basis are not set against it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Indicator">The pack's indicator; null where its words name none.</param>
/// <param name="Now">The newest published figure from 1 January on; null where there is none.</param>
public sealed record TargetFigures(PlanTarget Target, IndicatorDefinition? Indicator, IndicatorValue? Now)
{
    /// <summary>Gets how the target stands on the last day of the figure.</summary>
    public TargetState State => TargetStanding.Of(Target, Indicator, Now);

    /// <summary>Gets which share of an amount is reached, in per cent with one decimal; null for targets that are no amount.</summary>
    public decimal? ReachedPercent => State != TargetState.NoData && Target is { Comparator: TargetComparator.AtLeast, Value: > 0 and var value } && Indicator!.Unit != "%" && Now!.Number is { } number
        ? Rounding.HalfEven(number * 100 / value, 1)
        : null;

    /// <summary>Gets which share of the time until the due day had passed on the last day of the figure, in per cent with one decimal.</summary>
    public decimal? TimePercent
    {
        get
        {
            if (Now is null)
            {
                return null;
            }

            var start = new DateOnly(Target.Year, 1, 1).DayNumber;
            var days = (Target.DueOn ?? new DateOnly(Target.Year, 12, 31)).DayNumber - start + 1;
            return days <= 0 ? null : Math.Min(100m, Rounding.HalfEven((Now.ToOn.DayNumber - start + 1) * 100m / days, 1));
        }
    }

    /// <summary>Reads the figures of a measure's targets.</summary>
    /// <param name="db">The store.</param>
    /// <param name="pack">The pack in force; null for none.</param>
    /// <param name="measure">The measure with its targets.</param>
    /// <param name="until">The last day whose figures count; null for all of the year.</param>
    /// <param name="ct">Stops.</param>
    public static Task<IReadOnlyList<TargetFigures>> ReadAsync(LanshaoContext db, Pack? pack, Measure measure, DateOnly? until, CancellationToken ct) =>
        ReadAsync(db, pack, [.. measure.Targets.OrderBy(t => t.Seq).Select(t => (t, TargetBoard.Row.ConditionOf(t.Condition, measure.Text)))], until, ct);

    /// <summary>Reads the figures of targets, each with the condition under which it stands.</summary>
    internal static async Task<IReadOnlyList<TargetFigures>> ReadAsync(LanshaoContext db, Pack? pack, IReadOnlyList<(PlanTarget Target, string? Condition)> targets, DateOnly? until, CancellationToken ct)
    {
        var codes = targets.Select(t => t.Target.IndicatorCode).OfType<string>().Distinct().ToList();
        var years = targets.Select(t => new DateOnly(t.Target.Year, 1, 1)).Distinct().ToList();
        var values = codes.Count == 0 ? [] : await db.Set<IndicatorValue>().AsNoTracking()
            .Where(v => codes.Contains(v.Indicator) && years.Contains(v.FromOn) && v.Basis == FigureBasis.Published && v.EndedUtc == null && (until == null || v.ToOn <= until)).ToListAsync(ct);
        var indicators = pack?.Read(IndicatorList.Part);
        return
        [
            .. from target in targets
               let indicator = target.Target.IndicatorCode is { } code ? indicators?.ByCode.GetValueOrDefault(code) : null
               select new TargetFigures(target.Target, indicator, Newest(values.Where(v => TargetBoard.Row.IsSameSand(target.Condition, v)), target.Target)),
        ];
    }

    private static IndicatorValue? Newest(IEnumerable<IndicatorValue> values, PlanTarget target) => target.PlaceCode is null ? null : values
        .Where(v => v.Indicator == target.IndicatorCode && v.Place.Code == target.PlaceCode && v.FromOn.Year == target.Year && v.ToOn.Year == target.Year && (v.Number is not null || v.Text is not null))
        .OrderByDescending(v => v.ToOn).ThenByDescending(v => v.Status).FirstOrDefault();
}
