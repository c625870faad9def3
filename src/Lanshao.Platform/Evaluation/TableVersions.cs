using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>The versions of a bulletin (初步表, 市局表到后重新编制的表, 更正后的表): nothing is stored for them, since no value is ever overwritten and each tells from when to when it stood.</summary>
public sealed class TableVersions
{
    private TableVersions(IReadOnlyList<TableVersion> all) => All = all;

    /// <summary>Gets the versions, the first one first; empty while the month has no figure of its own.</summary>
    public IReadOnlyList<TableVersion> All { get; }

    /// <summary>Gets the version that stands; null where there is none.</summary>
    public TableVersion? Newest => All.Count == 0 ? null : All[^1];

    /// <summary>Returns a version by its number from 1; null where there is none.</summary>
    public TableVersion? Find(int? number) => number is { } known && known >= 1 && known <= All.Count ? All[known - 1] : null;

    /// <summary>Returns what a version says otherwise than the one before it; nothing for the first.</summary>
    public IReadOnlyList<TableChange> ChangesOf(TableVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);

        return version.Number == 1 ? [] : TableChange.Between(All[version.Number - 2].Table, version.Table);
    }

    internal static TableVersions Of(TableContext context, IReadOnlyCollection<IndicatorValue> values, int packRevision)
    {
        var own = values.Where(value => IsOwn(context, value)).ToList();
        var first = own.Where(value => value.PeriodBasis == BulletinRows.OwnMonth).Select(value => (DateTime?)value.StoredUtc).Min();
        var moments = own.Select(value => value.StoredUtc).Concat(own.Select(value => value.EndedUtc).OfType<DateTime>()).Where(moment => moment >= first).Distinct().Order().ToList();
        return new([.. moments.Select((moment, at) => Version(context, values, own, moment, at + 1, packRevision))]);
    }

    private static TableVersion Version(TableContext context, IReadOnlyCollection<IndicatorValue> values, List<IndicatorValue> own, DateTime moment, int number, int packRevision) => new(
        number,
        moment,
        FigureTableBuilder.Build(context with { Book = new(values.Where(value => Stood(value, moment))) }, packRevision),
        [.. own.Where(value => value.StoredUtc == moment)],
        own.Count(value => value.EndedUtc == moment && !own.Exists(other => other.StoredUtc == moment && FigureRow.Of(other).Key() == FigureRow.Of(value).Key())));

    // What a table of this month alone can change by: last year's figures and last month's have tables of their own.
    private static bool IsOwn(TableContext context, IndicatorValue value) =>
        value.Basis is FigureBasis.Published or FigureBasis.Computed
        && ((value.Period == context.Period && value.PeriodBasis == BulletinRows.OwnMonth) || (value.Period == BulletinRows.SoFarOf(context.Period) && value.PeriodBasis == BulletinRows.SoFar))
        && context.Areas.Any(area => value.Place == Place.Subdistrict(area.Code));

    private static bool Stood(IndicatorValue value, DateTime moment) => value.StoredUtc <= moment && (value.EndedUtc is null || value.EndedUtc > moment);
}

/// <summary>One version of a bulletin.</summary>
/// <param name="Number">Its number from 1.</param>
/// <param name="AtUtc">The moment from which it stood.</param>
/// <param name="Table">The table as it stood then.</param>
/// <param name="Brought">The values that came at that moment.</param>
/// <param name="Withdrawn">How many values were taken back at that moment, none coming in their place.</param>
public sealed record TableVersion(int Number, DateTime AtUtc, FigureTable Table, IReadOnlyList<IndicatorValue> Brought, int Withdrawn)
{
    /// <summary>Gets how firm the month's own figures are: of the least firm; null where the version has none.</summary>
    public FigureStatus? Status =>
        Table.Rows.Select(row => Table.Cell(row, ColumnContent.Value)?.Values.FirstOrDefault()?.Status).Min();
}
