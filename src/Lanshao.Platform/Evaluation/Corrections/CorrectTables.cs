using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>Computes the monthly figures of subdistricts and the weekly ones of the district anew where corrected hours went into them, and tells what they say otherwise. What the city published stays as it is.</summary>
/// <remarks>Computed first, which takes its time; then written with the sheet that tells it, so that neither is ever without the other.</remarks>
internal sealed class CorrectTables
{
    private readonly Pack _pack;
    private readonly List<Due> _due = [];
    private readonly Dictionary<Period, IReadOnlyList<FigureRow>> _rows = [];

    private CorrectTables(Pack pack) => _pack = pack;

    /// <summary>Gets whether no stored month or week is touched.</summary>
    public bool IsEmpty => _due.Count == 0;

    /// <summary>Computes the months that were computed before, each from a day to the end of its year, and the weeks of the days; writes nothing.</summary>
    public static async Task<Outcome<CorrectTables>> PrepareAsync(LanshaoContext db, MonitoringStores stores, IEnumerable<Asked> asked, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var tables = new CorrectTables(pack.Value);
        foreach (var one in asked)
        {
            if (await tables.AddAsync(db, stores, one, ct) is { } refusal)
            {
                return refusal;
            }
        }

        return tables;
    }

    /// <summary>Stores the months and what tells of them in one transaction: what the tables say otherwise is known only as long as nobody has stored the new months.</summary>
    /// <param name="db">The store.</param>
    /// <param name="add">Adds to the store what tells of them, from what changed by item.</param>
    /// <param name="actor">Who.</param>
    /// <param name="clock">When.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Refusal?> SaveWithAsync(LanshaoContext db, Func<IReadOnlyDictionary<string, Corrected>, Task> add, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var tables = await WriteAsync(db, actor, clock, ct);
        if (tables.IsRefused)
        {
            return tables.Refusal;
        }

        await add(tables.Value);
        if (await db.SaveAsync(actor, clock, ct) is { } refusal)
        {
            return refusal;
        }

        await write.CommitAsync(ct);
        return null;
    }

    private async Task<Outcome<IReadOnlyDictionary<string, Corrected>>> WriteAsync(LanshaoContext db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var before = await StandingAsync(db, ct);
        var published = await PublishFigures.RunAsync(db, [.. _rows.Values.SelectMany(rows => rows)], actor, clock, ct);
        if (published.IsRefused)
        {
            return published.Refusal;
        }

        var (after, corrected) = (await StandingAsync(db, ct), new Dictionary<string, Corrected>(StringComparer.Ordinal));
        for (var at = 0; at < _due.Count; at++)
        {
            var due = _due[at];
            var factor = corrected.TryGetValue(due.Factor, out var known) ? known : corrected[due.Factor] = new([], []);
            factor.Ended.AddRange(before[at].Values.Select(value => value.Id).Except(after[at].Values.Select(value => value.Id)));
            factor.Lines.AddRange(before[at].Tables.Zip(after[at].Tables).SelectMany(pair => TableChange.Between(pair.First, pair.Second)).Select(change => Line(change, due.Period)));
            factor.Lines.AddRange(due.IsWeek ? WeekLines(due, before[at], after[at]) : []);
        }

        return corrected;
    }

    private async Task<Refusal?> AddAsync(LanshaoContext db, MonitoringStores stores, Asked asked, CancellationToken ct)
    {
        var devices = await db.Set<Device>().AsNoTracking().Where(device => asked.Mns.Contains(device.Mn)).ToListAsync(ct);
        var areas = devices.Select(device => device.Subdistrict).OfType<string>().Distinct().ToList();
        foreach (var indicator in _pack.Read(IndicatorList.Part).All.Where(indicator => areas.Count > 0 && AirStation.ItemOf(asked.Factor) is { } item && SheetStation.ItemOf(indicator) == item))
        {
            var periods = await FigureQueries.PeriodsAsync(db, indicator.Code, FigureBasis.Computed, BulletinRows.OwnMonth, ct);
            foreach (var month in periods.Where(month => month.To >= asked.From && month.From.Year == asked.From.Year).OrderBy(month => month.From))
            {
                if (await TakeAsync(db, asked, new(asked.Factor, indicator.Code, areas.ConvertAll(Place.Subdistrict), month), () => ComputeMonth.RowsAsync(db, stores, month, ct), ct) is { } refusal)
                {
                    return refusal;
                }
            }
        }

        foreach (var indicator in devices.Where(IsInWeeks).SelectMany(device => ComputeWeek.IndicatorsOf(device.Kind, asked.Factor)).Distinct(StringComparer.Ordinal))
        {
            var weeks = await FigureQueries.PeriodsAsync(db, indicator, FigureBasis.Computed, ct);
            foreach (var week in weeks.Where(week => week.To >= asked.From && week.From <= asked.To).OrderBy(week => week.From))
            {
                if (await TakeAsync(db, asked, new(asked.Factor, indicator, [Place.District], week) { IsWeek = true }, () => ComputeWeek.RowsAsync(db, stores, week, ct), ct) is { } refusal)
                {
                    return refusal;
                }
            }
        }

        return null;
    }

    // 微站 of air stand in no published mean; of dust and fume all registered devices do.
    private static bool IsInWeeks(Device device) => device.Tier != StationTier.Simulated && (device.Kind != DeviceKind.Air || StoredAir.OfficialTiers.Contains(device.Tier));

    private async Task<Refusal?> TakeAsync(LanshaoContext db, Asked asked, Due due, Func<Task<Outcome<IReadOnlyList<FigureRow>>>> compute, CancellationToken ct)
    {
        if (asked.SinceUtc is { } since && await IsComputedSinceAsync(db, due.Indicator, due.Period, since, ct))
        {
            return null;
        }

        if (!_rows.ContainsKey(due.Period))
        {
            var rows = await compute();
            if (rows.IsRefused)
            {
                return rows.Refusal;
            }

            _rows[due.Period] = rows.Value;
        }

        _due.Add(due);
        return null;
    }

    private static async Task<bool> IsComputedSinceAsync(LanshaoContext db, string indicator, Period period, DateTime sinceUtc, CancellationToken ct) =>
        (await FigureQueries.ValuesAsync(db, [indicator], [period], ct)).Where(value => value.Basis == FigureBasis.Computed).All(value => value.StoredUtc >= sinceUtc);

    private async Task<List<Standing>> StandingAsync(LanshaoContext db, CancellationToken ct)
    {
        var standing = new List<Standing>();
        foreach (var due in _due)
        {
            var tables = due.IsWeek ? [] : _pack.Read(PrintedTables.Part).All.Where(table => table.Layout == TableLayout.Bulletin && table.Indicator == due.Indicator).ToList();
            standing.Add(new(await ValuesAsync(db, due, ct), await FigureTables.LoadAsync(db, _pack, tables, due.Period, ct)));
        }

        return standing;
    }

    private static async Task<List<IndicatorValue>> ValuesAsync(LanshaoContext db, Due due, CancellationToken ct)
    {
        var values = await FigureQueries.ValuesAsync(db, [due.Indicator], due.IsWeek ? [due.Period] : [due.Period, BulletinRows.SoFarOf(due.Period)], ct);
        return [.. values.Where(value => value.Basis == FigureBasis.Computed && due.Places.Contains(value.Place))];
    }

    private static CorrectionLine Line(TableChange change, Period month) => new(
        change.Column.Shows is ColumnContent.DistrictRank or ColumnContent.CityRank ? CorrectionLevel.Rank : CorrectionLevel.Table,
        month.ChineseText, $"{change.Row.Name} {change.Column.Heading}", Text(change.Before), Text(change.After));

    private static string? Text(FigureCell cell) => cell.Text.Length == 0 ? null : cell.Text;

    // One figure a week and 站点口径; which stations there are decides which one.
    private IEnumerable<CorrectionLine> WeekLines(Due due, Standing before, Standing after)
    {
        var indicator = _pack.Read(IndicatorList.Part).ByCode[due.Indicator];
        return from now in after.Values
               let was = before.Values.Find(value => value.StationScope == now.StationScope)
               where was is not null
               let line = new CorrectionLine(CorrectionLevel.Period, due.Period.ChineseText, indicator.Name, Text(was, indicator), Text(now, indicator))
               where line.Before != line.After
               select line;
    }

    private static string? Text(IndicatorValue value, IndicatorDefinition indicator) => value.Number is { } number ? Reported.Of(number, indicator.Decimals).ShownText : null;

    /// <summary>Hours that were corrected.</summary>
    /// <param name="Factor">What they measure.</param>
    /// <param name="Mns">Whose they are.</param>
    /// <param name="From">From which day on.</param>
    /// <param name="To">To which day of the same year.</param>
    /// <param name="SinceUtc">When they were corrected: what was first computed since has them already; null where that is not known.</param>
    internal sealed record Asked(string Factor, IReadOnlyCollection<string> Mns, DateOnly From, DateOnly To, DateTime? SinceUtc = null);

    /// <summary>What came of it.</summary>
    /// <param name="Lines">The cells and weekly figures that changed.</param>
    /// <param name="Ended">The stored figures of the stations' own subdistricts, or of the week, that no longer stand.</param>
    internal sealed record Corrected(List<CorrectionLine> Lines, List<Guid> Ended);

    private sealed record Due(string Factor, string Indicator, List<Place> Places, Period Period)
    {
        public bool IsWeek { get; init; }
    }

    private sealed record Standing(List<IndicatorValue> Values, IReadOnlyList<FigureTable> Tables);
}
