namespace Lanshao.Documents.Language;

/// <summary>A place of a text where a known name stands.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Characters that it takes.</param>
public sealed record NamePlace(int Start, int Length);
