using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Stations;

/// <summary>The official list of sand days over some days, the lifted ones too.</summary>
/// <param name="Days">The listed days in order, the district's before those of its areas.</param>
public sealed record SandList(IReadOnlyList<SandDay> Days)
{
    /// <summary>Reads the list over some civil days.</summary>
    public static async Task<SandList> ReadAsync(LanshaoContext db, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var days = await db.Set<SandDay>().AsNoTracking().Where(day => day.VoidedUtc == null && day.Day >= from && day.Day <= to).ToListAsync(ct);
        return new([.. days.OrderBy(day => day.Day).ThenBy(day => day.Place, StringComparer.Ordinal)]);
    }

    /// <summary>Returns the days that hold for a place: those of the whole district, and those of the 街道 in which a station stands.</summary>
    /// <param name="subdistrict">The code of the 街道; null for a mean over the district, or a station that stands in none.</param>
    public IReadOnlySet<DateOnly> In(string? subdistrict)
    {
        var place = subdistrict is null ? null : Place.Subdistrict(subdistrict).Code;
        return Days.Where(day => !day.IsLifted && (day.Place == Place.District.Code || day.Place == place)).Select(day => day.Day).ToHashSet();
    }
}
