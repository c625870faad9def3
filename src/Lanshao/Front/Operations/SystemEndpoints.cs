using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Housekeeping;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Front.Operations;

/// <summary>The posts and files of 系统管理, and what it tells other programs.</summary>
internal static class SystemEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(JobList.Path + "/{id:guid}/cancel", CancelAsync).Needs(Permissions.JobsCancel).ExcludeFromDescription();
        app.MapPost(AuditList.Path + "/verify", VerifyAsync).Needs(Permissions.SystemOperate).ExcludeFromDescription();
        app.MapTableFiles(JobList.Path, context => TableAsync(context, async (db, here, texts, ct) => (await JobList.LoadAsync(db, context.RequestServices.GetRequiredService<JobKinds>(), here, texts, ct, KeyPage.MostRows)).Table)).Needs(Permissions.JobsRead);
        app.MapTableFiles(AuditList.Path, context => TableAsync(context, async (db, here, texts, ct) => (await AuditList.LoadAsync(db, here, texts, ct, KeyPage.MostRows)).Table)).Needs(Permissions.AuditRead);
        app.MapTableFiles("/system/settings", context => Task.FromResult<Outcome<PageTable>>(StatusView.Settings(context.RequestServices))).Needs(Permissions.SystemRead);
    }

    private static async Task<IResult> CancelAsync(Guid id, HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock, PageAddress here, CancellationToken ct)
    {
        var outcome = await CancelJob.RunAsync(db, id, actor, clock, ct);
        return outcome.IsRefused ? PageRoutes.Refused<JobPage>(context, outcome.Refusal) : new SeeOtherResult(here.To($"{JobList.Path}/{id}"));
    }

    private static async Task<IResult> VerifyAsync(HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock, PageAddress here, CancellationToken ct)
    {
        var job = await AuditCheck.RequestAsync(db, actor, clock, ct);
        return job.IsRefused ? job.Refusal.ToHttp(context) : new SeeOtherResult(here.To($"{JobList.Path}/{job.Value.Id}"));
    }

    private static async Task<Outcome<PageTable>> TableAsync(HttpContext context, Func<LanshaoContext, PageAddress, UiTexts, CancellationToken, Task<PageTable>> make)
    {
        var services = context.RequestServices;
        return await make(services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), context.RequestAborted);
    }
}
