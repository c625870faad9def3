namespace Lanshao.Documents.Language;

/// <summary>A comparing word in a text.</summary>
/// <param name="Bound">Which side it allows.</param>
/// <param name="IsStrict">Whether the figure itself is left out (超过, 低于).</param>
/// <param name="Start">Where the word begins.</param>
/// <param name="Length">Characters that it takes; 0 where there is none.</param>
public readonly record struct BoundReading(Bound Bound, bool IsStrict, int Start, int Length);
