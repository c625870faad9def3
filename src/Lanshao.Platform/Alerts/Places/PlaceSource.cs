using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Alerts.Places;

/// <summary>Returns the yearly targets of places; the plans are another room's, so the program hands them in.</summary>
/// <param name="db">The store.</param>
/// <param name="pack">The pack in force.</param>
/// <param name="year">The year of the targets.</param>
/// <param name="ct">Stops.</param>
public delegate Task<Func<string, Place, YearTarget?>> ReadTargets(LanshaoContext db, Pack pack, int year, CancellationToken ct);

/// <summary>Reads what a rule about places looks at, and lets it look.</summary>
internal sealed class PlaceSource(MonitoringStores stores, Pack pack, ReadTargets targets)
{
    /// <summary>Returns what a rule finds in the days from the first to the last whose figures are known.</summary>
    public async Task<PlaceLook> FindAsync(LanshaoContext db, AlertRule rule, DateOnly from, DateOnly today, CancellationToken ct)
    {
        if (rule.Kind == RuleKind.Budget)
        {
            var limits = await LimitsAsync(db, rule.Factor, from, today.AddDays(-1), ct);
            return new([.. PlaceWatch.Budgets(rule, limits)], limits.Select(limit => limit.Area).Distinct().Count(), limits.Count == 0 ? null : PlaceWatch.KnownUtc(limits.Min(limit => limit.On)));
        }

        var forecasts = (await ForecastQueries.ForDaysAsync(db, from, today.AddDays(rule.Lead), ct)).Where(forecast => forecast.Item == rule.Factor).ToList();
        return new([.. PlaceWatch.Forecasts(rule, forecasts, NameOf)], forecasts.Select(forecast => forecast.Place).Distinct().Count(), forecasts.Count == 0 ? null : forecasts.Min(forecast => forecast.IssuedUtc));
    }

    // A budget is of one year: what is left begins anew with January.
    private async Task<List<RemainingLimit>> LimitsAsync(LanshaoContext db, string indicator, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var limits = new List<RemainingLimit>();
        for (var year = from.Year; year <= to.Year; year++)
        {
            var (first, last) = (year == from.Year ? from : new DateOnly(year, 1, 1), year == to.Year ? to : new DateOnly(year, 12, 31));
            limits.AddRange(await RemainingLimits.ReadAsync(db, stores, indicator, first, last, await targets(db, pack, year, ct), ct));
        }

        return limits;
    }

    private string NameOf(Place place) => place.Kind == PlaceKind.Subdistrict ? pack.District.FindSubdistrict(place.LocalCode)?.Name ?? place.LocalCode : "全区";
}

/// <summary>What a rule found, at how many places it had anything to look at, and since when.</summary>
internal sealed record PlaceLook(IReadOnlyList<PlaceFound> Found, int Places, DateTime? FirstUtc);
