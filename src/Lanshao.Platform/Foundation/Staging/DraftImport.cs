using System.Globalization;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>A file compared with the store, before anything is written.</summary>
/// <param name="Batch">The batch, not saved.</param>
/// <param name="Rows">Its rows, not saved.</param>
/// <param name="EarlierBatch">The applied batch of the same file, if there is one.</param>
public sealed record ImportDraft(ImportBatch Batch, IReadOnlyList<ImportRow> Rows, Guid? EarlierBatch)
{
    /// <summary>Gets whether the same file has been applied before and brings nothing new.</summary>
    public bool IsNothingNew => EarlierBatch is not null && !Batch.ChangesSomething;
}

/// <summary>Reads a file and compares it with the store: 预览. Writes nothing.</summary>
public static class DraftImport
{
    public static async Task<Outcome<ImportDraft>> RunAsync(LanshaoContext db, ImportKind kind, ImportSource source, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var outcome = await kind.ReadAsync(db, source, ct);
        if (outcome.IsRefused)
        {
            return outcome.Refusal;
        }

        var reading = outcome.Value;
        var batch = ImportBatch.Preview(kind, source, reading.Target, reading.Title, actor, ChinaTime.NowUtc(clock));
        var earlier = await EarlierAsync(db, batch, ct);
        var comparison = new Comparison(batch.Id, await kind.CurrentAsync(db, reading.Target, [.. reading.Rows.Select(row => row.Key)], ct), earlier?.Rows ?? []);
        var rows = reading.Rows.Select(comparison.Stage).ToList();
        if (kind.IsWholeList && earlier is null)
        {
            rows.AddRange(comparison.Missing());
        }

        batch.Hold(rows, earlier is null ? reading.Findings : [.. reading.Findings, Known(earlier.FirstUtc)]);
        return new ImportDraft(batch, rows, earlier?.Id);
    }

    private static Finding Known(DateTime firstUtc) =>
        new("IMP-001", Severity.Note, new Dictionary<string, string> { ["day"] = ChinaTime.DayOf(firstUtc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });

    // The applied batches of the same file and target: what they brought in is not brought in again, even where the store has moved on since.
    private static async Task<Earlier?> EarlierAsync(LanshaoContext db, ImportBatch batch, CancellationToken ct)
    {
        var applied = await db.Set<ImportBatch>().AsNoTracking()
            .Where(b => b.Kind == batch.Kind && b.FileSha256 == batch.FileSha256 && b.Target == batch.Target && b.State == ImportState.Applied)
            .OrderBy(b => b.AppliedUtc).ThenBy(b => b.Id).Select(b => new { b.Id, b.AppliedUtc }).ToListAsync(ct);
        if (applied.Count == 0)
        {
            return null;
        }

        var ids = applied.ConvertAll(b => b.Id);
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => ids.Contains(r.BatchId) && r.After != null).Select(r => new { r.Key, r.After }).ToListAsync(ct);
        return new(applied[0].Id, applied[0].AppliedUtc!.Value, [.. rows.Select(r => (r.Key, r.After!))]);
    }

    private sealed record Earlier(Guid Id, DateTime FirstUtc, HashSet<(string Key, string After)> Rows);

    private sealed class Comparison(Guid batchId, Dictionary<string, string> current, HashSet<(string Key, string After)> known)
    {
        private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);
        private int _seq;

        public ImportRow Stage(ImportKind.StagedRow row)
        {
            if (row.After is null)
            {
                return Row(row, ImportAction.Reject, null, row.Findings);
            }

            if (!_seen.TryAdd(row.Key, row.Where))
            {
                var twice = new Finding("IMP-002", Severity.Error, new Dictionary<string, string> { ["key"] = row.Key, ["first"] = _seen[row.Key] }, row.Where);
                return Row(row with { After = null }, ImportAction.Reject, null, [.. row.Findings, twice]);
            }

            var before = current.GetValueOrDefault(row.Key);
            var action = known.Contains((row.Key, row.After)) || before == row.After ? ImportAction.Unchanged
                : before is null ? ImportAction.Add
                : ImportAction.Change;
            return Row(row, action, before, row.Findings);
        }

        public IEnumerable<ImportRow> Missing() => current.Where(c => !_seen.ContainsKey(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => new ImportRow(batchId, ++_seq, string.Empty, c.Key, "[]", ImportAction.Remove, c.Value, null, []));

        private ImportRow Row(ImportKind.StagedRow row, ImportAction action, string? before, IReadOnlyList<Finding> findings) =>
            new(batchId, ++_seq, row.Where, row.Key, row.Raw, action, before, row.After, findings) { SourceCells = row.Cells };
    }
}
