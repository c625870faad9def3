using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>Stores one 数据更正单 and the months that it tells of in one transaction.</summary>
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
        return prepared.IsRefused ? prepared.Refusal : await prepared.Value.SaveWithAsync(db, tables => Add(db, sheet, lines, [.. tables.Values]), actor, clock, ct);
    }

    private static Task Add(LanshaoContext db, DataCorrection sheet, IReadOnlyList<CorrectionLine> lines, List<CorrectTables.Corrected> tables)
    {
        db.Add(sheet.Saying([.. lines, .. tables.SelectMany(table => table.Lines)], [.. tables.SelectMany(table => table.Ended)]));
        return Task.CompletedTask;
    }
}
