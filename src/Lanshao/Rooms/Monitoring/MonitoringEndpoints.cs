using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The posts and files of devices.</summary>
internal static class MonitoringEndpoints
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapLongTableFiles(DevicesView.Path, DevicesView.PartAsync).Needs(Permissions.DevicesRead);
        app.MapLongTableFiles(SeriesView.Path, SeriesView.PartAsync).Needs(Permissions.DevicesRead);
        CommandEndpoints.Map(app);
        HeldEndpoints.Map(app);
        NoticeEndpoints.Map(app);
        DeviceKeys.Map(app);
        app.MapTableFiles(DoubtsView.Path, async context => (await DoubtsView.LoadAsync(context)).Then<Shell.Tables.PageTable>(view => view.Notices)).Needs(Permissions.DevicesRead);
        app.MapPost("/devices/quarantine/release", (HttpContext context, GatewayHost host, DataFolder folder, TimeProvider clock) => ReleaseAsync(context, host, folder, clock)).Needs(Permissions.DevicesEdit).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/devices/quarantine/claim", (HttpContext context, LanshaoContext db, GatewayHost host, DataFolder folder, Actor actor, TimeProvider clock) => ClaimAsync(context, db, host, SecretBox.Of(folder), actor, clock)).Needs(Permissions.DevicesEdit).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/devices/quarantine/reject", (HttpContext context, LanshaoContext db, GatewayHost host, Actor actor, TimeProvider clock) => RejectAsync(context, db, host, actor, clock)).Needs(Permissions.DevicesEdit).TakesTime(Most).ExcludeFromDescription();
    }

    private static async Task<IResult> ClaimAsync(HttpContext context, LanshaoContext db, GatewayHost host, SecretBox secrets, Actor actor, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var stores = await host.StoresAsync(ct);
        if (stores.IsRefused)
        {
            return Answer(context, stores.Refusal, DevicesView.Path);
        }

        var mn = form["mn"].ToString();
        var area = form["area"].ToString();
        var claimed = await ClaimDevice.RunAsync(
            db, stores.Value, host.Journal, secrets, new(mn, form["name"].ToString().Trim(), form["kind"].ToString(), form["tier"].ToString(), area.Length == 0 ? null : area, form["password"].ToString()), actor, clock, ct);
        return Answer(context, claimed.Refusal, $"{DevicesView.Path}/device", ("mn", mn));
    }

    private static async Task<IResult> ReleaseAsync(HttpContext context, GatewayHost host, DataFolder folder, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        var mn = (await context.Request.ReadFormAsync(ct))["mn"].ToString();
        var stores = await host.StoresAsync(ct);
        if (stores.IsRefused)
        {
            return Answer(context, stores.Refusal, DevicesView.Path);
        }

        var released = await ReleaseFrames.RunAsync(stores.Value, host.Journal, mn, SecretBox.Of(folder), clock, ct);
        return Answer(context, null, $"{DevicesView.Path}/device", ("mn", mn), (DeviceKeys.ReleasedName, released.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> RejectAsync(HttpContext context, LanshaoContext db, GatewayHost host, Actor actor, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var stores = await host.StoresAsync(ct);
        var rejected = stores.IsRefused ? stores.Refusal : (await RejectDevice.RunAsync(db, stores.Value, form["mn"].ToString(), form["reason"].ToString().Trim(), actor, clock, ct)).Refusal;
        return Answer(context, rejected, $"{DevicesView.Path}/quarantine");
    }

    private static IResult Answer(HttpContext context, Refusal? refusal, string path, params (string Name, string? Text)[] query) => refusal is not null
        ? PageRoutes.Refused<QuarantinePage>(context, refusal)
        : new SeeOtherResult(context.RequestServices.GetRequiredService<PageAddress>().To(path, query));
}
