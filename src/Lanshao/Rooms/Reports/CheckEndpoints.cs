using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Lanshao.Hosting;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>核稿: a file is dropped, checked in memory, and given back with comments.</summary>
internal static class CheckEndpoints
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/reports/check", (Delegate)CheckAsync).Needs(Permissions.ReportsRead).TakesUploads().TakesTime(Most).ExcludeFromDescription();
        app.MapGet("/reports/check/{id:guid}/commented.docx", (Delegate)Commented).Needs(Permissions.ReportsRead).TakesTime(Most).ExcludeFromDescription();
        app.MapTableFiles("/reports/check/{id:guid}/sheet", context => Task.FromResult(Sheet(context))).Needs(Permissions.ReportsRead);
    }

    private static async Task<IResult> CheckAsync(HttpContext context, LanshaoContext db, CheckedFiles checkedFiles, PageAddress here)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        if (form.Files.GetFile("file") is not { Length: > 0 } upload)
        {
            return PageRoutes.Refused<CheckPage>(context, Refusal.Invalid("IMP-010"));
        }

        var limits = context.RequestServices.GetRequiredService<SettingsBook>().DocumentLimits();
        await using var stream = upload.OpenReadStream();
        var file = await IncomingFile.ReadAsync(stream, upload.FileName, limits.FileBytes, ct);
        var report = file.IsRefused ? file.Refusal : await ReportAsync(db, file.Value, limits, ChinaTime.NowUtc(context.RequestServices.GetRequiredService<TimeProvider>()), ct);
        return report.IsRefused ? PageRoutes.Refused<CheckPage>(context, report.Refusal) : new SeeOtherResult(here.To($"/reports/check/{checkedFiles.Keep(file.Value!, report.Value)}"));
    }

    private static async Task<Outcome<CheckReport>> ReportAsync(LanshaoContext db, IncomingFile file, DocumentLimits limits, DateTime nowUtc, CancellationToken ct)
    {
        try
        {
            var document = DocumentReader.Read(file.Bytes, file.Name, limits, ct);
            return document.Source.Format is SourceFormat.Docx or SourceFormat.Txt
                ? DocumentChecker.Check(document, await NamesAsync(db, ct), await OwnFigures.ReadAsync(db, document, nowUtc, ct), ct)
                : Refusal.Unreadable("DOC-102", ("file", file.Name));
        }
        catch (DocumentRefusedException refused)
        {
            return new Refusal(refused.Code, RefusalKind.Unreadable, refused.Arguments);
        }
    }

    // Without a pack the names stay as printed.
    private static async Task<NameBook> NamesAsync(LanshaoContext db, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        return pack.IsRefused ? NameBook.Empty : pack.Value.District.Names;
    }

    private static IResult Commented(HttpContext context, Guid id, CheckedFiles checkedFiles) =>
        checkedFiles.Find(id) is { Report.Source.Format: SourceFormat.Docx } file
            ? Results.File(CheckView.Commented(file, context.RequestAborted), RenderReport.MediaType, Path.GetFileNameWithoutExtension(file.File.Name) + "（核稿批注）.docx")
            : Refusal.NotFound("RPT-018").ToHttp(context);

    private static Outcome<PageTable> Sheet(HttpContext context) =>
        Guid.TryParse(context.Request.RouteValues["id"]?.ToString(), out var id) && context.RequestServices.GetRequiredService<CheckedFiles>().Find(id) is { } file
            ? CheckView.Sheet(context.RequestServices.GetRequiredService<UiTexts>(), file, CheckWords.Levels.Select(CheckWords.CodeOf).FirstOrDefault(code => code == context.Request.Query["level"])) : Refusal.NotFound("RPT-018");
}
