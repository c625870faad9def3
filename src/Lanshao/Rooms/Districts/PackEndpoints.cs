using System.IO.Compression;
using Lanshao.Hosting;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Districts;

/// <summary>The pack as a file: every revision goes out as it came in, to the byte.</summary>
internal static class PackEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(PackView.Path + ".zip", (Delegate)ExportAsync).Needs(Permissions.PackRead).TakesTime(TimeSpan.FromSeconds(60)).ExcludeFromDescription();
        app.MapTableFiles(PackView.Path, RevisionsAsync).Needs(Permissions.PackRead);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, LanshaoContext db, PageAddress here, CancellationToken ct)
    {
        var asked = here.Whole("revision", 1, int.MaxValue);
        var pack = asked is { } number ? await CurrentPack.ReadAsync(db, number, ct) : await CurrentPack.ReadAsync(db, ct);
        return pack.IsRefused ? pack.Refusal.ToHttp(context) : TableFiles.File(Zip(pack.Value), "application/zip", $"{pack.Value.District.Facts.PackName}-{pack.Value.Revision}", "zip", mark: null);
    }

    private static byte[] Zip(Pack pack)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in pack.Files.All)
            {
                using var entry = archive.CreateEntry(file.Path).Open();
                entry.Write(file.Content.Span);
            }
        }

        return buffer.ToArray();
    }

    private static async Task<Outcome<PageTable>> RevisionsAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var here = services.GetRequiredService<PageAddress>();
        var view = await PackView.LoadAsync(services.GetRequiredService<LanshaoContext>(), here, context.RequestAborted);
        return view.Then<PageTable>(shown => shown.RevisionsTable(services.GetRequiredService<UiTexts>(), here));
    }
}
