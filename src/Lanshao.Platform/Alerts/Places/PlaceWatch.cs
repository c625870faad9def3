using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Standards;

namespace Lanshao.Platform.Alerts.Places;

/// <summary>What a rule about places finds: remaining limits that are too low, and forecasts that reach a level. Pure: the same limits, forecasts and rule give the same conditions.</summary>
internal static class PlaceWatch
{
    private const decimal Millionth = 1_000_000m;

    // The hours of a day are in by then.
    private const int KnownAt = 7;

    /// <summary>Returns when the figures of a civil day are known: seven in the morning after.</summary>
    public static DateTime KnownUtc(DateOnly on) => ChinaTime.StartUtc(on.AddDays(1)).AddHours(KnownAt);

    /// <summary>Returns where the limit of the days left lies under what the rule asks for, day after day.</summary>
    public static IEnumerable<PlaceFound> Budgets(AlertRule rule, IEnumerable<RemainingLimit> limits) =>
        from area in limits.Where(limit => limit.Left.Mean is not null).GroupBy(limit => limit.Area)
        let thing = Watched.Of(Place.Subdistrict(area.Key), Place.Subdistrict(area.Key).Code, area.First().Name)
        from found in Fold([.. area.OrderBy(limit => limit.On).Select(limit => Of(rule, limit))])
        select new PlaceFound(thing, found);

    /// <summary>Returns the days for which a forecast reaches the level, by place; what is said anew counts from then on, and several sources agree or do not.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="forecasts">What was said.</param>
    /// <param name="nameOf">The name of a place.</param>
    public static IEnumerable<PlaceFound> Forecasts(AlertRule rule, IEnumerable<Forecast> forecasts, Func<Place, string> nameOf)
    {
        foreach (var day in forecasts.Where(forecast => forecast.Item == rule.Factor).GroupBy(forecast => (forecast.Place, forecast.DueOn)))
        {
            var (place, on) = day.Key;
            var thing = Watched.Of(place, $"{place.Code}@{on:yyyy-MM-dd}", $"{nameOf(place)}{on:M月d日}预报");
            foreach (var found in Fold(Said(rule, [.. day], on)))
            {
                found.EndUtc ??= ChinaTime.StartUtc(on.AddDays(1));
                yield return new(thing, found);
            }
        }
    }

    private static PlaceDay Of(AlertRule rule, RemainingLimit limit)
    {
        var left = limit.Left.Mean!.Value.Shown;
        return new(KnownUtc(limit.On), left, rule.Under!.Value, left < rule.Under, left >= (rule.Clear ?? rule.Under), string.Empty);
    }

    /// <summary>Returns what was known at each issue: the highest of what every source had said last.</summary>
    private static List<PlaceDay> Said(AlertRule rule, List<Forecast> forecasts, DateOnly on)
    {
        var counts = ChinaTime.StartUtc(on.AddDays(-rule.Lead));
        var latest = new SortedDictionary<string, Forecast>(StringComparer.Ordinal);
        var said = new List<PlaceDay>();
        foreach (var issue in forecasts.GroupBy(forecast => forecast.IssuedUtc < counts ? counts : forecast.IssuedUtc).OrderBy(issue => issue.Key))
        {
            foreach (var forecast in issue.OrderBy(forecast => forecast.IssuedUtc))
            {
                latest[forecast.Source] = forecast;
            }

            var top = latest.Values.MaxBy(forecast => forecast.High)!;
            var agreed = latest.Values.FirstOrDefault(other => other != top && other.High >= rule.Over)?.Source ?? string.Empty;
            said.Add(new(issue.Key, top.High, rule.Over!.Value, top.High >= rule.Over, top.High < (rule.Clear ?? rule.Over), agreed));
        }

        return said;
    }

    private static List<FoundCondition> Fold(List<PlaceDay> days)
    {
        var found = new List<FoundCondition>();
        FoundCondition? open = null;
        foreach (var day in days)
        {
            if (open is null && day.IsBeyond)
            {
                found.Add(open = new(day.KnownUtc) { RaisedUtc = day.KnownUtc });
            }

            if (open is not null && day.IsClear)
            {
                open.EndUtc = day.KnownUtc;
                open = null;
            }
            else if (open is not null)
            {
                Take(open, day);
            }
        }

        return found;
    }

    private static void Take(FoundCondition open, PlaceDay day)
    {
        open.LastUtc = day.KnownUtc;
        open.AgreedBy = open.AgreedBy.Length == 0 ? day.AgreedBy : open.AgreedBy;
        open.Evidence = [.. open.Evidence, new EvidenceStep(day.KnownUtc, day.Value, day.Limit)];
        var value = Scaled(day.Value);
        if (open.Peak is not { } peak || (day.Value < day.Limit ? value < peak : value > peak))
        {
            (open.Peak, open.PeakUtc, open.Limit) = (value, day.KnownUtc, Scaled(day.Limit));
        }
    }

    private static long Scaled(decimal number) => (long)Rounding.HalfEven(number * Millionth, 0);

    /// <summary>One value of a place: when it was known, what it was, what it is compared with.</summary>
    private readonly record struct PlaceDay(DateTime KnownUtc, decimal Value, decimal Limit, bool IsBeyond, bool IsClear, string AgreedBy);
}

/// <summary>A condition at a place.</summary>
internal sealed record PlaceFound(Watched Thing, FoundCondition Found);
