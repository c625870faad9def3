using Lanshao.Documents.Guard;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>One kind of import, as the engine sees it: rows are JSON here, the room's own records in <see cref="ImportKind{TRow}"/>.</summary>
public abstract class ImportKind
{
    private protected ImportKind(string code, string permission)
    {
        Code = code;
        Permission = permission;
    }

    /// <summary>Gets the stable code, written into the batches.</summary>
    public string Code { get; }

    /// <summary>Gets the permission that previewing, applying and undoing need.</summary>
    public string Permission { get; }

    /// <summary>Gets whether a file is always the whole list: then a stored row that the file lacks is a removal.</summary>
    public bool IsWholeList { get; init; }

    /// <summary>Gets whether the file holds what must not be shown again, such as passwords: then only its hash is kept.</summary>
    public bool HoldsSecrets { get; init; }

    internal abstract Task<Outcome<StagedReading>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct);

    internal abstract Task<Dictionary<string, string>> CurrentAsync(LanshaoContext db, string target, IReadOnlyCollection<string> keys, CancellationToken ct);

    /// <summary>Gets whether the rows lie outside the transaction of their batch (another file): then a row that the store already holds as the batch wants it was written by a turn that was cut off, and the turn is taken again.</summary>
    public bool LiesApart { get; init; }

    /// <summary>Gets what must be saved before a batch is applied, in a change of its own; nothing for most.</summary>
    public Func<LanshaoContext, ImportBatch, Actor, TimeProvider, CancellationToken, Task<Refusal?>> Prepare { get; init; } = (_, _, _, _, _) => Task.FromResult<Refusal?>(null);

    internal abstract Task<Refusal?> WriteAsync(LanshaoContext db, ImportBatch batch, IReadOnlyList<StagedChange> changes, Actor actor, DateTime atUtc, CancellationToken ct);

    internal sealed record StagedReading(string Target, string Title, IReadOnlyList<StagedRow> Rows, IReadOnlyList<Finding> Findings);

    internal sealed record StagedRow(string Where, string Key, string Raw, string? After, IReadOnlyList<Finding> Findings, string? Cells);

    internal sealed record StagedChange(string Key, string? Before, string? After, RowOrigin? Origin);
}

/// <summary>What a room gives to the staging engine: how a file is read, what the store holds now, and how a change is written. The engine does the rest: difference, preview, apply, undo, the same file again.</summary>
/// <param name="code">Stable code.</param>
/// <param name="permission">Needed for previewing, applying and undoing.</param>
public sealed class ImportKind<TRow>(string code, string permission) : ImportKind(code, permission)
    where TRow : class
{
    /// <summary>Reads the file; may ask the store for names and aliases, changes nothing. A <see cref="DocumentRefusedException"/> becomes a refusal.</summary>
    public required Func<LanshaoContext, ImportSource, CancellationToken, Task<Outcome<ImportReading<TRow>>>> Read { get; init; }

    /// <summary>Returns what the store holds for a target, by key, in the same shape as what is read: the engine compares the two.</summary>
    public Func<LanshaoContext, string, CancellationToken, Task<IReadOnlyDictionary<string, TRow>>> Current { get; init; } = (_, _, _) => throw new InvalidOperationException("A kind says what the store holds.");

    /// <summary>Gets the same for some keys, where a target is too large to be read whole; null where it is not.</summary>
    public Func<LanshaoContext, IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyDictionary<string, TRow>>>? CurrentOf { get; init; }

    /// <summary>Puts the changes into the context's tracked entities; the engine saves them with the batch in one transaction.</summary>
    public required Func<LanshaoContext, ImportWriting<TRow>, CancellationToken, Task<Refusal?>> Write { get; init; }

    internal override async Task<Outcome<StagedReading>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        try
        {
            return (await Read(db, source, ct)).Then<StagedReading>(reading => new StagedReading(
                reading.Target,
                reading.Title,
                [.. reading.Rows.Select(r => new StagedRow(r.Where, r.Key, StagedJson.Write(r.Raw), r.Row is null ? null : StagedJson.Write(r.Row), r.Findings, r.Cells))],
                reading.Findings));
        }
        catch (DocumentRefusedException refused)
        {
            return DocumentRefusals.Of(refused);
        }
    }

    internal override async Task<Dictionary<string, string>> CurrentAsync(LanshaoContext db, string target, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        (await (CurrentOf is { } some ? some(db, keys, ct) : Current(db, target, ct))).ToDictionary(r => r.Key, r => StagedJson.Write(r.Value), StringComparer.Ordinal);

    internal override Task<Refusal?> WriteAsync(LanshaoContext db, ImportBatch batch, IReadOnlyList<StagedChange> changes, Actor actor, DateTime atUtc, CancellationToken ct) =>
        Write(db, new(batch, [.. changes.Select(c => new RowChange<TRow>(c.Key, StagedJson.Read<TRow>(c.Before), StagedJson.Read<TRow>(c.After), c.Origin))], actor, atUtc), ct);
}
