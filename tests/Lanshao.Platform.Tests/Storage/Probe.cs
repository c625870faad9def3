using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Tests.Storage;

/// <summary>A record with a member of every stored kind, so that the door is tested on its own and not through a room.</summary>
public sealed class Probe : IVersioned, ISpanned
{
    public Probe(Guid id, string name)
    {
        Id = id;
        Name = name;
    }

    public Guid Id { get; private set; }

    public string Name { get; set; }

    public decimal? AreaM2 { get; set; }

    public DateTime? SeenUtc { get; set; }

    public DateOnly? DueOn { get; set; }

    public PeriodKind Every { get; set; }

    public bool IsOpen { get; set; }

    public Place Place { get; set; }

    public Period? Period { get; set; }

    public int Version { get; private set; }

    public DateOnly? AffectedFromOn => DueOn;

    public DateOnly? AffectedToOn => DueOn;
}

/// <summary>A store whose schema has the probe beside the program's own tables.</summary>
public sealed class ProbeStore : IAsyncDisposable
{
    private readonly TestStore _store;

    private ProbeStore(TestStore store) => _store = store;

    public static async Task<ProbeStore> NewAsync(StoreKind kind)
    {
        static async Task CreateAsync(TestStore store)
        {
            await using var db = new ProbeStore(store).NewContext();
            await db.Database.EnsureCreatedAsync();
        }

        return new(await TestStore.CopyAsync(kind, "probe", CreateAsync, migrated: false));
    }

    public LanshaoContext NewContext() => _store.Store.Kind == StoreKind.Sqlite
        ? new OnSqlite(new DbContextOptionsBuilder<SqliteLanshaoContext>().UseSqlite(_store.Store.ConnectionString).Options)
        : new OnPostgres(new DbContextOptionsBuilder<PostgresLanshaoContext>().UseNpgsql(_store.Store.ConnectionString).Options);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static void AddProbe(ModelBuilder model)
    {
        var probe = model.Entity<Probe>();
        probe.HasKey(p => p.Id);
        probe.Ignore(p => p.AffectedFromOn).Ignore(p => p.AffectedToOn);
        probe.HasIndex(p => p.Name).IsUnique();
    }

    private sealed class OnSqlite(DbContextOptions<SqliteLanshaoContext> options) : SqliteLanshaoContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            AddProbe(modelBuilder);
            base.OnModelCreating(modelBuilder);
        }
    }

    private sealed class OnPostgres(DbContextOptions<PostgresLanshaoContext> options) : PostgresLanshaoContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            AddProbe(modelBuilder);
            base.OnModelCreating(modelBuilder);
        }
    }
}
