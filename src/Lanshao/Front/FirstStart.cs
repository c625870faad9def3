using Lanshao.CommandLine;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Districts;

namespace Lanshao.Front;

/// <summary>What a data folder gets before it is served: the pack that was named or, where it has none, the shipped sample, with the figures that it carries.</summary>
internal static class FirstStart
{
    /// <summary>Runs what is missing; running it again changes nothing.</summary>
    public static async Task<Refusal?> RunAsync(DataFolder folder, string? pack, TimeProvider clock, CancellationToken ct)
    {
        var inForce = await InForceAsync(folder, ct);
        if (pack is null && inForce is { IsWhole: true })
        {
            return null;
        }

        // The pack in force again: what an interrupted start left undone is done now.
        var files = pack is null && inForce is not null ? inForce.Files : PackFolder.Read(pack ?? PackChoice.Shipped() ?? AppContext.BaseDirectory);
        return files.IsRefused ? files.Refusal : (await PackIntake.RunAsync(folder, files.Value, Actor.System, clock, ct)).Refusal;
    }

    private static async Task<InForce?> InForceAsync(DataFolder folder, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        return (await CurrentPack.ReadAsync(db, ct)).Value is { } pack ? new(pack.Files, await PackTakenIn.IsAsync(db, pack.Revision, ct)) : null;
    }

    private sealed record InForce(Outcome<PackFiles> Files, bool IsWhole);
}
