namespace Lanshao.Platform.Districts;

/// <summary>A name for several units: 各街道（地区）, 成员单位.</summary>
/// <param name="Code">The pack's stable code.</param>
/// <param name="Name">The name as documents print it.</param>
/// <param name="Order">Place in the list, from 1.</param>
/// <param name="Note">Why the members are unknown, or what a clerk should know.</param>
/// <param name="Aliases">Other spellings.</param>
/// <param name="Members">The members; empty where nobody has said who they are.</param>
public sealed record AgencyGroup(string Code, string Name, int Order, string Note, IReadOnlyList<NameAlias> Aliases, IReadOnlyList<GroupMember> Members)
{
    /// <summary>Gets a value indicating whether the members are known, so that the group can be expanded.</summary>
    public bool IsKnown => Members.Count > 0;
}

/// <summary>A member of a group: one unit, or all areas of a set, with the days of membership; open ends are null.</summary>
/// <param name="Code">Code of an agency or an area; empty for a set.</param>
/// <param name="AreaSet">Code of the set; null for one unit.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record GroupMember(string Code, string? AreaSet, DateOnly? From, DateOnly? To)
{
    public bool IsMember(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}
