using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Late;
using Lanshao.Platform.Storage;
using Lanshao.Standards.Air;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>The sums of one device that data changed after they had been summed, whichever way the data came.</summary>
/// <param name="Device">The device.</param>
/// <param name="From">The first civil day of the data.</param>
/// <param name="To">The last.</param>
/// <param name="All">Every sum that changed.</param>
internal sealed record ChangedSums(Device Device, DateOnly From, DateOnly To, IReadOnlyList<LateChange> All)
{
    /// <summary>Gets the factors, in the order of the changes.</summary>
    public List<string> Factors { get; } = [.. All.Select(change => change.Factor).Distinct(StringComparer.Ordinal)];

    /// <summary>Gets the factors that go into computed figures: items of the official stations into the tables of subdistricts and weeks, TSP and fume into weeks; 微站 and drives into none.</summary>
    public List<string> ComputedFactors => Device.Kind == DeviceKind.Air && !StoredAir.OfficialTiers.Contains(Device.Tier) ? []
        : Factors.FindAll(factor => (Device.Kind == DeviceKind.Air && AirStation.ItemOf(factor) is not null) || ComputeWeek.IndicatorsOf(Device.Kind, factor).Count > 0);

    private List<AirItem> Items => [.. Factors.Select(AirStation.ItemOf).OfType<AirItem>().Distinct()];

    /// <summary>Returns what must be computed anew: for each factor and year the stations and their days.</summary>
    public static IEnumerable<CorrectTables.Asked> AskedOf(IReadOnlyCollection<ChangedSums> changed) =>
        from one in changed
        from factor in one.ComputedFactors
        from year in Enumerable.Range(one.From.Year, one.To.Year - one.From.Year + 1)
        group (one.Device.Mn, From: year == one.From.Year ? one.From : new DateOnly(year, 1, 1), To: year == one.To.Year ? one.To : new DateOnly(year, 12, 31)) by (factor, year) into together
        select new CorrectTables.Asked(together.Key.factor, [.. together.Select(late => late.Mn)], together.Min(late => late.From), together.Max(late => late.To));

    /// <summary>Returns what changed below the tables of subdistricts: hours, days, indices, months.</summary>
    /// <param name="db">The register.</param>
    /// <param name="stores">Where the hours lie.</param>
    /// <param name="isThenAsNow">Whether what stands now is what the data made of it; else the changes say both.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<IReadOnlyList<CorrectionLine>>> LinesAsync(LanshaoContext db, MonitoringStores stores, bool isThenAsNow, CancellationToken ct)
    {
        var isEvaluated = Device.Kind == DeviceKind.Air;
        var lines = LateLines.Of(All, factor => isEvaluated && AirStation.ItemOf(factor) is not null).ToList();
        var to = LastDayThatWasOver();
        if (!isEvaluated || Items.Count == 0 || to < From)
        {
            return lines;
        }

        var asked = new AirAsked(new(From.Year, 1, 1), new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1)) { Mn = Device.Mn };
        var before = await StoredAir.ReadAsync(db, stores, asked with { Stood = Hours(change => change.Before) }, ct);
        var after = await StoredAir.ReadAsync(db, stores, isThenAsNow ? asked : asked with { Stood = Hours(change => change.After) }, ct);
        if (before.IsRefused || after.IsRefused)
        {
            return (before.Refusal ?? after.Refusal)!;
        }

        // The index and the good days are of all items together: they change once, whichever item changed them.
        var (was, now) = (before.Value.Stations is [var old, ..] ? old.Air : null, after.Value.Stations is [var current, ..] ? current.Air : null);
        lines.AddRange(Items.SelectMany(item => new AirDifference(was, now, item).Lines(From, to)).Distinct());
        return lines;
    }

    private Dictionary<(string Factor, DateTime StartUtc), LateSum?> Hours(Func<LateChange, LateSum?> of) =>
        All.Where(change => change.Span == RollupSpan.Hour).ToDictionary(hour => (hour.Factor, hour.StartUtc), of);

    // A day that still ran when the data came was shown to nobody as a day.
    private DateOnly LastDayThatWasOver() =>
        All.Where(change => change.Span == RollupSpan.Day && change.WasOver).Select(change => ChinaTime.DayOf(change.StartUtc)).DefaultIfEmpty(DateOnly.MinValue).Max();

    /// <summary>Returns the device, its factors and days in words.</summary>
    public string SubjectOf(string what)
    {
        var days = From == To ? $"{From:yyyy-MM-dd}" : $"{From:yyyy-MM-dd}—{To:yyyy-MM-dd}";
        return $"{Device.Name} {LateLines.NamesOf(Factors)} {days} {what}";
    }
}
