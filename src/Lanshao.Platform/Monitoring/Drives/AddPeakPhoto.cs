using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>登记照片: photographs of a high place of a drive.</summary>
public static class AddPeakPhoto
{
    private const int MostOfAPlace = 20;

    public sealed record Request(FoundPeak Peak, IReadOnlyList<IncomingFile> Files, string Note);

    /// <returns>How many; MON-121 where there is no such place, MON-126 without a picture (JPEG or PNG), or with too many or too long a note.</returns>
    public static async Task<Outcome<int>> RunAsync(LanshaoContext db, FileStore files, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(files);
        var found = await request.Peak.FindAsync(db, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        var (route, peakUtc) = (request.Peak.Route, request.Peak.PeakUtc);
        var there = await db.Set<PeakPhoto>().CountAsync(photo => photo.Route == route && photo.PeakUtc == peakUtc, ct);
        if (request.Files.Count == 0 || there + request.Files.Count > MostOfAPlace || request.Note.Length > PeakPhoto.LongestNote || request.Files.Any(file => MediaTypeOf(file.Bytes) is null))
        {
            return Refusal.Invalid("MON-126", ("most", $"{MostOfAPlace}"), ("characters", $"{PeakPhoto.LongestNote}"));
        }

        foreach (var file in request.Files.DistinctBy(file => file.Sha256))
        {
            _ = await files.PutAsync(db, file, MediaTypeOf(file.Bytes)!, actor, clock, ct);
            db.Add(PeakPhoto.Of(route, peakUtc, (file.Sha256, file.Name), request.Note, actor, ChinaTime.NowUtc(clock)));
        }

        return await db.SaveAsync(actor, clock, ct) is { } refusal ? refusal : request.Files.Count;
    }

    // By its first bytes: names say what they like.
    private static string? MediaTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : null;
}
