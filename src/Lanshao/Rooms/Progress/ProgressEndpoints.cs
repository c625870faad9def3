using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Plans;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Progress;

/// <summary>The posts and files of 进展报送.</summary>
internal static class ProgressEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapTableFiles("/progress/states", async context => (await ProgressView.LoadAsync(Db(context), Here(context), Clock(context), context.RequestAborted)).Then<PageTable>(view => view.Table(unit => unit))).Needs(Permissions.ProgressRead);
        app.MapTableFiles("/progress/list/table", async context => (await ListAsync(context)).Then<PageTable>(view => view.Table)).Needs(Permissions.ProgressRead);
        app.MapPost("/progress/periods", (Delegate)OpenAsync).Needs(Permissions.ProgressReport).ExcludeFromDescription();
        app.MapPost("/progress/reviews", (Delegate)ReviewAsync).Needs(Permissions.ProgressReport).ExcludeFromDescription();
        app.MapPost("/progress/list", (Delegate)SaveListAsync).Needs(Permissions.ProgressReport).ExcludeFromDescription();
    }

    private static async Task<IResult> OpenAsync(HttpContext context, Actor actor)
    {
        var (db, ct) = (Db(context), context.RequestAborted);
        var form = await context.Request.ReadFormAsync(ct);
        var code = form["list"].ToString();
        if (!Period.TryParse(form["span"], out var period) || await db.Set<ActionPlan>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code && p.VoidedAtUtc == null, ct) is not { } plan)
        {
            return PageRoutes.Refused<ProgressPage>(context, Refusal.NotFound("PRG-020", ("list", code)));
        }

        var opened = await OpenPeriod.RunAsync(db, plan.Id, period, await CalendarAsync(db, ct), actor, Clock(context), ct);
        return opened.IsRefused ? PageRoutes.Refused<ProgressPage>(context, opened.Refusal) : Again(context, "/progress");
    }

    private static async Task<IResult> ReviewAsync(HttpContext context, Actor actor)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!Guid.TryParse(form["report"], out var report) || !int.TryParse(form["version"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var version))
        {
            return PageRoutes.Refused<ProgressPage>(context, Refusal.NotFound("PRG-029"));
        }

        var reason = form["decision"] == "accept" ? null : form["reason"].ToString();
        var reviewed = await ReviewReport.RunAsync(Db(context), new(report, reason, version), actor, Clock(context), context.RequestAborted);
        return reviewed.IsRefused ? PageRoutes.Refused<ProgressPage>(context, reviewed.Refusal) : Again(context, "/progress");
    }

    private static async Task<IResult> SaveListAsync(HttpContext context, Actor actor)
    {
        var (db, ct) = (Db(context), context.RequestAborted);
        var form = await context.Request.ReadFormAsync(ct);
        var typed = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        var view = await ListAsync(context);
        if (view.IsRefused)
        {
            return PageRoutes.Refused<ListProgressPage>(context, view.Refusal, typed);
        }

        var list = view.Value;
        var version = int.TryParse(typed.GetValueOrDefault("version"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : int.MinValue;
        var entries = list.Rows.ToDictionary(row => row.MeasureId, row => TextOf(typed.GetValueOrDefault($"text-{row.Code}"), typed.GetValueOrDefault($"verdict-{row.Code}")));
        var request = new SaveProgress.Request(new(list.Plan.Code, list.Period, UnitReport.WholeList), entries, typed.GetValueOrDefault("hand") == "1", IsNothing: false, version);
        var saved = await SaveProgress.RunAsync(db, request, await CalendarAsync(db, ct), actor, Clock(context), ct);
        return saved.IsRefused ? PageRoutes.Refused<ListProgressPage>(context, saved.Refusal, typed) : Again(context, "/progress/list");
    }

    // 是 and 否 answer; any other words are advice, kept as written.
    private static ProgressText TextOf(string? text, string? verdict) => (verdict ?? string.Empty).Trim() switch
    {
        "" => new(Trimmed(text)),
        "是" => new(Trimmed(text), Verdict: OnTrackVerdict.Yes),
        "否" => new(Trimmed(text), Verdict: OnTrackVerdict.No),
        var advice => new(Trimmed(text), Verdict: OnTrackVerdict.Advice, Advice: advice),
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    private static SeeOtherResult Again(HttpContext context, string path)
    {
        var here = Here(context);
        return new(here.To(path, (UnitSheetsView.ListName, here.Text(UnitSheetsView.ListName))));
    }

    private static async Task<WorkCalendar> CalendarAsync(LanshaoContext db, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        return pack.IsRefused ? WorkCalendar.Embedded : pack.Value.Read(DistrictPart.Calendar);
    }

    private static Task<Outcome<ListProgressView>> ListAsync(HttpContext context) => ListProgressView.LoadAsync(Db(context), Here(context), Clock(context), context.RequestAborted);

    private static LanshaoContext Db(HttpContext context) => context.RequestServices.GetRequiredService<LanshaoContext>();

    private static PageAddress Here(HttpContext context) => context.RequestServices.GetRequiredService<PageAddress>();

    private static TimeProvider Clock(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>();
}
