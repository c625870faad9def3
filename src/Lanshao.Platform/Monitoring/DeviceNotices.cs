using System.Collections.Concurrent;
using System.Net;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>What a receiver noticed of believed devices, on its way into the store: nobody who sends waits for it.</summary>
public sealed class DeviceNotices
{
    private const int Most = 50_000;
    private readonly ConcurrentQueue<Seen> _seen = new();

    /// <summary>Notes that a device speaks on another connection than before.</summary>
    /// <param name="mn">The device.</param>
    /// <param name="from">From where it speaks.</param>
    /// <param name="other">From where it speaks, too, on a connection that lives; null where there is none.</param>
    /// <param name="atUtc">When.</param>
    public void Came(string mn, IPAddress from, IPAddress? other, DateTime atUtc)
    {
        if (_seen.Count < Most)
        {
            _seen.Enqueue(new(mn, AddressRanges.Of(from), other is null ? null : $"{other}、{from}", atUtc));
        }
    }

    /// <summary>Stores what was noticed; returns how many notices that raised.</summary>
    public async Task<int> FlushAsync(Store series, CancellationToken ct)
    {
        if (_seen.IsEmpty)
        {
            return 0;
        }

        var (raised, taken) = (0, _seen.ToArray());
        await using var session = await BulkSession.OpenAsync(series, DataPart.Series, ct);
        await session.BeginAsync(ct);
        foreach (var seen in taken)
        {
            raised += Put(session, seen);
        }

        await session.CommitAsync(ct);
        for (var i = 0; i < taken.Length; i++)
        {
            _ = _seen.TryDequeue(out _);
        }

        return raised;
    }

    /// <summary>Raises a notice in the caller's transaction, or counts it where it was raised on that day.</summary>
    internal static void Raise(BulkSession session, string mn, DeviceNoticeKind kind, string detail, DateTime atUtc) =>
        session.Execute(SeriesSql.RaiseDeviceNotice, mn, kind, detail, ChinaTime.StartUtc(ChinaTime.DayOf(atUtc)), atUtc);

    // The first range of a device is where it stands; each further one is news.
    private static int Put(BulkSession session, Seen seen)
    {
        var raised = 0;
        if (session.Execute(SeriesSql.InsertDeviceNetwork, seen.Mn, seen.Network, seen.AtUtc) == 0)
        {
            _ = session.Execute(SeriesSql.TouchDeviceNetwork, seen.Mn, seen.Network, seen.AtUtc);
        }
        else if (session.Number(SeriesSql.CountDeviceNetworks, seen.Mn) > 1)
        {
            Raise(session, seen.Mn, DeviceNoticeKind.NewNetwork, seen.Network, seen.AtUtc);
            raised++;
        }

        if (seen.Both is { } both)
        {
            Raise(session, seen.Mn, DeviceNoticeKind.TwoConnections, both, seen.AtUtc);
            raised++;
        }

        return raised;
    }

    private readonly record struct Seen(string Mn, string Network, string? Both, DateTime AtUtc);
}
