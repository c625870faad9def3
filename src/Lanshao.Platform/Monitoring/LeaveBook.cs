using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>The reports of closures and repairs in memory.</summary>
public sealed class LeaveBook
{
    private readonly ILookup<string, DeviceLeave> _leaves;

    private LeaveBook(IEnumerable<DeviceLeave> leaves) => _leaves = leaves.ToLookup(leave => leave.Mn, StringComparer.Ordinal);

    /// <summary>Reads the reports that touch a span.</summary>
    public static async Task<LeaveBook> ReadAsync(LanshaoContext db, DateTime fromUtc, DateTime toUtc, CancellationToken ct) =>
        new(await db.Set<DeviceLeave>().AsNoTracking().Where(leave => leave.VoidedUtc == null && leave.FromUtc < toUtc && (leave.ToUtc == null || leave.ToUtc > fromUtc)).ToListAsync(ct));

    /// <summary>Returns whether a device is reported as away at an instant.</summary>
    public bool IsAway(string mn, DateTime atUtc) => Find(mn, atUtc) is not null;

    /// <summary>Returns whether nothing at all was reported of a device.</summary>
    public bool HasNone(string mn) => !_leaves.Contains(mn);

    /// <summary>Returns the report that holds for a device at an instant.</summary>
    public DeviceLeave? Find(string mn, DateTime atUtc) => _leaves[mn].FirstOrDefault(leave => leave.Holds(atUtc));
}
