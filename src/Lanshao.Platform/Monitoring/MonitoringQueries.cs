using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>What others ask of the room.</summary>
public static class MonitoringQueries
{
    private const string Room = "Monitoring";

    /// <summary>Returns how far the journal has been worked off, as it is stored.</summary>
    public static Task<long> MarkAsync(LanshaoContext series, CancellationToken ct) =>
        series.Set<DerivationMark>().AsNoTracking().Where(mark => mark.Name == Derivation.MarkName).Select(mark => mark.Seq).SingleOrDefaultAsync(ct);

    /// <summary>Returns the place in the change feed at which the register last changed.</summary>
    public static async Task<long> RegisterChangedAtAsync(LanshaoContext db, CancellationToken ct) =>
        await db.Set<Change>().AsNoTracking().Where(change => change.Room == Room).OrderByDescending(change => change.Sequence).Select(change => change.Sequence).FirstOrDefaultAsync(ct);
}
