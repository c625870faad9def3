using System.Runtime.CompilerServices;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Storage;

/// <summary>The business store. Names no room: mappings are found by scan, rooms write <c>db.Set&lt;T&gt;()</c>. Changes leave by <see cref="SaveAsync{T}"/> only, which writes the change feed and the audit chain in the same transaction.</summary>
public abstract class LanshaoContext : DbContext
{
    private readonly List<BulkChange> _bulkChanges = [];
    private bool _insideDoor;

    protected LanshaoContext(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>Gets which store this is, for the few statements that differ.</summary>
    public abstract StoreKind Kind { get; }

    /// <summary>Saves what a use case changed, unless it was refused.</summary>
    /// <param name="outcome">The use case's outcome; a refused one saves nothing, forgets what was touched and is handed through.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="clock">Gives the instant of the change.</param>
    /// <param name="ct">Stops waiting; a save that was stopped leaves nothing behind.</param>
    /// <param name="useCase">The use case's file name, recorded as the action; filled by the compiler.</param>
    /// <returns>The same outcome, or the refusal ENV-020 when somebody else saved first.</returns>
    public async Task<Outcome<T>> SaveAsync<T>(Outcome<T> outcome, Actor actor, TimeProvider clock, CancellationToken ct, [CallerFilePath] string useCase = "")
        where T : notnull
    {
        if (outcome.IsRefused)
        {
            Forget();
            return outcome;
        }

        return await SaveAsync(actor, clock, ct, useCase) is { } refusal ? refusal : outcome;
    }

    /// <summary>Saves what was changed; null when done, the refusal ENV-020 when somebody else saved first. A save that did not happen leaves the context empty.</summary>
    public async Task<Refusal?> SaveAsync(Actor actor, TimeProvider clock, CancellationToken ct, [CallerFilePath] string useCase = "")
    {
        var saved = false;
        try
        {
            await using var write = Database.CurrentTransaction is null ? await BeginWriteAsync(ct) : null;
            _insideDoor = true;
            ChangeTracker.DetectChanges();
            ChangeTracker.AutoDetectChangesEnabled = false;   // looked for once: each further look would go through everything that is tracked again
            await ChangeRecorder.RecordAsync(this, _bulkChanges, actor, ChinaTime.NowUtc(clock), Path.GetFileNameWithoutExtension(useCase), ct);
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
            if (write is not null)
            {
                await write.CommitAsync(ct);
            }

            _bulkChanges.Clear();
            ForgetNews();
            saved = true;
            return null;
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || DuplicateKey.IsCauseOf(refused))
        {
            var entry = refused.Entries[0];
            return Refusal.Conflict("ENV-020", ("kind", entry.Metadata.ClrType.Name), ("key", ChangeRecorder.KeyOf(entry)));
        }
        finally
        {
            _insideDoor = false;
            ChangeTracker.AutoDetectChangesEnabled = true;
            if (!saved)
            {
                Forget();
            }
        }
    }

    /// <summary>Begins a transaction for several saves that stand or fall together, bulk writers included. Holds the write gate; ends without a trace unless committed.</summary>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken ct)
    {
        var gate = await WriteGate.EnterAsync(this, ct);
        try
        {
            return new(await Database.BeginTransactionAsync(ct), gate);
        }
        catch
        {
            gate?.Dispose();
            throw;
        }
    }

    /// <summary>Makes everybody who asks for the same turn wait until the current transaction ends. On SQLite the transaction itself does.</summary>
    public async Task TakeTurnAsync(string name, CancellationToken ct)
    {
        if (Kind == StoreKind.PostgreSql)
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", ct);
        }
    }

    /// <summary>Announces rows that a bulk writer has put into the store inside the current transaction, so that they stand in the change feed and the audit chain like everything else.</summary>
    public void Announce(BulkChange change) => _bulkChanges.Add(change);

    /// <summary>Inserts rows of another store without news and without a link: they bring their own.</summary>
    internal async Task PutAsTheyAreAsync(IEnumerable<object> rows, CancellationToken ct)
    {
        AddRange(rows);
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
        ChangeTracker.Clear();
    }

    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new InvalidOperationException("Changes leave by SaveAsync.");

    public sealed override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        _insideDoor ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) : throw new InvalidOperationException("Changes leave by SaveAsync.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LanshaoContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            Naming.Apply(entity);
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.GetProperty(nameof(IVersioned.Version)).IsConcurrencyToken = true;
            }
        }
    }

    // Links of the chain and entries of the feed never change again; tracked, they would be looked at in every later save.
    private void ForgetNews()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.Entity is AuditEntry or Change).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    private void Forget()
    {
        ChangeTracker.Clear();
        _bulkChanges.Clear();
    }
}
