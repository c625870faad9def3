namespace Lanshao.Platform.Districts.Packs;

/// <summary>One difference between two packs.</summary>
/// <param name="File">The file.</param>
/// <param name="Where">The definition inside the file: <c>agencies/finance/name</c>; for a table the row's first fields; empty for the whole file.</param>
/// <param name="Before">What stood there; null where it is new.</param>
/// <param name="After">What stands there; null where it is gone.</param>
public sealed record PackChange(string File, string Where, string? Before, string? After);
