namespace Lanshao.Platform.Districts;

/// <summary>部门/单位.</summary>
/// <param name="Code">The pack's stable code.</param>
/// <param name="Name">Current short name, as tables print it.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Level">Whose agency it is.</param>
/// <param name="Order">Place in the list, from 1.</param>
/// <param name="Note">What a clerk should know; may be empty.</param>
/// <param name="Aliases">Abbreviations and superseded names with dates.</param>
public sealed record Agency(string Code, string Name, string FullName, AgencyLevel Level, int Order, string Note, IReadOnlyList<NameAlias> Aliases);

/// <summary>Whose agency it is.</summary>
public enum AgencyLevel
{
    /// <summary>区属.</summary>
    District,

    /// <summary>双管: the city's branch in the district.</summary>
    Dual,

    /// <summary>市属.</summary>
    City,

    /// <summary>企业.</summary>
    Enterprise,
}
