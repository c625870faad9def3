using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring.Late;

/// <summary>What was noted of the late data of a device when it was read, so that this and no more is forgotten once it was told: frames go on arriving meanwhile.</summary>
/// <param name="Days">The days, with how many frames and when the last came.</param>
/// <param name="Figures">What was told of each kept figure.</param>
/// <param name="AtUtc">When it was read.</param>
internal sealed record LateNotes(IReadOnlyList<(DateTime StartUtc, int Frames, DateTime LastUtc)> Days, IReadOnlyList<LateNotes.Figure> Figures, DateTime AtUtc)
{
    public static LateNotes None { get; } = new([], [], default);

    public static List<(DateTime StartUtc, int Frames, DateTime LastUtc)> DaysOf(BulkSession session, int device)
    {
        var days = new List<(DateTime, int, DateTime)>();
        using var rows = session.Rows(LateSql.CameOf, device);
        while (rows.Next())
        {
            days.Add((rows.InstantUtc(0), rows.Count(1), rows.InstantUtc(2)));
        }

        return days;
    }

    /// <summary>Strikes the notes, in the caller's transaction. Where more has come, what was told is what stood before it.</summary>
    public void Forget(BulkSession session, int device)
    {
        foreach (var (startUtc, frames, lastUtc) in Days)
        {
            if (session.Execute(LateSql.DeleteDay, device, startUtc, frames) == 0)
            {
                _ = session.Execute(LateSql.KeepRestOfDay, device, startUtc, frames, lastUtc);
            }
        }

        var left = DaysOf(session, device).ConvertAll(day => ChinaTime.DayOf(day.StartUtc));
        foreach (var figure in Figures)
        {
            var day = ChinaTime.DayOf(figure.StartUtc);
            _ = left.Exists(other => other == day || (figure.Span == RollupSpan.Month && (other.Year, other.Month) == (day.Year, day.Month)))
                ? session.Execute(LateSql.RetellFigure, device, figure.Factor, figure.Span, figure.StartUtc, figure.Text, figure.Hours, AtUtc)
                : session.Execute(LateSql.DeleteFigure, device, figure.Factor, figure.Span, figure.StartUtc);
        }
    }

    /// <summary>A figure as it was told.</summary>
    internal sealed record Figure(string Factor, RollupSpan Span, DateTime StartUtc, string Text, string Hours);
}
