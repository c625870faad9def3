using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Held;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts;

/// <summary>What the journal does not tell: hours that a table brought or corrected, and hours and frames that two posts decided about. Their nights are judged again.</summary>
/// <param name="db">The store.</param>
internal sealed class HourNews(LanshaoContext db)
{
    internal const string MarkName = "alerts.feed";
    private const string Room = "Monitoring";

    /// <summary>Notes since when each device has something new; returns how far the feed was read.</summary>
    public async Task<long> SeeAsync(IReadOnlyCollection<Device> devices, Dictionary<int, DateTime> touched, CancellationToken ct)
    {
        // What lies in the feed before the rules first ran was judged, or is too old to be.
        var newest = await MonitoringQueries.RegisterChangedAtAsync(db, ct);
        if (await db.Set<AlertMark>().AsNoTracking().Where(mark => mark.Name == MarkName).Select(mark => (long?)mark.Seq).SingleOrDefaultAsync(ct) is not { } at || at >= newest)
        {
            return newest;
        }

        var changes = await db.Set<Change>().AsNoTracking().Where(change => change.Sequence > at && change.Sequence <= newest && change.Room == Room && (change.Kind == nameof(Reading) || change.Kind == nameof(HourReview) || change.Kind == nameof(FrameVerdict))).ToListAsync(ct);
        foreach (var change in changes)
        {
            if (change.FromOn is { } from && await DeviceOfAsync(devices, change, ct) is { } device && (!touched.TryGetValue(device, out var known) || ChinaTime.StartUtc(from) < known))
            {
                touched[device] = ChinaTime.StartUtc(from);
            }
        }

        return newest;
    }

    /// <summary>Stores how far the feed was read: after the nights were judged, so that a run that was killed is repeated.</summary>
    public static async Task MoveAsync(LanshaoContext db, long newest, TimeProvider clock, CancellationToken ct)
    {
        var mark = await db.Set<AlertMark>().SingleOrDefaultAsync(known => known.Name == MarkName, ct);
        if (mark?.Seq == newest)
        {
            return;
        }

        if (mark is null)
        {
            db.Add(new AlertMark(MarkName, newest));
        }
        else
        {
            mark.MoveTo(newest);
        }

        if (await db.SaveAsync(Actor.System, clock, ct) is { } refusal)
        {
            throw new InvalidOperationException($"The mark of the alerts could not be moved: {refusal.Code}.");
        }
    }

    // The key of imported hours is batch/station, that of a review or verdict its id.
    private async Task<int?> DeviceOfAsync(IReadOnlyCollection<Device> devices, Change change, CancellationToken ct)
    {
        if (change.Kind == nameof(HourReview))
        {
            return Guid.TryParse(change.Key, out var id) && await ReviewQueries.FindAsync(db, id, ct) is { } review ? devices.FirstOrDefault(device => device.Number == review.DeviceNumber)?.Number : null;
        }

        if (change.Kind == nameof(FrameVerdict))
        {
            return Guid.TryParse(change.Key, out var verdict) && await db.Set<FrameVerdict>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == verdict && (known.State == VerdictState.Released || known.State == VerdictState.Revokes), ct) is { } released
                ? devices.FirstOrDefault(device => device.Mn == released.Mn)?.Number
                : null;
        }

        var station = change.Key[(change.Key.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return devices.FirstOrDefault(device => device.Mn == station || device.Name == station)?.Number;
    }
}
