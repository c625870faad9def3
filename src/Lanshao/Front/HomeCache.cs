using System.Collections.Concurrent;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Shell;

namespace Lanshao.Front;

/// <summary>What the home page says, read again when the change feed has moved on or the day has.</summary>
public sealed class HomeCache
{
    private const int MostKept = 64;
    private Kept _kept = new(-1);

    /// <summary>Returns the page's view for a period; null for the newest.</summary>
    internal async Task<Outcome<HomeView>> ReadAsync(LanshaoContext db, FrameFacts facts, Period? period, DateOnly today, CancellationToken ct)
    {
        if (facts.Sequence < 0)
        {
            return await HomeView.LoadAsync(db, period, today, ct);
        }

        var kept = _kept;
        if (kept.Sequence != facts.Sequence || kept.Views.Count >= MostKept)
        {
            _kept = kept = new(facts.Sequence);
        }

        if (kept.Views.TryGetValue((period, today), out var known))
        {
            return known;
        }

        var read = await HomeView.LoadAsync(db, period, today, ct);
        if (!read.IsRefused)
        {
            kept.Views[(period, today)] = read.Value;
        }

        return read;
    }

    private sealed record Kept(long Sequence)
    {
        public ConcurrentDictionary<(Period? Period, DateOnly Today), HomeView> Views { get; } = [];
    }
}
