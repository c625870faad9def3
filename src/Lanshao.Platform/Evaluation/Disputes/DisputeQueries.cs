using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Disputes;

/// <summary>What pages ask about disputes.</summary>
public static class DisputeQueries
{
    /// <summary>Returns the disputes received in a span, the newest first.</summary>
    public static async Task<IReadOnlyList<Dispute>> ListAsync(LanshaoContext db, DateOnly from, DateOnly to, int most, CancellationToken ct) =>
        await db.Set<Dispute>().AsNoTracking().Where(dispute => dispute.ReceivedOn >= from && dispute.ReceivedOn <= to).OrderByDescending(dispute => dispute.ReceivedOn).ThenByDescending(dispute => dispute.FiledUtc).Take(most).ToListAsync(ct);

    /// <summary>Returns the disputes received before a day that nobody has answered, the oldest first.</summary>
    public static async Task<IReadOnlyList<Dispute>> WaitingAsync(LanshaoContext db, DateOnly before, int most, CancellationToken ct) =>
        await db.Set<Dispute>().AsNoTracking().Where(dispute => dispute.ReceivedOn < before && dispute.Outcome == null).OrderBy(dispute => dispute.ReceivedOn).ThenBy(dispute => dispute.FiledUtc).Take(most).ToListAsync(ct);

    /// <summary>Returns the disputes about one figure, the newest first.</summary>
    public static async Task<IReadOnlyList<Dispute>> AboutAsync(LanshaoContext db, string indicator, Place place, Period period, CancellationToken ct) =>
        await db.Set<Dispute>().AsNoTracking().Where(dispute => dispute.Indicator == indicator && dispute.Place == place && dispute.Period == period).OrderByDescending(dispute => dispute.FiledUtc).ToListAsync(ct);
}
