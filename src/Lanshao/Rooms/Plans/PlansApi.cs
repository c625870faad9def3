using System.Globalization;
using System.Text.Json;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Plans;

/// <summary>Task lists by the API: lists, tasks with their measures, targets, what an import asked.</summary>
internal static class PlansApi
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/plans", (Delegate)ListsAsync).Needs(Permissions.PlansRead).WithSummary("The standing task lists: ?year=2022, ?after= for the next page.").Produces<KeyPage<PlanList>>();
        app.MapGet("/api/v1/plans/{code}", (Delegate)ListAsync).Needs(Permissions.PlansRead).WithSummary("One task list with its annexes.").Produces<PlanWhole>();
        app.MapGet("/api/v1/plans/{code}/tasks", (Delegate)TasksAsync).Needs(Permissions.PlansRead)
            .WithSummary("The tasks of a list with their measures; ?q=, domain=, unit=, deadline=, state=, target= as on the page, ?after= for the next page.").Produces<KeyPage<PlanTaskItem>>();
        app.MapGet("/api/v1/plans/{code}/tasks/{number}", (Delegate)TaskAsync).Needs(Permissions.PlansRead).WithSummary("One task (2-5) or one measure of it (2-5-2, 附件2第5项第2条).").Produces<PlanTaskItem>();
        app.MapGet("/api/v1/plans/{code}/targets", (Delegate)TargetsAsync).Needs(Permissions.PlansRead).WithSummary("The targets of a list in its order; ?after= for the next page.").Produces<KeyPage<PlanTargetItem>>();
        app.MapGet("/api/v1/plans/{code}/findings", (Delegate)FindingsAsync).Needs(Permissions.PlansRead).WithSummary("What the newest import asked, and how it was settled; ?after= for the next page.").Produces<KeyPage<PlanFindingItem>>();
    }

    private static async Task<IResult> ListsAsync(LanshaoContext db, int? year, string? after, CancellationToken ct)
    {
        var lists = await db.Set<ActionPlan>().AsNoTracking().Where(p => p.VoidedAtUtc == null && (year == null || p.Year == year) && (after == null || p.Code.CompareTo(after) > 0))
            .OrderBy(p => p.Code).Take(PageSize + 1).ToListAsync(ct);
        return Results.Ok(KeyPage.Of(lists.ConvertAll(PlanList.Of), PageSize, list => list.Code));
    }

    private static async Task<IResult> ListAsync(HttpContext context, LanshaoContext db, string code, CancellationToken ct) =>
        (await PlanView.LoadAsync(db, code, ct)).Then<PlanWhole>(view => new PlanWhole(
            PlanList.Of(view.Plan), view.Open, view.Settled, [.. view.Annexes.Select(a => new PlanAnnexItem(a.Number, a.Title, Word(a.Domain), a.Tasks, a.Measures, a.Targets))])).ToHttp(context);

    private static async Task<IResult> TasksAsync(HttpContext context, LanshaoContext db, PageAddress here, TimeProvider clock, string code, CancellationToken ct)
    {
        if (await MissingAsync(db, code, ct) is { } refusal)
        {
            return refusal.ToHttp(context);
        }

        var view = await TasksView.OfListAsync(db, here, clock, code, ct);
        var tasks = Grouped(view);
        var at = here.After is { } last ? tasks.FindIndex(task => task.Number == last) + 1 : 0;
        return Results.Ok(KeyPage.Of([.. tasks.Skip(at).Take(PageSize + 1)], PageSize, task => task.Number));
    }

    private static async Task<IResult> TaskAsync(HttpContext context, LanshaoContext db, PageAddress here, TimeProvider clock, string code, string number, CancellationToken ct)
    {
        if (await MissingAsync(db, code, ct) is { } refusal)
        {
            return refusal.ToHttp(context);
        }

        var view = await TasksView.OfListAsync(db, here, clock, code, ct, number);
        return SpokenNumber.TryRead(number) is not null && Grouped(view) is [var only]
            ? Results.Ok(only)
            : Refusal.NotFound("PLAN-317", ("found", number)).ToHttp(context);
    }

    private static async Task<IResult> TargetsAsync(HttpContext context, LanshaoContext db, PageAddress here, string code, CancellationToken ct)
    {
        if (await MissingAsync(db, code, ct) is { } refusal)
        {
            return refusal.ToHttp(context);
        }

        var (ordinal, seq) = KeyOf(here.After);
        var rows = await (from target in db.Set<PlanTarget>().AsNoTracking()
                          join measure in db.Set<Measure>() on target.MeasureId equals measure.Id
                          join plan in db.Set<ActionPlan>() on measure.PlanId equals plan.Id
                          where plan.Code == code && measure.VoidedAtUtc == null && (measure.Ordinal > ordinal || (measure.Ordinal == ordinal && target.Seq > seq))
                          orderby measure.Ordinal, target.Seq
                          select new { target, measure.Code, measure.Ordinal, measure.OriginSha256 }).Take(PageSize + 1).ToListAsync(ct);
        var page = KeyPage.Of(rows, PageSize, row => string.Create(CultureInfo.InvariantCulture, $"{row.Ordinal}.{row.target.Seq}"));
        return Results.Ok(new KeyPage<PlanTargetItem>([.. page.Rows.Select(row => PlanTargetItem.Of(row.target, row.Code, row.OriginSha256))], page.After));
    }

    private static async Task<IResult> FindingsAsync(HttpContext context, LanshaoContext db, PageAddress here, string code, CancellationToken ct)
    {
        var view = await PlanView.LoadAsync(db, code, ct);
        if (view.IsRefused)
        {
            return view.Refusal.ToHttp(context);
        }

        var language = Languages.Of(context);
        var (at, _) = KeyOf(here.After);
        var items = view.Value.Findings.Select((item, index) => PlanFindingItem.Of(index + 1, item, language)).Skip(at).Take(PageSize + 1).ToList();
        return Results.Ok(KeyPage.Of(items, PageSize, item => item.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<Refusal?> MissingAsync(LanshaoContext db, string code, CancellationToken ct) =>
        await db.Set<ActionPlan>().AnyAsync(p => p.Code == code && p.VoidedAtUtc == null, ct) ? null : Refusal.NotFound("PRG-020", ("list", code));

    private static List<PlanTaskItem> Grouped(TasksView view) =>
        [.. view.Board.Rows.GroupBy(row => (row.Measure.Annex, row.Measure.TaskNumber)).Select(task => PlanTaskItem.Of([.. task], view))];

    // A key that was not ours begins the list anew.
    private static (int First, int Second) KeyOf(string? after)
    {
        var parts = (after ?? string.Empty).Split('.');
        int Part(int at) => parts.Length > at && int.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (Part(0), Part(1));
    }

    internal static string Word<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());
}
