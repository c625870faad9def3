using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Lanshao.Hosting;

/// <summary>The Prometheus text format, version 0.0.4.</summary>
public static class MetricsText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<MetricsCollector.Series> all)
    {
        var text = new StringBuilder();
        foreach (var group in all.GroupBy(series => Name(series.Instrument)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var instrument = group.First().Instrument;
            text.Append("# HELP ").Append(group.Key).Append(' ').Append(Help(instrument.Description)).Append('\n');
            text.Append("# TYPE ").Append(group.Key).Append(' ').Append(Kind(instrument)).Append('\n');
            foreach (var series in group.OrderBy(s => s.Labels, StringComparer.Ordinal))
            {
                Append(text, group.Key, series);
            }
        }

        return text.ToString();
    }

    /// <summary>Returns <c>a="b",c="d"</c>, sorted, so that equal tags give equal text.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return string.Empty;
        }

        var pairs = new List<string>(tags.Length);
        foreach (var (name, value) in tags)
        {
            pairs.Add($"{Word(name)}=\"{Value(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty)}\"");
        }

        pairs.Sort(StringComparer.Ordinal);
        return string.Join(',', pairs);
    }

    public static bool IsGauge(Instrument instrument) => Root(instrument) is "Gauge`1" or "ObservableGauge`1" or "ObservableUpDownCounter`1";

    private static void Append(StringBuilder text, string name, MetricsCollector.Series series)
    {
        var (sum, count, buckets) = series.Read();
        if (series.Bounds is not { } bounds)
        {
            Line(text, name, series.Labels, sum);
            return;
        }

        var comma = series.Labels.Length == 0 ? string.Empty : ",";
        for (var at = 0; at < bounds.Length; at++)
        {
            Line(text, name + "_bucket", $"{series.Labels}{comma}le=\"{Number(bounds[at])}\"", buckets[at]);
        }

        Line(text, name + "_bucket", $"{series.Labels}{comma}le=\"+Inf\"", count);
        Line(text, name + "_sum", series.Labels, sum);
        Line(text, name + "_count", series.Labels, count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Name(Instrument instrument)
    {
        var name = Word(instrument.Name);
        name = instrument.Unit == "s" && !name.EndsWith("_seconds", StringComparison.Ordinal) ? name + "_seconds" : name;
        return Kind(instrument) == "counter" && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    private static string Kind(Instrument instrument) => Root(instrument) switch
    {
        "Counter`1" or "ObservableCounter`1" => "counter",
        "Histogram`1" => "histogram",
        _ => "gauge",
    };

    private static string Root(Instrument instrument) => instrument.GetType().Name;

    private static string Word(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Help(string? text) => (text ?? string.Empty).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Value(string text) =>
        LogText.Shown(text);
}
