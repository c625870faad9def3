using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>Adds a proof to a measure, with its file where there is one: 添加佐证.</summary>
public static class AddEvidence
{
    public sealed record Request(Guid Measure, string Name, DateOnly DatedOn, string Source, IncomingFile? File, string MediaType);

    public static async Task<Outcome<Evidence>> RunAsync(LanshaoContext db, FileStore files, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (!await db.Set<Measure>().AnyAsync(m => m.Id == request.Measure, ct))
        {
            return Refusal.NotFound("PLAN-306");
        }

        var added = Evidence.Add(request.Measure, request.Name, request.DatedOn, request.Source, request.File?.Sha256, actor, ChinaTime.NowUtc(clock));
        if (added.IsRefused)
        {
            return added;
        }

        if (request.File is { } file)
        {
            await files.PutAsync(db, file, request.MediaType, actor, clock, ct);
        }

        db.Add(added.Value);
        return await db.SaveAsync(added, actor, clock, ct);
    }
}
