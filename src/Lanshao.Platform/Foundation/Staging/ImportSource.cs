using Lanshao.Documents.Guard;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>What a room is given to read.</summary>
/// <param name="File">The file's content.</param>
/// <param name="Arguments">What the form or the command line said beside it (a profile, a period, an agency).</param>
public sealed record ImportSource(IncomingFile File, IReadOnlyDictionary<string, string> Arguments)
{
    public ImportSource(IncomingFile file)
        : this(file, new Dictionary<string, string>())
    {
    }

    /// <summary>Gets what the room has read of the file already, in its own form, so that nothing is read twice; null where nothing was.</summary>
    public object? Looked { get; init; }

    /// <summary>Gets what reading the file may cost.</summary>
    public DocumentLimits Limits { get; init; } = DocumentLimits.Default;
}

/// <summary>What a room read out of a file.</summary>
/// <param name="Target">What the file is about; files of one target correct each other. Stable, not worded for people.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Rows">Every row of the source, the unreadable ones too: rows in equal rows out.</param>
/// <param name="Findings">What concerns the file as a whole.</param>
public sealed record ImportReading<TRow>(string Target, string Title, IReadOnlyList<SourceRow<TRow>> Rows, IReadOnlyList<Finding> Findings)
    where TRow : class;

/// <summary>One row as read.</summary>
/// <param name="Where">Where it stands, as people say it.</param>
/// <param name="Key">What it is about inside the target; a key twice rejects the later row.</param>
/// <param name="Raw">The cells as they were written.</param>
/// <param name="Row">The room's record; null rejects the row, and the findings say why.</param>
/// <param name="Findings">What a clerk would ask about this row.</param>
public sealed record SourceRow<TRow>(string Where, string Key, IReadOnlyList<string> Raw, TRow? Row, IReadOnlyList<Finding> Findings)
    where TRow : class
{
    /// <summary>Gets in which cell each part of the row stands, in the room's own form; no part of what is compared.</summary>
    public string? Cells { get; init; }
}

/// <summary>What a room is asked to write: the changes of one batch, forwards when it is applied, backwards when it is undone.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Changes">Only rows that change something.</param>
/// <param name="Actor">Who confirmed it.</param>
/// <param name="AtUtc">When.</param>
public sealed record ImportWriting<TRow>(ImportBatch Batch, IReadOnlyList<RowChange<TRow>> Changes, Actor Actor, DateTime AtUtc)
    where TRow : class
{
    /// <summary>Returns what the rows say of one thing, as it shall be or, of what goes, as it was; each once.</summary>
    public List<T> Each<T>(Func<TRow, T> part) => [.. Changes.Select(change => part((change.After ?? change.Before)!)).Distinct()];

    /// <summary>Writes rows that are a record each: one that goes is voided, one that is known takes the row over, another is added.</summary>
    /// <param name="db">Takes what is added.</param>
    /// <param name="known">The records that there are, voided ones too, by the key of their row.</param>
    /// <param name="revoke">Voids a record.</param>
    /// <param name="set">Lets a record take a row over, out of the batch that it came with; null where an undo brings back what no import brought.</param>
    /// <param name="add">Makes a record of a row.</param>
    public void Write<TRecord>(LanshaoContext db, IReadOnlyDictionary<string, TRecord> known, Action<TRecord> revoke, Action<TRecord, TRow, Guid?> set, Func<TRow, Guid?, TRecord> add)
        where TRecord : class
    {
        foreach (var change in Changes)
        {
            if (change.After is not { } row)
            {
                if (known.TryGetValue(change.Key, out var gone))
                {
                    revoke(gone);
                }
            }
            else if (known.TryGetValue(change.Key, out var record))
            {
                set(record, row, change.Origin?.BatchId);
            }
            else
            {
                db.Add(add(row, change.Origin?.BatchId));
            }
        }
    }
}

/// <summary>One change: an addition has no <paramref name="Before"/>, a removal no <paramref name="After"/>.</summary>
/// <param name="Key">What it is about inside the target.</param>
/// <param name="Before">What the store holds.</param>
/// <param name="After">What it shall hold.</param>
/// <param name="Origin">The staged row that says so; null for a removal, and for a row that an undo brings back and no import brought first.</param>
public sealed record RowChange<TRow>(string Key, TRow? Before, TRow? After, RowOrigin? Origin)
    where TRow : class;

/// <summary>Where a stored value came from: the staged row, which names the file and the place in it.</summary>
public sealed record RowOrigin(Guid BatchId, int Seq, string Where, string FileSha256)
{
    /// <summary>Gets in which cell each part of the row stands, in the room's own form.</summary>
    public string? Cells { get; init; }
}
