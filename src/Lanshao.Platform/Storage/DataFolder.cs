using System.Diagnostics.CodeAnalysis;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Storage;

/// <summary>One district's folder: <c>lanshao.db</c>, <c>journal.db</c> and <c>series.db</c> where devices report, <c>files/</c>, <c>keys/</c>. Backed up, moved and handed over as a whole.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The semaphore holds nothing as long as nobody asks for its wait handle.")]
public sealed class DataFolder
{
    private readonly Dictionary<DataPart, Store> _parts = [];
    private readonly SemaphoreSlim _opening = new(1, 1);

    private DataFolder(string path, Store store)
    {
        FullPath = path;
        Store = store;
    }

    public string FullPath { get; }

    public Store Store { get; }

    /// <summary>Gets where content lies under its hash.</summary>
    public string FilesPath => Path.Combine(FullPath, "files");

    /// <summary>Gets where the program keeps its keys (antiforgery, protected secrets).</summary>
    public string KeysPath => Path.Combine(FullPath, "keys");

    /// <summary>Returns whether there is a district's data at this path.</summary>
    public static bool Exists(string path) => File.Exists(Path.Combine(path, "lanshao.db"));

    /// <summary>Opens the folder, makes it when asked to, and brings its schema to this program's version. Safe beside a running server.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="create">Whether a missing folder is made; otherwise ENV-005.</param>
    /// <param name="database">A PostgreSQL address that holds the business data instead of the file; null for SQLite.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>The folder, or ENV-002 (not writable), ENV-003 (newer program), ENV-005 (not there), ENV-006 (database away), ENV-007 (address unreadable).</returns>
    public static async Task<Outcome<DataFolder>> OpenAsync(string path, bool create, string? database, CancellationToken ct)
    {
        var full = Path.GetFullPath(path);
        if (!create && !(database is null ? Exists(full) : Directory.Exists(full)))
        {
            return Refusal.Environment("ENV-005", ("folder", full));
        }

        try
        {
            Directory.CreateDirectory(Path.Combine(full, "files"));
            CreatePrivate(Path.Combine(full, "keys"));
            var folder = new DataFolder(full, database is null ? Store.Sqlite(Path.Combine(full, "lanshao.db")) : Store.Postgres(database));
            return await MigrateInTurnAsync(full, folder.Store, ct) is { } refusal ? refusal : folder;
        }
        catch (FormatException unreadable)
        {
            return Refusal.Environment("ENV-007", ("expected", unreadable.Message));
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            return Refusal.Environment("ENV-002", ("folder", full), ("reason", denied.Message));
        }
    }

    /// <summary>Opens a part of the data and brings it to this program's schema; made when first asked for. In PostgreSQL all parts are the one database.</summary>
    public async Task<Outcome<Store>> OpenPartAsync(DataPart part, CancellationToken ct)
    {
        if (part == DataPart.Business || Store.Kind == StoreKind.PostgreSql)
        {
            return Store;
        }

        await _opening.WaitAsync(ct);
        try
        {
            if (_parts.TryGetValue(part, out var known))
            {
                return known;
            }

            var store = Store.Sqlite(PathOf(part));
            return await MigrateInTurnAsync(FullPath, store, ct) is { } refusal ? refusal : _parts[part] = store;
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Returns whether a part has data of its own.</summary>
    public bool HasPart(DataPart part) => Store.Kind == StoreKind.PostgreSql || File.Exists(PathOf(part));

    /// <summary>Lets go of all pooled connections, so that the folder can be moved or deleted.</summary>
    public void Release()
    {
        Store.Release();
        foreach (var part in _parts.Values)
        {
            part.Release();
        }
    }

    /// <summary>Returns the name of the file that a part is in SQLite, and in every backup.</summary>
    internal static string FileOf(DataPart part) => part switch
    {
        DataPart.Journal => "journal.db",
        DataPart.Series => "series.db",
        _ => "lanshao.db",
    };

    /// <summary>Takes the folder for a server; the lock ends with the process. ENV-004 when another server has it.</summary>
    /// <param name="isShared">Whether others that say so too may have it at the same time.</param>
    public Outcome<IDisposable> TakeForServer(bool isShared = false)
    {
        try
        {
            return new FileStream(Path.Combine(FullPath, "serve.lock"), FileMode.OpenOrCreate, isShared ? FileAccess.Read : FileAccess.ReadWrite, isShared ? FileShare.Read : FileShare.None);
        }
        catch (IOException)
        {
            return Refusal.Environment("ENV-004", ("folder", FullPath));
        }
    }

    /// <summary>Takes turns with other processes on this folder; the turn ends when it is disposed. ENV-008 when it does not come within 30 s.</summary>
    /// <param name="name">The file that stands for the turn.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<Outcome<IAsyncDisposable>> TakeTurnAsync(string name, CancellationToken ct) =>
        await TakeTurnAtAsync(Path.Combine(FullPath, name), ct) is { } turn ? turn : Refusal.Environment("ENV-008", ("folder", FullPath));

    private string PathOf(DataPart part) => Path.Combine(FullPath, FileOf(part));

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // Null when another process kept its turn for 30 s.
    /// <summary>Brings a store of a folder to this program's schema, one after the other: whoever makes a file at the same time as another finds its tables half there. ENV-008 when the turn does not come.</summary>
    internal static async Task<Refusal?> MigrateInTurnAsync(string folder, Store store, CancellationToken ct)
    {
        await using var turn = await TakeTurnAtAsync(Path.Combine(folder, "migrate.lock"), ct);
        return turn is null ? Refusal.Environment("ENV-008", ("folder", folder)) : await store.MigrateAsync(ct);
    }

    private static async Task<FileStream?> TakeTurnAtAsync(string path, CancellationToken ct)
    {
        for (var waitedMs = 0; waitedMs < 30_000; waitedMs += 100)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(100, ct);
            }
        }

        return null;
    }
}
