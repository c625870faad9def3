using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>In PostgreSQL a month that is over and of which nearly all may go leaves as a whole, at the cost of a table and not of its rows; what must stay is put back first. What is left after that goes row by row, as in SQLite.</summary>
internal static class LeavingMonths
{
    // More than this is not put back while everybody waits: such a month goes row by row.
    private const int MostPutBack = 10_000;

    /// <summary>Lets months of frames leave; returns how many frames went.</summary>
    /// <param name="session">On the journal.</param>
    /// <param name="mark">How far readings are made of it.</param>
    /// <param name="held">Frames that wait for a person.</param>
    /// <param name="keptFromUtc">What came before may go.</param>
    /// <param name="ct">Stops.</param>
    public static Task<long> FramesAsync(BulkSession session, long mark, List<long> held, DateTime keptFromUtc, CancellationToken ct) =>
        LeaveAsync(MonthlyTable.Frames, session, keptFromUtc, table =>
        {
            // Looked for while others write; what comes after that has higher numbers.
            var newest = session.Number($"SELECT COALESCE(MAX(seq), 0) FROM {table}");
            var staying = new List<long>();
            using var rows = session.Rows(PostgresSql.StayingFrames(table), mark, keptFromUtc, held.ToArray(), MostPutBack + 1);
            while (rows.Next())
            {
                staying.Add(rows.Number(0));
            }

            return staying.Count > MostPutBack ? null : () => (PostgresSql.IsStayingFrame, [staying.ToArray(), newest]);
        }, ct);

    /// <summary>Lets months of moments and minutes leave; returns how many readings went.</summary>
    /// <param name="session">On the series.</param>
    /// <param name="keptFromUtc">What begins before may go, unless an hour before it waits to be summed.</param>
    /// <param name="ct">Stops.</param>
    public static Task<long> ReadingsAsync(BulkSession session, DateTime keptFromUtc, CancellationToken ct) =>
        LeaveAsync(MonthlyTable.Moments, session, keptFromUtc, table =>
        {
            var (devices, factors) = Waiting(session, keptFromUtc);
            return session.Number(PostgresSql.CountStayingReadings(table), devices, factors, MostPutBack + 1) > MostPutBack ? null : () => Staying(session, keptFromUtc);
        }, ct);

    private static async Task<long> LeaveAsync(
        MonthlyTable months, BulkSession session, DateTime keptFromUtc, Func<string, Func<(string Condition, SeriesValue[] Values)?>?> look, CancellationToken ct)
    {
        if (session.Kind != StoreKind.PostgreSql)
        {
            return 0;
        }

        session.BePatient();
        var gone = months.DropLeft(session);
        foreach (var month in months.Known(session).Where(month => ChinaTime.StartUtc(month.AddMonths(1)) <= keptFromUtc))
        {
            if (look(months.NameOf(month)) is { } stays)
            {
                if (await months.LeaveAsync(session, month, stays, ct) is not { } rows)
                {
                    break;
                }

                gone += rows;
            }
        }

        return gone;
    }

    private static (string Condition, SeriesValue[] Values)? Staying(BulkSession session, DateTime keptFromUtc)
    {
        var (devices, factors) = Waiting(session, keptFromUtc);
        return devices.Length == 0 ? null : (PostgresSql.IsStayingReading, [devices, factors]);
    }

    private static (int[] Devices, string[] Factors) Waiting(BulkSession session, DateTime keptFromUtc)
    {
        var waiting = new List<(int Device, string Factor)>();
        using var rows = session.Rows(PostgresSql.WaitingSeries, keptFromUtc);
        while (rows.Next())
        {
            waiting.Add((rows.Count(0), rows.Text(1)!));
        }

        return (waiting.ConvertAll(one => one.Device).ToArray(), waiting.ConvertAll(one => one.Factor).ToArray());
    }
}
