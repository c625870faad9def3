using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Late;

/// <summary>What one turn of an import (applied, undone) changed of one station.</summary>
/// <param name="Device">The station.</param>
/// <param name="Batch">The import.</param>
/// <param name="IsUndone">Whether the import was taken back.</param>
/// <param name="AtUtc">When.</param>
/// <param name="From">The first civil day.</param>
/// <param name="To">The last civil day.</param>
/// <param name="Changes">Every sum that changed, in the order of factors and times; the hours, days and months that are over.</param>
public sealed record ImportedChange(Device Device, ImportBatch Batch, bool IsUndone, DateTime AtUtc, DateOnly From, DateOnly To, IReadOnlyList<LateChange> Changes)
{
    /// <summary>Gets how many hours changed.</summary>
    public int Hours => Changes.Count(change => change.Span == RollupSpan.Hour);

    /// <summary>Gets whether a figure that stood is another now or none; the first hours of an empty stretch are no correction.</summary>
    public bool Corrects => Changes.Any(change => change.WasOver && change.Before?.Shown is { } stood && stood != change.After?.Shown);
}

/// <summary>What imports of hours (table, typed rows) and their undoing changed, told by the rows of the import itself: they keep what was and what is.</summary>
public static class ImportedChanges
{
    private static readonly Dictionary<string, HourItems> Kinds = new(StringComparer.Ordinal)
    {
        [ImportReadings.Code] = HourItems.Air,
        [ImportStationHours.Noise.Kind.Code] = ImportStationHours.Noise.Items,
        [ImportStationHours.Weather.Kind.Code] = ImportStationHours.Weather.Items,
    };

    /// <summary>Returns what a line of the feed about imported hours means; null where its station or import is no more.</summary>
    public static async Task<ImportedChange?> ReadAsync(LanshaoContext db, MonitoringStores stores, Change news, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stores);
        var slash = news.Key.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !Guid.TryParse(news.Key.AsSpan(0, slash), out var id) || await db.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, ct) is not { } batch || !Kinds.TryGetValue(batch.Kind, out var items))
        {
            return null;
        }

        var station = news.Key[(slash + 1)..];
        if ((await StationNames.ReadAsync(db, ct)).NumberOf(station) is not { } number)
        {
            return null;
        }

        var device = await db.Set<Device>().AsNoTracking().SingleAsync(known => known.Number == number, ct);
        var isUndone = await db.Set<Change>().AnyAsync(earlier => earlier.Room == news.Room && earlier.Kind == news.Kind && earlier.Key == news.Key && earlier.Sequence < news.Sequence, ct);
        var days = await DaysAsync(db, id, station, isUndone, ct);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var changes = items.All.SelectMany(item => new ImportedSums(session, device, item.Factor, news.AtUtc).Changes([.. days.Select(day => (day.Day, day.Before?.HoursOf(item.Word), day.After?.HoursOf(item.Word)))])).ToList();
        return days.Count == 0 ? null : new(device, batch, isUndone, news.AtUtc, days[0].Day, days[^1].Day, changes);
    }

    /// <summary>Returns whether hours of the change still wait for their sums.</summary>
    public static async Task<bool> IsWaitingAsync(MonitoringStores stores, ImportedChange change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stores);
        ArgumentNullException.ThrowIfNull(change);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        return session.Number(LateSql.WaitingHours, change.Device.Number, ChinaTime.StartUtc(change.From), ChinaTime.StartUtc(change.To.AddDays(1))) > 0;
    }

    private static async Task<List<(DateOnly Day, ReadingDay? Before, ReadingDay? After)>> DaysAsync(LanshaoContext db, Guid batch, string station, bool isUndone, CancellationToken ct)
    {
        var prefix = station + "|";
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(row => row.BatchId == batch && row.Key.StartsWith(prefix)).Changing().ToListAsync(ct);
        return
        [
            .. from row in rows
               let key = ReadingDay.Of(row.Key)
               where key.Station == station
               orderby key.Day
               let was = row.BeforeAs<ReadingDay>()
               let said = row.AfterAs<ReadingDay>()
               select isUndone ? (key.Day, said, was) : (key.Day, was, said),
        ];
    }
}
