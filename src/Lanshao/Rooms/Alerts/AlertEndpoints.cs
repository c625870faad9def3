using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Districts;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Alerts;

/// <summary>The posts and files of alerts.</summary>
internal static class AlertEndpoints
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapLongTableFiles(AlertsView.Path, AlertsView.PartAsync).Needs(Permissions.AlertsRead);
        app.MapTableFiles(NightView.Path, async context => (await NightView.LoadAsync(context)).Then<PageTable>(view => view.Table)).Needs(Permissions.AlertsRead);
        app.MapTableFiles(RulesView.Path, async context => (await RulesView.LoadAsync(context)).Then<PageTable>(view => view.Table)).Needs(Permissions.AlertsRead);
        app.MapPost("/alerts/rules/save", (HttpContext context, LanshaoContext db, DataFolder data, Actor actor, TimeProvider clock) => SaveRuleAsync(context, db, data, actor, clock)).Needs(Permissions.AlertsRules).TakesTime(Most).ExcludeFromDescription();
        Step(app, "acknowledge", (step, db, actor, clock, ct) => AcknowledgeAlert.RunAsync(db, new(step.Id, step.Form["post"].ToString(), step.Version), actor, clock, ct));
        Step(app, "arrive", (step, db, actor, clock, ct) => ArriveAlert.RunAsync(db, new(step.Id, step.Version), actor, clock, ct));
        Step(app, "conclude", (step, db, actor, clock, ct) => ConcludeAlert.RunAsync(db, new(step.Id, step.Outcome, step.Form["scene"].ToString(), step.Version), actor, clock, ct));
        Step(app, "settle", (step, db, actor, clock, ct) => SettleAlert.RunAsync(db, new(step.Id, step.Version), actor, clock, ct));
    }

    private static async Task<IResult> SaveRuleAsync(HttpContext context, LanshaoContext db, DataFolder data, Actor actor, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var pack = await CurrentPack.ReadAsync(db, ct);
        var code = form["code"].ToString();
        if (pack.IsRefused || pack.Value.Read(AlertRules.Part).Find(code) is not { } rule)
        {
            return Refusal.NotFound("ALR-006", ("code", code)).ToHttp(context);
        }

        var read = RuleForm.Read(rule, name => form.TryGetValue(name, out var value) ? value.ToString() : null);
        var revision = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var saved = read.IsRefused ? read.Refusal : (await SaveAlertRule.RunAsync(db, new(read.Value, revision), PackParts.All, actor, clock, ct)).Refusal;
        if (saved is null && (await CurrentPack.ReadAsync(db, ct)).Value is { } current)
        {
            // What the figures and lists of the pack brought in is in: only this file is new.
            saved = await PackTakenIn.IsAsync(db, current.Revision, ct) ? null : await PackTakenIn.MarkAsync(db, current.Revision, actor, clock, ct);
            saved ??= PackMirror.Write(data.FullPath, current);
        }

        return saved is { } refusal ? PageRoutes.Refused<RulePage>(context, refusal) : new SeeOtherResult(context.RequestServices.GetRequiredService<PageAddress>().To(RulesView.One, ("code", code)));
    }

    private static void Step(IEndpointRouteBuilder app, string name, Func<Typed, LanshaoContext, Actor, TimeProvider, CancellationToken, Task<Outcome<Alert>>> run) =>
        app.MapPost($"/alerts/{name}", async (HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock) =>
        {
            var ct = context.RequestAborted;
            var form = await context.Request.ReadFormAsync(ct);
            var moved = await run(new(form), db, actor, clock, ct);
            return moved.Refusal is { } refusal
                ? PageRoutes.Refused<AlertPage>(context, refusal, form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal))
                : new SeeOtherResult(context.RequestServices.GetRequiredService<PageAddress>().To(AlertsView.One, ("no", moved.Value!.Number)));
        }).Needs(Permissions.AlertsHandle).ExcludeFromDescription();

    /// <summary>What a form of an alert says.</summary>
    private sealed record Typed(IFormCollection Form)
    {
        public Guid Id => Guid.TryParse(Form["id"], CultureInfo.InvariantCulture, out var id) ? id : Guid.Empty;

        // A form without a version is stale by definition.
        public int Version => int.TryParse(Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

        public AlertOutcome Outcome => Enum.TryParse<AlertOutcome>(Form["outcome"], out var outcome) && Enum.IsDefined(outcome) ? outcome : AlertOutcome.DataCorrected;
    }
}
