using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Audit;

/// <summary>What a walk along the chain found.</summary>
/// <param name="Links">How many links were walked, the broken one not counted.</param>
/// <param name="Head">The hash of the last good link: written down elsewhere, it also tells whether links were cut off the end.</param>
/// <param name="Broken">The first broken link; null when the chain is whole.</param>
public sealed record AuditReport(long Links, string Head, BrokenLink? Broken);

/// <summary>The first link that does not hold.</summary>
/// <param name="Seq">Its place.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record BrokenLink(long Seq, LinkFault Fault);

public enum LinkFault
{
    /// <summary>A link is missing before this one.</summary>
    Missing,

    /// <summary>It does not follow the link before it.</summary>
    NotFollowing,

    /// <summary>Its content is not what was written.</summary>
    Altered,
}

/// <summary>Walks the audit chain from its first link: 核验审计链.</summary>
public static class VerifyAudit
{
    private const int PageSize = 1000;

    /// <param name="db">The store.</param>
    /// <param name="ct">Stops the walk.</param>
    /// <param name="walked">Told after every page how many links hold; null for nobody.</param>
    public static async Task<AuditReport> RunAsync(LanshaoContext db, CancellationToken ct, Func<long, Task>? walked = null)
    {
        var (seq, head) = (0L, AuditEntry.Genesis);
        while (true)
        {
            var page = await db.Set<AuditEntry>().AsNoTracking().Where(a => a.Seq > seq).OrderBy(a => a.Seq).Take(PageSize).ToListAsync(ct);
            foreach (var link in page)
            {
                if (Fault(link, seq, head) is { } fault)
                {
                    return new(seq, head, new(link.Seq, fault));
                }

                (seq, head) = (link.Seq, link.Hash);
            }

            if (walked is not null)
            {
                await walked(seq);
            }

            if (page.Count < PageSize)
            {
                return new(seq, head, null);
            }
        }
    }

    private static LinkFault? Fault(AuditEntry link, long seq, string head) =>
        link.Seq != seq + 1 ? LinkFault.Missing
        : link.PreviousHash != head ? LinkFault.NotFollowing
        : !link.IsIntact ? LinkFault.Altered
        : null;
}
