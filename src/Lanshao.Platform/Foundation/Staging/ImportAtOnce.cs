using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>Preview and apply in one go, for the command line and for the first start.</summary>
public static class ImportAtOnce
{
    public static async Task<Outcome<ImportDraft>> RunAsync(LanshaoContext db, FileStore files, ImportKind kind, ImportSource source, string mediaType, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var previewed = await PreviewImport.RunAsync(db, files, kind, source, mediaType, actor, clock, ct);
        if (previewed.IsRefused || previewed.Value.IsNothingNew)
        {
            return previewed;
        }

        var applied = await ApplyImport.RunAsync(db, kind, previewed.Value.Batch.Id, actor, clock, ct);
        return applied.Then<ImportDraft>(batch => previewed.Value with { Batch = batch });
    }
}
