namespace Lanshao.Platform.Districts;

/// <summary>The areas that a table counts.</summary>
/// <param name="Code">The pack's stable code.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Members">Codes of the areas, in the official order.</param>
public sealed record AreaSet(string Code, string Name, IReadOnlyList<string> Members);
