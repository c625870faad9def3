using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Notices;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Front.Inbox;

/// <summary>The post and the files of 待办.</summary>
internal static class InboxEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapTableFiles(InboxView.Path, async context => (await InboxView.LoadAsync(context)).Then<PageTable>(view => view.Table)).Needs(Permissions.NoticesRead);
        app.MapPost("/inbox/read", ReadAsync).Needs(Permissions.NoticesHandle).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadAsync(HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var ids = form["notice"].Select(text => Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToHashSet();
        var read = await ReadNotices.RunAsync(db, new(ids), actor, clock, context.RequestAborted);
        return read.IsRefused ? PageRoutes.Refused<InboxPage>(context, read.Refusal) : new SeeOtherResult(context.RequestServices.GetRequiredService<PageAddress>().To(InboxView.Path));
    }
}
