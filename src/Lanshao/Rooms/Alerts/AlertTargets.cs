using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Evaluation;

namespace Lanshao.Rooms.Alerts;

/// <summary>The yearly targets for the rules about remaining limits: as the tables beside them show them.</summary>
internal static class AlertTargets
{
    public static async Task<Func<string, Place, YearTarget?>> ReadAsync(LanshaoContext db, Pack pack, int year, CancellationToken ct) => (await AreaTargets.ReadAsync(db, pack, year, ct)).Of;
}
