using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Rounds;

/// <summary>One subdistrict in a round.</summary>
/// <param name="Area">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Mean">The mean of the round; null where there is none.</param>
/// <param name="ValidDays">The valid days behind a computed mean.</param>
/// <param name="Rank">区倒排名: 1 is the highest, equal figures share the better place; null without a mean.</param>
/// <param name="CityRank">市倒排名 as imported; null where none was.</param>
/// <param name="Change">同比 in percent; null without last year's mean.</param>
/// <param name="Moved">How many places it moved against the round before, upwards in the list of the worst is negative; null without one.</param>
/// <param name="LastPlaces">How often it was last in the rounds of the year up to this one.</param>
/// <param name="LastThree">How often it was among the last three.</param>
public sealed record RoundRow(string Area, string Name, decimal? Mean, int ValidDays, int? Rank, string? CityRank, Reported? Change, int? Moved, int LastPlaces, int LastThree)
{
    /// <summary>Gets 站点口径 of a computed mean; null where no station has hours.</summary>
    public string? Scope { get; init; }

    /// <summary>Gets the computed mean that leaves the listed sand days out; null where none lies in the round, or too few days are left.</summary>
    public decimal? WithoutSand { get; init; }

    /// <summary>Gets the place by the means without sand days.</summary>
    public int? RankWithoutSand { get; init; }

    /// <summary>Gets the city's value that the mean is; null for a computed one.</summary>
    public IndicatorValue? Published { get; init; }
}

/// <summary>街道排名（第n轮点评周期）: the district's own list of a round, with the city's imported places beside it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Basis">Published where the city's values of the round were imported, else computed from stored hours; the two are never mixed in one round.</param>
/// <param name="Rows">The subdistricts, the worst first, those without a mean last.</param>
/// <param name="RoundsCounted">How many rounds of the year the counts go over.</param>
public sealed record ReviewRanking(ReviewPeriod Round, IndicatorDefinition Indicator, FigureBasis Basis, IReadOnlyList<RoundRow> Rows, int RoundsCounted)
{
    private const int Last = 1;
    private const int Three = 3;

    // GB 3095 asks for 27 days of 30; a round of another length needs the same share.
    private const int DaysNeeded = 27;
    private const int DaysOfMonth = 30;

    /// <summary>Returns how many valid days a mean out of stored hours needs in a round.</summary>
    public static int DaysNeededOf(Period round) => DaysNeededOf(round.Days);

    private static int DaysNeededOf(int days) => ((days * DaysNeeded) + DaysOfMonth - 1) / DaysOfMonth;

    /// <summary>Gets the listed sand days in the round; none where the list stands on the city's values, of which nobody can leave days out.</summary>
    public IReadOnlyList<SandDay> SandDays { get; private init; } = [];

    /// <summary>Returns the rounds that stand, the newest first.</summary>
    public static async Task<IReadOnlyList<ReviewPeriod>> ListAsync(LanshaoContext db, int? year, CancellationToken ct) =>
        await db.Set<ReviewPeriod>().AsNoTracking().Where(round => round.EndedUtc == null && (year == null || round.Year == year)).OrderByDescending(round => round.ToOn).ThenBy(round => round.Indicator).ToListAsync(ct);

    /// <summary>Ranks the subdistricts over a round.</summary>
    public static async Task<Outcome<ReviewRanking>> ReadAsync(LanshaoContext db, MonitoringStores stores, ReviewPeriod round, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var indicator = pack.Value.Read(IndicatorList.Part).ByCode[round.Indicator];
        var rounds = (await ListAsync(db, round.Year, ct)).Where(known => known.Indicator == round.Indicator && known.ToOn <= round.ToOn).OrderBy(known => known.ToOn).ToList();
        var spans = rounds.ConvertAll(known => known.Period);
        var before = Period.Spanning(round.FromOn.AddYears(-1), round.ToOn.AddYears(-1));
        var figures = await FiguresAsync(db, stores, indicator, [.. spans, before], ct);
        if (figures.IsRefused)
        {
            return figures.Refusal;
        }

        var areas = pack.Value.District.AreaSets[indicator.AreaSet!].Members;
        var lists = spans.ConvertAll(span => figures.Value.Of(span, areas));
        var rows = new List<RoundRow>();
        for (var at = 0; at < areas.Count; at++)
        {
            rows.Add(Row(at, areas[at], pack.Value, lists, figures.Value.Of(before, areas), indicator));
        }

        var sand = await SandList.ReadAsync(db, round.FromOn, round.ToOn, ct);
        rows = lists[^1].Basis == FigureBasis.Computed ? figures.Value.WithoutSand(rows, spans[^1], sand) : rows;

        // The sort is stable: within a place the official order stands.
        return new ReviewRanking(round, indicator, lists[^1].Basis, [.. rows.Select(row => row with { CityRank = figures.Value.CityRank(spans[^1], row.Area) }).OrderBy(row => row.Rank ?? int.MaxValue)], rounds.Count)
        {
            SandDays = rows.Exists(row => row.WithoutSand is not null) ? [.. sand.Days.Where(day => !day.IsLifted)] : [],
        };
    }

    private static RoundRow Row(int at, string area, Pack pack, List<RoundList> lists, RoundList lastYear, IndicatorDefinition indicator)
    {
        var (now, earlier) = (lists[^1], lists.Count > 1 ? lists[^2] : null);
        var (mean, old) = (now.Means[at], lastYear.Basis == now.Basis ? lastYear.Means[at] : null);
        var change = mean is { } value && old is { } last && indicator.YearOnYear == YearOnYearKind.Percent ? YearOnYear.Compute(value, last, indicator.YearOnYearDecimals) : null;
        return new(
            area, pack.District.FindSubdistrict(area)?.Name ?? area, mean, now.ValidDays[at], now.Ranks[at], null, change, now.Ranks[at] - earlier?.Ranks[at],
            lists.Count(list => list.Ranks[at] == Last), lists.Count(list => list.Ranks[at] <= Three))
        {
            Scope = now.Scopes[at],
            Published = now.Published[at],
        };
    }

    private static async Task<Outcome<RoundFigures>> FiguresAsync(LanshaoContext db, MonitoringStores stores, IndicatorDefinition indicator, IReadOnlyList<Period> spans, CancellationToken ct)
    {
        var values = (await FigureQueries.ValuesAsync(db, [.. new[] { indicator.Code, indicator.CityRank }.OfType<string>()], [.. spans.Distinct()], ct)).Where(value => value.Basis == FigureBasis.Published).ToList();
        StoredAir? air = null;
        if (SheetStation.ItemOf(indicator) is not null)
        {
            var read = await StoredAir.ReadAsync(db, stores, new(spans.Min(span => span.From), spans.Max(span => span.To)), ct);
            if (read.IsRefused)
            {
                return read.Refusal;
            }

            air = read.Value;
        }

        return new RoundFigures(indicator, values, air);
    }

    /// <summary>The list of one round: by the place of the area in its set.</summary>
    private sealed record RoundList(FigureBasis Basis, IReadOnlyList<decimal?> Means, IReadOnlyList<int> ValidDays, IReadOnlyList<int?> Ranks, IReadOnlyList<string?> Scopes, IReadOnlyList<IndicatorValue?> Published);

    private sealed class RoundFigures(IndicatorDefinition indicator, List<IndicatorValue> values, StoredAir? air)
    {
        public string? CityRank(Period span, string area) =>
            values.Find(value => value.Indicator == indicator.CityRank && value.Period == span && value.Place == Place.Subdistrict(area)) is { } rank ? rank.Text ?? rank.Number?.ToString("0", System.Globalization.CultureInfo.InvariantCulture) : null;

        public RoundList Of(Period span, IReadOnlyList<string> areas)
        {
            var published = areas.Select(area => values.Find(value => value.Indicator == indicator.Code && value.Period == span && value.Place == Place.Subdistrict(area))).ToList();
            var isPublished = published.Exists(value => value?.Number is not null);
            var computed = areas.Select(area => Computed(span, area)).ToList();
            var means = isPublished ? published.ConvertAll(value => value?.Number) : computed.ConvertAll(one => one.Mean);
            var ranks = Ranking.Places([.. means.Select(mean => mean is { } value ? Reported.Of(value, indicator.RankDecimals) : (Reported?)null)], RankOrder.LargestFirst);
            return new(isPublished ? FigureBasis.Published : FigureBasis.Computed, means, computed.ConvertAll(one => one.ValidDays), ranks, computed.ConvertAll(one => one.Scope), isPublished ? published : published.ConvertAll(_ => (IndicatorValue?)null));
        }

        /// <summary>Puts the second basis beside the means: particles without the days of the official list, ranked among themselves where any subdistrict has such a day.</summary>
        public List<RoundRow> WithoutSand(List<RoundRow> rows, Period span, SandList sand)
        {
            if (SheetStation.ItemOf(indicator) is not (AirItem.Pm25 or AirItem.Pm10) || !rows.Exists(row => sand.In(row.Area).Count > 0))
            {
                return rows;
            }

            var means = rows.ConvertAll(row => Computed(span, row.Area, sand.In(row.Area)).Mean);
            var ranks = Ranking.Places([.. means.Select(mean => mean is { } value ? Reported.Of(value, indicator.RankDecimals) : (Reported?)null)], RankOrder.LargestFirst);
            return [.. rows.Select((row, at) => row with { WithoutSand = means[at], RankWithoutSand = ranks[at] })];
        }

        private (decimal? Mean, int ValidDays, string? Scope) Computed(Period span, string area, IReadOnlySet<DateOnly>? without = null)
        {
            if (air is null || SheetStation.ItemOf(indicator) is not { } item)
            {
                return (null, 0, null);
            }

            var own = air.Stations.Where(station => station.Station.Subdistrict == area && StoredAir.OfficialTiers.Contains(station.Station.Tier) && station.Hours[item] is not null).ToList();
            if (own.Count == 0)
            {
                return (null, 0, null);
            }

            var tier = StoredAir.OfficialTiers.First(known => own.Exists(station => station.Station.Tier == known));
            var figures = EvaluatedAir.MeanOf(area, [.. own.Where(station => station.Station.Tier == tier).Select(station => station.Air)]).Figures(AirPeriod.Between(span.From, span.To), without).InForce[item];
            return (figures.ValidDays >= DaysNeededOf(span.Days - (without?.Count ?? 0)) ? figures.Mean?.Exact : null, figures.ValidDays, ComputeMonth.ScopeOf(tier));
        }
    }
}
