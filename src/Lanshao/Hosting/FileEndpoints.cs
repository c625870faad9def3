using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Hosting;

/// <summary>Files of the data folder: always as attachments, never shown by the browser.</summary>
internal static class FileEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/files/{sha256}", SendAsync).Needs(Permissions.FilesRead).TakesTime(TimeSpan.FromMinutes(5)).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(HttpContext context, string sha256, LanshaoContext db, FileStore files, CancellationToken ct)
    {
        var known = await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Sha256 == sha256, ct);
        if (known is null || files.OpenRead(sha256) is not { } content)
        {
            return Results.NotFound();
        }

        // What was made of our figures, whatever the address under which it is taken; what others sent carries theirs.
        var answer = Results.Stream(content, "application/octet-stream", known.Name);
        var report = await db.Set<Report>().AsNoTracking().FirstOrDefaultAsync(made => made.FileSha256 == sha256, ct);
        return report is null ? answer : await ExportNotes.AnswerAsync(context, report.Title, "docx", CarriedFigures.Of(report), answer, $"/reports/{report.Id:D}");
    }
}
