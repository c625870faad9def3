using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>What waits for a decision of one device: one frame that contradicts another, or all that are older than back-fill may be.</summary>
/// <param name="Mn">The device.</param>
/// <param name="Reason">Why they are held.</param>
/// <param name="FirstSeq">The first frame.</param>
/// <param name="LastSeq">The last one.</param>
/// <param name="Frames">How many.</param>
/// <param name="DataFromUtc">The earliest time of data.</param>
/// <param name="DataToUtc">The latest.</param>
/// <param name="ReceivedUtc">When the last of them came.</param>
public sealed record HeldGroup(string Mn, HeldReason Reason, long FirstSeq, long LastSeq, int Frames, DateTime DataFromUtc, DateTime DataToUtc, DateTime ReceivedUtc);

/// <summary>Asks for frames that are held, and for what was decided about them.</summary>
public static class HeldQueries
{
    internal const int MostFrames = 5000;

    /// <summary>Returns what waits, the newest first; of one device, or of all.</summary>
    public static async Task<List<HeldGroup>> WaitingAsync(LanshaoContext series, string? mn, int most, CancellationToken ct)
    {
        var waiting = series.Set<HeldFrame>().AsNoTracking().Where(frame => !frame.IsSettled && (mn == null || frame.Mn == mn));
        var others = await waiting.Where(frame => frame.Reason == HeldReason.OtherContent).OrderByDescending(frame => frame.Seq).Take(most).ToListAsync(ct);
        var old = await waiting.Where(frame => frame.Reason == HeldReason.BeyondWindow).GroupBy(frame => frame.Mn)
            .Select(same => new { Mn = same.Key, First = same.Min(frame => frame.Seq), Last = same.Max(frame => frame.Seq), Count = same.Count(), From = same.Min(frame => frame.DataUtc), To = same.Max(frame => frame.DataUtc), Received = same.Max(frame => frame.ReceivedUtc) })
            .OrderByDescending(device => device.Last).Take(most).ToListAsync(ct);
        return
        [
            .. others.Select(frame => new HeldGroup(frame.Mn, frame.Reason, frame.Seq, frame.Seq, 1, frame.DataUtc, frame.DataUtc, frame.ReceivedUtc))
                .Concat(old.Select(device => new HeldGroup(device.Mn, HeldReason.BeyondWindow, device.First, device.Last, device.Count, device.From, device.To, device.Received)))
                .OrderByDescending(group => group.LastSeq).Take(most),
        ];
    }

    /// <summary>Returns what was decided or proposed, the newest first.</summary>
    public static Task<List<FrameVerdict>> VerdictsAsync(LanshaoContext db, string? mn, int most, CancellationToken ct) =>
        db.Set<FrameVerdict>().AsNoTracking().Where(verdict => mn == null || verdict.Mn == mn).OrderByDescending(verdict => verdict.FirstUtc).Take(most).ToListAsync(ct);

    /// <summary>Returns a frame of the journal, and those of its identity that came before it.</summary>
    public static async Task<(JournalFrame? Frame, IReadOnlyList<JournalFrame> Before)> ContentsAsync(LanshaoContext journal, long seq, CancellationToken ct)
    {
        if (await journal.Set<JournalFrame>().AsNoTracking().SingleOrDefaultAsync(frame => frame.Seq == seq, ct) is not { } held)
        {
            return (null, []);
        }

        return (held, await journal.Set<JournalFrame>().AsNoTracking()
            .Where(frame => frame.Mn == held.Mn && frame.Qn == held.Qn && frame.Cn == held.Cn && frame.Pno == held.Pno && frame.Seq < seq).OrderBy(frame => frame.Seq).ToListAsync(ct));
    }

    /// <summary>Returns the frames that a verdict settled.</summary>
    internal static Task<List<HeldFrame>> SettledAsync(LanshaoContext series, Guid verdict, CancellationToken ct)
    {
        var by = $"{verdict}";
        return series.Set<HeldFrame>().AsNoTracking().Where(frame => frame.SettledBy == by).OrderBy(frame => frame.Seq).ToListAsync(ct);
    }

    internal static Task<List<HeldFrame>> FramesAsync(LanshaoContext series, string mn, HeldReason reason, long first, long last, CancellationToken ct) =>
        series.Set<HeldFrame>().AsNoTracking().Where(frame => frame.Mn == mn && frame.Reason == reason && !frame.IsSettled && frame.Seq >= first && frame.Seq <= last).OrderBy(frame => frame.Seq).Take(MostFrames).ToListAsync(ct);
}
