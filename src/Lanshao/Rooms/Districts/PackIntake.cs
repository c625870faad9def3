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
    /// <summary>Applies the pack. The same content again changes nothing; figures come in with a new revision.</summary>
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

        if (applied.Value.IsNew)
        {
            var figures = await PackFigures.ImportAsync(db, new FileStore(folder.FilesPath), current.Value, actor, clock, ct);
            if (figures.IsRefused)
            {
                return figures.Refusal;
            }

            if (await PackTaskLists.ImportAsync(db, new FileStore(folder.FilesPath), current.Value, actor, clock, ct) is { } unreadable)
            {
                return unreadable;
            }
        }

        return PackMirror.Write(folder.FullPath, current.Value) is { } refusal ? refusal : applied;
    }
}
