using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>What identifies a frame.</summary>
public sealed record FrameIdentity(string Mn, string Qn, string Cn, string Pno);

/// <summary>What is stored, counted.</summary>
/// <param name="Readings">Stored values.</param>
/// <param name="Frames">Different accepted frames.</param>
/// <param name="AcknowledgedMissing">Frames that were acknowledged and are not there.</param>
public sealed record StoredCounts(long Readings, long Frames, long AcknowledgedMissing)
{
    public static async Task<StoredCounts> ReadAsync(MonitoringStores stores, IReadOnlyList<FrameIdentity> acknowledged, CancellationToken ct)
    {
        await using var journal = await BulkSession.OpenAsync(stores.Journal, DataPart.Journal, ct);
        await using var series = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var missing = acknowledged.LongCount(frame => journal.Number(SeriesSql.HasFrame, frame.Mn, frame.Qn, frame.Cn, frame.Pno) == 0);
        return new(series.Number(SeriesSql.CountReadings), journal.Number(SeriesSql.CountFrames), missing);
    }
}
