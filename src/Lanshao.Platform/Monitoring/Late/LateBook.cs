using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring.Late;

/// <summary>Which days of which devices the frames of one transaction touch late: a count a day, whatever the number of frames.</summary>
internal sealed class LateBook
{
    /// <summary>How long after the end of its hour a value may come and still be in time: lines that stutter are no news.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private readonly Dictionary<(int Device, DateTime StartUtc), Came> _days = [];

    /// <summary>Takes a frame into account by the time of its values.</summary>
    public void Take(int device, DerivedValue value, DateTime receivedUtc)
    {
        if (value.Span == ReadingSpan.Day || receivedUtc - Rollups.HourOf(value.StartUtc) <= TimeSpan.FromHours(1) + Grace)
        {
            return;
        }

        var day = (device, ChinaTime.StartUtc(ChinaTime.DayOf(value.StartUtc)));
        var known = _days.GetValueOrDefault(day, new(0, receivedUtc, receivedUtc));
        _days[day] = new(known.Frames + 1, receivedUtc < known.FirstUtc ? receivedUtc : known.FirstUtc, receivedUtc > known.LastUtc ? receivedUtc : known.LastUtc);
    }

    /// <summary>Writes the notes, in the transaction of the readings.</summary>
    public void Write(BulkSession session, DateTime nowUtc)
    {
        if (_days.Count == 0)
        {
            return;
        }

        if (session.Kind == StoreKind.PostgreSql)
        {
            List<KeyValuePair<(int Device, DateTime StartUtc), Came>> days = [.. _days];
            _ = session.Execute(
                LateSql.NoteDays,
                days.ConvertAll(day => day.Key.Device).ToArray(), days.ConvertAll(day => day.Key.StartUtc).ToArray(), days.ConvertAll(day => day.Value.Frames).ToArray(),
                days.ConvertAll(day => day.Value.FirstUtc).ToArray(), days.ConvertAll(day => day.Value.LastUtc).ToArray(), nowUtc);
            return;
        }

        foreach (var (day, came) in _days)
        {
            _ = session.Execute(LateSql.NoteDay, day.Device, day.StartUtc, came.Frames, came.FirstUtc, came.LastUtc, nowUtc);
        }
    }

    private readonly record struct Came(int Frames, DateTime FirstUtc, DateTime LastUtc);
}
