using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>A figure that a verdict touched: as it was, and as it stands.</summary>
public sealed record VerdictChange(FigureBefore Before, string? After);

/// <summary>What a verdict changed.</summary>
public static class VerdictChanges
{
    /// <summary>Returns every figure that it touched, changed or not; none of a verdict that was not carried out.</summary>
    public static async Task<IReadOnlyList<VerdictChange>> ReadAsync(MonitoringStores stores, FrameVerdict verdict, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stores);
        ArgumentNullException.ThrowIfNull(verdict);
        await using var db = stores.Business.NewContext();
        var device = await db.Set<Device>().AsNoTracking().Where(known => known.Mn == verdict.Mn).Select(known => known.Number).SingleAsync(ct);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        return [.. (verdict.Before ?? []).Select(figure => new VerdictChange(figure, VerdictFigures.Again(session, device, figure).Text))];
    }
}
