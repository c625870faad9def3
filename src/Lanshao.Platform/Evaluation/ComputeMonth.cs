using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Lanshao.Standards.Air;

namespace Lanshao.Platform.Evaluation;

/// <summary>编制月度初步数: on the first of a month the means of last month and of the year so far, of every subdistrict whose stations have stored hours, go into the indicators as computed and preliminary. What the city publishes stands beside them.</summary>
public static class ComputeMonth
{
    private const string Code = "evaluation.month";
    private const string Source = "区级小时数据";
    private const int LongestTable = 100;
    private const int DecimalsStored = 6;
    private const decimal LastDigit = 0.000001m;

    private static readonly TimeOnly Morning = new(7, 0);

    private static readonly Dictionary<StationTier, string> Scopes = new() { [StationTier.National] = "国控", [StationTier.Municipal] = "市控", [StationTier.District] = "街道站" };

    /// <summary>Returns the work.</summary>
    /// <param name="stores">Opens what holds the hours.</param>
    public static JobKind KindWith(Func<CancellationToken, Task<Outcome<MonitoringStores>>> stores) => new(Code, "编制月度初步数", IsHeavy: true, async (run, ct) =>
    {
        var opened = await stores(ct);
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        await using var db = run.Store.NewContext();
        var day = ChinaTime.DayOf(run.DueUtc);
        var before = day.AddDays(-day.Day);
        var published = await RunAsync(db, opened.Value, Period.Month(before.Year, before.Month), Actor.System, run.Clock, ct);
        return published.Then<string>(done => done.Stored.ToString(CultureInfo.InvariantCulture));
    });

    /// <summary>Returns its times: the first of every month, before the documents draft themselves.</summary>
    public static JobSchedule ScheduleOf(JobKind kind) => new(Code, kind, Morning, day => day.Day == 1, CatchUp.Every);

    /// <summary>Computes the figures of a month and of the year to its end; the same hours again change nothing.</summary>
    public static async Task<Outcome<PublishFigures.Published>> RunAsync(LanshaoContext db, MonitoringStores stores, Period month, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var rows = await RowsAsync(db, stores, month, ct);
        return rows.IsRefused ? rows.Refusal : await PublishFigures.RunAsync(db, rows.Value, actor, clock, ct);
    }

    /// <summary>Returns the figures of a month and of the year to its end as the hours say them now; stores nothing.</summary>
    internal static async Task<Outcome<IReadOnlyList<FigureRow>>> RowsAsync(LanshaoContext db, MonitoringStores stores, Period month, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var year = BulletinRows.SoFarOf(month);
        var stored = await StoredAir.ReadAsync(db, stores, new(year.From, year.To), ct);
        if (stored.IsRefused)
        {
            return stored.Refusal;
        }

        var ranked = pack.Value.Read(IndicatorList.Part).All.Where(indicator => indicator is { IsRanked: true, AreaSet: not null } && SheetStation.ItemOf(indicator) is not null);
        var rows = from indicator in ranked
                   from area in pack.Value.District.AreaSets[indicator.AreaSet!].Members
                   from span in new[] { (Period: month, Word: BulletinRows.OwnMonth), (Period: year, Word: BulletinRows.SoFar) }
                   let row = Row(stored.Value, indicator, area, span.Period, span.Word)
                   where row is not null
                   select row;
        return rows.ToList();
    }

    private static FigureRow? Row(StoredAir air, IndicatorDefinition indicator, string area, Period period, string span)
    {
        var item = SheetStation.ItemOf(indicator)!.Value;
        var own = air.Stations.Where(station => station.Station.Subdistrict == area && StoredAir.OfficialTiers.Contains(station.Station.Tier) && station.Hours[item] is not null).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        // Stations of different 站点口径 have no mean in common: the first of the official ones stands.
        var tier = StoredAir.OfficialTiers.First(known => own.Exists(station => station.Station.Tier == known));
        var members = own.Where(station => station.Station.Tier == tier).ToList();
        var figures = EvaluatedAir.MeanOf(area, [.. members.Select(station => station.Air)]).Figures(AirPeriod.Between(period.From, period.To)).InForce[item];
        return figures.Mean is not { } mean ? null : new(
            indicator.Code, Place.Subdistrict(area).Code, period.Code, FigureBasis.Computed, FigureStatus.Preliminary, Scopes[tier], "未扣除沙尘影响", span,
            figures.IsValid ? Stored(mean.Exact) : null, null, figures.IsValid ? MissingReason.None : MissingReason.BelowCoverage, figures.IsValid ? mean.ExactText : FigureWords.Of(MissingReason.BelowCoverage),
            Source, string.Join('、', members.Select(station => station.Station.Name)) is { Length: <= LongestTable } names ? names : $"{members.Count}个站点", null, null,
            string.Create(CultureInfo.InvariantCulture, $"有效{figures.ValidDays}天"));
    }

    /// <summary>Returns 站点口径 of the stations of a tier.</summary>
    internal static string ScopeOf(StationTier tier) => Scopes[tier];

    // Six decimals are stored. What is cut off leaves an odd last digit, so that no later rounding takes the figure for a tie.
    internal static decimal Stored(decimal exact)
    {
        var cut = Rounding.Cut(exact, DecimalsStored);
        return cut == exact || cut / LastDigit % 2m != 0m ? cut : cut + LastDigit;
    }
}
