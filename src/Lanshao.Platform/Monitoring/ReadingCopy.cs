using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>Puts many readings into PostgreSQL at once: which of them are there is asked in one query, the others go in by binary copy. Row by row each would cost a turn over the wire.</summary>
/// <param name="session">On the part of the series, in a transaction that has its turn: nobody else writes meanwhile.</param>
/// <param name="nowUtc">Since when the hours wait.</param>
internal sealed class ReadingCopy(BulkSession session, DateTime nowUtc)
{
    /// <param name="readings">In the order of the table.</param>
    /// <param name="change">Changes a reading that is there; returns whether it did.</param>
    public void Write(List<DerivedReading> readings, Func<DerivedReading, bool> change)
    {
        var isThere = Known(readings);
        for (var i = 1; i < readings.Count; i++)
        {
            isThere[i] |= readings[i].IsOfMoment(readings[i - 1]);
        }

        Copy(readings.Where((_, i) => !isThere[i]));
        var changed = readings.Where((reading, i) => !isThere[i] || change(reading)).ToList();
        NoteHours([.. changed.Where(reading => reading.Value.Span != ReadingSpan.Day).Select(reading => (reading.Device, reading.Value.Factor, reading.HourUtc)).Distinct()]);
        PutLatest([.. readings.Where(reading => reading.Value.Span == ReadingSpan.Realtime).GroupBy(reading => (reading.Device, reading.Value.Factor)).Select(moments => moments.Last())]);
    }

    private bool[] Known(List<DerivedReading> readings)
    {
        var isThere = new bool[readings.Count];
        using var rows = session.Rows(
            PostgresSql.KnownReadings,
            readings.ConvertAll(reading => reading.Device).ToArray(), readings.ConvertAll(reading => reading.Value.Factor).ToArray(),
            readings.ConvertAll(reading => $"{reading.Value.Span}").ToArray(), readings.ConvertAll(reading => reading.Value.StartUtc).ToArray());
        while (rows.Next())
        {
            isThere[rows.Number(0) - 1] = true;
        }

        return isThere;
    }

    private void Copy(IEnumerable<DerivedReading> readings)
    {
        using var rows = session.Copy(PostgresSql.CopyReadings);
        foreach (var (device, value, seq) in readings)
        {
            rows.Begin();
            rows.Put(device);
            rows.Put(value.Factor);
            rows.Put($"{value.Span}");
            rows.Put(value.StartUtc);
            rows.Put(value.Number);
            rows.Put(value.Least);
            rows.Put(value.Most);
            rows.Put(value.Total);
            rows.Put(value.Text);
            rows.Put(value.Flag);
            rows.Put(value.IsValid);
            rows.Put((int)value.Doubts);
            rows.Put((long?)seq);
            rows.Put(1);
        }

        rows.Complete();
    }

    private void NoteHours(List<(int Device, string Factor, DateTime HourUtc)> hours) => session.Execute(
        PostgresSql.InsertRollupsDue,
        hours.ConvertAll(hour => hour.Device).ToArray(), hours.ConvertAll(hour => hour.Factor).ToArray(), hours.ConvertAll(hour => hour.HourUtc).ToArray(), nowUtc);

    private void PutLatest(List<DerivedReading> newest) => session.Execute(
        PostgresSql.PutLatest,
        newest.ConvertAll(reading => reading.Value.Factor).ToArray(), newest.ConvertAll(reading => reading.Device).ToArray(), newest.ConvertAll(reading => reading.Value.StartUtc).ToArray(),
        newest.ConvertAll(reading => reading.Value.Number).ToArray(), newest.ConvertAll(reading => reading.Value.Flag).ToArray(), newest.ConvertAll(reading => reading.Value.IsValid).ToArray());
}
