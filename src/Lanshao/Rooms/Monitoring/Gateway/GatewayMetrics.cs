using System.Diagnostics.Metrics;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>The gateway's figures for <c>/metrics</c>.</summary>
internal sealed class GatewayMetrics
{
    public const string MeterName = "Lanshao.Gateway";

    public GatewayMetrics(IMeterFactory meters, GatewayWork work)
    {
        var gateway = work.Gateway;
        var meter = meters.Create(MeterName);
        var counts = gateway.Counts;
        _ = meter.CreateObservableGauge("lanshao.gateway.connections", () => gateway.Connections, description: "Open connections of devices.");
        _ = meter.CreateObservableGauge("lanshao.gateway.waiting", () => gateway.Journal.Waiting, description: "Frames that wait for the journal.");
        _ = meter.CreateObservableGauge("lanshao.gateway.stuck", () => gateway.Journal.IsStuck ? 1 : 0, description: "1 while frames cannot be stored and nothing is acknowledged.");
        _ = meter.CreateObservableGauge("lanshao.derivation.lag", () => work.Lag, description: "Frames in the journal that have given no readings yet.");
        _ = meter.CreateObservableGauge("lanshao.gateway.frames.stored", () => gateway.Journal.Accepted, description: "Frames stored since the start.");
        _ = meter.CreateObservableGauge("lanshao.gateway.frames.resent", () => gateway.Journal.Resent, description: "Frames that were there already.");
        if (work.Outlet is { } outlet)
        {
            _ = meter.CreateObservableGauge("lanshao.queue.waiting", () => outlet.Waiting, description: "Frames that wait for the queue.");
            _ = meter.CreateObservableGauge("lanshao.queue.confirmed", () => outlet.Confirmed, description: "Frames that the queue has confirmed since the start.");
            _ = meter.CreateObservableGauge("lanshao.queue.away", () => outlet.IsAway ? 1 : 0, description: "1 while the queue does not take frames and nothing is acknowledged.");
        }

        if (work.Intake is { } intake)
        {
            _ = meter.CreateObservableGauge("lanshao.queue.unreadable", () => intake.Unreadable, description: "Messages of the queue that could not be read since the start.");
        }

        _ = meter.CreateObservableGauge("lanshao.gateway.frames.judged", () => Enum.GetValues<Belief>().Select(belief => new Measurement<long>(counts.Of(belief), new KeyValuePair<string, object?>("belief", $"{belief}"))), description: "Right frames by what was made of their sender.");
        _ = meter.CreateObservableGauge("lanshao.gateway.falls", () => work.Steady.Select(steady => new Measurement<long>(steady.Falls, new KeyValuePair<string, object?>("work", steady.Name))), description: "How often work behind the gateway was ended by a fault and began again.");
        _ = meter.CreateObservableGauge("lanshao.gateway.down", () => work.Steady.Select(steady => new Measurement<long>(steady.IsDown ? 1 : 0, new KeyValuePair<string, object?>("work", steady.Name))), description: "1 while such work lies.");
        _ = meter.CreateObservableGauge("lanshao.gateway.limits", () => new Measurement<long>[]
        {
            new(counts.Refused, Tag("refused connections")), new(counts.Closed, Tag("closed connections")), new(counts.Slowed, Tag("slowed frames")), new(counts.GarbageBytes, Tag("garbage bytes")),
            new(counts.Malformed, Tag("frames without identity")), new(counts.Encrypted, Tag("encrypted frames")), new(counts.Faulted, Tag("faulted connections")), new(gateway.Quarantine.Lost, Tag("frames lost to quarantine's bounds")),
        }, description: "What went over a limit since the start.");
    }

    private static KeyValuePair<string, object?> Tag(string what) => new("what", what);
}
