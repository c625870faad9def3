using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Housekeeping;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Monitoring;
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
        app.MapPost("/system/expired/preview", PreviewExpiredAsync).Needs(Permissions.SystemOperate).ExcludeFromDescription();
        app.MapLongTableFiles(JobList.Path, JobsAsync).Needs(Permissions.JobsRead);
        app.MapLongTableFiles(AuditList.Path, AuditAsync).Needs(Permissions.AuditRead);
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

    private static async Task<IResult> PreviewExpiredAsync(HttpContext context, LanshaoContext db, JobKinds kinds, Actor actor, TimeProvider clock, PageAddress here, CancellationToken ct)
    {
        var job = await PreviewExpired.RequestAsync(db, kinds, actor, clock, ct);
        return job.IsRefused ? job.Refusal.ToHttp(context) : new SeeOtherResult(here.To($"{JobList.Path}/{job.Value.Id}"));
    }

    private static async Task<Outcome<TablePart>> JobsAsync(HttpContext context, string? after)
    {
        var services = context.RequestServices;
        var list = await JobList.LoadAsync(services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<JobKinds>(), services.GetRequiredService<PageAddress>(), after, services.GetRequiredService<UiTexts>(), context.RequestAborted, KeyPage.MostRows);
        return new TablePart(list.Table, list.After);
    }

    private static async Task<Outcome<TablePart>> AuditAsync(HttpContext context, string? after)
    {
        var services = context.RequestServices;
        var list = await AuditList.LoadAsync(services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), after, services.GetRequiredService<UiTexts>(), context.RequestAborted, KeyPage.MostRows);
        return new TablePart(list.Table, list.After);
    }
}
