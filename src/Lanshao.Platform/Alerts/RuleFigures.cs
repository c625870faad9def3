using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts;

/// <summary>How a rule has done over some days.</summary>
/// <param name="Alerts">Alerts that were sent.</param>
/// <param name="Concluded">Those with an outcome.</param>
/// <param name="Confirmed">Those where there was a real problem.</param>
/// <param name="Nights">Nights in the span.</param>
/// <param name="LeadMinutes">How long before the highest value the alert came, on average over the confirmed ones; null without one.</param>
public sealed record RuleFigures(int Alerts, int Concluded, int Confirmed, int Nights, decimal? LeadMinutes)
{
    private const int LeastConcluded = 5;

    /// <summary>Gets how many alerts a night, one decimal.</summary>
    public decimal PerNight => Rounding.HalfEven(Alerts / (decimal)Nights, 1);

    /// <summary>Gets 查实率 in percent, whole; null before there is an outcome.</summary>
    public decimal? HitRate => Concluded == 0 ? null : Rounding.HalfEven(Confirmed * 100m / Concluded, 0);

    /// <summary>Returns whether a rule is wrong too often: judged from five outcomes on, by the exact share.</summary>
    public bool IsPoor(int leastPercent) => Concluded >= LeastConcluded && Confirmed * 100m < leastPercent * (decimal)Concluded;

    /// <summary>Reads the figures of all rules.</summary>
    /// <param name="db">The store.</param>
    /// <param name="untilOn">The last night.</param>
    /// <param name="nights">How many nights.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<IReadOnlyDictionary<string, RuleFigures>> ReadAsync(LanshaoContext db, DateOnly untilOn, int nights, CancellationToken ct)
    {
        var fromOn = untilOn.AddDays(1 - nights);
        var alerts = await db.Set<Alert>().AsNoTracking().Where(alert => alert.Night >= fromOn && alert.Night <= untilOn && !alert.IsHeldBack)
            .Select(alert => new { alert.Id, alert.RuleCode, alert.Outcome }).ToListAsync(ct);
        var confirmed = alerts.Where(alert => alert.Outcome == AlertOutcome.Problem).Select(alert => alert.Id).ToList();
        var leads = new List<(Guid Alert, decimal Minutes)>();
        foreach (var some in confirmed.Chunk(200))
        {
            var peaks = await db.Set<AlertCondition>().AsNoTracking().Where(condition => some.Contains(condition.AlertId) && condition.PeakNumber != null).Select(condition => new { condition.AlertId, condition.RaisedUtc, condition.PeakUtc }).ToListAsync(ct);
            leads.AddRange(peaks.Select(peak => (peak.AlertId, Math.Max(0, (decimal)(peak.PeakUtc - peak.RaisedUtc).Ticks / TimeSpan.TicksPerMinute))));
        }

        var leadOf = leads.GroupBy(lead => lead.Alert).ToDictionary(same => same.Key, same => same.Max(lead => lead.Minutes));
        return alerts.GroupBy(alert => alert.RuleCode).ToDictionary(
            same => same.Key,
            same =>
            {
                // What corrected data took away is no outcome of anybody's.
                var concluded = same.Where(alert => alert.Outcome is not (null or AlertOutcome.DataCorrected or AlertOutcome.HandedOver)).ToList();
                var known = same.Where(alert => leadOf.ContainsKey(alert.Id)).Select(alert => leadOf[alert.Id]).ToList();
                return new RuleFigures(same.Count(), concluded.Count, concluded.Count(alert => alert.Outcome == AlertOutcome.Problem), nights, known.Count == 0 ? null : Rounding.HalfEven(known.Sum() / known.Count, 0));
            },
            StringComparer.Ordinal);
    }
}
