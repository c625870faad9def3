using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>Writes the pack in force back into a folder, the same to the byte.</summary>
public static class ExportPack
{
    public static async Task<Outcome<Pack>> RunAsync(LanshaoContext db, string folder, CancellationToken ct)
    {
        var current = await CurrentPack.ReadAsync(db, ct);
        return current.IsRefused || PackFolder.Write(current.Value.Files, folder) is not { } refusal ? current : refusal;
    }
}
