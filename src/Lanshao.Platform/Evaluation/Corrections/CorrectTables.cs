using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>Computes the monthly figures of subdistricts anew where corrected hours went into them, and tells what their tables say otherwise. What the city published stays as it is.</summary>
/// <remarks>Computed first, which takes its time; then written with the sheet that tells it, so that neither is ever without the other.</remarks>
internal sealed class CorrectTables
{
    private readonly Pack _pack;
    private readonly List<Due> _due = [];
    private readonly Dictionary<Period, IReadOnlyList<FigureRow>> _rows = [];

    private CorrectTables(Pack pack) => _pack = pack;

    /// <summary>Gets whether no stored month is touched.</summary>
    public bool IsEmpty => _due.Count == 0;

    /// <summary>Computes the months that were computed before, each from a day to the end of its year; writes nothing.</summary>
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
    public async Task<Refusal?> SaveWithAsync(LanshaoContext db, Func<IReadOnlyDictionary<AirItem, Corrected>, Task> add, Actor actor, TimeProvider clock, CancellationToken ct)
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

    private async Task<Outcome<IReadOnlyDictionary<AirItem, Corrected>>> WriteAsync(LanshaoContext db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var before = await StandingAsync(db, ct);
        var published = await PublishFigures.RunAsync(db, [.. _rows.Values.SelectMany(rows => rows)], actor, clock, ct);
        if (published.IsRefused)
        {
            return published.Refusal;
        }

        var (after, corrected) = (await StandingAsync(db, ct), new Dictionary<AirItem, Corrected>());
        for (var at = 0; at < _due.Count; at++)
        {
            var due = _due[at];
            var item = corrected.TryGetValue(due.Item, out var known) ? known : corrected[due.Item] = new([], []);
            item.Ended.AddRange(before[at].Ids.Except(after[at].Ids));
            item.Lines.AddRange(before[at].Tables.Zip(after[at].Tables).SelectMany(pair => TableChange.Between(pair.First, pair.Second)).Select(change => Line(change, due.Month)));
        }

        return corrected;
    }

    private async Task<Refusal?> AddAsync(LanshaoContext db, MonitoringStores stores, Asked asked, CancellationToken ct)
    {
        var areas = await db.Set<Device>().AsNoTracking().Where(device => asked.Mns.Contains(device.Mn) && device.Subdistrict != null).Select(device => device.Subdistrict!).Distinct().ToListAsync(ct);
        foreach (var indicator in _pack.Read(IndicatorList.Part).All.Where(indicator => areas.Count > 0 && SheetStation.ItemOf(indicator) == asked.Item))
        {
            var periods = await FigureQueries.PeriodsAsync(db, indicator.Code, FigureBasis.Computed, BulletinRows.OwnMonth, ct);
            foreach (var month in periods.Where(month => month.To >= asked.From && month.From.Year == asked.From.Year).OrderBy(month => month.From))
            {
                if (asked.SinceUtc is { } since && await IsComputedSinceAsync(db, indicator.Code, month, since, ct))
                {
                    continue;
                }

                if (!_rows.ContainsKey(month))
                {
                    var rows = await ComputeMonth.RowsAsync(db, stores, month, ct);
                    if (rows.IsRefused)
                    {
                        return rows.Refusal;
                    }

                    _rows[month] = rows.Value;
                }

                _due.Add(new(asked.Item, indicator.Code, areas, month));
            }
        }

        return null;
    }

    private static async Task<bool> IsComputedSinceAsync(LanshaoContext db, string indicator, Period month, DateTime sinceUtc, CancellationToken ct) =>
        (await FigureQueries.ValuesAsync(db, [indicator], [month], ct)).Where(value => value.Basis == FigureBasis.Computed).All(value => value.StoredUtc >= sinceUtc);

    private async Task<List<Standing>> StandingAsync(LanshaoContext db, CancellationToken ct)
    {
        var standing = new List<Standing>();
        foreach (var due in _due)
        {
            var tables = _pack.Read(PrintedTables.Part).All.Where(table => table.Layout == TableLayout.Bulletin && table.Indicator == due.Indicator).ToList();
            standing.Add(new(await IdsAsync(db, due, ct), await FigureTables.LoadAsync(db, _pack, tables, due.Month, ct)));
        }

        return standing;
    }

    private static async Task<List<Guid>> IdsAsync(LanshaoContext db, Due due, CancellationToken ct)
    {
        var places = due.Areas.ConvertAll(Place.Subdistrict);
        var values = await FigureQueries.ValuesAsync(db, [due.Indicator], [due.Month, BulletinRows.SoFarOf(due.Month)], ct);
        return [.. values.Where(value => value.Basis == FigureBasis.Computed && places.Contains(value.Place)).Select(value => value.Id)];
    }

    private static CorrectionLine Line(TableChange change, Period month) => new(
        change.Column.Shows is ColumnContent.DistrictRank or ColumnContent.CityRank ? CorrectionLevel.Rank : CorrectionLevel.Table,
        month.ChineseText, $"{change.Row.Name} {change.Column.Heading}", Text(change.Before), Text(change.After));

    private static string? Text(FigureCell cell) => cell.Text.Length == 0 ? null : cell.Text;

    /// <summary>Hours that were corrected.</summary>
    /// <param name="Item">Their item.</param>
    /// <param name="Mns">Whose they are.</param>
    /// <param name="From">From which day on.</param>
    /// <param name="SinceUtc">When they were corrected: what was first computed since has them already; null where that is not known.</param>
    internal sealed record Asked(AirItem Item, IReadOnlyCollection<string> Mns, DateOnly From, DateTime? SinceUtc = null);

    /// <summary>What came of it.</summary>
    /// <param name="Lines">The cells that changed.</param>
    /// <param name="Ended">The stored figures of the stations' own subdistricts that no longer stand.</param>
    internal sealed record Corrected(List<CorrectionLine> Lines, List<Guid> Ended);

    private sealed record Due(AirItem Item, string Indicator, List<string> Areas, Period Month);

    private sealed record Standing(List<Guid> Ids, IReadOnlyList<FigureTable> Tables);
}
