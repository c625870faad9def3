using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Shell.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Plans;

/// <summary>One measure with its targets, milestones, proofs and the row of the document that it came from (任务详情).</summary>
internal sealed record TaskDetail(string Answer, PageTable Facts, PageTable? Milestones, PageTable? Targets, PageTable Evidence, IReadOnlyList<TaskLinks.Item> Links)
{
    public static async Task<TaskDetail> LoadAsync(LanshaoContext db, TaskBoard.Row row, TasksView view, CancellationToken ct)
    {
        var measure = row.Measure;
        var progress = await ListProgress.LoadAsync(db, [measure.PlanId], view.Book, view.Board.AsOf, ct);
        var proofs = await db.Set<Evidence>().AsNoTracking().Where(e => e.MeasureId == measure.Id && e.VoidedAtUtc == null).OrderBy(e => e.DatedOn).ToListAsync(ct);
        var current = await CurrentAsync(db, measure, ct);
        return new(
            AnswerOf(row),
            FactsOf(row, view),
            measure.Milestones.Count == 0 ? null : new("里程碑", [new("内容", ColumnKind.Prose), new("期限", ColumnKind.OneLine), new("状态", ColumnKind.OneLine)],
                [.. measure.Milestones.OrderBy(m => m.Ordinal).Select(m => new TableRow([Cell.Of(m.Quote), Cell.Day(m.DueOn), Cell.State(TaskWords.Of(progress.StateOf(measure, m)))]))]),
            measure.Targets.Count == 0 ? null : new("量化目标", [new("目标值", ColumnKind.Prose), new("适用范围"), new("当前值", ColumnKind.Figure), new("截至", ColumnKind.OneLine), new("原句", ColumnKind.Prose)],
                [.. measure.Targets.OrderBy(t => t.Seq).Select(t => TargetRow(t, current))]),
            new("佐证", [new("材料名称", ColumnKind.Prose), new("日期", ColumnKind.OneLine), new("来源")], [.. proofs.Select(e => new TableRow([Cell.Of(e.Name), Cell.Day(e.DatedOn), Cell.Of(e.Source)]))]),
            await TaskLinks.OfAsync(db, measure.Id, ct));
    }

    private static string AnswerOf(TaskBoard.Row row)
    {
        var first = row.Measure.Targets.OrderBy(t => t.Seq).FirstOrDefault();
        var subject = first is null ? row.Task : MeasurePrint.Target(first.AsPrinted);
        return $"{TaskWords.Spoken(row.Measure)}：{subject}；完成时限{row.Measure.DeadlineRaw}，{TaskWords.Of(row.State)}。";
    }

    private static PageTable FactsOf(TaskBoard.Row row, TasksView view)
    {
        var measure = row.Measure;
        string[] Units(UnitRole role) => [.. measure.Units.Where(u => u.Role == role).OrderBy(u => u.Seq).Select(u => u.Raw)];
        TableRow Line(string name, Cell cell) => new([Cell.Of(name), cell]);
        return new("原文", [new("栏目", ColumnKind.OneLine), new("内容", ColumnKind.Prose)],
            [
                Line("重点任务", Cell.Of(row.Task)), Line("工作措施", Cell.Of(measure.Text.Split('\n'))), Line("完成时限", Cell.Of(measure.DeadlineRaw)),
                Line("截止日期", measure.DueOn is { } day ? Cell.Day(day) : Cell.Missing(TaskWords.NoDay(measure))),
                Line("牵头部门", Cell.Of(Units(UnitRole.Lead))), .. Units(UnitRole.Main) is { Length: > 0 } main ? [Line("主责单位", Cell.Of(main))] : Array.Empty<TableRow>(), Line("责任（协办）单位", Cell.Of(Units(UnitRole.Assist))),
                Line("原文位置", Cell.Of(measure.OriginWhere)), Line("最近进展", row.LatestEntry is { } entry && view.Said.TryGetValue(entry, out var said) ? Cell.Of(said.Split('\n')) : Cell.Missing("尚无进展")),
            ]);
    }

    // Only figures of the target's own year and place are set against it.
    private static async Task<List<IndicatorValue>> CurrentAsync(LanshaoContext db, Measure measure, CancellationToken ct)
    {
        var codes = measure.Targets.Select(t => t.IndicatorCode).OfType<string>().Distinct().ToList();
        if (codes.Count == 0)
        {
            return [];
        }

        var year = measure.Targets[0].Year;
        Period[] periods = [Period.Year(year), Period.Half(year, 1), Period.Half(year, 2), .. Enumerable.Range(1, 4).Select(quarter => Period.Quarter(year, quarter))];
        return [.. await FigureQueries.ValuesAsync(db, codes, periods, ct)];
    }

    private static TableRow TargetRow(PlanTarget target, List<IndicatorValue> values)
    {
        var value = values.Where(v => v.Indicator == target.IndicatorCode && v.Place.Code == target.PlaceCode && v.EndedUtc is null).OrderByDescending(v => v.ToOn).ThenBy(v => v.Period).FirstOrDefault();
        return new(
            [
                Cell.Of(MeasurePrint.Target(target.AsPrinted)), Cell.Of(target.Scope),
                value is null ? Cell.Missing(target.IndicatorCode is null ? "未对应指标" : $"没有{target.Year}年的数据") : Cell.Of(value.Written),
                value is null ? Cell.Blank : Cell.Day(value.ToOn), Cell.Of(target.Quote),
            ]);
    }
}
