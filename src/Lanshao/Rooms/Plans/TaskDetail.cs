using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Plans;

/// <summary>One measure with its targets, milestones, rulings, proofs, links and the cells of the document that it came from (任务详情).</summary>
internal sealed record TaskDetail(
    string Answer, PageTable Facts, PageTable? Milestones, PageTable? Targets, PageTable Evidence, IReadOnlyList<Evidence> Proofs,
    IReadOnlyList<Completion> Rulings, IReadOnlyList<TaskLinks.Item> Links, IReadOnlyList<TaskLinks.Item> Suggestions)
{
    public static async Task<TaskDetail> LoadAsync(LanshaoContext db, TaskBoard.Row row, TasksView view, PageAddress here, CancellationToken ct)
    {
        var measure = row.Measure;
        var progress = await ListProgress.LoadAsync(db, [measure.PlanId], view.Book, view.Board.AsOf, ct);
        var proofs = await db.Set<Evidence>().AsNoTracking().Where(e => e.MeasureId == measure.Id && e.VoidedAtUtc == null).OrderBy(e => e.DatedOn).ThenBy(e => e.Id).ToListAsync(ct);
        var rulings = await db.Set<Completion>().AsNoTracking().Where(c => c.MeasureId == measure.Id && c.RevokedAtUtc == null).ToListAsync(ct);
        var pack = await CurrentPack.ReadAsync(db, ct);
        var targets = await TargetFigures.ReadAsync(db, pack.IsRefused ? null : pack.Value, measure, UntilOf(here, row), ct);
        var subject = $"{view.Filter.Year}年{TaskWords.Spoken(measure)}";
        return new(
            AnswerOf(row, targets),
            FactsOf(row, view) with { Subject = subject },
            MilestonesOf(measure, progress) is { } milestones ? milestones with { Subject = subject } : null,
            targets.Count == 0 ? null : TargetsOf(targets, here.Period) with { Subject = subject },
            new("佐证", [new("材料名称", ColumnKind.Prose), new("日期", ColumnKind.OneLine), new("来源")], [.. proofs.Select(proof => ProofRow(proof, here))]) { Subject = subject },
            proofs,
            rulings,
            await TaskLinks.OfAsync(db, measure.Id, ct),
            await TaskLinks.SuggestAsync(db, measure.Id, ct));
    }

    // A period of the target's own year ends the figures; one of another year is answered in words.
    private static DateOnly? UntilOf(PageAddress here, TaskBoard.Row row) =>
        here.Period is { } period && row.Measure.Targets.Any(t => t.Year == period.To.Year) ? period.To : null;

    private static string AnswerOf(TaskBoard.Row row, IReadOnlyList<TargetFigures> targets)
    {
        var spoken = TaskWords.Spoken(row.Measure);
        if (targets.FirstOrDefault(t => t.State != TargetState.NoData) is { } known)
        {
            var reached = known.ReachedPercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"，占{percent:0.0}%") : string.Empty;
            return string.Create(CultureInfo.InvariantCulture, $"{spoken}：{MeasurePrint.Target(known.Target.AsPrinted)}；当前{known.Now!.Written}{MeasurePrint.Unit(known.Target.Unit)}（截至{known.Now.ToOn:M月d日}）{reached}，时间已过{known.TimePercent:0.0}%，{TaskWords.Of(known.State)}。");
        }

        var subject = targets.Count == 0 ? row.Task : MeasurePrint.Target(targets[0].Target.AsPrinted);
        return $"{spoken}：{subject}；完成时限{row.Measure.DeadlineRaw}，{TaskWords.Of(row.State)}。";
    }

    private static PageTable FactsOf(TaskBoard.Row row, TasksView view)
    {
        var measure = row.Measure;
        TableRow Line(string name, Cell cell, string? origin = null) => new([Cell.Of(name), cell, Cell.Of(SourcePlace.Words(origin))]);
        IEnumerable<TableRow> Units(string name, UnitRole role)
        {
            var units = measure.Units.Where(u => u.Role == role).OrderBy(u => u.Seq).ToList();
            return role == UnitRole.Main && units.Count == 0 ? [] : [Line(name, Cell.Of([.. units.Select(view.Printed)]), units.FirstOrDefault()?.OriginAt)];
        }

        return new("原文", [new("栏目", ColumnKind.OneLine), new("内容", ColumnKind.Prose), new("来源", ColumnKind.OneLine)],
            [
                Line("重点任务", Cell.Of(row.Task)), Line("工作措施", Cell.Of(measure.Text.Split('\n')), measure.TextAt), Line("完成时限", Cell.Of(measure.DeadlineRaw), measure.DeadlineAt),
                Line("截止日期", measure.DueOn is { } day ? Cell.Day(day) : Cell.Missing(TaskWords.NoDay(measure)), measure.DeadlineAt),
                .. Units("牵头部门", UnitRole.Lead), .. Units("主责单位", UnitRole.Main), .. Units("责任（协办）单位", UnitRole.Assist),
                Line("原文位置", Cell.Of(measure.OriginWhere)), Line("最近进展", row.LatestEntry is { } entry && view.Said.TryGetValue(entry, out var said) ? Cell.Of(said.Split('\n')) : Cell.Missing("尚无进展")),
            ])
        { IsSample = view.IsSample, Below = measure.OriginSha256 is { } hash ? [$"来源文件指纹（SHA-256）：{hash[..16]}…"] : [] };
    }

    private static PageTable? MilestonesOf(Measure measure, ListProgress progress) => measure.Milestones.Count == 0 ? null : new(
        "里程碑",
        [new("内容", ColumnKind.Prose), new("期限", ColumnKind.OneLine), new("状态", ColumnKind.OneLine), new("来源", ColumnKind.OneLine)],
        [.. measure.Milestones.OrderBy(m => m.Ordinal).Select(m => new TableRow([Cell.Of(m.Quote), Cell.Day(m.DueOn), Cell.State(TaskWords.Of(progress.StateOf(measure, m))), Cell.Of(SourcePlace.Words(m.OriginAt))]))]);

    private static PageTable TargetsOf(IReadOnlyList<TargetFigures> targets, Period? asked) => new(
        "量化目标",
        [
            new("目标值", ColumnKind.Prose), new("适用范围"), new("当前值", ColumnKind.Figure), new("截至", ColumnKind.OneLine), new("完成比例", ColumnKind.Figure), new("时间进度", ColumnKind.Figure),
            new("判断", ColumnKind.OneLine), new("原句", ColumnKind.Prose), new("来源", ColumnKind.OneLine),
        ],
        [.. targets.Select(target => TargetRow(target, asked))]);

    private static TableRow TargetRow(TargetFigures figures, Period? asked)
    {
        var (target, now) = (figures.Target, figures.Now);
        var isOtherYear = asked is { } period && period.To.Year != target.Year;
        var missing = isOtherYear ? $"该目标为{target.Year}年，所选数据为{asked!.Value.To.Year}年，未作比较。"
            : figures.Indicator is null ? "未对应辖区指标，未作比较"
            : target.PlaceCode is null ? "适用范围不是单一地点，未作比较"
            : $"没有{target.Year}年的数据";
        Cell Share(decimal? percent, Func<TargetFigures, HowComputed> how, string reason) =>
            isOtherYear ? Cell.Blank : percent is { } known ? Cell.Percent(known, 1).Explained(how(figures)) : Cell.Missing(now is null ? missing : reason);
        return new(
            [
                Cell.Of(MeasurePrint.Target(target.AsPrinted)), Cell.Of(target.Scope), now is null || isOtherYear ? Cell.Missing(missing) : Cell.Of(now.Written).Explained(TargetHow.Now(figures)), now is null || isOtherYear ? Cell.Blank : Cell.Day(now.ToOn),
                Share(figures.ReachedPercent, TargetHow.Reached, "只有累计完成的目标计完成比例"), Share(figures.TimePercent, TargetHow.Time, "该目标不按时间进度对照"), isOtherYear ? Cell.State(TaskWords.Of(TargetState.NoData)) : Cell.State(TaskWords.Of(figures.State)), Cell.Of(target.Quote), Cell.Of(SourcePlace.Words(target.OriginAt)),
            ]);
    }

    private static TableRow ProofRow(Evidence proof, PageAddress here)
    {
        var name = Cell.Of(proof.Name);
        return new([proof.FileSha256 is { } hash ? name.LinkedTo(here.To($"/files/{hash}")) : name, Cell.Day(proof.DatedOn), Cell.Of(proof.Source)]);
    }
}
