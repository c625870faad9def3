using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>Takes in the task lists that a pack brings, and the progress that stands in a quarter's list, by the same imports as any file.</summary>
public static class PackTaskLists
{
    private const string NoProgressTable = "PRG-027";

    /// <summary>Imports every list that the district does not have yet; a list that is there is left alone.</summary>
    public static async Task<Refusal?> ImportAsync(LanshaoContext db, FileStore files, Pack pack, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        foreach (var list in pack.Read(PackPlans.Part))
        {
            var code = ActionPlan.CodeOf(list.Kind, list.Period);
            if (await db.Set<ActionPlan>().AnyAsync(p => p.Code == code, ct))
            {
                continue;
            }

            if (await ImportAsync(db, files, list, code, actor, clock, ct) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static async Task<Refusal?> ImportAsync(LanshaoContext db, FileStore files, PackPlan list, string code, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var file = IncomingFile.Of(Path.GetFileName(list.File.Path), list.File.Content.ToArray());
        var asPlan = new Dictionary<string, string> { [PlanStaging.KindArgument] = list.Kind.ToString(), [PlanStaging.PeriodArgument] = list.Period.Code };
        var imported = await ImportAtOnce.RunAsync(db, files, ImportPlan.Kind, new(file, asPlan), "text/plain", actor, clock, ct);
        if (imported.IsRefused || list.Kind != PlanKind.Quarterly)
        {
            return imported.Refusal;
        }

        var asProgress = new Dictionary<string, string> { [ProgressImport.ListArgument] = code, [ProgressImport.PeriodArgument] = list.Period.Code };
        var progress = await ImportAtOnce.RunAsync(db, files, ImportListProgress.Kind, new(file, asProgress), "text/plain", actor, clock, ct);
        return progress.Refusal is { } refusal && refusal.Code != NoProgressTable ? refusal : null;
    }
}
