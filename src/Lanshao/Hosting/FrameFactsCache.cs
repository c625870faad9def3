using System.Data.Common;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Hosting;

/// <summary>What the frame of every page says, read again when the change feed has moved on.</summary>
public sealed class FrameFactsCache
{
    private Kept _kept = new(-1, FrameFacts.None);

    /// <summary>Puts the facts where the frame finds them. A frame without facts is better than no page that says what is wrong.</summary>
    public async Task LoadAsync(HttpContext context)
    {
        try
        {
            context.Items[typeof(FrameFacts)] = await ReadAsync(context.RequestServices.GetRequiredService<LanshaoContext>(), context.RequestAborted);
        }
        catch (Exception away) when ((away is DbException or InvalidOperationException) && !Trouble.IsStopped(away))
        {
            context.Items[typeof(FrameFacts)] = FrameFacts.None;
        }
    }

    /// <summary>Returns the facts that were loaded for this request.</summary>
    public static FrameFacts Of(IServiceProvider request) =>
        request.GetRequiredService<IHttpContextAccessor>().HttpContext?.Items[typeof(FrameFacts)] as FrameFacts ?? FrameFacts.None;

    private async Task<FrameFacts> ReadAsync(LanshaoContext db, CancellationToken ct)
    {
        var sequence = await db.Set<Change>().MaxAsync(change => (long?)change.Sequence, ct) ?? 0;
        var kept = _kept;
        if (kept.Sequence != sequence)
        {
            _kept = kept = new(sequence, (await ReadAnewAsync(db, ct)) with { Sequence = sequence });
        }

        return kept.Facts;
    }

    private static async Task<FrameFacts> ReadAnewAsync(LanshaoContext db, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return FrameFacts.None;
        }

        var district = pack.Value.District;
        var latest = await FigureQueries.NewestAsync(db, ct);
        return new(district.Facts.Name, [.. district.Subdistricts.Select(area => new FrameFacts.Area(Place.Subdistrict(area.Code), area.Name))], district.Facts.IsSample, latest);
    }

    private sealed record Kept(long Sequence, FrameFacts Facts);
}
