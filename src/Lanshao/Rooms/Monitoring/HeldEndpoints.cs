using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Held;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The posts of 报文裁定.</summary>
internal static class HeldEndpoints
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/devices/doubts/propose", (Delegate)((HttpContext context) => PostAsync(context, ProposeAsync))).Needs(Permissions.ReadingsReview).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/devices/doubts/take-back", (Delegate)((HttpContext context) => PostAsync(context, TakeBackAsync))).Needs(Permissions.ReadingsReview).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/devices/doubts/settle", (Delegate)((HttpContext context) => PostAsync(context, SettleAsync))).Needs(Permissions.ReadingsReview).TakesTime(Most).ExcludeFromDescription();
    }

    private static async Task<IResult> PostAsync(HttpContext context, Func<Asked, Task<Outcome<FrameVerdict>>> run)
    {
        var services = context.RequestServices;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = form.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.ToString().Trim(), StringComparer.Ordinal);
        var stores = await services.GetRequiredService<GatewayHost>().StoresAsync(context.RequestAborted);
        var done = stores.IsRefused ? stores.Refusal : await run(new(typed, services.GetRequiredService<LanshaoContext>(), stores.Value, services.GetRequiredService<Actor>(), services.GetRequiredService<TimeProvider>(), context.RequestAborted));
        return done.IsRefused
            ? PageRoutes.Refused<DoubtsPage>(context, done.Refusal, typed)
            : new SeeOtherResult(services.GetRequiredService<PageAddress>().To(DoubtsView.Path, ("id", done.Value.State is VerdictState.Released or VerdictState.Revokes ? $"{done.Value.Id}" : null)));
    }

    private static Task<Outcome<FrameVerdict>> ProposeAsync(Asked asked) => ProposeVerdict.RunAsync(
        asked.Db, asked.Stores,
        new(asked.Field("mn"), asked.Field("reason") == nameof(HeldReason.BeyondWindow) ? HeldReason.BeyondWindow : HeldReason.OtherContent, asked.Number("first"), asked.Number("last"), asked.Field("holds") == "yes", asked.Field("evidence"), asked.Field("post")),
        asked.Actor, asked.Clock, asked.Ct);

    // What is chosen names the version that was seen: a form without one is stale by definition.
    private static Task<Outcome<FrameVerdict>> TakeBackAsync(Asked asked)
    {
        var parts = asked.Field("verdict").Split(':');
        var version = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;
        return TakeBackVerdict.RunAsync(asked.Db, asked.Stores, new(Guid.TryParse(parts[0], CultureInfo.InvariantCulture, out var id) ? id : Guid.Empty, asked.Field("why"), asked.Field("by"), version), asked.Actor, asked.Clock, asked.Ct);
    }

    private static async Task<Outcome<FrameVerdict>> SettleAsync(Asked asked)
    {
        var id = Guid.TryParse(asked.Field("verdict"), CultureInfo.InvariantCulture, out var verdict) ? verdict : Guid.Empty;
        var settled = await SettleVerdict.RunAsync(asked.Db, asked.Stores, new(id, asked.Field("agrees") == "yes", asked.Field("post"), asked.Field("note"), (int)Math.Clamp(asked.Number("version"), -1, int.MaxValue)), asked.Actor, asked.Clock, asked.Ct);
        if (settled.IsRefused || settled.Value.State is not (VerdictState.Released or VerdictState.Revokes))
        {
            return settled;
        }

        var issued = await IssueFrameCorrections.RunAsync(asked.Db, asked.Stores, asked.Actor, asked.Clock, asked.Ct);
        return issued.IsRefused ? issued.Refusal : settled;
    }

    /// <summary>What a form says.</summary>
    private sealed record Asked(IReadOnlyDictionary<string, string> Typed, LanshaoContext Db, MonitoringStores Stores, Actor Actor, TimeProvider Clock, CancellationToken Ct)
    {
        public string Field(string name) => Typed.GetValueOrDefault(name) ?? string.Empty;

        // What is no number is none of ours, and no version of anything.
        public long Number(string name) => long.TryParse(Field(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }
}
