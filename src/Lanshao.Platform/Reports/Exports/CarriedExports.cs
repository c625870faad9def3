using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Exports;

/// <summary>Which files with figures were taken before a correction and carry the days that it changed.</summary>
public static class CarriedExports
{
    /// <summary>Most files that are named.</summary>
    public const int Most = 200;

    /// <summary>Finds the files that carried figures which a sheet corrected, the newest first.</summary>
    public static async Task<IReadOnlyList<FigureExport>> FindAsync(LanshaoContext db, DataCorrection sheet, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(sheet);
        var device = await db.Set<Device>().AsNoTracking().SingleOrDefaultAsync(known => known.Mn == sheet.Mn, ct);
        var (mn, area) = (sheet.Mn, device?.Subdistrict);
        var isOfficial = device is { Kind: not DeviceKind.Fume } && StoredAir.OfficialTiers.Contains(device.Tier);
        var exports = await Before(db, sheet.IssuedUtc, sheet.FromOn, sheet.ToOn)
            .Where(export => (export.Reach == ExportReach.Device && export.Mn == mn)
                || (export.Reach != ExportReach.Device && (export.Area == null || export.Area == area) && (export.Reach == ExportReach.Devices || isOfficial)))
            .ToListAsync(ct);
        var factors = sheet.Factors.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. exports.Where(export => Carries(export, factors)).Take(Most)];
    }

    /// <summary>Finds the files that carried a figure which another replaced or which was taken back, the newest first.</summary>
    public static async Task<IReadOnlyList<FigureExport>> FindAsync(LanshaoContext db, IndicatorValue value, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(value);
        if (value.EndedUtc is not { } endedUtc)
        {
            return [];
        }

        var (place, fromUtc) = (value.Place.LocalCode, value.StoredUtc);
        var exports = await Before(db, endedUtc, value.Period.From, value.Period.To)
            .Where(export => export.Reach == ExportReach.Official && export.LastUtc >= fromUtc && (export.Area == null || export.Area == place)).ToListAsync(ct);
        return [.. exports.Where(export => Carries(export, [value.Indicator])).Take(Most)];
    }

    private static IQueryable<FigureExport> Before(LanshaoContext db, DateTime atUtc, DateOnly from, DateOnly to) =>
        db.Set<FigureExport>().AsNoTracking().Where(export => export.FirstUtc < atUtc && export.FromOn <= to && export.ToOn >= from).OrderByDescending(export => export.LastUtc);

    private static bool Carries(FigureExport export, string[] items) => export.Items.Length == 0 || items.Length == 0 || Array.Exists(items, item => export.Items.Contains($" {item} ", StringComparison.Ordinal));
}
