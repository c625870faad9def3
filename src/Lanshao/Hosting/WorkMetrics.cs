using System.Data.Common;
using System.Diagnostics.Metrics;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Feed;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Hosting;

/// <summary>What stands in the store and is to be watched: jobs by kind and state, how long the oldest waits, how far every consumer of the change feed is behind. Read anew whenever somebody asks for the metrics.</summary>
public sealed class WorkMetrics
{
    public const string MeterName = "Lanshao.Work";
    private readonly JobKinds _kinds;
    private readonly TimeProvider _clock;
    private Measurement<long>[] _jobs = [];
    private Measurement<long>[] _lags = [];
    private Measurement<long>[] _newest = [];
    private Measurement<double>[] _waiting = [];

    public WorkMetrics(IMeterFactory meters, JobKinds kinds, TimeProvider clock)
    {
        (_kinds, _clock) = (kinds, clock);
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge("lanshao.jobs", () => _jobs, description: "Jobs by kind and state; ended ones are forgotten after 90 days.");
        meter.CreateObservableGauge("lanshao.jobs.oldest_waiting", () => _waiting, "s", "How long the oldest job that could begin has been waiting.");
        meter.CreateObservableGauge("lanshao.feed.lag", () => _lags, description: "Changes that a consumer of the change feed has not seen.");
        meter.CreateObservableGauge("lanshao.feed.newest", () => _newest, description: "The newest change of the feed.");
    }

    /// <summary>Reads the figures out of the store. A store that is away leaves the last ones standing: /health/ready says so.</summary>
    public async Task ReadAsync(LanshaoContext db, CancellationToken ct)
    {
        try
        {
            var now = ChinaTime.NowUtc(_clock);
            var counts = (await JobQueries.CountsAsync(db, ct)).ToDictionary(count => (count.Kind, count.State), count => count.Count);
            var lags = await FeedLag.AllAsync(db, RoomWork.Consumers.Select(consumer => consumer.Name), ct);
            var since = await JobQueries.WaitingSinceAsync(db, now, ct);
            _newest = [new(await FeedLag.NewestAsync(db, ct))];
            _lags = [.. lags.Select(lag => new Measurement<long>(lag.Lag, Tag("consumer", lag.Consumer)))];
            _waiting = [new(since is { } oldest ? (now - oldest).TotalSeconds : 0)];

            // Every state of every kind is said, also with 0: a series that falls silent would keep its last figure.
            _jobs = [.. from kind in _kinds.All.Select(kind => kind.Code).Union(counts.Keys.Select(key => key.Kind))
                        from state in Enum.GetValues<JobState>()
                        select new Measurement<long>(counts.GetValueOrDefault((kind, state)), Tag("kind", kind), Tag("state", $"{state}".ToLowerInvariant()))];
        }
        catch (Exception away) when (away is DbException or InvalidOperationException)
        {
            // The other figures are still worth telling.
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
