using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The posts of 远程命令: one asks, and where two posts are needed another releases.</summary>
internal static class CommandEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/devices/commands", (HttpContext context, LanshaoContext db, GatewayHost host, DataFolder folder, Actor actor, TimeProvider clock) => AskAsync(context, db, host, SecretBox.Of(folder), actor, clock)).Needs(Permissions.DevicesCommand).ExcludeFromDescription();
        app.MapPost("/devices/commands/release", (HttpContext context, LanshaoContext db, GatewayHost host, Actor actor, TimeProvider clock) => ReleaseAsync(context, db, host, actor, clock)).Needs(Permissions.DevicesCommand).ExcludeFromDescription();
    }

    private static async Task<IResult> AskAsync(HttpContext context, LanshaoContext db, GatewayHost host, SecretBox secrets, Actor actor, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        var here = context.RequestServices.GetRequiredService<PageAddress>();
        var typed = DeviceCommands.Typed(await context.Request.ReadFormAsync(ct));
        if (!host.CanCommand)
        {
            return PageRoutes.Refused<DevicePage>(context, Refusal.Conflict("MON-046"), Shown(typed));
        }

        var mn = here.Text("mn") ?? string.Empty;
        var asked = await AskDevice.RunAsync(db, DeviceCommands.Asked(mn, typed), host.Reaches(mn), actor, clock, ct, secrets);
        if (asked.IsRefused)
        {
            return PageRoutes.Refused<DevicePage>(context, asked.Refusal, Shown(typed));
        }

        host.Listening?.Commands.Nudge();
        return new SeeOtherResult(here.To($"{DevicesView.Path}/device", ("mn", mn)));
    }

    private static async Task<IResult> ReleaseAsync(HttpContext context, LanshaoContext db, GatewayHost host, Actor actor, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        var (here, typed) = (context.RequestServices.GetRequiredService<PageAddress>(), DeviceCommands.Typed(await context.Request.ReadFormAsync(ct)));
        if (!host.CanCommand)
        {
            return PageRoutes.Refused<DevicePage>(context, Refusal.Conflict("MON-046"));
        }

        var id = Guid.TryParse(typed.GetValueOrDefault("command"), CultureInfo.InvariantCulture, out var command) ? command : Guid.Empty;
        var request = new ReleaseCommand.Request(id, typed.GetValueOrDefault("releases") == "yes", typed.GetValueOrDefault("post") ?? string.Empty, typed.GetValueOrDefault("note") ?? string.Empty, typed.GetValueOrDefault("confirmed") == "1");
        var released = await ReleaseCommand.RunAsync(db, request, host.Reaches, actor, clock, ct);
        if (released.IsRefused)
        {
            return PageRoutes.Refused<DevicePage>(context, released.Refusal);
        }

        host.Listening?.Commands.Nudge();
        return new SeeOtherResult(here.To($"{DevicesView.Path}/device", ("mn", released.Value.Mn)));
    }

    // A password that was typed is shown to nobody again.
    private static Dictionary<string, string> Shown(Dictionary<string, string> typed) => typed.Where(field => field.Key != DeviceCommands.SecretName).ToDictionary(StringComparer.Ordinal);
}
