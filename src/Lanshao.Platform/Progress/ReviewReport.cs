using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>Accepts a return or sends it back with the reason: 审核通过、退回.</summary>
public static class ReviewReport
{
    /// <summary>What was decided.</summary>
    /// <param name="Report">The return.</param>
    /// <param name="Reason">Why it goes back; null accepts it.</param>
    /// <param name="Version">The version that was looked at.</param>
    public sealed record Request(Guid Report, string? Reason, int Version);

    public static async Task<Outcome<UnitReport>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<UnitReport>().Include(r => r.Entries).SingleOrDefaultAsync(r => r.Id == request.Report, ct) is not { } report)
        {
            return Refusal.NotFound("PRG-029");
        }

        if (report.Version != request.Version)
        {
            return Refusal.Conflict("ENV-020", ("kind", nameof(UnitReport)), ("key", report.Id.ToString("D")));
        }

        var now = ChinaTime.NowUtc(clock);
        return await db.SaveAsync(request.Reason is { } reason ? report.Return(reason, actor, now) : report.Accept(actor, now), actor, clock, ct);
    }
}
