using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;

namespace Lanshao.Rooms.Districts;

/// <summary>Brings a pack folder into a data folder: the revision, the figures that it carries, and its mirror.</summary>
internal static class PackIntake
{
    /// <summary>Applies the pack. The same content again changes nothing; what a revision carries comes in once, also where an earlier run was interrupted.</summary>
    public static async Task<Outcome<ApplyPack.Applied>> RunAsync(DataFolder folder, PackFiles files, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        var applied = await ApplyPack.RunAsync(db, files, PackParts.All, actor, clock, ct);
        if (applied.IsRefused)
        {
            return applied;
        }

        var current = await CurrentPack.ReadAsync(db, ct);
        if (current.IsRefused)
        {
            return current.Refusal;
        }

        var refusal = await PackTakenIn.IsAsync(db, current.Value.Revision, ct) ? null : await TakeInAsync(db, new FileStore(folder.FilesPath), current.Value, actor, clock, ct);
        return (refusal ?? PackMirror.Write(folder.FullPath, current.Value)) is { } failed ? failed : applied;
    }

    private static async Task<Refusal?> TakeInAsync(LanshaoContext db, FileStore store, Pack pack, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var figures = await PackFigures.ImportAsync(db, store, pack, actor, clock, ct);
        return figures.Refusal
            ?? await PackTaskLists.ImportAsync(db, store, pack, actor, clock, ct)
            ?? await PackTakenIn.MarkAsync(db, pack.Revision, actor, clock, ct);
    }
}
