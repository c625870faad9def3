using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Hosting;

/// <summary>Files of the data folder: always as attachments, never shown by the browser.</summary>
internal static class FileEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/files/{sha256}", SendAsync).Needs(Permissions.FilesRead).TakesTime(TimeSpan.FromMinutes(5)).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(string sha256, LanshaoContext db, FileStore files, CancellationToken ct)
    {
        var known = await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Sha256 == sha256, ct);
        return known is not null && files.OpenRead(sha256) is { } content
            ? Results.Stream(content, "application/octet-stream", known.Name)
            : Results.NotFound();
    }
}
