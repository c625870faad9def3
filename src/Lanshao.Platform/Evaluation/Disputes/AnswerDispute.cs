using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Disputes;

/// <summary>答复异议: what came of looking.</summary>
public static class AnswerDispute
{
    public sealed record Request(Guid Dispute, DisputeOutcome Outcome, string Answer, string Post, int Version);

    public static async Task<Outcome<Dispute>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct) =>
        await db.Set<Dispute>().SingleOrDefaultAsync(dispute => dispute.Id == request.Dispute, ct) is { } dispute
            ? await db.SaveAsync(dispute.Settle(request.Outcome, request.Answer, request.Post, request.Version, ChinaTime.Today(clock)), actor, clock, ct)
            : Refusal.NotFound("EVA-063");
}
