using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Subjects;

/// <summary>整改方案公示稿: one measure of the year's lists with what it asks, by when, of whom, and what was reported last.</summary>
internal sealed class MeasureSubject
{
    private const int LongestName = 40;
    private readonly TaskBoard.Row _row;
    private readonly ListProgress _progress;
    private readonly Period _period;

    private MeasureSubject(TaskBoard.Row row, ListProgress progress, Period period) => (_row, _progress, _period) = (row, progress, period);

    public static async Task<Outcome<ReportSubject>> ReadAsync(LanshaoContext db, Pack pack, ReportScope scope, CancellationToken ct)
    {
        var (asked, asOf) = (scope.Subject.Trim(), scope.Period.To);
        var board = await TaskBoard.ReadAsync(db, pack.District, new TaskFilter(asOf.Year), asOf, ct);
        var row = Guid.TryParse(asked, out var id) ? board.Rows.FirstOrDefault(known => known.Id == id) : board.Rows.FirstOrDefault(known => known.Code == asked);
        if (row is null)
        {
            return Refusal.NotFound("RPT-073", ("found", asked), ("year", asOf.Year.ToString(CultureInfo.InvariantCulture)));
        }

        var progress = await ListProgress.LoadAsync(db, [row.List.Id], new UnitBook(pack.District, asOf), asOf, ct);
        var targets = await TargetFigures.ReadAsync(db, pack, row.Measure, asOf, ct);
        var latest = row.LatestEntry is { } entry ? await db.Set<ProgressEntry>().AsNoTracking().Where(known => known.Id == entry).Select(known => known.Text).SingleOrDefaultAsync(ct) : null;
        return new MeasureSubject(row, progress, scope.Period).Read(targets, latest);
    }

    private ReportSubject Read(IReadOnlyList<TargetFigures> targets, string? latest) => new(
        _row.Id.ToString("D"),
        Words(latest),
        [.. Facts(targets)],
        [Steps(), .. targets.Count == 0 ? [] : new[] { Targets(targets) }]);

    private Dictionary<string, string> Words(string? latest)
    {
        var words = new Dictionary<string, string>
        {
            ["measureCode"] = _row.Code,
            ["measureName"] = Short(_row.Task.Length > 0 ? _row.Task : TaskTable.TextOf(_row)),
            ["measureText"] = Sentence(TaskTable.TextOf(_row)),
            ["list"] = _row.List.Title,
        };
        foreach (var (name, text) in new[] { ("deadline", _row.Measure.DeadlineRaw), ("leads", TaskTable.LeadsOf(_row.Measure)), ("others", OthersOf(_row.Measure)), ("progress", latest is null ? string.Empty : Sentence(latest)) })
        {
            if (text.Length > 0)
            {
                words[name] = text;
            }
        }

        return words;
    }

    private IEnumerable<NamedFact> Facts(IReadOnlyList<TargetFigures> targets)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"measure={_row.Id:D}&asOf={_period.To:yyyy-MM-dd}");
        string[] records = [$"measure:{_row.Id:D}"];
        yield return new() { Name = "measure.state", Label = "措施的状态", Shown = TaskTable.WordOf(_row.State), Period = _period, Origin = FactOrigin.Named, Query = query + "&take=state", Records = records };
        yield return NamedFact.Count("measure.steps", "整改措施的节点数", StepsOf().Count, "个", _period, query + "&take=steps") with { Records = records };
        yield return NamedFact.Count("measure.targets", "整改目标数", targets.Count, "项", _period, query + "&take=targets") with { Records = records };
    }

    private List<(string Text, string Deadline, MeasureState State)> StepsOf() =>
    [
        .. _row.Measure.Milestones.OrderBy(milestone => milestone.DueOn).ThenBy(milestone => milestone.Ordinal).Where(milestone => milestone.DueOn != _row.Measure.DueOn && milestone.Quote.Length > 0)
            .Select(milestone => (milestone.Quote, milestone.DueOn.ToString("M月d日", CultureInfo.InvariantCulture), _progress.StateOf(_row.Measure, milestone))),
        (TaskTable.TextOf(_row), _row.Measure.DeadlineRaw, _row.State),
    ];

    private SubjectTable Steps() => SubjectTable.Of(
        new()
        {
            Title = "整改措施和时限",
            IsSmall = true,
            Columns = [new("序号", 12), new("整改措施", 80, CellAlign.Text), new("完成时限", 26), new("责任单位", 32), new("状态", 20)],
            Rows = [],
            NotesBelow = [string.Create(CultureInfo.InvariantCulture, $"依据：{_row.List.Title}，措施编号{_row.Code}；状态截至{_period.To:yyyy年M月d日}。")],
        },
        [.. StepsOf().Select(step => (IReadOnlyList<SubjectCell>)[SubjectCell.Of(step.Text), SubjectCell.Of(step.Deadline), SubjectCell.Of(TaskTable.LeadsOf(_row.Measure)), SubjectCell.Of(TaskTable.WordOf(step.State))])]);

    private static SubjectTable Targets(IReadOnlyList<TargetFigures> targets) => SubjectTable.Of(
        new()
        {
            Title = "整改目标和现状",
            IsSmall = true,
            Columns = [new("序号", 12), new("目标", 80, CellAlign.Text), new("现值", 26), new("时段", 34), new("状态", 22)],
            Rows = [],
            NotesBelow = ["数据来源：已公布的数；现值的单位与目标相同，没有同年同口径的数时以“—”表示。"],
        },
        [.. targets.Select(target => (IReadOnlyList<SubjectCell>)
        [
            SubjectCell.Of(MeasurePrint.Target(target.Target.AsPrinted)),
            SubjectCell.Of(target.State == TargetState.NoData ? null : TargetSubject.Fact(target.Indicator!, target.Now!)),
            SubjectCell.Of(target.State == TargetState.NoData ? null : target.Now!.Period.ChineseText),
            SubjectCell.Of(PlanFacts.TargetStates.First(state => state.State == target.State).Word),
        ])]);

    private static string OthersOf(Measure measure)
    {
        var weightiest = measure.Units.Count == 0 ? default : measure.Units.Min(unit => unit.Role);
        return string.Join('、', measure.Units.OrderBy(unit => unit.Seq).Where(unit => unit.Role != weightiest).Select(unit => unit.Raw));
    }

    // Paragraphs of a cell stand in one sentence, which ends as one.
    private static string Sentence(string text)
    {
        var joined = string.Concat(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line[^1] is '。' or '；' or '！' ? line : line + "。"));
        return joined.EndsWith('；') ? joined[..^1] + "。" : joined;
    }

    private static string Short(string text) => text.Length <= LongestName ? text.TrimEnd('。') : text[..LongestName] + "…";
}
