using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>Rules that a measure or one of its milestones is done: 确认完成.</summary>
public static class RuleCompletion
{
    public sealed record Request(Guid Measure, Guid? Milestone, DateOnly CompletedOn, string? Note);

    public static async Task<Outcome<Completion>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (!await db.Set<Measure>().AnyAsync(m => m.Id == request.Measure, ct) || (request.Milestone is { } id && !await db.Set<Milestone>().AnyAsync(m => m.Id == id && m.MeasureId == request.Measure, ct)))
        {
            return Refusal.NotFound("PLAN-306");
        }

        if (await db.Set<Completion>().AnyAsync(c => c.MeasureId == request.Measure && c.MilestoneId == request.Milestone && c.RevokedAtUtc == null, ct))
        {
            return Refusal.Conflict("PRG-013");
        }

        var ruled = Completion.Rule(request.Measure, request.Milestone, request.CompletedOn, request.Note, actor, clock);
        if (!ruled.IsRefused)
        {
            db.Add(ruled.Value);
        }

        return await db.SaveAsync(ruled, actor, clock, ct);
    }
}
