using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Reports;

/// <summary>The sample district with its published figures and, where asked for, a quarter's task list with its progress.</summary>
internal sealed class HalfYearDistrict : IAsyncDisposable
{
    public static readonly Period HalfYear = Period.Half(2024, 1);
    public static readonly Period Quarter = Period.Quarter(2024, 2);
    private static readonly PackPart[] Parts = [DistrictPart.Part, DistrictPart.Calendar, IndicatorList.Part, PackFigures.Part, PrintedTables.Part, ReportTemplates.Part, AlertRules.Part];
    private readonly TestStore _store;

    private HalfYearDistrict(TestStore store)
    {
        _store = store;
        Files = new(Path.Combine(store.Folder, "files"));
        Directory.CreateDirectory(Path.Combine(store.Folder, "files"));
    }

    public FixedClock Clock { get; } = new();

    public FileStore Files { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<HalfYearDistrict> NewAsync(StoreKind kind) => new(await NewStoreAsync(kind));

    /// <summary>Returns a store with the sample district and the figures that its pack carries.</summary>
    public static Task<TestStore> NewStoreAsync(StoreKind kind) => TestStore.CopyAsync(kind, "published half-year", FillAsync);

    public LanshaoContext NewContext() => _store.NewContext();

    /// <summary>Puts a quarter's list into the store, and what was reported for it as a whole.</summary>
    public async Task AddTasksAsync(IReadOnlyList<QuarterTask> tasks)
    {
        await using var db = NewContext();
        var list = ActionPlan.Begin("2024-q2", 2024, PlanKind.Quarterly, Quarter);
        var ids = tasks.Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var (id, task) in ids.Zip(tasks))
        {
            list.Put(id, Content(task), null);
        }

        list.Arrange(Outline(tasks, ids));
        db.Add(list);
        var report = UnitReport.Begin(list.Id, Quarter, UnitReport.WholeList);
        foreach (var (measure, task) in list.Measures.OrderBy(measure => measure.Ordinal).Zip(tasks))
        {
            report.Write(measure.Id, task.Verdict == "是" ? new(task.Progress, Verdict: OnTrackVerdict.Yes) : new(task.Progress, Verdict: OnTrackVerdict.Advice, Advice: task.Verdict));
        }

        db.Add(report);
        Assert.Null(await db.SaveAsync(Actor.Local, Clock, Ct));
    }

    /// <summary>Puts a yearly plan into the store whose measures are due on the given days.</summary>
    public Task AddDutiesAsync(params (string Text, DateOnly DueOn, string Lead)[] duties) => AddDutiesAsync([], duties);

    /// <summary>Adds duties, each with the same targets.</summary>
    public async Task AddDutiesAsync(IReadOnlyList<TargetContent> targets, params (string Text, DateOnly DueOn, string Lead)[] duties)
    {
        await using var db = NewContext();
        var plan = ActionPlan.Begin("2024", 2024, PlanKind.Annual, Period.Year(2024));
        var ids = duties.Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var (id, duty) in ids.Zip(duties))
        {
            plan.Put(id, new(null, duty.Text, new("期限", Lanshao.Documents.Language.DeadlineKind.By, null, duty.DueOn), [new(UnitRole.Lead, duty.Lead, null, false)], false, [], targets, []), null);
        }

        var tasks = duties.Zip(ids, (duty, id) => (duty, id)).Select((pair, i) => new OutlineTask($"{i + 1}", $"{i + 1}", pair.duty.Text, 0, [pair.id])).ToList();
        plan.Arrange(new("样张年度计划", null, null, 2024, PlanKind.Annual, "2024", [new(1, "样张计划", PlanDomain.Other, ["序号", "工作措施", "完成时限", "牵头单位"], [new(1, "一、样张")], tasks)]));
        db.Add(plan);
        Assert.Null(await db.SaveAsync(Actor.Local, Clock, Ct));
    }

    public async ValueTask DisposeAsync() => await _store.DisposeAsync();

    private static async Task FillAsync(TestStore store)
    {
        var district = new HalfYearDistrict(store);
        await using var db = district.NewContext();
        var applied = await ApplyPack.RunAsync(db, new PackFiles(TestPack.Sample().Files.All.Where(file => Parts.Any(part => part.Owns(file.Path)))), Parts, Actor.System, district.Clock, Ct);
        Assert.False(applied.IsRefused, string.Join("; ", applied.Refusal?.Arguments.Select(argument => $"{argument.Key}={argument.Value}") ?? []));
        var pack = (await CurrentPack.ReadAsync(db, Ct)).Value!;
        Assert.Null((await PackFigures.ImportAsync(db, district.Files, pack, Actor.System, district.Clock, Ct)).Refusal);
    }

    private static MeasureContent Content(QuarterTask task) => new(
        null,
        task.Task,
        new(string.Empty, Lanshao.Documents.Language.DeadlineKind.Unknown, null, null),
        [.. task.Agencies.Select(agency => new UnitContent(UnitRole.Main, agency, null, false))],
        false,
        [],
        [],
        []);

    private static PlanOutline Outline(IReadOnlyList<QuarterTask> tasks, List<Guid> ids)
    {
        var sections = tasks.Select(task => task.Section).Distinct().ToList();
        var outlined = tasks.Zip(ids, (task, id) => new OutlineTask(task.Number, task.Number, task.Task, sections.IndexOf(task.Section), [id])).ToList();
        var annex = new OutlineAnnex(7, "样张二季度重点任务进展表", PlanDomain.Other, ["序号", "重点任务内容", "责任部门"], [.. sections.Select(section => new OutlineSection(1, section))], outlined);
        return new("样张二季度重点任务进展表", null, null, 2024, PlanKind.Quarterly, Quarter.Code, [annex]);
    }
}

/// <summary>A task of a quarter's list with what was reported for it.</summary>
internal sealed record QuarterTask(string Section, string Number, string Task, IReadOnlyList<string> Agencies, string Progress, string Verdict);

/// <summary>One district a store for all tests that only read, made when the first of them asks.</summary>
public sealed class PublishedDistrict : IAsyncLifetime
{
    private readonly Dictionary<StoreKind, HalfYearDistrict> _districts = [];

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        foreach (var district in _districts.Values)
        {
            await district.DisposeAsync();
        }
    }

    // Tests of one class follow one another.
    internal async Task<HalfYearDistrict> OnAsync(StoreKind kind) =>
        _districts.TryGetValue(kind, out var district) ? district : _districts[kind] = await HalfYearDistrict.NewAsync(kind);
}
