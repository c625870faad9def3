namespace Lanshao.Platform.Districts;

/// <summary>街道（地区）.</summary>
/// <param name="Code">Official code, or the pack's own where the state gives none.</param>
/// <param name="Name">Name with its ending: 甲街道.</param>
/// <param name="ShortName">Name without its ending, as narrow tables print it: 甲.</param>
/// <param name="Order">Place in the official order, from 1.</param>
/// <param name="Confidence">V verified, R recalled, ? open.</param>
/// <param name="Aliases">Other names with dates.</param>
public sealed record Subdistrict(string Code, string Name, string ShortName, int Order, string Confidence, IReadOnlyList<NameAlias> Aliases);
