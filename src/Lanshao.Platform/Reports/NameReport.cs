using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>Gives a version its name: 征求意见稿, 送审稿, 审定稿.</summary>
public static class NameReport
{
    /// <summary>What is named.</summary>
    /// <param name="Report">The document.</param>
    /// <param name="Name">The name; null or empty for none.</param>
    /// <param name="Version">The version that was looked at.</param>
    public sealed record Request(Guid Report, string? Name, int Version);

    public static async Task<Outcome<Report>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<Report>().SingleOrDefaultAsync(report => report.Id == request.Report, ct) is not { } report)
        {
            return Refusal.NotFound("RPT-018");
        }

        return report.Version != request.Version
            ? Refusal.Conflict("ENV-020", ("kind", nameof(Report)), ("key", report.Id.ToString("D")))
            : await db.SaveAsync(report.Rename(string.IsNullOrEmpty(request.Name) ? null : request.Name), actor, clock, ct);
    }
}
