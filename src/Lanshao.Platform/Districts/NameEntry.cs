namespace Lanshao.Platform.Districts;

/// <summary>A unit of the district and every name under which documents know it.</summary>
/// <param name="Code">The pack's stable code.</param>
/// <param name="Name">The current short name, as tables print it.</param>
/// <param name="FullName">The full name.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Order">Its place in the official order.</param>
/// <param name="Aliases">Other names, current and superseded.</param>
public sealed record NameEntry(string Code, string Name, string FullName, NameKind Kind, int Order, IReadOnlyList<NameAlias> Aliases);

/// <summary>Another name of a unit, with the days on which it was in use; open ends are <see langword="null"/>.</summary>
/// <param name="Text">The name as printed.</param>
/// <param name="From">First day of use.</param>
/// <param name="To">Last day of use.</param>
public sealed record NameAlias(string Text, DateOnly? From = null, DateOnly? To = null)
{
    public bool IsInUse(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}
