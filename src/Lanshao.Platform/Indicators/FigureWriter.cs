using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Indicators;

/// <summary>The one place that puts values into the store: each is a new revision, the one before it ends, none is overwritten.</summary>
internal sealed class FigureWriter
{
    private readonly LanshaoContext _db;
    private readonly Dictionary<string, IndicatorValue> _latest;

    private FigureWriter(LanshaoContext db, Dictionary<string, IndicatorValue> latest)
    {
        _db = db;
        _latest = latest;
    }

    /// <summary>Looks up the latest revisions of all values of some periods.</summary>
    public static async Task<FigureWriter> OpenAsync(LanshaoContext db, IReadOnlyCollection<Period> periods, CancellationToken ct)
    {
        var stored = await db.Set<IndicatorValue>().Where(value => periods.Contains(value.Period)).ToListAsync(ct);
        return new(db, stored.GroupBy(value => FigureRow.Of(value).Key()).ToDictionary(same => same.Key, same => same.MaxBy(value => value.Revision)!, StringComparer.Ordinal));
    }

    /// <summary>Writes the next revision of a value, or ends it where nothing follows.</summary>
    public Refusal? Write(string key, FigureRow? after, IndicatorValue.Provenance provenance)
    {
        var before = _latest.GetValueOrDefault(key);
        if (before is { EndedUtc: null } && before.End(after is null ? IndicatorValue.Withdrawn : IndicatorValue.Replaced, provenance.By, provenance.AtUtc) is { IsRefused: true, Refusal: var refusal })
        {
            return refusal;
        }

        if (after is not null && Place.TryParse(after.Place, out var place) && Period.TryParse(after.Period, out var period))
        {
            var value = IndicatorValue.Of(after, place, period, (before?.Revision ?? 0) + 1, provenance);
            _db.Add(value);
            _latest[key] = value;
        }

        return null;
    }

    /// <summary>Writes the next revision unless the value that stands says the same; tells whether it did.</summary>
    public bool WriteIfNew(FigureRow figure, IndicatorValue.Provenance provenance)
    {
        var key = figure.Key();
        if (_latest.GetValueOrDefault(key) is { EndedUtc: null } standing && FigureRow.Of(standing) == figure)
        {
            return false;
        }

        return Write(key, figure, provenance) is null;
    }
}
