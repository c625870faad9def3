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

    /// <summary>Writes readings in the order in which the table lies, and of one moment in the order of their frames: neighbours lie on one page.</summary>
    public void Write(List<DerivedReading> readings)
    {
        readings.Sort();
        if (session.Kind == StoreKind.PostgreSql)
        {
            new ReadingCopy(session, nowUtc).Write(readings, Change);
            return;
        }

        DerivedReading? noted = null;
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            if ((Insert(reading) || Change(reading)) && reading.Value.Span != ReadingSpan.Day && !(noted is { } hour && hour.HourUtc == reading.HourUtc && hour.Device == reading.Device && hour.Value.Factor == reading.Value.Factor))
            {
                _ = session.Execute(SeriesSql.InsertRollupDue, reading.Device, reading.Value.Factor, reading.HourUtc, nowUtc);
                noted = reading;
            }

            if (reading.Value.Span == ReadingSpan.Realtime && (i + 1 == readings.Count || !readings[i + 1].IsOfSeries(reading)))
            {
                _ = session.Execute(SeriesSql.PutLatest, reading.Value.Factor, reading.Device, reading.Value.StartUtc, reading.Value.Number, reading.Value.Flag, reading.Value.IsValid);
            }
        }
    }

    private bool Insert(DerivedReading reading)
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
