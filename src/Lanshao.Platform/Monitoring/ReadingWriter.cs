using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>Puts derived readings into the store, in the caller's transaction, and notes what follows from them: the hours to sum anew, and the newest moment of each series.</summary>
/// <param name="session">On the part of the series.</param>
/// <param name="nowUtc">Since when the hours wait.</param>
internal sealed class ReadingWriter(BulkSession session, DateTime nowUtc)
{
    // Asked for every reading, by which an enumeration would make an object each.
    private static readonly string[] Spans = Enum.GetNames<ReadingSpan>();

    // Of the device whose readings are being written: the hours that are noted, and the newest moment of each factor.
    private readonly HashSet<(string Factor, DateTime HourUtc)> _noted = [];
    private readonly Dictionary<string, DerivedValue> _newest = new(StringComparer.Ordinal);

    /// <summary>Writes readings in the order in which the table lies, and of one moment in the order of their frames: neighbours lie on one page.</summary>
    public void Write(List<DerivedReading> readings)
    {
        readings.Sort();
        if (session.Kind == StoreKind.PostgreSql)
        {
            new ReadingCopy(session, nowUtc).Write(readings, Change);
            return;
        }

        for (var from = 0; from < readings.Count;)
        {
            var device = readings[from].Device;
            for (; from < readings.Count && readings[from].Device == device; from++)
            {
                Write(readings[from]);
            }

            foreach (var newest in _newest.Values)
            {
                _ = session.Execute(SeriesSql.PutLatest, newest.Factor, device, newest.StartUtc, newest.Number, newest.Flag, newest.IsValid);
            }

            _noted.Clear();
            _newest.Clear();

            // A thread that computes without a break holds back those who bring a frame to the disk and its acknowledgement to the device, by some milliseconds each time.
            _ = Thread.Yield();
        }
    }

    private void Write(in DerivedReading reading)
    {
        var value = reading.Value;
        if ((Insert(reading) || Change(reading)) && value.Span != ReadingSpan.Day && _noted.Add((value.Factor, reading.HourUtc)))
        {
            _ = session.Execute(SeriesSql.InsertRollupDue, reading.Device, value.Factor, reading.HourUtc, nowUtc);
        }

        if (value.Span == ReadingSpan.Realtime)
        {
            _newest[value.Factor] = value;
        }
    }

    private bool Insert(in DerivedReading reading)
    {
        var (device, value, seq) = reading;
        return session.Execute(
            SeriesSql.InsertReading,
            device, value.Factor, Spans[(int)value.Span], value.StartUtc, value.Number, value.Least, value.Most, value.Total, value.Text, value.Flag, value.IsValid, (int)value.Doubts, seq) > 0;
    }

    // One that is there stays as an earlier one when a later frame says otherwise; the same again changes nothing.
    private bool Change(DerivedReading reading)
    {
        var (device, value, seq) = reading;
        var isOther = session.Execute(
            SeriesSql.KeepEarlierReading,
            device, value.Factor, Spans[(int)value.Span], value.StartUtc, seq, value.Number, value.Least, value.Most, value.Total, value.Flag, (int)value.Doubts) > 0;
        return isOther && session.Execute(
            SeriesSql.ReplaceReading,
            device, value.Factor, Spans[(int)value.Span], value.StartUtc, value.Number, value.Least, value.Most, value.Total, value.Text, value.Flag, value.IsValid, (int)value.Doubts, seq) > 0;
    }
}
