using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>What held frames say as their device means it, and what the frames before them say that they do not.</summary>
/// <param name="Readings">The values of the held frames.</param>
/// <param name="Overruled">Values of the frames that they contradict, which they do not repeat.</param>
internal sealed record HeldValues(IReadOnlyList<DerivedReading> Readings, IReadOnlyList<DerivedReading> Overruled)
{
    /// <summary>Reads them out of the journal.</summary>
    public static HeldValues Read(BulkSession journal, Device device, IReadOnlyList<HeldFrame> frames)
    {
        var meaning = new FrameValues(FactorSetting.TryParse(device.Factors, out var settings, out _) ? settings : []);
        var (readings, before) = (new List<DerivedReading>(), new List<DerivedReading>());
        foreach (var frame in frames)
        {
            readings.AddRange(ValuesOf(journal, device, meaning, Stored(journal, SeriesSql.FrameOf, frame.Seq)));
            if (frame.Reason == HeldReason.OtherContent)
            {
                before.AddRange(ValuesOf(journal, device, meaning, Stored(journal, SeriesSql.FramesBefore, frame.Seq)));
            }
        }

        return new(readings, [.. before.Where(value => !readings.Exists(said => said.IsOfMoment(value)))]);
    }

    /// <summary>Reads a stored frame: its values, put together with its parts where it is one of several.</summary>
    internal static IReadOnlyList<DerivedValue> ValuesOf(BulkSession journal, Segment segment, string mn, long seq, DateTime receivedUtc, FrameValues meaning, DerivedValues room) =>
        !PartMerger.IsPart(segment, out _, out _) ? meaning.Read(segment, receivedUtc, room)
        : PartedMessage.Read(journal, segment, mn, seq) is { } whole ? meaning.Read(new Segment(whole), receivedUtc, room)
        : [];

    private static List<(long Seq, DateTime ReceivedUtc, byte[] Bytes)> Stored(BulkSession journal, string sql, long seq)
    {
        var frames = new List<(long, DateTime, byte[])>();
        using var rows = journal.Rows(sql, seq);
        while (rows.Next())
        {
            frames.Add((rows.Number(0), rows.InstantUtc(1), rows.Bytes(2)));
        }

        return frames;
    }

    private static List<DerivedReading> ValuesOf(BulkSession journal, Device device, FrameValues meaning, List<(long Seq, DateTime ReceivedUtc, byte[] Bytes)> frames)
    {
        var (readings, room) = (new List<DerivedReading>(), new DerivedValues());
        foreach (var (seq, receivedUtc, bytes) in frames)
        {
            var reading = FrameReader.Read(bytes, ended: true);
            var segment = new Segment(reading.Status == FrameStatus.Frame ? reading.Frame.Segment : default);
            readings.AddRange(ValuesOf(journal, segment, device.Mn, seq, receivedUtc, meaning, room).Select(value => new DerivedReading(device.Number, value, seq)));
        }

        return readings;
    }
}
