using System.Collections.Frozen;

namespace Lanshao.Platform.Foundation;

/// <summary>Who acts: a person, a unit's account or a job, with the named permissions it holds.</summary>
/// <param name="Id">Stable short name, written into the audit chain.</param>
/// <param name="Name">What pages and exports print.</param>
/// <param name="Permissions">Codes out of <see cref="Foundation.Permissions"/>.</param>
public sealed record Actor(string Id, string Name, FrozenSet<string> Permissions)
{
    /// <summary>The person at this machine, until accounts exist: may do everything, and the server answers loopback only.</summary>
    public static Actor Local { get; } = new("local", "本机", Foundation.Permissions.All.Select(p => p.Code).ToFrozenSet());

    /// <summary>The program itself: jobs, first start, catch-up.</summary>
    public static Actor System { get; } = new("system", "系统", Foundation.Permissions.All.Select(p => p.Code).ToFrozenSet());

    public bool May(string permission) => Permissions.Contains(permission);
}
