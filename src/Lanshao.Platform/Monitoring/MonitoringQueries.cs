using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>What has left the store by its settings; sums of hours, days and months never do.</summary>
/// <param name="FramesUtc">Frames that came before this instant are gone; null where none are.</param>
/// <param name="ReadingsUtc">Readings of moments and minutes before this instant are gone; null where none are.</param>
public sealed record ExpiredBefore(DateTime? FramesUtc, DateTime? ReadingsUtc);

/// <summary>What others ask of the room.</summary>
public static class MonitoringQueries
{
    private const string Room = "Monitoring";

    /// <summary>Returns how far the journal has been worked off, as it is stored.</summary>
    public static Task<long> MarkAsync(LanshaoContext series, CancellationToken ct) =>
        series.Set<DerivationMark>().AsNoTracking().Where(mark => mark.Name == Derivation.MarkName).Select(mark => mark.Seq).SingleOrDefaultAsync(ct);

    /// <summary>Returns before which instants frames and readings have left the store.</summary>
    public static async Task<ExpiredBefore> ExpiredBeforeAsync(LanshaoContext series, CancellationToken ct)
    {
        var marks = await series.Set<DerivationMark>().AsNoTracking().Where(mark => mark.Name == DeleteExpired.FramesMarkName || mark.Name == DeleteExpired.MarkName).ToDictionaryAsync(mark => mark.Name, mark => mark.Seq, ct);
        DateTime? Of(string name) => marks.TryGetValue(name, out var milliseconds) ? DateTime.UnixEpoch.AddMilliseconds(milliseconds) : null;
        return new(Of(DeleteExpired.FramesMarkName), Of(DeleteExpired.MarkName));
    }

    /// <summary>Returns the place in the change feed at which the register last changed.</summary>
    public static async Task<long> RegisterChangedAtAsync(LanshaoContext db, CancellationToken ct) =>
        await db.Set<Change>().AsNoTracking().Where(change => change.Room == Room).OrderByDescending(change => change.Sequence).Select(change => change.Sequence).FirstOrDefaultAsync(ct);
}
