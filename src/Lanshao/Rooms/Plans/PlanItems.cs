using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Texts;

namespace Lanshao.Rooms.Plans;

/// <summary>A task list as the API tells it.</summary>
internal sealed record PlanList(string Code, int Year, string Kind, string Period, string Title, string? DocumentNumber, string? Issuer)
{
    public static PlanList Of(ActionPlan plan) => new(plan.Code, plan.Year, PlansApi.Word(plan.Kind), plan.PeriodCode, plan.Title, plan.DocumentNumber, plan.Issuer);
}

/// <summary>A task list with its annexes.</summary>
internal sealed record PlanWhole(PlanList List, int OpenFindings, int SettledFindings, IReadOnlyList<PlanAnnexItem> Annexes);

internal sealed record PlanAnnexItem(int Number, string Title, string Domain, int Tasks, int Measures, int Targets);

/// <summary>A task with its measures; its number is the annex and the task, <c>2-5</c>.</summary>
internal sealed record PlanTaskItem(string Number, string Title, string Domain, string State, IReadOnlyList<PlanMeasureItem> Measures)
{
    public static PlanTaskItem Of(IReadOnlyList<TaskBoard.Row> rows, TasksView view) => new(
        $"{rows[0].Measure.Annex}-{rows[0].Measure.TaskNumber}",
        rows[0].Task,
        PlansApi.Word(rows[0].Domain),
        PlansApi.Word(Standing.OfTask([.. rows.Select(row => row.State)])),
        [.. rows.Select(row => PlanMeasureItem.Of(row, view))]);
}

/// <summary>A measure with its deadline, units, milestones and targets, and the place in the file where it stands.</summary>
internal sealed record PlanMeasureItem(
    Guid Id, string Code, string Spoken, IReadOnlyList<string> Paragraphs, PlanDeadlineItem Deadline, IReadOnlyList<PlanUnitItem> Units,
    IReadOnlyList<PlanMilestoneItem> Milestones, IReadOnlyList<PlanTargetItem> Targets, string State, string? LatestProgress, PlanOriginItem? Origin)
{
    public static PlanMeasureItem Of(TaskBoard.Row row, TasksView view)
    {
        var measure = row.Measure;
        var hash = measure.OriginSha256;
        return new(
            measure.Id, measure.Code, measure.Number.Spoken, measure.Text.Split('\n'),
            new(measure.DeadlineRaw, PlansApi.Word(measure.DeadlineKind), measure.FromOn, measure.DueOn),
            [.. measure.Units.OrderBy(u => u.Seq).Select(u => new PlanUnitItem(PlansApi.Word(u.Role), u.Raw, u.UnitCode, u.IsGroup, u.OriginAt))],
            [.. measure.Milestones.OrderBy(m => m.Ordinal).Select(m => new PlanMilestoneItem(m.Id, m.DueOn, m.Quote))],
            [.. measure.Targets.OrderBy(t => t.Seq).Select(t => PlanTargetItem.Of(t, measure.Code, hash))],
            PlansApi.Word(row.State),
            row.LatestEntry is { } entry ? view.Said.GetValueOrDefault(entry) : null,
            PlanOriginItem.Of(hash, measure.TextAt));
    }
}

internal sealed record PlanDeadlineItem(string Raw, string Kind, DateOnly? From, DateOnly? Due);

internal sealed record PlanUnitItem(string Role, string Raw, string? AgencyCode, bool Group, string? Cell);

internal sealed record PlanMilestoneItem(Guid Id, DateOnly Due, string Quote);

/// <summary>Where a value stands: the file, and its table, row, cell and paragraph as <c>t2r5c3p1</c>.</summary>
internal sealed record PlanOriginItem(string FileSha256, string? Cell, string Words)
{
    public static PlanOriginItem? Of(string? sha256, string? cell) => sha256 is null ? null : new(sha256, cell, SourcePlace.Words(cell));
}

/// <summary>A target; its value is a number in its unit, or a class of water.</summary>
internal sealed record PlanTargetItem(
    string Measure, int Year, string Indicator, string? IndicatorCode, string Comparator, decimal? Value, string? WaterClass, string? Unit, string Scope, string? Place,
    DateOnly? Due, string Strength, string Quote, PlanOriginItem? Origin)
{
    public static PlanTargetItem Of(PlanTarget target, string measure, string? sha256) => new(
        measure, target.Year, target.Indicator, target.IndicatorCode, PlanJson.ComparatorOf(target.Comparator), target.Value, target.WaterClass, target.Unit, target.Scope, target.PlaceCode,
        target.DueOn, PlansApi.Word(target.Strength), target.Quote, PlanOriginItem.Of(sha256, target.OriginAt));
}

/// <summary>A question of the newest import.</summary>
internal sealed record PlanFindingItem(int Number, string Code, string Severity, string Message, string? Quote, string Where, string Key, string? Settled, string? SettledBy, DateTime? SettledUtc)
{
    public static PlanFindingItem Of(int number, PlanFindings.Item item, Language language) => new(
        number, item.Finding.Code, PlansApi.Word(item.Finding.Severity), ErrorTexts.Sentence(item.Finding, language), item.Finding.Quote, item.Position, item.QuestionKey,
        item.Mark?.How, item.Mark?.MarkedBy, item.Mark?.MarkedAtUtc);
}
