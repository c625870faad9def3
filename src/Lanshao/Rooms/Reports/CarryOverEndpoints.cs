using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.CarryOver;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>以上期材料为底稿: a file is handed in, revised in memory, and given back.</summary>
internal static class CarryOverEndpoints
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/reports/carry-over", (Delegate)MakeAsync).Needs(Permissions.ReportsRender).TakesUploads().TakesTime(Most).ExcludeFromDescription();
        app.MapGet("/reports/carry-over/{id:guid}/draft.docx", (Delegate)FileAsync).Needs(Permissions.ReportsRender).ExcludeFromDescription();
        app.MapTableFiles("/reports/carry-over/{id:guid}/list", context => Task.FromResult(List(context))).Needs(Permissions.ReportsRender);
    }

    private static async Task<IResult> MakeAsync(HttpContext context, LanshaoContext db, CarriedFiles drafts, SettingsBook settings, TimeProvider clock, PageAddress here)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        if (form.Files.GetFile("file") is not { Length: > 0 } upload)
        {
            return PageRoutes.Refused<CarryOverPage>(context, Refusal.Invalid("IMP-010"));
        }

        var (before, now) = (form["before"].ToString().Trim(), form["now"].ToString().Trim());
        if (!Period.TryParse(now, out var wanted) || (before.Length > 0 && !Period.TryParse(before, out _)))
        {
            var broken = Period.TryParse(now, out _) ? before : now;
            return PageRoutes.Refused<CarryOverPage>(context, Refusal.Invalid("RPT-011", ("found", broken), ("expected", "2024H1")));
        }

        var limits = settings.DocumentLimits();
        await using var stream = upload.OpenReadStream();
        var file = await IncomingFile.ReadAsync(stream, upload.FileName, limits.FileBytes, ct);
        var draft = file.IsRefused ? file.Refusal : await CarryOverReport.RunAsync(db, new(file.Value, Period.TryParse(before, out var old) ? old : null, wanted), limits, ChinaTime.NowUtc(clock), ct);
        return draft.IsRefused ? PageRoutes.Refused<CarryOverPage>(context, draft.Refusal) : new SeeOtherResult(here.To($"/reports/carry-over/{drafts.Keep(file.Value!.Name, draft.Value)}"));
    }

    private static async Task<IResult> FileAsync(HttpContext context, Guid id, CarriedFiles drafts) => drafts.Find(id) is { } draft
        ? await ExportNotes.AnswerAsync(context, TitleOf(draft), "docx", CarryOverView.CarriesOf(draft), Results.File(draft.Draft.File, RenderReport.MediaType, TitleOf(draft) + ".docx"), $"/reports/carry-over/{id:D}")
        : Refusal.NotFound("RPT-018").ToHttp(context);

    private static string TitleOf(CarriedFile draft) => $"{Path.GetFileNameWithoutExtension(draft.Name)}（{draft.Draft.Now.ChineseText}底稿）";

    private static Outcome<PageTable> List(HttpContext context) =>
        Guid.TryParse(context.Request.RouteValues["id"]?.ToString(), out var id) && context.RequestServices.GetRequiredService<CarriedFiles>().Find(id) is { } draft
            ? CarryOverView.Table(context.RequestServices.GetRequiredService<UiTexts>(), draft) : Refusal.NotFound("RPT-018");
}
