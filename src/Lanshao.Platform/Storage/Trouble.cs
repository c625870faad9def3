using System.Data.Common;
using Lanshao.Platform.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lanshao.Platform.Storage;

/// <summary>Tells the troubles of disk and database, which people can mend, from faults of the program.</summary>
public static class Trouble
{
    // Result codes of SQLite: SQLITE_BUSY, SQLITE_LOCKED, SQLITE_READONLY, SQLITE_INTERRUPT, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Interrupted = 9;
    private const int DiskError = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    /// <summary>Returns the refusal that says it in words (ENV-002, ENV-006, ENV-008); null for a fault of the program.</summary>
    public static Refusal? Of(Exception stumble) => stumble switch
    {
        DbUpdateException { InnerException: { } inner } => Of(inner),
        SqliteException { SqliteErrorCode: Busy or Locked } busy => Refusal.Environment("ENV-008", ("folder", busy.Message)),
        SqliteException { SqliteErrorCode: ReadOnly or DiskError or Full or CannotOpen } denied => Refusal.Environment("ENV-002", ("folder", "lanshao.db"), ("reason", denied.Message)),
        DbException away => Refusal.Environment("ENV-006", ("reason", away.Message)),
        IOException or UnauthorizedAccessException => Refusal.Environment("ENV-009", ("reason", stumble.Message)),
        _ => null,
    };

    /// <summary>Returns whether work ended because it was told to: on SQLite a query that was interrupted says so in its own way.</summary>
    public static bool IsStopped(Exception stumble) => stumble is OperationCanceledException or SqliteException { SqliteErrorCode: Interrupted } || (stumble.InnerException is { } inner && IsStopped(inner));

    /// <summary>Returns whether the database refused a text that holds U+0000: PostgreSQL cannot keep it.</summary>
    public static bool IsUnstorableText(Exception stumble) => stumble is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } || (stumble.InnerException is { } inner && IsUnstorableText(inner));
}
