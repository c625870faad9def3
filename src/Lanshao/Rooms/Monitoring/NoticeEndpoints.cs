using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The post of 登记核对.</summary>
internal static class NoticeEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/devices/doubts/check", (HttpContext context, LanshaoContext db, GatewayHost host, Actor actor, TimeProvider clock) => CheckAsync(context, db, host, actor, clock)).Needs(Permissions.DevicesEdit).ExcludeFromDescription();

    private static async Task<IResult> CheckAsync(HttpContext context, LanshaoContext db, GatewayHost host, Actor actor, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var stores = await host.StoresAsync(ct);
        var request = new CheckNotices.Request([.. form["chosen"].OfType<string>()], form["found"].ToString().Trim(), form["checker"].ToString().Trim());
        var done = stores.IsRefused ? stores.Refusal : (await CheckNotices.RunAsync(db, stores.Value, request, actor, clock, ct)).Refusal;
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["found"] = request.Note, ["checker"] = request.Post };
        return done is null
            ? new SeeOtherResult(context.RequestServices.GetRequiredService<PageAddress>().To(DoubtsView.Path, (DoubtsView.StateName, form[DoubtsView.StateName].ToString()), ("mn", form["mn"].ToString())))
            : PageRoutes.Refused<DoubtsPage>(context, done, typed);
    }
}
