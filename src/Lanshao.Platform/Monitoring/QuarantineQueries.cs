using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>One MN that waits to be claimed.</summary>
public sealed record WaitingDevice(string Mn, string Remote, DateTime FirstUtc, DateTime LastUtc, int Frames, QuarantineReason Reason, byte[] Newest);

/// <summary>Asks quarantine.</summary>
public static class QuarantineQueries
{
    /// <summary>Returns the MNs that wait, the newest first.</summary>
    public static async Task<List<WaitingDevice>> ListAsync(LanshaoContext series, int most, CancellationToken ct)
    {
        var groups = await series.Set<QuarantinedFrame>().AsNoTracking().GroupBy(frame => frame.Mn)
            .Select(same => new { Mn = same.Key, FirstUtc = same.Min(frame => frame.ReceivedUtc), Count = same.Count(), Last = same.Max(frame => frame.Id) })
            .OrderByDescending(device => device.Last).Take(most).ToListAsync(ct);
        var ids = groups.ConvertAll(device => device.Last);
        var newest = await series.Set<QuarantinedFrame>().AsNoTracking().Where(frame => ids.Contains(frame.Id)).ToDictionaryAsync(frame => frame.Id, ct);
        return [.. groups.Where(device => newest.ContainsKey(device.Last)).Select(device => (Group: device, Frame: newest[device.Last]))
            .Select(pair => new WaitingDevice(pair.Group.Mn, pair.Frame.Remote, pair.Group.FirstUtc, pair.Frame.ReceivedUtc, pair.Group.Count, pair.Frame.Reason, pair.Frame.Bytes))];
    }

    /// <summary>Returns how many MNs wait.</summary>
    public static Task<int> CountAsync(LanshaoContext series, CancellationToken ct) => series.Set<QuarantinedFrame>().AsNoTracking().Select(frame => frame.Mn).Distinct().CountAsync(ct);
}
