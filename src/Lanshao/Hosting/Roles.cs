namespace Lanshao.Hosting;

/// <summary>What a process does for its district; several processes share one PostgreSQL database.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Pages and API.</summary>
    Web = 1,

    /// <summary>Takes the connections of devices.</summary>
    Gateway = 2,

    /// <summary>Writes the journal, and makes readings, sums and alerts of it.</summary>
    Writer = 4,

    /// <summary>Runs the jobs in the background.</summary>
    Jobs = 8,

    All = Web | Gateway | Writer | Jobs,
}
