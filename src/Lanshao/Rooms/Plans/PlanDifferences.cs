using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Plans;

/// <summary>What a corrected list changes, task by task.</summary>
internal static class PlanDifferences
{
    private static readonly Dictionary<MeasureField, string> Fields = new()
    {
        [MeasureField.Task] = "重点任务",
        [MeasureField.Text] = "工作措施",
        [MeasureField.Deadline] = "完成时限",
        [MeasureField.Lead] = "牵头部门",
        [MeasureField.Main] = "主责单位",
        [MeasureField.Assist] = "责任（协办）单位",
        [MeasureField.Milestones] = "里程碑",
        [MeasureField.Targets] = "量化目标",
        [MeasureField.Others] = "其他栏",
    };

    public static async Task<IReadOnlyList<Difference>> OfAsync(LanshaoContext db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var batch = rows[0].BatchId;
        var head = await db.Set<ImportRow>().AsNoTracking().FirstOrDefaultAsync(row => row.BatchId == batch && row.Key == PlanImportRow.OutlineKey, ct);
        var (old, now) = (head?.BeforeAs<PlanImportRow>()?.Outline, head?.AfterAs<PlanImportRow>()?.Outline);
        return [.. Heads(old, now), .. Tasks([.. rows.Where(row => row.Key != PlanImportRow.OutlineKey)], Places(old), Places(now))];
    }

    private static Dictionary<string, OutlineMeasure> Places(PlanOutline? outline) => outline?.Places().ToDictionary(place => place.Id.ToString("D")) ?? [];

    // Title, number and issuer, and the measures that only moved to another number.
    private static IEnumerable<Difference> Heads(PlanOutline? old, PlanOutline? now)
    {
        if (old is null || now is null)
        {
            return [];
        }

        var (before, after) = (Places(old), Places(now));
        var moved = after.Where(place => before.TryGetValue(place.Key, out var was) && was.Number != place.Value.Number).Select(place => place.Key).ToList();
        (string Field, string? Old, string? New)[] parts =
        [
            ("标题", old.Title, now.Title), ("文号", old.DocumentNumber, now.DocumentNumber), ("发文机关", old.Issuer, now.Issuer),
            ("编号", string.Join('、', moved.Select(key => before[key].Number)), string.Join('、', moved.Select(key => after[key].Number))),
        ];
        return parts.Where(part => part.Old != part.New).Select(part => new Difference("清单", part.Field, part.Old, part.New) { Group = "标题与次序" });
    }

    private static IEnumerable<Difference> Tasks(List<ImportRow> rows, Dictionary<string, OutlineMeasure> old, Dictionary<string, OutlineMeasure> now)
    {
        var order = now.Values.Concat(old.Values).Select(Task).Distinct().Select((task, at) => (task, at)).ToDictionary(pair => pair.task, pair => pair.at);
        return from row in rows
               let place = now.TryGetValue(row.Key, out var stands) ? stands : old[row.Key]
               group (Row: row, Place: place) by Task(place) into task
               orderby order[task.Key]
               let heading = Heading(task.First().Place, [.. task.Select(pair => pair.Row.Action)])
               from pair in task.OrderBy(pair => pair.Place.Item)
               from difference in Of(pair.Row, pair.Place)
               select difference with { Group = heading };
    }

    private static (int Annex, string Task) Task(OutlineMeasure place) => (place.Annex.Number, place.Task.Number);

    private static string Heading(OutlineMeasure place, List<ImportAction> actions)
    {
        (ImportAction Action, string Word)[] words = [(ImportAction.Change, "修改"), (ImportAction.Add, "增加"), (ImportAction.Remove, "撤销")];
        var counts = words.Select(word => (word.Word, Count: actions.Count(action => action == word.Action))).Where(word => word.Count > 0).Select(word => $"{word.Word}{word.Count}条");
        return $"{place.Number.SpokenTask} {place.Task.Title}：{string.Join('、', counts)}";
    }

    private static IEnumerable<Difference> Of(ImportRow row, OutlineMeasure place)
    {
        var (before, after) = (row.BeforeAs<PlanImportRow>()?.Measure, row.AfterAs<PlanImportRow>()?.Measure);
        var subject = place.Number.ToString();
        return before is null || after is null
            ? [new(subject, "工作措施", before?.Text, after?.Text)]
            : MeasurePrint.Compare(before, after).Select(change => new Difference(subject, Fields[change.Field], change.Old, change.New));
    }
}
