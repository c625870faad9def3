using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Indicators;

/// <summary>撤销一个数值: it stays in the store with who, when and why, and stands no more.</summary>
public static class VoidFigure
{
    public static async Task<Outcome<IndicatorValue>> RunAsync(LanshaoContext db, Guid id, string reason, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > IndicatorValue.LongestText)
        {
            return Refusal.Invalid("IND-019");
        }

        return await db.Set<IndicatorValue>().SingleOrDefaultAsync(value => value.Id == id, ct) is { } stored
            ? await db.SaveAsync(stored.End(reason.Trim(), actor.Id, ChinaTime.NowUtc(clock)), actor, clock, ct)
            : Refusal.NotFound("IND-018");
    }
}
