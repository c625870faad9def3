using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>Keeps a draft for a person to look at: 预览. A file that brings nothing new is answered and not kept again.</summary>
public static class PreviewImport
{
    public static async Task<Outcome<ImportDraft>> RunAsync(LanshaoContext db, FileStore files, ImportKind kind, ImportSource source, string mediaType, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var outcome = await DraftImport.RunAsync(db, kind, source, actor, clock, ct);
        if (outcome.IsRefused || outcome.Value.IsNothingNew)
        {
            return outcome;
        }

        if (!kind.HoldsSecrets)
        {
            await files.PutAsync(db, source.File, mediaType, actor, clock, ct);
        }

        db.Add(outcome.Value.Batch);
        db.AddRange(outcome.Value.Rows);
        return await db.SaveAsync(outcome, actor, clock, ct);
    }
}
