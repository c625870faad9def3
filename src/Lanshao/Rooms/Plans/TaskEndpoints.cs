using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Plans;

/// <summary>The posts of a task's page: completion, proofs, links.</summary>
internal static class TaskEndpoints
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/tasks/{code}/completions", (HttpContext context, Actor actor) => RuleAsync(context, actor)).Needs(Permissions.ProgressRule).ExcludeFromDescription();
        app.MapPost("/tasks/{code}/completions/{id:guid}/revoke", (Guid id, HttpContext context, Actor actor) => RevokeAsync(id, context, actor)).Needs(Permissions.ProgressRule).ExcludeFromDescription();
        app.MapPost("/tasks/{code}/evidence", (HttpContext context, FileStore files, Actor actor) => AddAsync(context, files, actor)).Needs(Permissions.ProgressReport).TakesUploads().TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/tasks/{code}/evidence/{id:guid}/void", (Guid id, HttpContext context, Actor actor) => VoidAsync(id, context, actor)).Needs(Permissions.ProgressReport).ExcludeFromDescription();
        app.MapPost("/tasks/{code}/links", (HttpContext context, Actor actor) => LinkAsync(context, actor)).Needs(Permissions.PlansEdit).ExcludeFromDescription();
        app.MapPost("/tasks/{code}/links/{id:guid}/end", (Guid id, HttpContext context, Actor actor) => UnlinkAsync(id, context, actor)).Needs(Permissions.PlansEdit).ExcludeFromDescription();
    }

    private static async Task<IResult> RuleAsync(HttpContext context, Actor actor)
    {
        var typed = await TypedAsync(context);
        var day = DayOf(typed["day"]);
        if (day.IsRefused)
        {
            return Answer(context, day.Refusal, "completion", typed);
        }

        Guid? milestone = Guid.TryParse(typed["milestone"], out var id) ? id : null;
        var ruled = await RuleCompletion.RunAsync(Db(context), new(MeasureOf(typed), milestone, day.Value, typed["note"]), actor, Clock(context), context.RequestAborted);
        return Answer(context, ruled.Refusal, "completion", typed);
    }

    private static async Task<IResult> RevokeAsync(Guid id, HttpContext context, Actor actor)
    {
        var typed = await TypedAsync(context);
        var revoked = await RevokeCompletion.RunAsync(Db(context), id, typed["reason"], actor, Clock(context), context.RequestAborted);
        return Answer(context, revoked.Refusal, "completion", typed);
    }

    private static async Task<IResult> AddAsync(HttpContext context, FileStore files, Actor actor)
    {
        var ct = context.RequestAborted;
        var typed = await TypedAsync(context);
        var day = DayOf(typed["dated"]);
        if (day.IsRefused)
        {
            return Answer(context, day.Refusal, "evidence", typed);
        }

        IncomingFile? file = null;
        if (context.Request.Form.Files.GetFile("file") is { Length: > 0 } upload)
        {
            await using var stream = upload.OpenReadStream();
            var read = await IncomingFile.ReadAsync(stream, upload.FileName, context.RequestServices.GetRequiredService<SettingsBook>().DocumentLimits().FileBytes, ct);
            if (read.IsRefused)
            {
                return Answer(context, read.Refusal, "evidence", typed);
            }

            file = read.Value;
        }

        var added = await AddEvidence.RunAsync(Db(context), files, new(MeasureOf(typed), typed["name"], day.Value, typed["source"], file, "application/octet-stream"), actor, Clock(context), ct);
        return Answer(context, added.Refusal, "evidence", typed);
    }

    private static async Task<IResult> VoidAsync(Guid id, HttpContext context, Actor actor)
    {
        var typed = await TypedAsync(context);
        var voided = await VoidEvidence.RunAsync(Db(context), id, typed["reason"], actor, Clock(context), context.RequestAborted);
        return Answer(context, voided.Refusal, "evidence", typed);
    }

    private static async Task<IResult> LinkAsync(HttpContext context, Actor actor)
    {
        var (db, ct) = (Db(context), context.RequestAborted);
        var typed = await TypedAsync(context);
        var (list, number) = (typed["other-list"], SpokenNumber.TryRead(typed["number"])?.WholeCode);
        var other = await (from measure in db.Set<Measure>().AsNoTracking()
                           join plan in db.Set<ActionPlan>() on measure.PlanId equals plan.Id
                           where plan.Code == list && plan.VoidedAtUtc == null && measure.Code == number && measure.VoidedAtUtc == null
                           select (Guid?)measure.Id).FirstOrDefaultAsync(ct);
        var linked = other is { } id ? await LinkTasks.RunAsync(db, MeasureOf(typed), id, actor, Clock(context), ct) : Refusal.NotFound("PLAN-317", ("found", typed["number"]));
        return Answer(context, linked.Refusal, "links", typed);
    }

    private static async Task<IResult> UnlinkAsync(Guid id, HttpContext context, Actor actor)
    {
        var ended = await UnlinkTasks.RunAsync(Db(context), id, actor, Clock(context), context.RequestAborted);
        return Answer(context, ended.Refusal, "links", await TypedAsync(context));
    }

    private static IResult Answer(HttpContext context, Refusal? refusal, string part, Fields typed)
    {
        if (refusal is not null)
        {
            return PageRoutes.Refused<TaskPage>(context, refusal, typed.For(part));
        }

        var here = context.RequestServices.GetRequiredService<PageAddress>();
        var code = (string)context.Request.RouteValues["code"]!;
        return new SeeOtherResult(here.To($"/tasks/{Uri.EscapeDataString(code)}", ("list", here.Text("list"))) + "#" + part);
    }

    private static async Task<Fields> TypedAsync(HttpContext context) => new(await context.Request.ReadFormAsync(context.RequestAborted));

    private static Guid MeasureOf(Fields typed) => Guid.TryParse(typed["measure"], out var id) ? id : Guid.Empty;

    private static Outcome<DateOnly> DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Refusal.Invalid("PRG-031", ("found", text));

    private static LanshaoContext Db(HttpContext context) => context.RequestServices.GetRequiredService<LanshaoContext>();

    private static TimeProvider Clock(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>();

    private sealed class Fields(IFormCollection form)
    {
        public string this[string name] => form[name].ToString();

        public Dictionary<string, string> For(string part) => new(form.ToDictionary(field => field.Key, field => field.Value.ToString())) { ["part"] = part };
    }
}
