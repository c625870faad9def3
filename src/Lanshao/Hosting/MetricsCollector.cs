using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Lanshao.Hosting;

/// <summary>Listens to the meters of this program and of the web server, and keeps the sums that <c>/metrics</c> prints.</summary>
public sealed class MetricsCollector : IDisposable
{
    private const int MostSeries = 2000;
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> _series = new();
    private readonly MeterListener _listener = new();

    public MetricsCollector()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsOurs(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Asks the observable instruments and returns everything kept.</summary>
    public IReadOnlyList<Series> Read()
    {
        _listener.RecordObservableInstruments();
        return [.. _series.Values];
    }

    public void Dispose() => _listener.Dispose();

    private static bool IsOurs(string meter) =>
        meter.StartsWith("Lanshao", StringComparison.Ordinal) || meter is "Microsoft.AspNetCore.Hosting" or "Microsoft.AspNetCore.Server.Kestrel" or "System.Runtime";

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (instrument, MetricsText.Labels(tags));
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= MostSeries)
            {
                return;
            }

            series = _series.GetOrAdd(key, k => new Series(k.Instrument, k.Labels, instrument is Histogram<double> or Histogram<long> or Histogram<int> ? Seconds : null));
        }

        series.Add(value);
    }

    /// <summary>One instrument with one set of labels.</summary>
    public sealed class Series(Instrument instrument, string labels, double[]? bounds)
    {
        private readonly Lock _gate = new();
        private readonly long[] _buckets = new long[bounds?.Length ?? 0];
        private double _sum;
        private long _count;

        public Instrument Instrument { get; } = instrument;

        public string Labels { get; } = labels;

        public double[]? Bounds { get; } = bounds;

        /// <summary>Returns sum, count and the running counts of the buckets, taken together.</summary>
        public (double Sum, long Count, long[] Buckets) Read()
        {
            lock (_gate)
            {
                return (_sum, _count, [.. _buckets]);
            }
        }

        internal void Add(double value)
        {
            lock (_gate)
            {
                _count++;
                _sum = Instrument.IsObservable || MetricsText.IsGauge(Instrument) ? value : _sum + value;
                for (var at = 0; at < _buckets.Length; at++)
                {
                    _buckets[at] += value <= Bounds![at] ? 1 : 0;
                }
            }
        }
    }
}
