using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>The days of stations in the store, as the imports of one kind of station read and write them beside what devices report.</summary>
/// <param name="items">The items of the kind.</param>
internal sealed class StoredDays(HourItems items)
{
    /// <summary>Returns what the store holds for some keys.</summary>
    public async Task<IReadOnlyDictionary<string, ReadingDay>> CurrentOfAsync(LanshaoContext db, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var stations = await StationNames.ReadAsync(db, ct);
        await using var session = await BulkSession.OpenAsync((await Store.BesideAsync(db, DataPart.Series, ct)).Value!, DataPart.Series, ct);
        var current = new Dictionary<string, ReadingDay>(StringComparer.Ordinal);
        foreach (var station in keys.Where(key => key.Length > 0).Select(ReadingDay.Of).GroupBy(key => key.Station))
        {
            var (first, last) = (station.Min(key => key.Day), station.Max(key => key.Day));
            var stored = ImportedHours.Read(session, stations.NumberOf(station.Key), items, first, last.DayNumber - first.DayNumber + 1);
            foreach (var (_, day) in station)
            {
                if (ReadingDay.Of(station.Key, day, items, item => stored.Imported(item, day)) is { } held)
                {
                    current[ReadingDay.KeyOf(station.Key, day)] = held;
                }
            }
        }

        return current;
    }

    /// <summary>Registers stations that nobody knows. The register is saved before the first reading is: no reading ever stands under a number that a station may still lose.</summary>
    public async Task<Refusal?> RegisterAsync(LanshaoContext db, ImportBatch batch, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (batch.Findings.FirstOrDefault(finding => finding.Code == ImportReadings.UnknownStations) is not { } finding)
        {
            return null;
        }

        var keys = await db.Set<ImportRow>().AsNoTracking().Where(row => row.BatchId == batch.Id && row.After != null).OrderBy(row => row.Seq).Select(row => row.Key).ToListAsync(ct);
        var stations = await StationNames.ReadAsync(db, ct);
        var unknown = keys.Select(key => ReadingDay.Of(key).Station).Distinct().Where(station => stations.NumberOf(station) is null).ToList();
        if (unknown.Count == 0)
        {
            return null;
        }

        await StationNames.RegisterAsync(db, unknown, items.Station, DeviceWords.Tiers[finding.Arguments["tier"]], ct);
        return await db.SaveAsync(actor, clock, ct);
    }

    /// <summary>Writes the days that a batch changes, station by station.</summary>
    public async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<ReadingDay> writing, CancellationToken ct)
    {
        var stations = await StationNames.ReadAsync(db, ct);
        var series = await Store.BesideAsync(db, DataPart.Series, ct);
        if (series.IsRefused)
        {
            return series.Refusal;
        }

        await using var session = await BulkSession.OpenAsync(series.Value, DataPart.Series, ct);
        foreach (var station in writing.Changes.GroupBy(change => ReadingDay.Of(change.Key).Station))
        {
            if (stations.NumberOf(station.Key) is not { } device)
            {
                return Refusal.Conflict("MON-027", ("station", station.Key));
            }

            var changes = station.OrderBy(change => ReadingDay.Of(change.Key).Day).ToList();
            await new HourWriter(session, device, items, writing.Batch.Id).WriteAsync(changes, ct);
            db.Announce(NewsOf(writing.Batch.Id, station.Key, changes));
        }

        return null;
    }

    // One link of the chain for all days of a station: their digest binds each hour.
    private static BulkChange NewsOf(Guid batch, string station, List<RowChange<ReadingDay>> changes)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var change in changes)
        {
            digest.AppendData(Encoding.UTF8.GetBytes($"{change.Key}\n{StagedJson.Write(change.Before)}\n{StagedJson.Write(change.After)}\n"));
        }

        var rows = changes.Sum(change => Math.Max(change.After?.Values ?? 0, change.Before?.Values ?? 0));
        return new("Monitoring", nameof(Reading), $"{batch:D}/{station}", rows, Convert.ToHexStringLower(digest.GetHashAndReset()), ReadingDay.Of(changes[0].Key).Day, ReadingDay.Of(changes[^1].Key).Day);
    }
}
