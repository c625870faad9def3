namespace Lanshao.Platform.Storage.Series;

/// <summary>The statements that only SQLite has: when commits reach the disk, when the log of a file goes into the file, and which room is given back.</summary>
internal static class SqliteSql
{
    /// <summary>Lets a commit return when it is on disk.</summary>
    public const string EachCommitOnDisk = "PRAGMA synchronous = FULL";

    /// <summary>Lets commits reach the disk together, with the next checkpoint.</summary>
    public const string CommitsOnDiskTogether = "PRAGMA synchronous = NORMAL";

    /// <summary>Lets a commit that makes the log long bring it into the file, as files do from the start.</summary>
    public const string CheckpointsAtCommits = "PRAGMA wal_autocheckpoint = 1000";

    /// <summary>Lets only a commit that makes the log very long do so.</summary>
    public const string RareCheckpoints = "PRAGMA wal_autocheckpoint = 4000";

    /// <summary>Lets no commit do so.</summary>
    public const string NoCheckpoints = "PRAGMA wal_autocheckpoint = 0";

    /// <summary>Brings the log into the file: whether it was hindered, pages of the log, pages brought.</summary>
    public const string Checkpoint = "PRAGMA wal_checkpoint(PASSIVE)";

    /// <summary>Whether the file gives pages back that nothing lies on any more.</summary>
    public const string GivesBack = "PRAGMA auto_vacuum";

    /// <summary>How many pages of the file nothing lies on.</summary>
    public const string FreePages = "PRAGMA freelist_count";

    /// <summary>Gives some of them back, one with every row that is asked for.</summary>
    public const string GiveBack = "PRAGMA incremental_vacuum(2000)";
}
