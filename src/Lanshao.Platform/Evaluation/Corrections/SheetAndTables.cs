using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>Stores one 数据更正单 and the months that it tells of in one transaction: what the tables say otherwise is known only as long as nobody has stored the new months.</summary>
internal static class SheetAndTables
{
    /// <summary>Saves both or neither.</summary>
    /// <param name="db">The store.</param>
    /// <param name="stores">Where the hours lie.</param>
    /// <param name="sheet">The sheet, without lines.</param>
    /// <param name="lines">What changed below the tables.</param>
    /// <param name="asked">What must be computed anew.</param>
    /// <param name="actor">Who issues it.</param>
    /// <param name="clock">When.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<Refusal?> SaveAsync(
        LanshaoContext db, MonitoringStores stores, DataCorrection sheet, IReadOnlyList<CorrectionLine> lines, IEnumerable<CorrectTables.Asked> asked, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var prepared = await CorrectTables.PrepareAsync(db, stores, asked, ct);
        if (prepared.IsRefused)
        {
            return prepared.Refusal;
        }

        await using var write = await db.BeginWriteAsync(ct);
        var tables = await prepared.Value.WriteAsync(db, actor, clock, ct);
        if (tables.IsRefused)
        {
            return tables.Refusal;
        }

        db.Add(sheet.Saying([.. lines, .. tables.Value.Values.SelectMany(table => table.Lines)], [.. tables.Value.Values.SelectMany(table => table.Ended)]));
        if (await db.SaveAsync(actor, clock, ct) is { } refusal)
        {
            return refusal;
        }

        await write.CommitAsync(ct);
        return null;
    }
}
